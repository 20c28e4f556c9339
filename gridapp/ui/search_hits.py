"""Hits of the global search under headings of their groups."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gridapp.ui.tokens import current
from gridapp.ui.widgets.elided import Elided
from gridapp.ui.widgets.words import words


@dataclass(frozen=True)
class Hit:
    """One answer of the search: what it is, what is known of it, and the page that it opens with
    what. Hits of a group follow each other; ``why`` says where the text was found.
    """

    title: str
    detail: str
    page: str
    argument: object
    group: str = ""
    why: str = ""


NUMBER = Qt.ItemDataRole.UserRole
"""Of a line: the place of its hit; a heading has none."""

_MOST_HEIGHT = 440


class HitPanel(QFrame):
    """The hits under headings of their groups; it never has the focus, the box drives it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.room = parent
        self.setProperty("role", "panel")
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Hits"))
        self.nothing = words("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self.hide()

    def fill(self, hits: Sequence[Hit], nothing: str) -> None:
        self.list.clear()
        group = ""
        for number, hit in enumerate(hits):
            if hit.group != group:
                group = hit.group
                self._add(words(group, "muted"), group, Qt.ItemFlag.NoItemFlags, 28)
            both = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            text = f"{hit.title} {hit.detail} {hit.why}".strip()
            self._add(_line(hit), text, both, 36).setData(NUMBER, number)
        self.list.setVisible(bool(hits))
        self.nothing.setText(nothing)
        self.nothing.setVisible(not hits)
        self._choose(0)

    def step(self, by: int) -> None:
        if self.list.count():
            self._choose(self.chosen() + by)

    def chosen(self) -> int:
        """The place of the hit that Enter opens."""
        item = self.list.currentItem()
        return int(item.data(NUMBER)) if item is not None else 0

    def _choose(self, number: int) -> None:
        """Go to a hit, round at both ends; its heading stays in sight."""
        rows = [row for row in range(self.list.count()) if self._number(row) is not None]
        if rows:
            row = rows[number % len(rows)]
            if row and self._number(row - 1) is None:
                self.list.scrollToItem(self.list.item(row - 1))
            self.list.setCurrentRow(row)

    def _number(self, row: int) -> int | None:
        number: int | None = self.list.item(row).data(NUMBER)
        return number

    def _add(self, line: QWidget, text: str, flags: Qt.ItemFlag, height: int) -> QListWidgetItem:
        item = QListWidgetItem(self.list)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
        item.setFlags(flags)
        item.setSizeHint(QSize(0, current().px(height)))
        self.list.setItemWidget(item, line)
        return item

    def place(self, at: QPoint, least_width: int) -> None:
        room = self.room.rect()
        heights = sum(self.list.item(row).sizeHint().height() for row in range(self.list.count()))
        width = min(max(least_width, current().px(560)), room.width() - at.x() - 8)
        lines = min(max(heights, current().px(36)), current().px(_MOST_HEIGHT))
        height = min(lines + 24, room.height() - at.y() - 8)
        self.setGeometry(at.x(), at.y(), width, height)
        self.show()
        self.raise_()


def _line(hit: Hit) -> QWidget:
    """What was found, and at the right why and where."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(8, 0, 8, 0)
    row.addWidget(Elided(hit.title, "heading"))
    row.addStretch(1)
    row.addWidget(Elided(" · ".join(filter(None, (hit.why, hit.detail))), "muted"))
    return line
