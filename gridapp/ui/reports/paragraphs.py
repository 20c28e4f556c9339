"""A paragraph of the report that is edited where it stands."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from gridapp.ui.tokens import current

_LINE, _EDGES, _LEAST = 22, 20, 1


class Paragraph(QPlainTextEdit):
    """As high as its text; Tab leaves it, Enter belongs to it."""

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)

    def show_text(self, text: str) -> None:
        """Show a text, without a word from ``textChanged``; the one that is typed stays."""
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        lines = max(_LEAST, round(self.document().size().height()))
        line = max(current().px(_LINE), self.fontMetrics().lineSpacing())
        return QSize(current().px(240), lines * line + _EDGES)

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(160), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
