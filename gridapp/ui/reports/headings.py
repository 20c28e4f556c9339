"""A table heading of two lines: groups above, their columns below."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from gridapp.reports.tables import Heading
from gridapp.ui.tokens import current

_PAD = 10


class GroupedHeader(QHeaderView):
    """Painted by hand: Qt's headings have no groups."""

    def __init__(self, headings: Sequence[Heading], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._groups: list[tuple[Heading, int]] = []
        """For each column its heading and the first column of that heading."""
        for heading in headings:
            first = len(self._groups)
            self._groups += [(heading, first)] * heading.width
        self._deep = any(heading.parts for heading in headings)

    def sizeHint(self) -> QSize:
        line = current().px(26)
        return QSize(super().sizeHint().width(), line * (2 if self._deep else 1) + 6)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        theme = current()
        heading, first = self._groups[logical]
        painter.save()
        painter.fillRect(rect, QColor(theme.colors.surface))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(theme.colors.line))
        font = self.font()
        font.setPixelSize(theme.px(13))
        painter.setFont(font)
        painter.setPen(QColor(theme.colors.muted))
        if heading.parts:
            self._paint_group(painter, rect, heading, first)
            lower = rect.adjusted(_PAD, rect.height() // 2, -_PAD, 0)
            painter.drawText(lower, _right(), heading.parts[logical - first])
        else:
            texts = logical == 0 or heading.wide
            side = Qt.AlignmentFlag.AlignLeft if texts else _right()
            inner = rect.adjusted(_PAD, 0, -_PAD, -6)
            painter.drawText(inner, side | Qt.AlignmentFlag.AlignBottom, heading.text)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, heading: Heading, first: int) -> None:
        """The words stand over the whole group; each section paints its own part of them."""
        left = self.sectionViewportPosition(first)
        wide = sum(self.sectionSize(first + part) for part in range(heading.width))
        upper = QRect(left, rect.y(), wide, rect.height() // 2)
        painter.save()
        painter.setClipRect(rect)
        painter.drawText(upper.adjusted(_PAD, 0, -_PAD, 0), _right(), heading.text)
        line = QColor(current().colors.line)
        painter.fillRect(left + _PAD, upper.bottom(), wide - 2 * _PAD, 1, line)
        painter.restore()


def _right() -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
