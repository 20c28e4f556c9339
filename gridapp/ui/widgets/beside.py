"""A layout of two parts: beside each other where both fit on one line, else one below the other."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from gridapp.ui.widgets.item_layout import ItemLayout

_GAP = 12


class BesideLayout(ItemLayout):
    """Worked out from the width alone, so that the page around it never has to guess twice.

    ``left_width`` says how wide the left part is on one line; ``placed`` is told whether the
    right part stands beside it.
    """

    def __init__(
        self,
        parent: QWidget,
        left: QWidget,
        right: QWidget,
        left_width: Callable[[], int],
        placed: Callable[[bool], None],
    ) -> None:
        super().__init__(parent)
        self._left_width, self._placed = left_width, placed
        self.addWidget(left)
        self.addWidget(right)

    def heightForWidth(self, width: int) -> int:
        left, right = self._rects(QRect(0, 0, width, 0))
        return max(left.bottom(), right.bottom()) + 1

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._placed(self._beside(rect.width()))
        for item, part in zip(self._items, self._rects(rect), strict=True):
            item.setGeometry(part)

    def sizeHint(self) -> QSize:
        width = self._left_width() + _GAP + self._items[1].sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        left, right = (item.minimumSize() for item in self._items)
        return QSize(max(left.width(), right.width()), max(left.height(), right.height()))

    def _beside(self, width: int) -> bool:
        return self._left_width() + _GAP + self._items[1].sizeHint().width() <= width

    def _rects(self, rect: QRect) -> tuple[QRect, QRect]:
        left, right = self._items
        if not self._beside(rect.width()):
            above = _height(left, rect.width())
            below = _height(right, rect.width())
            top = rect.y() + above + (_GAP if below else 0)
            return (
                QRect(rect.x(), rect.y(), rect.width(), above),
                QRect(rect.x(), top, rect.width(), below),
            )
        hint = right.sizeHint()
        room = rect.width() - hint.width() - _GAP
        tall = max(_height(left, room), hint.height())
        return (
            QRect(rect.x(), rect.y(), room, tall),
            QRect(rect.right() + 1 - hint.width(), rect.y(), hint.width(), tall),
        )


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
