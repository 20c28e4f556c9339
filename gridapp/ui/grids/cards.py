"""How the card of a micro-grid is painted: name, size, leader, households in walking order."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gridapp.store.households.households import HouseholdLine
from gridapp.ui import words as names
from gridapp.ui.grids.sizing import size_text, size_tone
from gridapp.ui.tokens import Tone, current
from gridapp.usecases.grids.grid_board import MicroGrid

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
CARD_ROLE = int(Qt.ItemDataRole.UserRole) + 1
MOST_LINES = 12
"""Lines of households on a card, two households a line; the rest is counted."""

_GAP, _PAD, _HEAD, _LINE = 10, 12, 58, 24


def card_size(width: int, households: int) -> QSize:
    """The room of a card, its gap included, for the longest micro-grid of the village."""
    px = current().px
    lines = max(3, min(MOST_LINES, -(-households // 2)))
    return QSize(width, px(_HEAD + lines * _LINE + _PAD + _GAP))


def leader_text(grid: MicroGrid) -> str:
    """Who leads it, with identity; or that nobody does."""
    if not grid.leaders:
        return translate("cards", "Leader: vacant")
    return "、".join(f"{post.holder} · {names.identity(post.identity)}" for post in grid.leaders)


class CardDelegate(QStyledItemDelegate):
    """Painted, not built of widgets: a village may have forty of them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        return view.gridSize() if isinstance(view, QListView) else QSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        grid: MicroGrid = index.data(CARD_ROLE)
        px = current().px
        rect: QRect = option.rect
        card = rect.adjusted(0, 0, -px(_GAP), -px(_GAP))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        _surface(painter, card, bool(option.state & QStyle.StateFlag.State_Selected))
        inner = card.adjusted(px(_PAD), px(8), -px(_PAD), -px(6))
        _head(painter, inner, option.font, grid)
        body = inner.adjusted(0, px(_HEAD - 8), 0, 0)
        _households(painter, body, grid.households)
        painter.restore()


def _surface(painter: QPainter, card: QRect, chosen: bool) -> None:
    colors = current().colors
    painter.setPen(QPen(QColor(colors.accent if chosen else colors.line), 2 if chosen else 1))
    painter.setBrush(QColor(colors.surface))
    painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 8, 8)


def _head(painter: QPainter, inner: QRect, font: QFont, grid: MicroGrid) -> None:
    theme = current()
    tone = size_tone(len(grid.households))
    size = size_text(len(grid.households))
    small = QFont(font)
    small.setPixelSize(theme.px(13))
    metrics = QFontMetrics(small)
    wide = metrics.horizontalAdvance(size) + theme.px(14)
    line = theme.px(24)
    chip = QRect(inner.right() - wide + 1, inner.y(), wide, line)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colors.soft(tone)))
    painter.drawRoundedRect(chip, 5, 5)
    painter.setFont(small)
    painter.setPen(QColor(theme.colors.ink(tone)))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, size)
    bold = QFont(font)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(QColor(theme.colors.text))
    name = QRect(inner.x(), inner.y(), inner.width() - wide - theme.px(8), line)
    _write(painter, name, grid.name)
    painter.setFont(small)
    painter.setPen(QColor(theme.colors.muted if grid.leaders else theme.colors.ink(Tone.RED)))
    _write(painter, QRect(inner.x(), inner.y() + line, inner.width(), line), leader_text(grid))


def _households(painter: QPainter, body: QRect, lines: tuple[HouseholdLine, ...]) -> None:
    theme = current()
    painter.setPen(QColor(theme.colors.line))
    painter.drawLine(body.topLeft(), body.topRight())
    step = theme.px(_LINE)
    shown = lines if len(lines) <= 2 * MOST_LINES else lines[: 2 * MOST_LINES - 1]
    rows = -(-max(len(shown), 1) // 2)
    half = (body.width() - theme.px(12)) // 2
    for place, line in enumerate(shown):
        x = body.x() + (place // rows) * (half + theme.px(12))
        _household(painter, QRect(x, body.y() + 4 + place % rows * step, half, step), line)
    if len(shown) < len(lines):
        left = QRect(body.right() - half, body.y() + 4 + (rows - 1) * step, half, step)
        more = translate("cards", "… and {count} more")
        painter.setPen(QColor(theme.colors.muted))
        painter.drawText(
            left, Qt.AlignmentFlag.AlignVCenter, more.format(count=len(lines) - len(shown))
        )


def _household(painter: QPainter, rect: QRect, line: HouseholdLine) -> None:
    theme = current()
    number = theme.px(24)
    painter.setPen(QColor(theme.colors.muted))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, f"{line.walk_order:02d}")
    people = translate("cards", "{count} p.").format(count=line.members)
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, people)
    wide = painter.fontMetrics().horizontalAdvance(people) + theme.px(6)
    painter.setPen(QColor(theme.colors.text))
    _write(painter, rect.adjusted(number, 0, -wide, 0), line.head)


def _write(painter: QPainter, rect: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
