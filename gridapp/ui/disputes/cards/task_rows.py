"""Tasks as rows: what, who, until when, how it stands, and what may be done with each."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from gridapp.contract.casework import TaskKind, TaskRecord
from gridapp.domain.casework import SIGNED_IN
from gridapp.domain.money import yuan
from gridapp.store.disputes import SOON_DAYS
from gridapp.ui import case_words
from gridapp.ui.acts.act import Act
from gridapp.ui.disputes import clock
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.clearing import clear
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.words import link, rule, words

translate = QCoreApplication.translate


class TaskRows(QWidget):
    """``acts_of`` says what may be done with a task; ``open_act`` opens it.

    ``buttons`` are by task id and code of the act.
    """

    def __init__(
        self, acts_of: Callable[[TaskRecord], Sequence[Act]], open_act: Callable[[Act], None]
    ) -> None:
        super().__init__()
        self._acts_of, self._open_act = acts_of, open_act
        self.buttons: dict[tuple[str, str], QPushButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 1)

    def show_tasks(self, tasks: Sequence[TaskRecord], today: date) -> None:
        """Show these instead, each on its row."""
        clear(self._grid)
        self.buttons = {}
        for number, task in enumerate(tasks):
            self._add(number * 2, task, today)

    def _add(self, row: int, task: TaskRecord, today: date) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        if row:
            self._grid.addWidget(rule(), row - 1, 0, 1, 5)
        self._grid.addWidget(_title(task), row, 0)
        self._grid.addWidget(words(task.owner, wrap=True), row, 1)
        due = words(str(task.due_on) if task.due_on else "")
        self._grid.addWidget(due, row, 2, middle)
        self._grid.addWidget(Chip(*standing(task, today)), row, 3, middle)
        self._grid.addWidget(self._links(task), row, 4, middle)

    def _links(self, task: TaskRecord) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box, right=True, gap=0)
        for act in self._acts_of(task):
            made = link(act.title, partial(self._open_act, act))
            made.setAccessibleName(f"{act.title}: {task.title}")
            self.buttons[str(task.id), act.code] = made
            flow.addWidget(made)
        return box


def _title(task: TaskRecord) -> QWidget:
    """The kind and the number above what is to be done; a step of the plan needs neither."""
    if task.kind in {TaskKind.PLAN_STEP, TaskKind.INSTALMENT}:
        text = task.title if task.amount is None else f"{task.title} {yuan(task.amount)}"
        return words(text, wrap=True)
    kind = " ".join(filter(None, (case_words.task_kind(task.kind), task.number)))
    answered = f"\n{task.answer}" if task.answer else ""
    return words(f"{kind}：{task.title}{answered}", wrap=True)


def standing(task: TaskRecord, today: date) -> tuple[str, Tone]:
    """How a task stands today."""
    if task.withdrawn:
        return translate("tasks", "Withdrawn"), Tone.NEUTRAL
    if task.done_on is not None:
        return translate("tasks", "Done"), Tone.GREEN
    if task.rejected_on is not None:
        return translate("tasks", "Sent back"), Tone.RED
    return _under_way(task, today)


def _under_way(task: TaskRecord, today: date) -> tuple[str, Tone]:
    days = (task.due_on - today).days if task.due_on else None
    if days is not None and days <= SOON_DAYS:
        return clock.days_left(days), clock.days_tone(days)
    if task.kind in SIGNED_IN:
        if task.signed_on is None:
            return translate("tasks", "Not signed in"), Tone.AMBER
        return translate("tasks", "Signed in"), Tone.ACCENT
    return translate("tasks", "Under way"), Tone.NEUTRAL
