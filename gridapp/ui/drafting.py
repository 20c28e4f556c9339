"""Keeps a half-written form while somebody types, and gives it back after a crash."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from gridapp.ui.services import Services
from gridapp.usecases import drafts

AUTOSAVE_MS = 800
"""After the last key press."""


class Drafting(QObject):
    """``read`` gives the form as JSON values, ``write`` puts them back.

    ``restored``: a draft was found and put back.
    """

    restored = Signal()

    def __init__(
        self,
        services: Services,
        read: Callable[[], dict[str, Any]],
        write: Callable[[dict[str, Any]], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services, self._read, self._write = services, read, write
        self._key = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_MS)
        self._timer.timeout.connect(self.keep_now)

    @property
    def key(self) -> str:
        """The draft that is open, "" when none is."""
        return self._key

    def open(self, key: str) -> None:
        """From now on the form is the draft ``key``; what is kept under it comes back."""
        self._key = key
        desk = self._services.desk

        def put_back(body: dict[str, Any] | None) -> None:
            if body is not None and key == self._key and not self._timer.isActive():
                self._write(body)
                self._timer.stop()
                self.restored.emit()

        self._services.background.run(self, lambda: drafts.find(desk, key), put_back)

    def touch(self) -> None:
        """The person has changed something."""
        if self._key:
            self._timer.start()

    def keep_now(self) -> None:
        """Keep what is typed without waiting."""
        self._timer.stop()
        if self._key:
            desk, key, body = self._services.desk, self._key, self._read()
            self._services.background.run(self, lambda: drafts.keep(desk, key, body))

    def leave(self) -> None:
        """The form is left half-written: keep what was touched."""
        if self._timer.isActive():
            self.keep_now()
        self._key = ""

    def drop(self) -> None:
        """The form was saved: forget the draft."""
        self._timer.stop()
        desk, key, self._key = self._services.desk, self._key, ""
        if key:
            self._services.background.run(self, lambda: drafts.drop(desk, key))
