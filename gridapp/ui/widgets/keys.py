"""Big buttons that show the key that presses them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from gridapp.ui.tokens import Tone, current
from gridapp.ui.widgets.shortcuts import bind


class KeyButton(QPushButton):
    """A word with its key cap; the key works while ``scope`` or a child of it is shown.

    The cap and the word are painted, centred together; ``small`` for the lesser choices.
    """

    def __init__(
        self,
        key: str,
        text: str,
        pressed: Callable[[], object],
        tone: Tone = Tone.NEUTRAL,
        *,
        small: bool = False,
        scope: QWidget | None = None,
    ) -> None:
        super().__init__(text)
        self._cap = key
        self._tone = tone
        self.setProperty("key", str(tone))
        self.setProperty("small", small)
        self.setAccessibleName(f"{text} ({key})")
        wide = QSizePolicy.Policy.Maximum if small else QSizePolicy.Policy.Expanding
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self._pressed = pressed
        self.clicked.connect(self._on_clicked)
        if scope is not None:
            bind(scope, key, self.click).setAutoRepeat(False)

    def _on_clicked(self) -> None:
        self._pressed()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        hint = super().sizeHint()
        return QSize(hint.width() + self._cap_width() + current().px(10), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def _cap_width(self) -> int:
        height = QFontMetrics(self.font()).height()
        return max(height, QFontMetrics(self.font()).horizontalAdvance(self._cap) + height // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        metrics = QFontMetrics(self.font())
        cap, gap = self._cap_width(), current().px(10)
        left = (self.width() - cap - gap - metrics.horizontalAdvance(self.text())) / 2
        self._paint_cap(
            painter, QRectF(left, (self.height() - metrics.height()) / 2, cap, metrics.height())
        )
        painter.setPen(self._ink())
        rest = QRectF(left + cap + gap, 0, self.width(), self.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _ink(self) -> QColor:
        colors = current().colors
        if not self.isEnabled():
            return QColor(colors.muted)
        return QColor(colors.text if self._tone is Tone.NEUTRAL else colors.ink(self._tone))

    def _paint_cap(self, painter: QPainter, box: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ink(), 1))
        painter.drawRoundedRect(box, 4, 4)
        font = self.font()
        font.setPixelSize(max(10, round(font.pixelSize() * 0.8)))
        painter.save()
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._cap)
        painter.restore()
