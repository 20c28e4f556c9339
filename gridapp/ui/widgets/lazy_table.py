"""A long table whose order is known: each row is asked for when somebody looks."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Signal

from gridapp.ui.widgets.lazy_rows import LazyRows, Row
from gridapp.ui.widgets.table import Column, DataTable

T = TypeVar("T", bound=Row)


class LazyTable(DataTable[T]):
    """``copy_asked(ids)``: the selected rows, of which some may still be unknown."""

    copy_asked = Signal(object)

    def __init__(self, name: str, columns: Sequence[Column[T]]) -> None:
        super().__init__(name, columns, identity=lambda row: row.id, multi=True)
        self.columns = columns

    def choose(self, identity: object) -> bool:
        rows = self.rows
        if not isinstance(rows, LazyRows) or identity not in rows.ids:
            return False
        self.choose_number(rows.ids.index(identity))
        return True

    def fill(self, found: Sequence[T]) -> None:
        """Rows that somebody looks at have come."""
        rows = self.rows
        if isinstance(rows, LazyRows):
            rows.fill(found)
            self.viewport().update()

    def copy_selected(self) -> None:
        rows = self.rows
        if isinstance(rows, LazyRows):
            numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
            self.copy_asked.emit(tuple(rows.ids[number] for number in numbers))
