"""Inputs that offer what there is to choose: one of a few, a unit, a person."""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from gridapp.ui.acts.inputs import Understood
from gridapp.ui.acts.lined import Lined
from gridapp.ui.widgets.even import EvenGrid
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.words import button, set_property, words


class Choice(Understood, QWidget):
    """One of a few, all in sight; below them what the chosen one means."""

    wide = True
    touched = Signal()

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        start: str = "",
        meanings: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self._chosen, self._meanings = "", meanings
        self.meaning = words("", "muted", wrap=True)
        self.buttons: dict[str, QPushButton] = {}
        grid = EvenGrid(130)
        for value, text in options:
            made = button(text, partial(self.choose, value))
            made.setToolTip(meanings.get(value, ""))
            self.buttons[value] = made
            grid.add(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(grid)
        column.addWidget(self.meaning)
        self.meaning.hide()
        self.put_back(start)
        self.setFocusProxy(self.buttons.get(start) or next(iter(self.buttons.values())))

    def choose(self, value: str) -> None:
        """Choose one."""
        self.put_back(value)
        self.touched.emit()

    def value(self) -> str:
        """The chosen one, "" while none is."""
        return self._chosen

    kept = value

    def put_back(self, kept: Any) -> None:
        """Show a draft."""
        self._chosen = str(kept or "")
        for value, made in self.buttons.items():
            set_property(made, "chosen", value == self._chosen)
            made.setAccessibleDescription(self.tr("chosen") if value == self._chosen else "")
        self.meaning.setText(self._meanings.get(self._chosen, ""))
        self.meaning.setVisible(bool(self.meaning.text()))


class Pick(Understood, QComboBox):
    """One of several, in a list that opens."""

    wide = False
    touched = Signal()

    def __init__(self, options: Sequence[tuple[str, str]], start: str = "") -> None:
        super().__init__()
        for value, text in options:
            self.addItem(text, value)
        self.put_back(start)
        self.currentIndexChanged.connect(self.touched)

    def value(self) -> Any:
        """The chosen one."""
        return self.kept()

    def kept(self) -> str:
        """The chosen one as text."""
        return str(self.currentData())

    def put_back(self, kept: Any) -> None:
        """Show a draft."""
        self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(str(kept))))
        self.blockSignals(False)


class Unit(Pick):
    """A unit of the tree."""

    def __init__(self, units: Mapping[UUID, str], start: UUID | None = None) -> None:
        listed = [(str(id_), name) for id_, name in units.items()]
        nothing = QCoreApplication.translate("Unit", "Choose a unit")
        super().__init__([("", nothing), *listed], str(start or ""))

    def value(self) -> UUID | None:
        """The chosen unit, None while none is."""
        return UUID(self.kept()) if self.kept() else None


class Person(Lined):
    """A name: typed, or taken from those offered, each with a word about them."""

    def __init__(self, offered: Sequence[tuple[str, str]] = (), start: str = "") -> None:
        super().__init__(start)
        self.offered = QWidget()
        flow = FlowLayout(self.offered)
        for name, about in offered:
            made = button(f"{name} {about}".strip(), partial(self._take, name))
            made.setProperty("tight", True)
            flow.addWidget(made)
        self.column.addWidget(self.offered)
        if not offered:
            self.offered.hide()

    def _take(self, name: str) -> None:
        self.line.setText(name)
        self.line.setFocus()
        self.touched.emit()
