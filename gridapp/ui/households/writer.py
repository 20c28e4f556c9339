"""A line in a cell of a table to write in. What cannot be understood stays open, with a word."""

from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gridapp.ui.households.written import UnreadError, read
from gridapp.ui.widgets.cells import CellDelegate

Index = QModelIndex | QPersistentModelIndex
_KEYS = Qt.Key
_NEXT = (_KEYS.Key_Return, _KEYS.Key_Enter, _KEYS.Key_Tab)
_STEPS = {_KEYS.Key_Up: -1, _KEYS.Key_Down: 1}


class Cell(NamedTuple):
    """What a cell holds: the field, whether its value is masked, whether its row is a new one; of
    whom it is, and at which revision.
    """

    field: str
    masked: bool
    empty: bool
    sex: str
    person: UUID | None
    revision: int


class CellWriter(CellDelegate):
    """Enter and Tab go to the next cell, Up and Down to the same of the next row, Esc leaves it.

    ``unread(sentence)``: what stands there cannot be understood; "" when it can again.
    ``written(Cell, value)``: into the cell as it was when it was opened.
    """

    unread = Signal(str)
    written = Signal(object, object)

    def __init__(self, table: QTableView, cell: Callable[[int, int], Cell]) -> None:
        super().__init__(table)
        self._table, self._cell = table, cell
        self._opened = Cell("", masked=False, empty=True, sex="0", person=None, revision=0)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("role", "cell")
        heading = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(heading))
        cell, text = self._cell(index.row(), index.column()), str(index.data() or "")
        self._opened = cell
        if cell.masked:
            editor.setPlaceholderText(text)
        elif not cell.empty:
            editor.setText(text)
            editor.selectAll()
        editor.textEdited.connect(lambda _text: self.unread.emit(""))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What is being written is not written over when the table is shown again."""

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QLineEdit) and editor.isModified():
            found = self._read(editor)
            if found is not None:
                editor.setModified(False)
                self.written.emit(self._opened, found[0])

    def eventFilter(self, editor: Any, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = _KEYS(event.key())
            if key == _KEYS.Key_Escape:
                self.unread.emit("")
            elif key in (*_NEXT, *_STEPS, _KEYS.Key_Backtab):
                return self._leave(editor, key)
        return super().eventFilter(editor, event)

    def _leave(self, editor: QLineEdit, key: Qt.Key) -> bool:
        index = self._table.currentIndex()
        if editor.isModified() and self._read(editor) is None:
            return True
        hints = QAbstractItemDelegate.EndEditHint
        hint = hints.EditNextItem if key in _NEXT else hints.NoHint
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hints.EditPreviousItem if key == _KEYS.Key_Backtab else hint)
        if key in _STEPS:
            last = self._table.model().rowCount() - 1
            row = max(0, min(index.row() + _STEPS[key], last))
            self._table.setCurrentIndex(index.siblingAtRow(row))
        return True

    def _read(self, editor: QLineEdit) -> tuple[Any] | None:
        """The value in a tuple, None when it cannot be understood."""
        try:
            found = read(self._opened.field, editor.text(), self._opened.sex)
        except UnreadError as error:
            self.unread.emit(str(error))
            return None
        self.unread.emit("")
        return (found,)
