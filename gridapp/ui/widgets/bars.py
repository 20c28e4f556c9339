"""A small chart of horizontal bars, as in the weekly report."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gridapp.ui.tokens import Tone, current


@dataclass(frozen=True)
class BarRow:
    """One bar: its name, the share of its track from 0.0 to 1.0, and the value in words."""

    name: str
    share: float
    value: str
    tone: Tone = Tone.ACCENT


class BarChart(QWidget):
    """Name, bar and value on one line each; the value is always written out."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows: tuple[BarRow, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: tuple[BarRow, ...]) -> None:
        """Show other bars."""
        self._rows = rows
        self.setAccessibleDescription("; ".join(f"{row.name} {row.value}" for row in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(current().px(240), current().px(26) * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(theme.px(13))
        painter.setFont(font)
        metrics = QFontMetrics(font)
        names = max((metrics.horizontalAdvance(row.name) for row in self._rows), default=0)
        names = min(names + theme.px(4), self.width() * 2 // 5)
        values = max((metrics.horizontalAdvance(row.value) for row in self._rows), default=0)
        for index, row in enumerate(self._rows):
            line = QRectF(0, index * theme.px(26), self.width(), theme.px(26))
            self._paint_row(painter, row, line, names, values)
        painter.end()

    def _paint_row(
        self, painter: QPainter, row: BarRow, line: QRectF, names: int, values: int
    ) -> None:
        theme = current()
        gap, tall = theme.px(12), theme.px(12)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(theme.colors.text))
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, names)
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(QColor(theme.colors.muted))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, row.value)
        wide = max(0.0, line.width() - names - values - 2 * gap)
        track = QRectF(names + gap, line.center().y() - tall / 2, wide, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colors.line))
        painter.drawRoundedRect(track, 3, 3)
        painter.setBrush(QColor(theme.colors.ink(row.tone)))
        track.setWidth(wide * max(0.0, min(1.0, row.share)))
        painter.drawRoundedRect(track, 3, 3)
