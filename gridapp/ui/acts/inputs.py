"""The inputs of an act, all worked alike: a value, and the same as JSON for the draft."""

from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from gridapp.domain.money import fen, yuan
from gridapp.ui.tokens import current
from gridapp.ui.widgets.dates import DayEdit


class Input(Protocol):
    """What the form of an act needs of an input. ``wide``: it takes a line of its own."""

    wide: bool
    touched: SignalInstance

    def value(self) -> Any:
        """What was entered."""

    def fault(self) -> str:
        """What cannot be understood about it, in a sentence; empty when all can."""

    def kept(self) -> Any:
        """What was entered as a JSON value."""

    def put_back(self, kept: Any) -> None:
        """Show again what a draft has kept, without a word from ``touched``."""


class Understood:
    """For inputs into which nothing wrong can be typed."""

    def fault(self) -> str:
        """Nothing is wrong with it."""
        return ""


_LINE, _EDGES = 20, 14
"""Heights in px at 100 %."""


class Text(Understood, QPlainTextEdit):
    """Some sentences, as high as ``lines``. Enter belongs to the text."""

    wide = True
    touched = Signal()

    def __init__(self, start: str = "", lines: int = 3) -> None:
        super().__init__(start)
        self.setTabChangesFocus(True)
        self.setFixedHeight(current().px(lines * _LINE) + _EDGES)
        self._stand_behind()
        self.textChanged.connect(self.touched)

    def value(self) -> str:
        """What was written."""
        return self.toPlainText().strip()

    kept = value

    def put_back(self, kept: Any) -> None:
        """Show a draft."""
        self.blockSignals(True)
        self.setPlainText(str(kept))
        self._stand_behind()
        self.blockSignals(False)

    def _stand_behind(self) -> None:
        """What is typed goes on after what stands there, not before it."""
        self.moveCursor(QTextCursor.MoveOperation.End)


class Line(Understood, QLineEdit):
    """A few words on one line."""

    wide = False
    touched = Signal()

    def __init__(self, start: str = "", *, wide: bool = False) -> None:
        super().__init__(start)
        self.wide = wide
        self.textEdited.connect(self.touched)

    def value(self) -> Any:
        """What was written."""
        return self.text().strip()

    def kept(self) -> str:
        """As it was typed."""
        return self.text()

    def put_back(self, kept: Any) -> None:
        """Show a draft."""
        self.setText(str(kept))


class Money(Line):
    """Yuan as people write them; the value is in fen, None while nothing is entered."""

    def __init__(self, start: int | None = None) -> None:
        super().__init__("" if start is None else yuan(start))

    def value(self) -> int | None:
        """The sum in fen."""
        return fen(self.text()) if self.text().strip() else None

    def fault(self) -> str:
        """Whether it is a sum at all."""
        try:
            self.value()
        except ValueError:
            return self.tr("This is no sum of money. Write it like 1200 or 1.5万.")
        return ""


class Number(Line):
    """A whole number; 0 while nothing is entered."""

    def __init__(self, start: int = 0) -> None:
        super().__init__(str(start or ""))

    def value(self) -> int:
        """The number."""
        return int(self.text().strip() or 0)

    def fault(self) -> str:
        """Whether it is a number at all."""
        text = self.text().strip()
        return "" if not text or text.isdecimal() else self.tr("Write a whole number.")


class Day(Understood, DayEdit):
    """A day."""

    wide = False
    touched = Signal()

    def __init__(self, start: date) -> None:
        super().__init__(start)
        self.dateChanged.connect(self.touched)

    def value(self) -> date:
        """The day."""
        return self.day()

    def kept(self) -> str:
        """``2026-11-22``."""
        return self.day().isoformat()

    def put_back(self, kept: Any) -> None:
        """Show a draft."""
        self.blockSignals(True)
        self.show_day(date.fromisoformat(str(kept)))
        self.blockSignals(False)


class Tick(Understood, QCheckBox):
    """Yes or no, its words beside it."""

    wide = False
    touched = Signal()

    def __init__(self, text: str, *, start: bool = False) -> None:
        super().__init__(text)
        self.setChecked(start)
        self.toggled.connect(self.touched)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    kept = value

    def put_back(self, kept: Any) -> None:
        """Show a draft."""
        self.blockSignals(True)
        self.setChecked(bool(kept))
        self.blockSignals(False)
