"""Layouts that answer to the width: a row that wraps, and two columns that stack."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayoutItem, QVBoxLayout, QWidget

from gridapp.ui.tokens import current
from gridapp.ui.widgets.item_layout import ItemLayout


class FlowLayout(ItemLayout):
    """Items side by side, on as many lines as they need; from the right when ``right``."""

    def __init__(self, parent: QWidget | None = None, *, right: bool = False, gap: int = 8) -> None:
        super().__init__(parent)
        self._right = right
        self._heights: dict[int, int] = {}
        self.setSpacing(gap)

    def set_right(self, right: bool) -> None:
        """Gather the items at the right, or at the left; what stands so already is not laid anew,
        or a layout around it that says so each time would never come to rest.
        """
        if right != self._right:
            self._right = right
            self.invalidate()

    def heightForWidth(self, width: int) -> int:
        """Asked a dozen times of each width while a page is laid: told from memory."""
        if width not in self._heights:
            self._heights[width] = self._lay(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights = {}
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._visible()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._visible():
            size = size.expandedTo(item.minimumSize())
        return size

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in self._visible():
            wide = item.sizeHint().width()
            if lines[-1] and used + wide > width:
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += wide + self.spacing()
        return lines

    def _lay(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            hints = [item.sizeHint() for item in line]
            total = sum(hint.width() for hint in hints) + self.spacing() * (len(line) - 1)
            x = rect.right() + 1 - total if self._right else rect.x()
            tall = max((hint.height() for hint in hints), default=0)
            for item, hint in zip(line, hints, strict=True):
                if move:
                    at = QPoint(max(x, rect.x()), y + (tall - hint.height()) // 2)
                    item.setGeometry(QRect(at, hint))
                x += hint.width() + self.spacing()
            y += tall + self.spacing()
        return max(0, y - rect.y() - self.spacing())


class Columns(QWidget):
    """A wide left column and a right one, which goes below when there is too little room.

    ``right_width`` and ``stack_below`` are px at 100 % and grow with the text.
    """

    def __init__(self, right_width: int = 340, stack_below: int = 860) -> None:
        super().__init__()
        self._right_width, self._stack_below = right_width, stack_below
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        self._right_side = QWidget()
        self._right_side.setLayout(self.right)
        self.right.setContentsMargins(0, 0, 0, 0)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for box in (self.left, self.right, self._box):
            box.setSpacing(16)
        self._box.addLayout(self.left, 1)
        self._box.addWidget(self._right_side)
        self.left.addStretch(1)
        self.right.addStretch(1)

    def add_left(self, part: QWidget, stretch: int = 0) -> None:
        """Add to the wide column; with a ``stretch`` the part takes the spare height."""
        self.left.insertWidget(self.left.count() - 1, part, stretch)
        if stretch:
            self.left.setStretch(self.left.count() - 1, 0)

    def add_right(self, part: QWidget) -> None:
        """Add to the narrow column; spare room stays below."""
        self.right.insertWidget(self.right.count() - 1, part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = current()
        stacked = self.width() < theme.px(self._stack_below)
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._right_side.setFixedWidth(self.width() if stacked else theme.px(self._right_width))
        self._box.setDirection(way)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to let the columns be stacked at all."""
        hint = super().minimumSizeHint()
        narrow = max(self.left.minimumSize().width(), self.right.minimumSize().width())
        return QSize(min(narrow, hint.width()), hint.height())
