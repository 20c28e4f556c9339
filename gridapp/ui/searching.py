"""The global search: a box in the top bar, and its hits in a panel inside the window."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QSizePolicy, QWidget

from gridapp.ui.background import Background
from gridapp.ui.search_hits import NUMBER, Hit, HitPanel
from gridapp.ui.widgets.words import words

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
        self._wanted = ""
        self.panel = HitPanel(panel_parent)
        self.panel.list.itemClicked.connect(self._on_item)
        self.setProperty("role", "search")
        self.setPlaceholderText(self.tr("Name, pinyin, phone tail, address or number"))
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
            self._open(self.panel.chosen())
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
        self._wanted = wanted = text.strip()
        self._key.setVisible(not text)
        self.setTextMargins(0, 0, 0 if text else self._key.width() + 4, 0)
        if not wanted:
            self._hits = ()
            self.panel.hide()
            return
        self._background.run(
            self, lambda: self._find(wanted), lambda hits: self.show_hits(wanted, hits)
        )

    def _find(self, wanted: str) -> Sequence[Hit]:
        """On the database thread; what is no longer in the box is not looked for."""
        return self._search(wanted) if wanted == self._wanted else ()

    def _on_item(self, item: QListWidgetItem) -> None:
        number = item.data(NUMBER)
        if number is not None:
            self._open(number)

    def _open(self, number: int) -> None:
        hit = self._hits[number]
        self.clear()
        self.panel.hide()
        self.opened.emit(hit.page, hit.argument)
