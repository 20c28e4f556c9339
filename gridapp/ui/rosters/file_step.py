"""Step 1: choose a file or drop one, go on where one was left off, or undo the last import."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.ui.background import Background
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.words import button, link, set_tone, words
from gridapp.ui.widgets.work import WorkPanel
from gridapp.usecases.desk import CHINA
from gridapp.usecases.rosters.roster_memory import LastImport, Work


class FileStep(QWidget):
    """``choose`` is called when the person wants to pick a file.

    ``go_on(path)``: with the file that was left off. ``undo(operation id)``: the last import.
    """

    go_on = Signal(object)
    undo = Signal(object)

    def __init__(self, background: Background, choose: Callable[[], object]) -> None:
        super().__init__()
        self._work: Work | None = None
        self._last: LastImport | None = None
        self.pick = button(self.tr("Choose a file"), choose, primary=True, icon="folder-open")
        self.empty = Empty(
            "file-spreadsheet",
            self.tr("Choose the village's household roster, or drop it here"),
            self.tr(
                "Excel, WPS or CSV, as it is: title rows, merged cells and one sheet a group"
                " are understood. Nothing is changed before you have seen everything."
            ),
            self.pick,
        )
        self.fault = words("", wrap=True)
        self.fault.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_tone(self.fault, Tone.RED)
        self.fault.hide()
        self.left_off, self.last = link("", self._on_go_on), link("", self._on_undo)
        self.work = WorkPanel(background, self.tr("Reading the file"))
        card = Card()
        card.body.addStretch(1)
        card.add(self.fault, self.empty, self.work)
        for made in (self.left_off, self.last):
            card.body.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.show_past(None, None)

    def show_past(self, work: Work | None, last: LastImport | None) -> None:
        """Offer to go on with the file that was left off, and to undo the last import."""
        self._work, self._last = work, last
        if work is not None:
            text = self.tr("Go on with “{name}” ({count} cells put right)")
            if not work.handling.cells:
                text = self.tr("Go on with “{name}”")
            self.left_off.setText(text.format(name=work.path.name, count=len(work.handling.cells)))
        if last is not None:
            text = self.tr("Undo the import of {village}, {time}")
            made_at = f"{last.made_at.astimezone(CHINA):%Y-%m-%d %H:%M}"
            self.last.setText(text.format(village=last.village, time=made_at))
        self._show_links(shown=True)

    def show_reading(self) -> None:
        """A file is being read."""
        self.fault.hide()
        self.empty.hide()
        self._show_links(shown=False)

    def show_ready(self) -> None:
        """Wait for a file."""
        self.fault.hide()
        self.empty.show()
        self._show_links(shown=True)

    def show_fault(self, path: Path, sentence: str) -> None:
        """Say why a file was refused; another one can be chosen."""
        text = self.tr("“{name}” was not read. {reason}")
        self.fault.setText(text.format(name=path.name, reason=sentence))
        self.fault.show()
        self.empty.show()
        self.pick.setFocus()

    def _show_links(self, *, shown: bool) -> None:
        self.left_off.setVisible(shown and self._work is not None)
        self.last.setVisible(shown and self._last is not None)

    def _on_go_on(self) -> None:
        if self._work is not None:
            self.go_on.emit(self._work.path)

    def _on_undo(self) -> None:
        if self._last is not None:
            self.undo.emit(self._last.operation_id)
