"""The rail at the left: one button with icon and word for each page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gridapp.ui import icons
from gridapp.ui.tokens import current


@dataclass(frozen=True)
class RailEntry:
    """A page as the rail shows it; ``icon`` is a file name of resources/icons."""

    key: str
    icon: str
    title: str


class Rail(QFrame):
    """Alt+1 to Alt+9 open a page from anywhere, arrow keys move inside the rail."""

    picked = Signal(str)

    def __init__(self, entries: Sequence[RailEntry]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAccessibleName(self.tr("Pages"))
        self._entries = tuple(entries)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        self._buttons: list[QToolButton] = []
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(8, 8, 7, 8)
        self._column.setSpacing(4)
        for number, entry in enumerate(self._entries):
            self._add(number, entry)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self._size()

    def mark(self, key: str) -> None:
        """Show which page is open."""
        for number, entry in enumerate(self._entries):
            if entry.key == key:
                button = self._group.button(number)
                button.setChecked(True)
                self._area.ensureWidgetVisible(button)
                if self.isAncestorOf(self.focusWidget() or self):
                    button.setFocus()
                self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        number = (self._group.checkedId() + step) % len(self._entries)
        self._group.button(number).setFocus()
        self._group.button(number).click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def _add(self, number: int, entry: RailEntry) -> None:
        button = QToolButton()
        button.setText(entry.title)
        button.setAccessibleName(entry.title)
        button.setProperty("rail", True)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        icons.put(button, entry.icon, "muted", 20)
        self._group.addButton(button, number)
        self._buttons.append(button)
        self._column.addWidget(button)
        if number < 9:
            button.setToolTip(f"{entry.title} (Alt+{number + 1})")
            shortcut = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(button.click)

    def _on_clicked(self, number: int) -> None:
        self._tint()
        self.picked.emit(self._entries[number].key)

    def _tint(self) -> None:
        for number, entry in enumerate(self._entries):
            button = self._group.button(number)
            icons.put(button, entry.icon, "accent" if button.isChecked() else "muted", 20)

    def _size(self) -> None:
        """Full height where there is room, else lower, then words alone, and at last it scrolls."""
        font = self.font()
        font.setPixelSize(current().px(12))
        font.setBold(True)
        words = max(
            (QFontMetrics(font).horizontalAdvance(entry.title) for entry in self._entries),
            default=0,
        )
        self.setFixedWidth(max(88, words + 28))
        count = max(1, len(self._entries))
        least = current().px(20) + QFontMetrics(font).height() + 10
        room = (self.height() - 16) // count - self._column.spacing()
        styles = Qt.ToolButtonStyle
        with_icon = room >= least
        tall = min(current().px(60), room) if with_icon else max(current().px(28), room)
        for button in self._buttons:
            button.setFixedHeight(tall)
            button.setToolButtonStyle(
                styles.ToolButtonTextUnderIcon if with_icon else styles.ToolButtonTextOnly
            )
