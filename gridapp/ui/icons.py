"""Icons: SVGs of one family (lucide, ISC), tinted to a token colour and kept."""

from functools import lru_cache
from weakref import WeakSet

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from shiboken6 import isValid

from gridapp.host.resources import resource
from gridapp.ui.tokens import current

_GAP = 0.35
"""Between the icon and the word of a push button."""
_NAME, _INK, _SIDE = "icon_name", "icon_ink", "icon_side"
_tinted: WeakSet[QWidget] = WeakSet()
"""Those that show an icon. ``QApplication.allWidgets`` would wrap Qt's inner widgets in Python
and crash when one of them has died meanwhile."""


@lru_cache(maxsize=256)
def icon(name: str, color: str, side: int, gap: float = 0.0) -> QIcon:
    """The icon ``resources/icons/<name>.svg`` drawn in a colour such as ``#1D5FA8``.

    ``side`` is in px, for plain and for fine screens; ``gap`` is empty room at its right, as a
    share of its side.
    Raises FileNotFoundError for a name that is not shipped.
    """
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(text.replace("currentColor", color).encode()))
    made = QIcon()
    for fine in (1, 2):
        made.addPixmap(_drawn(renderer, fine * side, fine * round(side * (1 + gap))))
    return made


def put(widget: QAbstractButton | QLabel, name: str, ink: str = "text", side: int = 18) -> None:
    """Show an icon that follows the theme. ``ink`` is a field of Colors, ``side`` px at 100 %."""
    widget.setProperty(_NAME, name)
    widget.setProperty(_INK, ink)
    widget.setProperty(_SIDE, side)
    _tinted.add(widget)
    _tint(widget)


def retint() -> None:
    """Draw every icon again after the theme has changed."""
    for widget in list(_tinted):
        if isValid(widget):
            _tint(widget)


def _tint(widget: QWidget) -> None:
    theme = current()
    name, ink = str(widget.property(_NAME)), getattr(theme.colors, str(widget.property(_INK)))
    side = theme.px(float(widget.property(_SIDE)))
    if isinstance(widget, QAbstractButton):
        gap = _GAP if isinstance(widget, QPushButton) and widget.text() else 0.0
        widget.setIcon(icon(name, ink, side, gap))
        widget.setIconSize(QSize(round(side * (1 + gap)), side))
    elif isinstance(widget, QLabel):
        drawn = icon(name, ink, side)
        widget.setPixmap(drawn.pixmap(QSize(side, side), widget.devicePixelRatioF()))


def _drawn(renderer: QSvgRenderer, side: int, width: int) -> QPixmap:
    pixmap = QPixmap(width, side)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap
