"""What was imported before: the file that was left off, and the undo of the last import."""

from uuid import UUID

from PySide6.QtCore import QObject

from gridapp.ui.page import Page
from gridapp.ui.rosters.file_step import FileStep
from gridapp.ui.rosters.import_step import ImportStep
from gridapp.ui.widgets.work import WorkPanel
from gridapp.usecases import undoing
from gridapp.usecases.desk import Changed
from gridapp.usecases.rosters import roster_memory
from gridapp.usecases.rosters.roster_memory import LastImport, Work


class RosterPast(QObject):
    """Shows it on the first step, and takes an import back from the first and the last."""

    def __init__(self, page: Page, file: FileStep, importing: ImportStep) -> None:
        super().__init__(page)
        self._page, self._file, self._importing = page, file, importing
        self.work = WorkPanel(
            page.services.background, self.tr("Taking the import back; if cancelled, all stays")
        )
        file.undo.connect(self.undo)
        importing.undo.connect(self.undo)

    def ask(self) -> None:
        """Ask what there is to go on with or to undo."""
        desk = self._page.services.desk
        self._page.ask(
            lambda: (roster_memory.unfinished(desk), roster_memory.last_import(desk)), self._show
        )

    def _show(self, past: tuple[Work | None, LastImport | None]) -> None:
        if not self._file.work.isVisible():
            self._file.show_past(*past)

    def undo(self, operation_id: UUID) -> None:
        """Take an import back, with a bar; if it is cancelled, all of it stays."""
        desk = self._page.services.desk
        self._may_undo(yes=False)
        self.work.start(
            lambda progress: undoing.undo(desk, operation_id, progress.report),
            self._undone,
            self._not_undone,
            cancelled=lambda: self._may_undo(yes=True),
        )

    def _not_undone(self, error: Exception) -> None:
        self._may_undo(yes=True)
        self._page.show_failure(error)

    def _may_undo(self, *, yes: bool) -> None:
        self._importing.take_back.setEnabled(yes)
        self._file.last.setEnabled(yes)

    def _undone(self, changed: Changed) -> None:
        services = self._page.services
        self._may_undo(yes=True)
        if self._importing.finished:
            self._importing.show_undone()
        else:
            services.done(self.tr("The import was taken back"))
            self.ask()
        services.changes.changed.emit(changed.kinds)
