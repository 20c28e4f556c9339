"""Help beside the page: its help text, and the sheet of shortcuts."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QToolButton, QVBoxLayout

from gridapp.host.resources import resource
from gridapp.ui import icons
from gridapp.ui.tokens import current
from gridapp.ui.widgets.words import words


class HelpPanel(QFrame):
    """A side panel, so that the page stays in sight. Escape closes it."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._title = words("", "heading")
        close = QToolButton()
        close.setAccessibleName(self.tr("Close"))
        icons.put(close, "x", "muted", 18)
        close.clicked.connect(self.shut)
        self._text = QTextBrowser()
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setOpenLinks(False)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.addLayout(head)
        column.addWidget(self._text, 1)
        self.hide()

    def show_help(self, key: str, title: str) -> None:
        """Show ``resources/help/<key>.md``, or say that this page has none."""
        path = resource("help", f"{key}.md")
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        self._open(title, text or self.tr("There is no help for this page yet."))

    def show_keys(self, keys: Iterable[tuple[str, str]]) -> None:
        """Show the keys, each with what it does."""
        rows = "\n".join(f"| `{key}` | {what} |" for key, what in keys)
        table = f"| {self.tr('Key')} | {self.tr('What it does')} |\n|---|---|\n{rows}\n"
        self._open(self.tr("Shortcuts"), table)

    def shut(self) -> None:
        """Close the panel."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def _open(self, title: str, markdown: str) -> None:
        self._title.setText(title)
        self._text.setAccessibleName(title)
        self._text.setMarkdown(markdown)
        self.setFixedWidth(current().px(300))
        self.show()
        self._text.setFocus()
