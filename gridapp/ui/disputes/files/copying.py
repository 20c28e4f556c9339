"""A copy of a file outside the program: what it is for, then where it goes."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from gridapp.ui import messages
from gridapp.ui.services import Services
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.shortcuts import bind_escape, bind_save
from gridapp.ui.widgets.words import button, link, words
from gridapp.usecases.desk import RejectedError
from gridapp.usecases.disputes import attachments
from gridapp.usecases.disputes.attachments import CaseFile


class CopyForm(QWidget):
    """Hidden until ``open``. ``left``: it is done, or the person thought better of it."""

    left = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._file: CaseFile | None = None
        self.words = words("", "muted", wrap=True)
        self.reason = QLineEdit()
        self.field = Field(self.tr("What is the copy for? It is written down."), self.reason)
        self.save = button(self.tr("Save a copy"), self.submit)
        self.cancel = link(self.tr("Cancel"), self.leave)
        buttons = QWidget()
        row = FlowLayout(buttons)
        for choice in (self.save, self.cancel):
            row.addWidget(choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.words, self.field, buttons):
            column.addWidget(part)
        bind_save(self, self.submit)
        bind_escape(self, self.leave)

    def open(self, file: CaseFile) -> None:
        """Ask what a copy of this file is for."""
        self._file = file
        text = self.tr("“{name}” leaves the program and is no longer encrypted there.")
        self.words.setText(text.format(name=file.name))
        self.reason.clear()
        self.field.show_error("")
        self.show()
        self.reason.setFocus()

    def submit(self) -> None:
        """Ask where it goes, and write it."""
        desk, file, reason = self._services.desk, self._file, self.reason.text()
        if file is None:
            return
        path: Path | None = Path()
        if reason.strip():  # else the use case says what is missing
            path = self._ask_path(file)
        if path is not None:
            self._services.background.run(
                self,
                lambda: attachments.save_copy(desk, file.id, path, reason),
                partial(self._saved, path),
                self._refused,
            )

    def leave(self) -> None:
        """Back to the files."""
        if self.isVisible():
            self.hide()
            self.left.emit()

    def _ask_path(self, file: CaseFile) -> Path | None:
        proposed = Path(file.name)
        if file.is_photo:
            proposed = proposed.with_suffix(".jpg")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), str(proposed))
        return Path(chosen) if chosen else None

    def _saved(self, path: Path, _nothing: None) -> None:
        self.leave()
        self._services.done(self.tr("Saved: {name}").format(name=path.name))

    def _refused(self, error: Exception) -> None:
        code = error.faults[0] if isinstance(error, RejectedError) else getattr(error, "code", None)
        if code is None:
            raise error
        self.field.show_error(messages.sentence(code))
        self.reason.setFocus()
