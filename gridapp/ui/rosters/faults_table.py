"""The faults of a roster at their rows; what stands in the cell is put right in place."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyleOptionViewItem, QWidget

from gridapp.rosters.check import masked
from gridapp.rosters.handling import Place
from gridapp.rosters.proposal import NOTICES, Fault, Roster
from gridapp.ui import messages
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.cells import CellDelegate
from gridapp.ui.widgets.rows import Column, RowModel
from gridapp.ui.widgets.table import DataTable

Index = QModelIndex | QPersistentModelIndex
VALUE = 5
"""The number of the column that can be changed."""


class FaultsTable(DataTable[Fault]):
    """``put_right(fault, text)``: what shall stand in its cell."""

    put_right = Signal(object, str)

    def __init__(self, name: str) -> None:
        self._names: Mapping[tuple[str, int], str] = {}
        self._waiting: dict[Place, str] = {}
        columns = self._columns()
        super().__init__(name, columns, identity=_place_of)
        self._model: RowModel[Fault] = _Model(columns, self)
        self.setModel(self._model)
        self.setItemDelegate(_Writing(self))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)

    def show_roster(self, roster: Roster) -> None:
        """Show the faults, the graver first; the place in the list is kept."""
        number = self.currentIndex().row()
        self._names = _names(roster)
        self._waiting = {}
        grave = sorted(roster.faults, key=lambda fault: fault.code in NOTICES)
        self.show_rows(grave)
        if number >= 0 and grave and not self.currentIndex().isValid():
            self.choose_number(min(number, len(grave) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            return  # the key that closes the editor
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.edit(self._model.index(self.currentIndex().row(), VALUE))
        else:
            super().keyPressEvent(event)

    def write(self, fault: Fault, text: str) -> None:
        """Show a text as written until the file has been read with it."""
        if text != fault.cell:
            self._waiting[_place_of(fault)] = text
            self.put_right.emit(fault, text)
            self.viewport().update()

    def _columns(self) -> tuple[Column[Fault], ...]:
        return (
            Column[Fault](self.tr("Sheet"), lambda f: f.sheet or "—", 72),
            Column[Fault](self.tr("Row"), lambda f: str(f.row), 52, right=True),
            Column[Fault](self.tr("Full name"), self._name, 76),
            Column[Fault](self.tr("Column"), lambda f: f.column or "—", 96, stretch=1),
            Column[Fault](self.tr("Problem"), _what, 150, stretch=3, ink=_ink),
            Column[Fault](self.tr("In the cell"), self._value, 140, stretch=1, ink=self._value_ink),
        )

    def _name(self, fault: Fault) -> str:
        return self._names.get((fault.sheet, fault.row), "")

    def _value(self, fault: Fault) -> str:
        waiting = self._waiting.get(_place_of(fault))
        return (
            masked(fault) if waiting is None else self.tr("{text} · checking…").format(text=waiting)
        )

    def _value_ink(self, fault: Fault) -> Tone | None:
        return Tone.ACCENT if _place_of(fault) in self._waiting else None


class _Model(RowModel[Fault]):
    """The cells of the file can be written in, where there is one to write in."""

    def __init__(self, columns: Sequence[Column[Fault]], table: FaultsTable) -> None:
        super().__init__(columns, lambda _row: False, table)
        self._table = table

    def flags(self, index: Index) -> Qt.ItemFlag:
        row, flags = self.row(index.row()), super().flags(index)
        if index.column() == VALUE and row is not None and row.index >= 0:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if role == Qt.ItemDataRole.EditRole and row is not None:
            return row.cell
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index.row())
        if row is None:
            return False
        self._table.write(row, str(value).strip())
        return True


class _Writing(CellDelegate):
    """Opens a line in the cell, with what stands in the file."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        line = QLineEdit(parent)
        line.setAccessibleName(str(index.model().index(index.row(), VALUE - 1).data()))
        return line


def _place_of(fault: Fault) -> Place:
    return (fault.sheet, fault.row, fault.index)


def _names(roster: Roster) -> dict[tuple[str, int], str]:
    """Who stands in a row: the first of several."""
    found: dict[tuple[str, int], str] = {}
    for household in roster.households:
        for member in household.members:
            found.setdefault((household.sheet, member.row), member.name)
    return found


def _what(fault: Fault) -> str:
    return messages.sentence(fault.code)


def _ink(fault: Fault) -> Tone:
    return Tone.NEUTRAL if fault.code in NOTICES else Tone.AMBER
