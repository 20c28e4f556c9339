"""The roster on the whole screen of a hall, in large type, one slide after the other."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from gridapp.reports.slides import PER_SLIDE, Slide, SlideLine
from gridapp.ui.tokens import Colors, current

SECONDS = 12
"""How long a slide stands while they run by themselves."""
_KEYS_HEIGHT = 0.05
"""Of the screen: the line at the foot with page and keys."""


class SlideShow(QWidget):
    """A window of its own. Right, Space, Page Down: next; Left, Page Up: back; A: by itself."""

    _forward: ClassVar = {Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Down}
    _back: ClassVar = {Qt.Key.Key_Left, Qt.Key.Key_Backspace, Qt.Key.Key_PageUp, Qt.Key.Key_Up}

    def __init__(self, title: str, slides: Sequence[Slide], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._title, self._slides = title, tuple(slides)
        self._number = 0
        self._timer = QTimer(self)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.go_on)
        self._tell()

    @property
    def number(self) -> int:
        """The slide in sight, from 0."""
        return self._number

    @property
    def runs(self) -> bool:
        """Whether the slides change by themselves."""
        return self._timer.isActive()

    def go_on(self, step: int = 1) -> None:
        """The next slide, after the last the first again."""
        self._number = (self._number + step) % len(self._slides)
        self._tell()
        self.update()

    def run(self, runs: bool) -> None:
        """Let the slides change by themselves, or stop them."""
        if runs:
            self._timer.start()
        else:
            self._timer.stop()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in self._forward:
            self.go_on()
        elif key in self._back:
            self.go_on(-1)
        elif key == Qt.Key.Key_Home:
            self.go_on(-self._number)
        elif key == Qt.Key.Key_A:
            self.run(not self.runs)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.go_on(-1 if event.button() == Qt.MouseButton.RightButton else 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors, slide = current().colors, self._slides[self._number]
        painter.fillRect(self.rect(), QColor(colors.background))
        tall, wide = float(self.height()), float(self.width())
        band = QRectF(0, 0, wide, tall * 0.19)
        painter.fillRect(band, QColor(colors.accent))
        side = wide * 0.05
        head = band.adjusted(side, 0, -side, 0)
        _write(painter, head, self._title, tall * 0.075, colors.on_accent, bold=True)
        _write(painter, head, slide.heading, tall * 0.05, colors.on_accent, right=True)
        room = QRectF(side, band.bottom() + tall * 0.03, wide - 2 * side, tall * 0.7)
        _paint_lines(painter, room, slide.lines, colors)
        foot = QRectF(side, tall * (1 - _KEYS_HEIGHT) - tall * 0.012, wide - 2 * side, tall * 0.05)
        size = tall * 0.026
        _write(painter, foot, self._keys(), size, colors.muted)
        page = f"{self._number + 1} / {len(self._slides)}"
        _write(painter, foot, page, size, colors.muted, right=True)
        painter.end()

    def _keys(self) -> str:
        runs = self.tr("A stops the slides") if self.runs else self.tr("A lets the slides run")
        return self.tr("← → turn the page · {runs} · Esc ends").format(runs=runs)

    def _tell(self) -> None:
        """What a screen reader says of the slide."""
        slide = self._slides[self._number]
        said = [f"{one.day} {one.leader} {one.post} {one.hours} {one.place}" for one in slide.lines]
        self.setAccessibleName(" ".join([self._title, slide.heading]))
        self.setAccessibleDescription("\n".join(said))


def _paint_lines(
    painter: QPainter, room: QRectF, lines: Sequence[SlideLine], colors: Colors
) -> None:
    """Four rows at most; one or two stand in the middle, as high as half the room."""
    gap = room.height() * 0.03
    count = PER_SLIDE if len(lines) > 2 else 2
    high = (room.height() - gap * (count - 1)) / count
    spare = room.height() - len(lines) * (high + gap) + gap
    top = room.y() + (spare / 2 if count == 2 else 0)
    for place, line in enumerate(lines):
        box = QRectF(room.x(), top + place * (high + gap), room.width(), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.surface))
        painter.drawRoundedRect(box, high * 0.05, high * 0.05)
        painter.fillRect(QRectF(box.x(), box.y(), box.width() * 0.008, high), QColor(colors.accent))
        side = box.width() * 0.03
        _paint_line(painter, box.adjusted(side, 0, -side, 0), line, colors)


def _paint_line(painter: QPainter, box: QRectF, line: SlideLine, colors: Colors) -> None:
    """The day; leader and post; hours, place and field."""
    high, wide = box.height(), box.width()
    day = QRectF(box.x(), box.y(), wide * 0.27, high)
    who = QRectF(day.right() + wide * 0.02, box.y(), wide * 0.33, high)
    where = QRectF(who.right() + wide * 0.02, box.y(), wide * 0.36, high)
    _write(painter, day, line.day, high * 0.26, colors.accent, bold=True)
    name, post = _parts(who, 0.6, 0.4)
    _write(painter, name, line.leader, high * 0.34, colors.text, bold=True)
    _write(painter, post, line.post, high * 0.2, colors.muted)
    for part, text, ink in zip(
        _parts(where, 0.33, 0.34, 0.33),
        (line.hours, line.place, line.field),
        (colors.text, colors.text, colors.muted),
        strict=True,
    ):
        _write(painter, part, text, high * 0.235, ink)


def _parts(box: QRectF, *shares: float) -> list[QRectF]:
    """The box, a little lower at both ends, cut into lines by their shares of its height."""
    high, y = box.height() * 0.8, box.y() + box.height() * 0.1
    found = []
    for share in shares:
        found.append(QRectF(box.x(), y, box.width(), high * share))
        y += high * share
    return found


def _write(
    painter: QPainter,
    box: QRectF,
    text: str,
    size: float,
    ink: str,
    *,
    bold: bool = False,
    right: bool = False,
) -> None:
    """One line, made smaller until it fits."""
    font = QFont(painter.font())
    font.setBold(bold)
    font.setPixelSize(max(8, int(size)))
    while font.pixelSize() > 8 and QFontMetricsF(font).horizontalAdvance(text) > box.width():
        font.setPixelSize(font.pixelSize() - 1)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)
