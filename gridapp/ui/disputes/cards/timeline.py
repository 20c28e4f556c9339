"""The timeline of a case: append-only, oldest first."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gridapp.contract.disputes import CaseEventRecord, EventKind
from gridapp.ui import words as names
from gridapp.ui.disputes.cards.entries import below, details
from gridapp.ui.tokens import Tone, current
from gridapp.ui.widgets.clearing import clear
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.words import link, set_tone, words
from gridapp.usecases.desk import CHINA

FEWEST, MOST = 2, 8
"""So many of the newest entries are shown at first; the older ones are one key away."""

_AROUND, _ENTRY = 350, 56
"""Heights in px at 100 %: of what stands around the timeline, next steps included; of an entry."""

_TONES: dict[str, Tone] = {
    EventKind.AGREED: Tone.GREEN,
    EventKind.CONFIRMED: Tone.GREEN,
    EventKind.CONCLUDED: Tone.GREEN,
    EventKind.STRUCK_OFF: Tone.NEUTRAL,
    EventKind.CONSENT_REFUSED: Tone.AMBER,
    EventKind.EXTENDED: Tone.AMBER,
    EventKind.RETURNED: Tone.AMBER,
    EventKind.REOPENED: Tone.AMBER,
    EventKind.SEALED: Tone.AMBER,
}


class Timeline(QWidget):
    """Day, dot, what was done and by whom, and the words about it."""

    def __init__(self) -> None:
        super().__init__()
        self._events: Sequence[CaseEventRecord] = ()
        self._units: Mapping[UUID, str] = {}
        self._whole = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(2, 1)
        self.setAccessibleName(self.tr("Timeline"))

    def show_events(
        self, events: Sequence[CaseEventRecord], units: Mapping[UUID, str], *, other: bool
    ) -> None:
        """Show the entries in their order; ``units`` names those that they speak of.

        ``other``: of another case than before.
        """
        if not other and events == self._events:
            return
        self._events, self._units = events, units
        self._whole = self._whole and not other
        self._fill()

    def _fill(self) -> None:
        clear(self._grid)
        older = 0 if self._whole else max(0, len(self._events) - self._room())
        if older:
            text = self.tr("{count} older entries").format(count=older)
            self._grid.addWidget(link(text, self._show_whole), 0, 2, Qt.AlignmentFlag.AlignLeft)
        for number, event in enumerate(self._events[older:]):
            self._add(number * 3 + 1, event)

    def _room(self) -> int:
        """So many entries leave the next steps in sight."""
        free = self.window().height() - current().px(_AROUND)
        return max(FEWEST, min(MOST, free // current().px(_ENTRY)))

    def _show_whole(self) -> None:
        self._whole = True
        self._fill()

    def _add(self, row: int, event: CaseEventRecord) -> None:
        top = Qt.AlignmentFlag.AlignTop
        dot = words("●")
        set_tone(dot, _TONES.get(event.kind, Tone.ACCENT))
        kind = names.event(event.kind)
        if event.conclusion:
            kind += f" · {names.conclusion(event.conclusion)}"
        kind = " · ".join(filter(None, (kind, details(event, self._units))))
        self._grid.addWidget(words(self._when(event), "muted"), row, 0, top)
        self._grid.addWidget(dot, row, 1, top)
        self._grid.addWidget(_head(kind, self._who(event)), row, 2)
        text = "\n".join(filter(None, (event.text, below(event))))
        if text:
            self._grid.addWidget(words(text, wrap=True), row + 1, 2)
        self._grid.setRowMinimumHeight(row + 2, 10)

    def _when(self, event: CaseEventRecord) -> str:
        """The day; with the time when it was written down on the same day."""
        written = event.recorded_at.astimezone(CHINA)
        same = written.date() == event.happened_on
        return f"{event.happened_on} {written:%H:%M}" if same else f"{event.happened_on}"

    def _who(self, event: CaseEventRecord) -> str:
        written = event.recorded_at.astimezone(CHINA).date()
        if written == event.happened_on:
            return event.actor
        later = self.tr("written down on {day}").format(day=written)
        return f"{event.actor} · {later}"


def _head(kind: str, who: str) -> QWidget:
    """Who stands beside what, or below it where there is no room."""
    head = QWidget()
    flow = FlowLayout(head, gap=14)
    flow.addWidget(words(kind, "heading"))
    flow.addWidget(words(who, "muted"))
    return head
