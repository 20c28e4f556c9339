"""A photo as large as the window, which nothing leaves: no file is written."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from gridapp.ui.tokens import current

_SHADE, _INK = QColor(16, 20, 26), QColor("white")
_CLOSEST, _STEP = 6.0, 1.25


class FileViewer(QWidget):
    """Lies over its parent. ``stepped(-1 or 1)``: the photo before or after. ``closed``."""

    stepped = Signal(int)
    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._image, self._title = QImage(), ""
        self._zoom, self._at = 1.0, QPointF()
        self._held = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._over = over
        over.installEventFilter(self)
        self.hide()

    def show_photo(self, title: str, image: QImage) -> None:
        """Show a photo whole; it has the keyboard until it is closed."""
        self._image, self._title = image, title
        self._zoom, self._at = 1.0, QPointF()
        self.setAccessibleName(title)
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.setFocus()
        self.update()

    def close_photo(self) -> None:
        """Back to what lies below; nothing of the photo stays in memory."""
        self._image = QImage()
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, far = Qt.Key, self.height() / 8
        moves = {
            keys.Key_Left: QPointF(far, 0),
            keys.Key_Right: QPointF(-far, 0),
            keys.Key_Up: QPointF(0, far),
            keys.Key_Down: QPointF(0, -far),
        }
        key = Qt.Key(event.key())
        if key in (keys.Key_Escape, keys.Key_Return, keys.Key_Enter):
            self.close_photo()
        elif key in (keys.Key_Plus, keys.Key_Equal):
            self._zoom_by(_STEP)
        elif key == keys.Key_Minus:
            self._zoom_by(1 / _STEP)
        elif key in moves and self._zoom > 1:
            self._at += moves[key]
            self.update()
        elif key in (keys.Key_Left, keys.Key_PageUp):
            self.stepped.emit(-1)
        elif key in (keys.Key_Right, keys.Key_PageDown, keys.Key_Space):
            self.stepped.emit(1)

    def focusNextPrevChild(self, next: bool) -> bool:
        return True  # Tab stays here: what lies below cannot be seen

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._zoom > 1:
            self._at += event.position() - self._held
            self._held = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._zoom == 1 and (event.position() - self._held).manhattanLength() < 4:
            self.close_photo()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom_by(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _SHADE)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._place(), self._image)
        line = QRectF(0, 0, self.width(), current().px(40))
        painter.fillRect(line, QColor(16, 20, 26, 200))
        painter.setPen(_INK)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self._title)
        painter.drawText(
            line.translated(0, self.height() - line.height()),
            Qt.AlignmentFlag.AlignCenter,
            self.tr("← → another photo    + − larger, smaller    Esc back"),
        )
        painter.end()

    def _place(self) -> QRectF:
        """Where the photo is drawn: whole between the two lines, or larger by the zoom."""
        margin = current().px(44)
        room = QRectF(self.rect()).adjusted(8, margin, -8, -margin)
        size = self._image.deviceIndependentSize()
        if size.isEmpty():
            return QRectF()
        share = min(room.width() / size.width(), room.height() / size.height(), 1.0) * self._zoom
        drawn = QRectF(QPointF(), size * share)
        drawn.moveCenter(room.center() + self._at)
        return drawn

    def _zoom_by(self, times: float) -> None:
        self._zoom = min(max(self._zoom * times, 1.0), _CLOSEST)
        if self._zoom == 1:
            self._at = QPointF()
        self.update()
