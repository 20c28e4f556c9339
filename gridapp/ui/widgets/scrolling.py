"""A part of a card that scrolls by itself, so that what stands below it stays in sight."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from gridapp.ui.tokens import current


def bring_into_sight(part: QWidget) -> None:
    """Scroll the page around a part that was just filled, once it has been laid out."""
    QTimer.singleShot(0, part, lambda: _scroll_to(part))


def _scroll_to(part: QWidget) -> None:
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None and part.isVisible():
        around.ensureWidgetVisible(part, 0, current().px(8))


class Scrolling(QScrollArea):
    """Transparent; asks for ``height`` px (at 100 %) and takes what there is."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner, self._height = inner, 120
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def set_height(self, height: int) -> None:
        """Ask for another height."""
        self._height = height
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(current().px(200), current().px(self._height))

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(
            self._inner.minimumSizeHint().width() + bar, current().px(min(self._height, 96))
        )
