"""The list of what is due: each line says why, and opens its case."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gridapp.ui import words as names
from gridapp.ui.disputes.clock import arithmetic, article, days_left, days_tone
from gridapp.ui.tokens import Tone, current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.words import Elided, link, words
from gridapp.usecases.today import Task, Why

AT_MOST = 30
"""Lines shown; the ledger has them all."""


class TaskRow(QPushButton):
    """One thing to do; a button, so that Tab, the arrows and Enter work as everywhere."""

    def __init__(self, task: Task, why: str, chip: tuple[str, Tone]) -> None:
        super().__init__()
        self.setProperty("flat_link", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{chip[0]} {task.case.title}")
        self.setAccessibleDescription(why)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        state = Chip(*chip)
        self._slot = QWidget()
        slot = QHBoxLayout(self._slot)
        slot.setContentsMargins(0, 0, 0, 0)
        slot.addWidget(state)
        slot.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(2)
        middle.addWidget(Elided(task.case.title, "heading"))
        middle.addWidget(Elided(why, "muted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self._slot)
        row.addLayout(middle, 1)
        row.addWidget(words(task.case.number, "muted"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        self._slot.setFixedWidth(current().px(96))
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        self._slot.setFixedWidth(current().px(96))
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()


class TaskList(Card):
    """The most urgent first. ``open_case(id)`` opens one, ``open_all()`` the ledger."""

    def __init__(self, open_case: Callable[[UUID], object], open_all: Callable[[], object]) -> None:
        super().__init__(self.tr("To do"), flush=True)
        self._open_case, self._open_all = open_case, open_all
        self.rows: list[TaskRow] = []
        self._more: list[QWidget] = []
        self.empty = Empty(
            "circle-check",
            self.tr("Nothing is due"),
            self.tr("No case is overdue, due within a week or waiting to be struck off."),
        )
        self.body.setSpacing(0)
        self.body.setContentsMargins(6, 0, 6, 0)
        self.add(self.empty)
        self.body.addStretch(1)

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        """Show what is due."""
        for part in (*self.rows, *self._more):
            self.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.rows = [self._row(task) for task in tasks[:AT_MOST]]
        left = len(tasks) - len(self.rows)
        text = self.tr("{count} more in the ledger").format(count=left)
        self._more = [link(text, self._open_all)] if left else []
        for number, part in enumerate((*self.rows, *self._more)):
            self.body.insertWidget(number, part)
            part.show()  # only what is shown takes the focus
        self.empty.setVisible(not tasks)
        count = self.tr("by time limit · {count}").format(count=len(tasks))
        self.set_note(count if tasks else "")

    def _row(self, task: Task) -> TaskRow:
        row = TaskRow(task, self._why(task), self._chip(task))
        row.clicked.connect(partial(self._open, task.case.id))
        return row

    def _open(self, case_id: UUID, _checked: bool = False) -> None:
        self._open_case(case_id)

    def _chip(self, task: Task) -> tuple[str, Tone]:
        if task.why == Why.TO_STRIKE_OFF:
            return self.tr("to strike off"), Tone.ACCENT
        return days_left(task.days_left), days_tone(task.days_left)

    def _why(self, task: Task) -> str:
        case = task.case
        if task.why == Why.TO_STRIKE_OFF:
            ended = names.conclusion(case.conclusion or "")
            text = self.tr("{ended} by {name}; another person checks and strikes it off")
            return text.format(ended=ended, name=case.handler or "—")
        return f"{arithmetic(case.registered_on, case.due_on)} · {article()}"
