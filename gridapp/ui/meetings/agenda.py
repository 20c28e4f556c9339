"""The agenda: cases in the order in which they are discussed, moved by keyboard."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent

from gridapp.domain.disputes.disputes import is_timed
from gridapp.domain.receptions.meetings import Why
from gridapp.ui import words as names
from gridapp.ui.disputes.clock import days_left, days_tone
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.usecases.receptions.meetings import Item

translate = QCoreApplication.translate
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_CONTROL = Qt.KeyboardModifier.ControlModifier


def why_words(item: Item) -> str:
    """Why a case ought to be discussed; empty when a person put it there."""
    known: dict[Why | None, str] = {
        Why.OVERDUE: translate("meetings", "Overdue"),
        Why.DUE_SOON: translate("meetings", "Due soon"),
        Why.STALLED: translate("meetings", "At a standstill"),
    }
    return known.get(item.why, "")


def _why_tone(item: Item) -> Tone:
    known: dict[Why | None, Tone] = {Why.OVERDUE: Tone.RED, Why.DUE_SOON: Tone.AMBER}
    return known.get(item.why, Tone.NEUTRAL)


class AgendaTable(DataTable[Item]):
    """``moved(step)``: the chosen case goes up (−1) or down (1). ``dropped``: it is taken out."""

    moved = Signal(int)
    dropped = Signal()

    def __init__(self, name: str, today: Callable[[], date]) -> None:
        self._today = today
        super().__init__(
            name,
            (
                Column(translate("meetings", "Case"), lambda i: i.case.title, 180, stretch=3),
                Column(translate("meetings", "Why"), why_words, 92, tone=_why_tone),
                Column(translate("meetings", "Days left"), self._left, 104, tone=self._left_tone),
                Column(translate("meetings", "State"), _state, 80),
                Column(translate("meetings", "Said"), lambda i: str(len(i.notes) or ""), 50),
                Column(translate("meetings", "Case number"), lambda i: i.case.number, 128),
                Column(translate("meetings", "Unit"), lambda i: i.case.unit_name, 90, stretch=1),
            ),
            identity=lambda item: item.case.id,
            whole=True,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & _CONTROL:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def _left(self, item: Item) -> str:
        if not is_timed(item.case.state):
            return "—"
        return days_left((item.case.due_on - self._today()).days)

    def _left_tone(self, item: Item) -> Tone | None:
        if not is_timed(item.case.state):
            return None
        tone = days_tone((item.case.due_on - self._today()).days)
        return None if tone is Tone.ACCENT else tone


def _state(item: Item) -> str:
    return names.state(item.case.state)
