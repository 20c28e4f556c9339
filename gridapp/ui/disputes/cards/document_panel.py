"""One document of a case: look at it, print it, save it as Word or PDF, keep it with the case."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from gridapp.reports import files
from gridapp.ui import messages, paper, saving
from gridapp.ui.services import Services
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.shortcuts import bind_escape
from gridapp.ui.widgets.words import button, link, words
from gridapp.usecases import exporting
from gridapp.usecases.desk import Changed, RejectedError
from gridapp.usecases.disputes import documents
from gridapp.usecases.disputes.documents import DocumentLine, Drawn
from gridapp.usecases.exporting import ExportFault


class DocumentPanel(QWidget):
    """``kept(title, Changed)``: it stands among the files of the case now. ``left``: back."""

    kept = Signal(str, object)
    left = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._case: UUID | None = None
        self._number, self._code, self._title = "", "", ""
        self._dialog = saving.SaveDialog(self)
        self.title, self.fault = words("", "heading", wrap=True), words("", "error", wrap=True)
        self.look = button(self.tr("Preview and print"), self.preview, primary=True, icon="printer")
        self.word = button(self.tr("Word file"), self.save_word, icon="file-text")
        self.pdf = button("PDF", self.save_pdf, icon="download")
        self.keep = button(self.tr("Keep with the case"), self.keep_it, icon="save")
        self.whole = QCheckBox(self.tr("Show numbers of people in full"))
        self.reason = QLineEdit()
        self.field = Field(self.tr("What for? It is written down."), self.reason)
        self.whole.toggled.connect(self._whole_toggled)
        self._lay()
        bind_escape(self, self.leave)

    def open(self, case_id: UUID, number: str, line: DocumentLine) -> None:
        """Offer what can be done with a document of a case."""
        self._case, self._number = case_id, number
        self._code, self._title = line.code, line.title
        self.title.setText(line.title)
        self.whole.setChecked(False)
        self.whole.setVisible(exporting.may_show_whole(self._services.desk))
        self.reason.clear()
        self._say("")
        self.show()
        self.look.setFocus()

    def preview(self) -> None:
        """Show the pages as they will be printed."""
        self._draw(self._preview)

    def save_word(self) -> None:
        """Write it as .docx where the person says."""
        desk, case, code, purpose = self._services.desk, self._case, self._code, self._purpose()
        path = self._ask_path(".docx")
        if case is not None and path is not None:
            self._services.background.run(
                self,
                lambda: documents.draw_up(desk, case, code, path, purpose),
                self._written,
                self._failed,
            )

    def save_pdf(self) -> None:
        """Write its pages as PDF where the person says."""
        path = self._ask_path(".pdf")
        if path is not None:
            self._draw(partial(self._write_pdf, path))

    def keep_it(self) -> None:
        """Keep it, encrypted, among the files of the case."""
        desk, case, code, purpose = self._services.desk, self._case, self._code, self._purpose()
        if case is not None:
            self._services.background.run(
                self,
                lambda: documents.keep(desk, case, code, purpose),
                self._is_kept,
                self._failed,
            )

    def leave(self) -> None:
        """Back to the list."""
        self.hide()
        self.left.emit()

    def _draw(self, then: Callable[[Drawn], None]) -> None:
        desk, case, code, purpose = self._services.desk, self._case, self._code, self._purpose()
        if case is not None:
            self._services.background.run(
                self,
                lambda: documents.print_out(desk, case, code, purpose),
                then,
                self._failed,
            )

    def _preview(self, drawn: Drawn) -> None:
        self._drawn(drawn)
        paper.preview(self.window(), drawn.paper).exec()

    def _write_pdf(self, path: Path, drawn: Drawn) -> None:
        self._drawn(drawn)
        content = paper.pdf(drawn.paper)
        self._services.background.run(
            self, lambda: files.put(content, path), lambda _: self._written(path), self._failed
        )

    def _drawn(self, drawn: Drawn) -> None:
        """Say what was not as it should be; the document is usable all the same."""
        self._say("")
        if drawn.damaged:
            self._services.notify(
                self.tr("Your own template could not be opened; the shipped one was used.")
            )
        elif not drawn.paper.whole:
            self._services.notify(
                self.tr("Only Word shows the pictures and lists of this template.")
            )

    def _written(self, path: Path) -> None:
        self._say("")
        self._services.done(saving.written(path))

    def _is_kept(self, changed: Changed) -> None:
        self.kept.emit(self._title, changed)
        self.leave()

    def _failed(self, error: Exception) -> None:
        codes = (
            error.faults if isinstance(error, RejectedError) else (getattr(error, "code", None),)
        )
        if ExportFault.REASON_MISSING in codes:
            self.field.show_error(messages.sentence(ExportFault.REASON_MISSING))
            self.reason.setFocus()
        elif isinstance(codes[0], str):
            self._say(messages.sentence(codes[0]))
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    def _purpose(self) -> str | None:
        return self.reason.text() if self.whole.isChecked() else None

    def _whole_toggled(self, whole: bool) -> None:
        self.field.setVisible(whole)
        self.field.show_error("")
        if whole:
            self.reason.setFocus()

    def _say(self, sentence: str) -> None:
        self.field.show_error("")
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))

    def _ask_path(self, suffix: str) -> Path | None:
        return self._dialog.ask(documents.file_name(self._number, self._title, suffix), suffix)

    def _lay(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for made in (self.look, self.word, self.pdf, self.keep):
            flow.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.title, self.whole, self.field, buttons, self.fault):
            column.addWidget(part)
        column.addWidget(link(self.tr("Close"), self.leave), 0, Qt.AlignmentFlag.AlignLeft)
        self.field.hide()
        self.fault.hide()
        self.hide()
