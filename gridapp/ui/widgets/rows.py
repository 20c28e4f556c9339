"""What a table shows: its columns, its rows as a Qt model, and rows as text for Excel."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gridapp.reports.formulas import may_be_formula
from gridapp.ui.tokens import Tone

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column. ``width`` is px at 100 %; spare width is shared out by ``stretch``.

    ``tone`` makes a chip of the text (None: plain text); ``ink`` only colours it. ``sort`` is
    the key that the query knows; empty: not sortable.
    """

    title: str
    text: Callable[[T], str]
    width: int = 120
    stretch: int = 0
    right: bool = False
    tone: Callable[[T], Tone | None] | None = None
    ink: Callable[[T], Tone | None] | None = None
    sort: str = ""


class Cell(NamedTuple):
    """What is painted of a cell; ``tone`` and ``ink`` as of its column."""

    text: str
    right: bool
    tone: Tone | None
    ink: Tone | None
    strong: bool


class RowModel(QAbstractTableModel, Generic[T]):
    """Asks a row for its text only when the cell is painted."""

    def __init__(
        self, columns: Sequence[Column[T]], strong: Callable[[T], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: Sequence[T] = ()
        self._strong = strong

    def replace(self, rows: Sequence[T]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row(self, number: int) -> T | None:
        """The row at a place, None outside."""
        return self.rows[number] if 0 <= number < len(self.rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(row)
        return alignment(column.right) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def cell(self, row_number: int, column_number: int) -> Cell | None:
        """All that is painted of a cell, asked for at once: a page has a hundred of them."""
        row, column = self.row(row_number), self.columns[column_number]
        if row is None:
            return None
        tone = column.tone(row) if column.tone else None
        ink = column.ink(row) if column.ink else None
        return Cell(column.text(row), column.right, tone, ink, self._strong(row))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(self.columns[section].right)
        return None


def as_tsv(columns: Sequence[Column[T]], rows: Sequence[T]) -> str:
    """Headings and rows as tab-separated text; no cell can become a formula in Excel."""
    lines = ["\t".join(_cell(column.title) for column in columns)]
    lines += ["\t".join(_cell(column.text(row)) for column in columns) for row in rows]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    flat = " ".join(text.split())
    below_zero = flat[:1] == "-" and flat[1:].replace(",", "").replace(".", "").isdigit()
    return f"'{flat}" if len(flat) > 1 and may_be_formula(flat) and not below_zero else flat


def alignment(right: bool) -> Qt.AlignmentFlag:
    """How the text of a column stands in its cells."""
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
