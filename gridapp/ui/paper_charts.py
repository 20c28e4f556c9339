"""Paints a chart on paper as Word draws it: the values written out, told apart in grey as well."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from gridapp.reports.charts import Chart, ChartKind
from gridapp.reports.excel_charts import COLORS

_INK, _LINE = QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.lightGray)
_TITLE, _SMALL = 15, 12
"""px of letters at 96 dots to the inch."""
_GAP, _WORDS = 6.0, 18.0
"""Around words; height of a line of them."""
_FILLED = 0.62
"""Share of its room that a group of bars takes."""
_MIDDLE = Qt.AlignmentFlag.AlignCenter


def paint_chart(painter: QPainter, place: QRectF, chart: Chart) -> None:
    """Fill the place, in dots of 96 to the inch."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_INK)
    painter.setFont(_font(_TITLE, bold=True))
    top = QRectF(place.x(), place.y() + _GAP, place.width(), _WORDS + _GAP)
    painter.drawText(top, _MIDDLE, chart.title)
    painter.setFont(_font(_SMALL))
    inner = place.adjusted(2 * _GAP, top.height() + 2 * _GAP, -2 * _GAP, -_GAP)
    if len(chart.series) > 1:
        inner.setBottom(inner.bottom() - _WORDS)
        _paint_legend(painter, QRectF(inner.x(), inner.bottom(), inner.width(), _WORDS), chart)
    if chart.kind == ChartKind.COLUMNS:
        _paint_columns(painter, inner, chart)
    else:
        _paint_bars(painter, inner, chart)
    painter.restore()


def _font(size: int, *, bold: bool = False) -> QFont:
    font = QFont("SimSun")
    font.setPixelSize(size)
    font.setBold(bold)
    return font


def _most(chart: Chart) -> int:
    return max((value for one in chart.series for value in one.values), default=0) or 1


def _paint_columns(painter: QPainter, inner: QRectF, chart: Chart) -> None:
    """Upright: a group for each name, its value above each column."""
    room, most = inner.width() / len(chart.names), _most(chart)
    names = [_folded(painter, name, room) for name in chart.names]
    below = _WORDS * (2 if any("\n" in name for name in names) else 1)
    floor = inner.bottom() - below - _GAP
    high = floor - inner.top() - _WORDS
    wide = room * _FILLED / len(chart.series)
    for group, name in enumerate(names):
        left = inner.left() + group * room
        painter.setPen(_INK)
        painter.drawText(QRectF(left, floor + _GAP / 2, room, below), _MIDDLE, name)
        for number, series in enumerate(chart.series):
            value = series.values[group]
            x = left + room * (1 - _FILLED) / 2 + number * wide
            column = QRectF(x, floor - high * value / most, wide, high * value / most)
            painter.fillRect(column, QColor(COLORS[number]))
            above = QRectF(x - wide, column.top() - _WORDS, 3 * wide, _WORDS)
            painter.drawText(above, _MIDDLE, f"{value:,}")
    painter.setPen(_LINE)
    painter.drawLine(QLineF(inner.left(), floor, inner.right(), floor))


def _folded(painter: QPainter, name: str, room: float) -> str:
    """From a day to a day, on two lines where one has no room."""
    wide = QFontMetricsF(painter.font(), painter.device()).horizontalAdvance(name)
    return name if wide + _GAP <= room else name.replace("-", "-\n")


def _paint_bars(painter: QPainter, inner: QRectF, chart: Chart) -> None:
    """Lying below each other, the first on top: name, bar, value."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    names = max(map(metrics.horizontalAdvance, chart.names))
    names = min(names, inner.width() / 3)
    (series,), most = chart.series[:1], _most(chart)
    left = inner.left() + names + _GAP
    wide, tall = inner.right() - left - 5 * _GAP, inner.height() / len(chart.names)
    for place, (name, value) in enumerate(zip(chart.names, series.values, strict=True)):
        line = QRectF(inner.left(), inner.top() + place * tall, names, tall)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)
        bar = QRectF(left, line.center().y() - tall * _FILLED / 2, wide * value / most, 0)
        bar.setHeight(tall * _FILLED)
        painter.fillRect(bar, QColor(COLORS[0]))
        after = QRectF(bar.right() + _GAP, line.top(), 5 * _GAP, tall)
        painter.drawText(
            after, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"{value:,}"
        )
    painter.setPen(_LINE)
    painter.drawLine(QLineF(left, inner.top(), left, inner.bottom()))


def _paint_legend(painter: QPainter, line: QRectF, chart: Chart) -> None:
    """The series in the middle, each with its colour."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    box = _SMALL * 0.8
    widths = [box + _GAP + metrics.horizontalAdvance(one.name) + 2 * _GAP for one in chart.series]
    x = line.center().x() - sum(widths) / 2
    for number, (series, wide) in enumerate(zip(chart.series, widths, strict=True)):
        painter.fillRect(QRectF(x, line.center().y() - box / 2, box, box), QColor(COLORS[number]))
        words = QRectF(x + box + _GAP, line.top(), wide, line.height())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, flags, series.name)
        x += wide
