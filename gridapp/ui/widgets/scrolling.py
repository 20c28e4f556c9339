"""A part of a card that scrolls by itself, so that what stands below it stays in sight."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from gridapp.ui.tokens import current


class Scrolling(QScrollArea):
    """Transparent; asks for ``height`` px (at 100 %) and takes what there is."""

    def __init__(self, inner: QWidget, height: int = 120) -> None:
        super().__init__()
        self._inner, self._height = inner, height
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def sizeHint(self) -> QSize:
        return QSize(current().px(200), current().px(self._height))

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inner.minimumSizeHint().width() + bar, current().px(96))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What has the focus is in sight."""
        if now is not None and self._inner.isAncestorOf(now):
            self.ensureWidgetVisible(now)
