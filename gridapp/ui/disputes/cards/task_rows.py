"""Tasks as rows: what, who, until when, how it stands, and what may be done with each."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from gridapp.contract.casework import TaskKind, TaskRecord
from gridapp.domain.disputes.casework import SIGNED_IN
from gridapp.domain.money import yuan
from gridapp.store.disputes.disputes import SOON_DAYS
from gridapp.ui import case_words
from gridapp.ui.acts.act import Act
from gridapp.ui.disputes import clock
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.clearing import clear
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.shortcuts import bind
from gridapp.ui.widgets.words import link, rule, words

translate = QCoreApplication.translate


class TaskRows(QWidget):
    """``acts_of`` says what may be done with a task; ``open_act`` opens it. ``move(task, by)``
    puts it earlier (−1) or later (1), by its arrows or Ctrl with the arrow keys, while
    ``may_move``.

    ``buttons`` are by task id and code of the act, ``up`` or ``down``.
    """

    def __init__(
        self,
        acts_of: Callable[[TaskRecord], Sequence[Act]],
        open_act: Callable[[Act], None],
        move: Callable[[TaskRecord, int], None] | None = None,
    ) -> None:
        super().__init__()
        self._acts_of, self._open_act, self._move = acts_of, open_act, move
        self.may_move = move is not None
        self._tasks: tuple[TaskRecord, ...] = ()
        self._moved: tuple[str, str] | None = None
        self.buttons: dict[tuple[str, str], QPushButton] = {}
        for keys, by in (("Ctrl+Up", -1), ("Ctrl+Down", 1)) if move else ():
            bind(self, keys, partial(self._move_focused, by))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 1)

    def show_tasks(self, tasks: Sequence[TaskRecord], today: date) -> None:
        """Show these instead, each on its row."""
        clear(self._grid)
        self.buttons, self._tasks = {}, tuple(tasks)
        for number, task in enumerate(tasks):
            self._add(number * 2, task, today)
        moved, self._moved = self._moved, None
        if moved is not None:
            self._focus_moved(*moved)

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
        for made in self._arrows(task):
            flow.addWidget(made)
        return box

    def _arrows(self, task: TaskRecord) -> list[QPushButton]:
        """For a row that has others above or below it."""
        if not self.may_move:
            return []
        last = len(self._tasks) - 1
        at = self._tasks.index(task)
        wanted = (("up", "↑", -1, at > 0), ("down", "↓", 1, at < last))
        names = {"up": translate("tasks", "Move up"), "down": translate("tasks", "Move down")}
        arrows = []
        for code, sign, by, there in wanted:
            if there:
                made = link(sign, partial(self._go, task, by))
                made.setAccessibleName(f"{names[code]}: {task.title}")
                made.setToolTip(f"{names[code]} (Ctrl+{sign})")
                self.buttons[str(task.id), code] = made
                arrows.append(made)
        return arrows

    def _go(self, task: TaskRecord, by: int) -> None:
        """The focus goes with the row, so that it can be moved on."""
        if self._move is not None:
            self._moved = (str(task.id), "up" if by < 0 else "down")
            self._move(task, by)

    def _move_focused(self, by: int) -> None:
        focused = self.focusWidget()
        for (id_, _code), made in self.buttons.items():
            if made is focused:
                task = next(one for one in self._tasks if str(one.id) == id_)
                if (id_, "up" if by < 0 else "down") in self.buttons:
                    self._go(task, by)
                return

    def _focus_moved(self, id_: str, code: str) -> None:
        other = "down" if code == "up" else "up"
        made = self.buttons.get((id_, code)) or self.buttons.get((id_, other))
        if made is not None:
            made.setFocus()


def _title(task: TaskRecord) -> QWidget:
    """The kind and the number above what is to be done; a step of the plan needs neither."""
    if task.kind in {TaskKind.PLAN_STEP, TaskKind.INSTALMENT}:
        text = task.title if task.amount is None else f"{task.title} {yuan(task.amount)}"
        return words(text, wrap=True)
    kind = " ".join(filter(None, (case_words.task_kind(task.kind), task.number)))
    answered = f"\n{task.answer}" if task.answer else ""
    title = "" if task.title == case_words.task_kind(task.kind) else f"：{task.title}"
    return words(f"{kind}{title}{answered}", wrap=True)


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
