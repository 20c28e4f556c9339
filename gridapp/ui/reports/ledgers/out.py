"""A ledger leaves the laptop: as Excel, CSV or Word, on paper; covered unless a reason is given."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from gridapp.reports.documents.paper import Paper
from gridapp.ui import messages, paper, saving
from gridapp.ui.background import Progress
from gridapp.ui.page import Page
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.work import WorkPanel
from gridapp.usecases import exporting
from gridapp.usecases.desk import RejectedError
from gridapp.usecases.exporting import ExportFault
from gridapp.usecases.reports import ledgers, report_templates
from gridapp.usecases.reports.ledgers import Wanted


class LedgerOut(Card):
    """Asks for the reason, shows how far the file is, and says where it was written."""

    written = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, self._desk = page, page.services.desk
        self._saving = saving.SaveDialog(self)
        self.whole = QCheckBox(self.tr("Show people in full"))
        self.reason = QLineEdit()
        self.field = Field(self.tr("What for? It is written down."), self.reason)
        self.field.hide()
        self.work = WorkPanel(page.services.background, self.tr("Writing the file"))
        self.whole.setVisible(exporting.may_show_whole(self._desk))
        self.setVisible(exporting.may_show_whole(self._desk))
        self.whole.setToolTip(self.tr("Names, telephone numbers and citizen numbers"))
        self.whole.toggled.connect(self._on_whole)
        self.add(self.whole, self.field)

    def export(self, wanted: Wanted, unit_name: str, suffix: str) -> None:
        """Write it where the person says."""
        if not self._has_reason():
            return
        name = ledgers.file_name(wanted, unit_name, suffix)
        path = self._saving.ask(name, suffix)
        if path is None:
            return
        desk, purpose = self._desk, self._purpose()

        def work(progress: Progress) -> bool:
            refused = report_templates.is_refused(desk, wanted.definition, suffix)
            ledgers.export(desk, wanted, path, purpose, progress.report)
            return refused

        done = partial(self._is_written, path)
        self.work.start(work, done, self._failed, cancelled=self._cancelled)

    def print_(self, wanted: Wanted) -> None:
        """Preview the pages as they will be printed."""
        if self._has_reason():
            desk, purpose = self._desk, self._purpose()
            work: Callable[[], Paper] = partial(ledgers.print_out, desk, wanted, purpose)
            self._page.ask(work, self._preview, self._failed)

    def _preview(self, pages: Paper) -> None:
        paper.preview(self.window(), pages).exec()

    def _has_reason(self) -> bool:
        """Before a file is named: nobody names one for nothing."""
        missing = self.whole.isChecked() and not self.reason.text().strip()
        said = messages.sentence(ExportFault.REASON_MISSING) if missing else ""
        self.field.show_error(said)
        if missing:
            self.reason.setFocus()
        return not missing

    def _purpose(self) -> str | None:
        return self.reason.text() if self.whole.isChecked() else None

    def _is_written(self, path: Path, refused: bool) -> None:
        """``refused``: the county's own template has a fault, so ours was used."""
        self.whole.setChecked(False)
        self.reason.clear()
        said = saving.written(path)
        if refused:
            said += self.tr(" Your own template has a fault, see Settings; ours was used.")
        self._page.services.done(said)
        self.written.emit(path)

    def _cancelled(self) -> None:
        self._page.services.notify(self.tr("Stopped. Nothing was written."))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, RejectedError):
            self.field.show_error(messages.sentence(error.faults[0]))
        else:
            self._page.show_failure(error)

    def _on_whole(self, whole: bool) -> None:
        self.field.setVisible(whole)
        self.field.show_error("")
        if whole:
            self.reason.setFocus()
