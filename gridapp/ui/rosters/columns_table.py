"""The columns of a sheet as a table: what each was taken for, changed in place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QStyleOptionViewItem, QWidget

from gridapp.rosters.proposal import HARMLESS, DropReason, MatchedColumn, SheetReading
from gridapp.ui.rosters.column_words import choices, masked, taken_for
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.cells import CellDelegate
from gridapp.ui.widgets.rows import Column, RowModel
from gridapp.ui.widgets.table import DataTable

Index = QModelIndex | QPersistentModelIndex
SAMPLES = 3
TAKEN_FOR = 1
"""The number of the column that can be changed."""


@dataclass(frozen=True)
class Taken:
    """A column with the texts of the first rows."""

    column: MatchedColumn
    samples: tuple[str, ...]

    @property
    def can_be_taken(self) -> bool:
        """Whether the person may say what it is; some columns are never imported."""
        return not self.column.drop or DropReason(self.column.drop) in HARMLESS


class ColumnsTable(DataTable[Taken]):
    """``told(column number, field)``: the person says what it is; "" for nothing of ours."""

    told = Signal(int, str)

    def __init__(self, name: str) -> None:
        columns = self._columns()
        super().__init__(name, columns, identity=lambda t: t.column.index)
        self._model: RowModel[Taken] = _Model(columns, self)
        self.setModel(self._model)
        self.setItemDelegate(_Choosing(self))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)

    def show_sheet(self, sheet: SheetReading) -> None:
        """Show the columns of a sheet on its first rows."""
        self.show_rows(_taken(sheet))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            return  # the key that closes the editor
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and plain:
            self.edit(self._model.index(self.currentIndex().row(), TAKEN_FOR))
        else:
            super().keyPressEvent(event)

    def _columns(self) -> tuple[Column[Taken], ...]:
        columns = [
            Column[Taken](self.tr("Heading"), lambda t: t.column.heading, 120, stretch=2),
            Column[Taken](
                self.tr("Taken for"), lambda t: taken_for(t.column.field), 124, tone=_tone
            ),
            Column[Taken](self.tr("Sure"), _confidence, 72, right=True),
        ]
        for number in range(SAMPLES):
            title = self.tr("Row {number}").format(number=number + 1)
            columns.append(Column[Taken](title, _sample(number), 128, stretch=1))
        return tuple(columns)


class _Model(RowModel[Taken]):
    """Only what a column was taken for can be changed."""

    def __init__(self, columns: Sequence[Column[Taken]], table: ColumnsTable) -> None:
        super().__init__(columns, lambda _row: False, table)
        self._table = table

    def flags(self, index: Index) -> Qt.ItemFlag:
        row, flags = self.row(index.row()), super().flags(index)
        if index.column() == TAKEN_FOR and row is not None and row.can_be_taken:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index.row())
        if row is None or value == (row.column.field or ""):
            return False
        self._table.told.emit(row.column.index, value)
        return True


class _Choosing(CellDelegate):
    """Opens a list of the fields in the cell."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QComboBox:
        box = QComboBox(parent)
        for field, word in choices().items():
            box.addItem(word, field)
        box.activated.connect(self._decide)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        model = index.model()
        assert isinstance(editor, QComboBox) and isinstance(model, _Model)  # noqa: S101
        row = model.row(index.row())
        editor.setCurrentIndex(editor.findData((row.column.field or "") if row else ""))

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        assert isinstance(editor, QComboBox)  # noqa: S101
        model.setData(index, editor.currentData())

    def _decide(self) -> None:
        """Taken from the open list: no second Enter is needed."""
        editor = self.sender()
        if isinstance(editor, QComboBox):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)


def _taken(sheet: SheetReading) -> Sequence[Taken]:
    return [
        Taken(column, tuple(masked(column.field, row[place]) for row in sheet.sample[:SAMPLES]))
        for place, column in enumerate(sheet.columns)
    ]


def _tone(taken: Taken) -> Tone:
    if taken.column.field is None:
        return Tone.NEUTRAL
    return Tone.GREEN if taken.column.confidence >= 1 else Tone.AMBER


def _confidence(taken: Taken) -> str:
    if taken.column.told:
        return QCoreApplication.translate("ColumnsTable", "confirmed")
    return "—" if taken.column.field is None else f"{taken.column.confidence:.0%}"


def _sample(number: int) -> Callable[[Taken], str]:
    return lambda taken: taken.samples[number] if number < len(taken.samples) else ""
