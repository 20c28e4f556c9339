"""A list, and in its place the sheet of one of its rows."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.ui.widgets.table import DataTable
from gridapp.ui.widgets.views import Views


class ListAndSheet(Views):
    """``wanted``: the id of the row whose sheet is wanted, None for the list. ``asked``: what is
    shown is to be asked for anew. ``column``: the list with its heading. ``stand``: puts the focus
    into the sheet.
    """

    asked = Signal()

    def __init__(self, table: DataTable[Any], sheet: QWidget, stand: Callable[[], object]) -> None:
        super().__init__()
        self.wanted: UUID | None = None
        self._table, self._sheet, self._stand = table, sheet, stand
        self.list = QWidget()
        self.column = QVBoxLayout(self.list)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.add(self.list)
        self.add(sheet)
        table.activated_row.connect(lambda line: self.open(line.id))

    def open(self, id_: object) -> None:
        """Ask for the sheet of a row."""
        if isinstance(id_, UUID):
            self.wanted = id_
            self.asked.emit()

    def show_list(self) -> None:
        """Back to the list."""
        self.wanted = None
        self.show_view(self.list)
        self.asked.emit()
        self._table.setFocus()

    def show_sheet(self) -> None:
        """Bring the sheet into sight, and stand in it when it was not."""
        fresh = self.in_sight is self.list
        self.show_view(self._sheet)
        if fresh:
            self.focus()

    def focus(self) -> None:
        """Stand in what is shown."""
        if self.in_sight is self.list:
            self._table.setFocus()
        else:
            self._stand()
