"""The timeline of a case: append-only, oldest first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from gridapp.contract.disputes import CaseEventRecord, EventKind
from gridapp.ui import words as names
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.words import set_tone, words
from gridapp.usecases.desk import CHINA

_TONES: dict[str, Tone] = {
    EventKind.CONCLUDED: Tone.GREEN,
    EventKind.STRUCK_OFF: Tone.NEUTRAL,
    EventKind.REOPENED: Tone.AMBER,
}


class Timeline(QWidget):
    """Day, dot, what was done and by whom, and the words about it."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(2, 1)
        self.setAccessibleName(self.tr("Timeline"))

    def show_events(self, events: Sequence[CaseEventRecord]) -> None:
        """Show the entries in their order."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, event in enumerate(events):
            self._add(number * 3, event)

    def _add(self, row: int, event: CaseEventRecord) -> None:
        top = Qt.AlignmentFlag.AlignTop
        dot = words("●")
        set_tone(dot, _TONES.get(event.kind, Tone.ACCENT))
        kind = names.event(event.kind)
        if event.conclusion:
            kind += f" · {names.conclusion(event.conclusion)}"
        self._grid.addWidget(words(f"{event.happened_on}", "muted"), row, 0, top)
        self._grid.addWidget(dot, row, 1, top)
        self._grid.addWidget(_head(kind, self._who(event)), row, 2)
        if event.text:
            self._grid.addWidget(words(event.text, wrap=True), row + 1, 2)
        self._grid.setRowMinimumHeight(row + 2, 10)

    def _who(self, event: CaseEventRecord) -> str:
        written = event.recorded_at.astimezone(CHINA).date()
        if written == event.happened_on:
            return event.actor
        later = self.tr("written down on {day}").format(day=written)
        return f"{event.actor} · {later}"


def _head(kind: str, who: str) -> QWidget:
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(14)
    row.addWidget(words(kind, "heading"))
    row.addWidget(words(who, "muted", wrap=True), 1)
    return head
