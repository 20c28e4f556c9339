"""The global search: a box in the top bar, and its hits in a panel inside the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gridapp.ui.background import Background
from gridapp.ui.tokens import current
from gridapp.ui.widgets.words import Elided, words


@dataclass(frozen=True)
class Hit:
    """One answer of the search: two lines of text, and the page that it opens with what."""

    title: str
    detail: str
    page: str
    argument: object


Search = Callable[[str], Sequence[Hit]]
"""From what was typed to the hits, best first; runs on the database thread."""


class SearchBox(QLineEdit):
    """Ctrl+K comes here. Down and Up walk the hits, Enter opens, Escape closes.

    The panel is a child of the window, never a popup: Chinese input fails in popups.
    """

    opened = Signal(str, object)

    def __init__(self, background: Background, search: Search, panel_parent: QWidget) -> None:
        super().__init__()
        self._background, self._search = background, search
        self._hits: tuple[Hit, ...] = ()
        self.panel = _Panel(panel_parent)
        self.panel.list.itemClicked.connect(self._on_item)
        self.setProperty("role", "search")
        self.setPlaceholderText(self.tr("Name, phone tail, address or case number"))
        self.setAccessibleName(self.tr("Search"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._key = words("Ctrl K", "keycap")
        self._key.setParent(self)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._on_text)

    def show_hits(self, text: str, hits: Sequence[Hit]) -> None:
        """Show the hits for a text, unless something else has been typed meanwhile."""
        if text != self.text().strip() or not self.hasFocus():
            return
        self._hits = tuple(hits)
        self.panel.fill(self._hits, self.tr("Nothing found for “{text}”").format(text=text))
        below = self.mapTo(self.panel.room, QPoint(0, self.height() + 4))
        self.panel.place(below, self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and self._hits:
            self.panel.step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hits:
            self._open(max(0, self.panel.list.currentRow()))
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self.panel.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.panel.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._key.adjustSize()
        self.setTextMargins(0, 0, 0 if self.text() else self._key.width() + 4, 0)
        self._key.move(
            self.width() - self._key.width() - 10, (self.height() - self._key.height()) // 2
        )

    def sizeHint(self) -> QSize:
        return QSize(200, max(36, super().sizeHint().height()))

    def _on_text(self, text: str) -> None:
        wanted = text.strip()
        self._key.setVisible(not text)
        self.setTextMargins(0, 0, 0 if text else self._key.width() + 4, 0)
        if not wanted:
            self._hits = ()
            self.panel.hide()
            return
        search = self._search
        self._background.run(
            self, lambda: search(wanted), lambda hits: self.show_hits(wanted, hits)
        )

    def _on_item(self, item: QListWidgetItem) -> None:
        self._open(self.panel.list.row(item))

    def _open(self, number: int) -> None:
        hit = self._hits[number]
        self.clear()
        self.panel.hide()
        self.opened.emit(hit.page, hit.argument)


class _Panel(QFrame):
    """The hits; it never has the focus, the box drives it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.room = parent
        self.setProperty("role", "panel")
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Hits"))
        self.nothing = words("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self.hide()

    def fill(self, hits: Sequence[Hit], nothing: str) -> None:
        self.list.clear()
        for hit in hits:
            item = QListWidgetItem(self.list)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.title} {hit.detail}")
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(8, 0, 8, 0)
            row.addWidget(Elided(hit.title, "heading"))
            row.addStretch(1)
            row.addWidget(Elided(hit.detail, "muted"))
            item.setSizeHint(QSize(0, current().px(36)))
            self.list.setItemWidget(item, line)
        self.list.setVisible(bool(hits))
        self.nothing.setText(nothing)
        self.nothing.setVisible(not hits)
        self.list.setCurrentRow(0)

    def step(self, by: int) -> None:
        if self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + by) % self.list.count())

    def place(self, at: QPoint, least_width: int) -> None:
        room = self.room.rect()
        lines = max(1, min(8, self.list.count()))
        width = min(max(least_width, current().px(420)), room.width() - at.x() - 8)
        height = min(lines * current().px(36) + 24, room.height() - at.y() - 8)
        self.setGeometry(at.x(), at.y(), width, height)
        self.show()
        self.raise_()
