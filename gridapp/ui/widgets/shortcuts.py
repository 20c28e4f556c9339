"""The keys of a part of a page: they work while the focus is in it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

SAVE = ("Ctrl+Return", "Ctrl+Enter", "F9")
"""Enter alone belongs to the text, and to the input method."""


def bind(
    part: QWidget, keys: str | QKeySequence.StandardKey, act: Callable[[], object]
) -> QShortcut:
    """Let these keys do ``act``."""
    shortcut = QShortcut(QKeySequence(keys), part)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)
    return shortcut


def bind_save(form: QWidget, save: Callable[[], object]) -> None:
    """Let the keys that save a form, the same in all of them, do ``save``."""
    for keys in SAVE:
        bind(form, keys, save)


def bind_escape(part: QWidget, leave: Callable[[], object]) -> None:
    """Let Escape do ``leave``, unless what has the focus makes use of it, as an open list does."""
    _Escape(part, leave)


class _Escape(QObject):
    """Not a shortcut: that would take the key from what has the focus."""

    def __init__(self, part: QWidget, leave: Callable[[], object]) -> None:
        super().__init__(part)
        self._leave = leave
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self._leave()
            return True
        return False
