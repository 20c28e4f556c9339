"""The import wizard: file, columns, check, import; everything or nothing, undone as a whole."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from gridapp.rosters.proposal import Roster, UnreadableFile
from gridapp.ui import messages
from gridapp.ui.page import Page
from gridapp.ui.rosters.check_step import CheckStep
from gridapp.ui.rosters.columns_step import ColumnsStep
from gridapp.ui.rosters.file_step import FileStep
from gridapp.ui.rosters.import_step import ImportStep
from gridapp.ui.services import Services
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.drops import dropped_file
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.one_of import OneOf
from gridapp.ui.widgets.words import button
from gridapp.usecases import rosters
from gridapp.usecases.rosters import Imported, Outlook, VillageChoice

FILE, COLUMNS, CHECK, IMPORT = range(4)


class RostersPage(Page):
    """Ctrl+Enter goes on, Esc goes back one step or cancels what is under way."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.setAcceptDrops(True)
        self._step = FILE
        self._roster: Roster | None = None
        self._wanted_village: UUID | None = None
        self._outlook: Outlook | None = None
        self.file = FileStep(services.background, self.choose_file)
        self.columns, self.check = ColumnsStep(), CheckStep()
        self.importing = ImportStep(services.background)
        self._lay()
        self.check.village_chosen.connect(self._ask_outlook)
        self.importing.to_grids.connect(self._to_grids)
        self.importing.again.connect(self.start_again)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "F9"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.next.click)

    def opened(self, argument: object = None) -> None:
        """``argument``: a file to read, or the id of the village that the roster is of."""
        if isinstance(argument, UUID):
            self._wanted_village = argument
        if isinstance(argument, Path) and not self._busy():
            self.read(argument)
        elif self.importing.finished:
            self.start_again()
        else:
            self._focus()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+Enter", self.tr("Next step")),
            ("Esc", self.tr("One step back, or cancel")),
        )

    def choose_file(self) -> None:
        """Let the person pick a file."""
        kinds = self.tr("Spreadsheets (*.xlsx *.xls *.et *.csv *.txt *.html *.mht);;All files (*)")
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), "", kinds)
        if path:
            self.read(Path(path))

    def read(self, path: Path) -> None:
        """Read a file in the child process and show what it proposes."""
        self._go(FILE)
        self.file.show_reading()
        self.head.set_sub(path.name)
        self.file.work.start(
            lambda progress: rosters.preview(path, progress.report),
            self._show_roster,
            lambda error: self._unreadable(path, error),
            cancelled=self.start_again,
            network=True,  # the database stays free for the other pages
        )

    def start_again(self) -> None:
        """Wait for another file."""
        self._roster = None
        self.importing.clear()
        self.head.set_sub("")
        self._go(FILE)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None and not self._busy():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None and not self._busy():
            self.read(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def go_back(self) -> None:
        """One step back; from the first, to the households."""
        step = self._step
        if self.file.work.isVisible():
            self.file.work.cancel()
        elif self.importing.work.isVisible():
            self.importing.work.cancel()
        elif step == FILE or self.importing.finished:
            self.services.go("households", None)
        else:
            self._go(step - 1)

    def go_on(self) -> None:
        """The next step, or the import itself."""
        if self._busy():
            return
        if self._step == FILE:
            self.choose_file()
        elif self._step == COLUMNS:
            self._go(CHECK)
        elif self._step == CHECK:
            self._import()
        else:
            self._to_grids()

    def _busy(self) -> bool:
        return self.file.work.isVisible() or self.importing.work.isVisible()

    def _lay(self) -> None:
        self.head = PageHead(self.tr("Import a roster"))
        titles = (self.tr("File"), self.tr("Columns"), self.tr("Check"), self.tr("Import"))
        self._marks = [Chip(f"{number} {title}") for number, title in enumerate(titles, 1)]
        marks = FlowLayout()
        for mark in self._marks:
            marks.addWidget(mark)
        self.steps = OneOf()
        self._parts = (self.file, self.columns, self.check, self.importing)
        for step in self._parts:
            self.steps.add(step)
        self.back = button(self.tr("Back"), self.go_back, icon="arrow-left")
        self.next = button(self.tr("Next"), self.go_on, primary=True)
        self.foot = QWidget()
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.next)
        self.column.addWidget(self.head)
        self.column.addLayout(marks)
        self.column.addWidget(self.steps, 1)
        self.column.addWidget(self.foot)
        self._go(FILE)

    def _go(self, step: int) -> None:
        self._step = step
        self.steps.show_part(self._parts[step])
        for number, mark in enumerate(self._marks):
            tone = Tone.ACCENT if number == step else Tone.NEUTRAL
            mark.show_state(mark.text(), Tone.GREEN if number < step else tone)
        if step == FILE:
            self.file.show_ready()
        self.next.setVisible(step in (COLUMNS, CHECK))
        self.foot.setVisible(step != IMPORT)
        self.next.setText(self.tr("Import") if step == CHECK else self.tr("Next"))
        self._say_whether_ready()
        self._focus()

    def _focus(self) -> None:
        step = self._step
        if step == FILE:
            self.file.pick.setFocus()
        elif step == COLUMNS:
            self.columns.set_focus()
        elif step == CHECK:
            self.check.village.setFocus()

    def _show_roster(self, roster: Roster) -> None:
        self._roster = roster
        self.columns.show_roster(roster)
        self.check.show_roster(roster)
        self._go(COLUMNS)
        desk = self.services.desk
        self.ask(lambda: rosters.villages(desk), self._show_villages)

    def _unreadable(self, path: Path, error: Exception) -> None:
        self.head.set_sub("")
        self.file.show_ready()
        if isinstance(error, UnreadableFile):
            self.file.show_fault(path, messages.sentence(error.code))
        else:
            self.show_failure(error)

    def _show_villages(self, choices: list[VillageChoice]) -> None:
        if self._roster is None:
            return
        guess = rosters.village_of(self._roster, choices)
        if guess is None and any(choice.id == self._wanted_village for choice in choices):
            guess = self._wanted_village
        self.check.show_villages(choices, guess)
        self._ask_outlook()

    def _ask_outlook(self) -> None:
        desk, roster, village = self.services.desk, self._roster, self.check.village_id()
        self._outlook = None
        self._say_whether_ready()
        if roster is not None and village is not None:
            self.ask(lambda: rosters.outlook(desk, roster, village), self._show_outlook)

    def _show_outlook(self, outlook: Outlook) -> None:
        self._outlook = outlook
        self.check.show_outlook(outlook)
        self._say_whether_ready()

    def _say_whether_ready(self) -> None:
        checking = self._step == CHECK
        ready = self._outlook is not None and bool(self._outlook.groups)
        self.next.setEnabled(not checking or ready)

    def _import(self) -> None:
        desk, roster, village = self.services.desk, self._roster, self.check.village_id()
        forming = self.check.forming.forming
        if roster is None or village is None:
            return
        self._go(IMPORT)
        self.importing.clear()
        self.importing.work.start(
            lambda progress: rosters.import_roster(desk, roster, village, forming, progress.report),
            self._imported,
            self._not_imported,
            cancelled=lambda: self._go(CHECK),
        )

    def _imported(self, imported: Imported) -> None:
        self.importing.show_result(imported)
        self.services.changes.changed.emit(imported.changed.kinds)

    def _not_imported(self, error: Exception) -> None:
        self._go(CHECK)
        self.show_failure(error)

    def _to_grids(self) -> None:
        self.services.go("grids", self.check.village_id())
