"""The list of what is due: each line says why, and opens its place."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gridapp.ui.today.lines import Line, line
from gridapp.ui.tokens import current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.elided import Elided
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.words import link, words
from gridapp.usecases.today import Group, Urgency

CHIP_WIDTH = 96


class TaskRow(QPushButton):
    """One thing to do; a button, so that Tab, the arrows and Enter work as everywhere."""

    def __init__(self, shown: Line) -> None:
        super().__init__()
        self.setProperty("flat_link", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{shown.chip} {shown.title}")
        self.setAccessibleDescription(shown.why)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._slot = QWidget()
        slot = QHBoxLayout(self._slot)
        slot.setContentsMargins(0, 0, 0, 0)
        slot.addWidget(Chip(shown.chip, shown.tone))
        slot.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(2)
        middle.addWidget(Elided(shown.title, "heading"))
        middle.addWidget(Elided(shown.why, "muted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self._slot)
        row.addLayout(middle, 1)
        row.addWidget(words(shown.note, "muted"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        self._slot.setFixedWidth(current().px(CHIP_WIDTH))
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        self._slot.setFixedWidth(current().px(CHIP_WIDTH))
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()


class TaskList(Card):
    """The most urgent first. ``go(page, argument)`` opens the place of a line, or the cases of
    those that are not shown.
    """

    def __init__(self, go: Callable[[str, object], object]) -> None:
        super().__init__(self.tr("To do"), flush=True)
        self._go = go
        self.rows: list[TaskRow] = []
        self.more: list[QPushButton] = []
        self._parts: list[QWidget] = []
        self.empty = Empty(
            "circle-check",
            self.tr("Nothing is due"),
            self.tr("No limit, task, feedback, reception or round asks for anything this week."),
        )
        self.body.setSpacing(0)
        self.body.setContentsMargins(6, 0, 6, 0)
        self.add(self.empty)
        self.body.addStretch(1)

    def show_groups(self, groups: Sequence[Group], today: date) -> None:
        """Show what is due."""
        for part in self._parts:
            self.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.rows, self.more, self._parts = [], [], []
        for group in groups:
            self._show_group(group, today)
        for number, part in enumerate(self._parts):
            self.body.insertWidget(number, part)
            part.show()  # only what is shown takes the focus
        self.empty.setVisible(not groups)
        total = sum(group.total for group in groups)
        self.set_note(self.tr("by urgency · {count}").format(count=total) if total else "")

    def _show_group(self, group: Group, today: date) -> None:
        self._parts.append(self._head(group))
        for item in group.items:
            shown = line(item, today)
            row = TaskRow(shown)
            row.clicked.connect(partial(self._open, shown.opens))
            self.rows.append(row)
            self._parts.append(row)

    def _head(self, group: Group) -> QWidget:
        """The name of a group; at its right what is not shown of it."""
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 6, 12, 0)
        row.addWidget(words(self._heading(group), "muted"))
        row.addStretch(1)
        left = group.total - len(group.items)
        if left and group.more:
            text = self.tr("{count} more").format(count=left)
            more = link(text, partial(self._go, "disputes", group.more))
            more.setAccessibleName(f"{self._heading(group)} {text}")
            self.more.append(more)
            row.addWidget(more)
        return head

    def _heading(self, group: Group) -> str:
        texts = {
            Urgency.LATE: self.tr("Late · {count}"),
            Urgency.SOON: self.tr("Within a week · {count}"),
            Urgency.WAITING: self.tr("Waiting · {count}"),
        }
        return texts[group.urgency].format(count=group.total)

    def _open(self, place: tuple[str, object], _checked: bool = False) -> None:
        self._go(*place)
