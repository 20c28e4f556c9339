"""Help beside the page: its help text, and the sheet of shortcuts."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gridapp.host.resources import resource
from gridapp.ui import icons
from gridapp.ui.tokens import current
from gridapp.ui.widgets.shortcuts import bind_escape
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
        self._text.setProperty("role", "help")
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self._follow)
        self._keys = QScrollArea()
        self._keys.setWidgetResizable(True)
        self._shown = QStackedWidget()
        self._shown.addWidget(self._text)
        self._shown.addWidget(self._keys)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.addLayout(head)
        column.addWidget(self._shown, 1)
        self.hide()
        bind_escape(self, self.shut)

    def show_help(self, key: str, title: str) -> None:
        """Show ``resources/help/<key>.md``, or say that this page has none."""
        self._open(title, self._text)
        self._read(key)

    def show_keys(self, keys: Iterable[tuple[str, str]]) -> None:
        """Show the keys, each with what it does."""
        sheet = QWidget()
        sheet.setProperty("role", "sheet")
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 8, 4, 8)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        row = 0
        for row, (key, what) in enumerate(keys):
            grid.addWidget(words(key, "keycap"), row, 0, top | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(words(what, wrap=True), row, 1)
        grid.setRowStretch(row + 1, 1)
        self._keys.setWidget(sheet)
        self._keys.setAccessibleName(self.tr("Shortcuts"))
        self._open(self.tr("Shortcuts"), self._keys)

    def shut(self) -> None:
        """Close the panel."""
        self.hide()
        self.closed.emit()

    def _read(self, key: str) -> None:
        """The first line of a help text is its title, which the panel shows by itself."""
        path = resource("help", f"{key}.md")
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        title, _, body = text.partition("\n")
        if title.startswith("# "):
            self._title.setText(title.removeprefix("# "))
        self._text.setAccessibleName(self._title.text())
        self._text.setMarkdown(body or self.tr("There is no help for this page yet."))
        self._space_out()

    def _space_out(self) -> None:
        """Room between paragraphs, which Markdown does not ask for."""
        cursor = self._text.textCursor()
        block = self._text.document().begin()
        while block.isValid():
            shape = block.blockFormat()
            shape.setBottomMargin(current().px(8))
            cursor.setPosition(block.position())
            cursor.setBlockFormat(shape)
            block = block.next()

    def _follow(self, link: QUrl) -> None:
        """A link of a help page leads to another one, ``documents.md``, and nowhere else."""
        self._read(link.fileName().removesuffix(".md"))

    def _open(self, title: str, part: QWidget) -> None:
        self._title.setText(title)
        self._shown.setCurrentWidget(part)
        self.setFixedWidth(min(current().px(300), self.window().width() * 2 // 5))
        self.show()
        part.setFocus()
