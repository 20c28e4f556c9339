"""The units of a tree as a Qt model: thousands of rows, told only where somebody looks."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from gridapp.ui.tokens import Tone, current

Index = QModelIndex | QPersistentModelIndex
TOP = -1
"""Where the rows without a parent hang."""


@dataclass(frozen=True)
class TreeRow:
    """One unit: its id, the id of its parent (None at the top), its name and its count."""

    id: Hashable
    parent: Hashable | None
    name: str
    count: str = ""
    tone: Tone = Tone.NEUTRAL


class TreeModel(QAbstractItemModel):
    """Name and count of each row; an index carries the number of its row among all of them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[TreeRow, ...] = ()
        self._numbers: dict[Hashable, int] = {}
        self._below: dict[int, list[int]] = {}
        self._above: list[int] = []
        self._places: list[int] = []

    def replace(self, rows: Iterable[TreeRow]) -> None:
        """Show other rows, parents before children; one without its parent stands at the top."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._numbers, self._below, self._above, self._places = {}, {}, [], []
        for number, row in enumerate(self._rows):
            above = self._numbers.get(row.parent, TOP)
            beside = self._below.setdefault(above, [])
            self._above.append(above)
            self._places.append(len(beside))
            beside.append(number)
            self._numbers[row.id] = number
        self.endResetModel()

    def id_of(self, index: Index) -> Hashable | None:
        """The id of the row at an index; None when it is not valid."""
        return self._rows[index.internalId()].id if index.isValid() else None

    def index_of(self, id_: Hashable) -> QModelIndex:
        """Where a row stands; not valid when it is not in the tree."""
        number = self._numbers.get(id_)
        return QModelIndex() if number is None else self._index(number, 0)

    def branches(self) -> list[Hashable]:
        """The ids of the rows that have others below them."""
        return [self._rows[number].id for number in self._below if number != TOP]

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        below = self._below.get(_number(parent), ())
        inside = 0 <= row < len(below) and 0 <= column < self.columnCount()
        return self._index(below[row], column) if inside else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        above = self._above[index.internalId()] if index.isValid() else TOP
        return QModelIndex() if above == TOP else self._index(above, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._below.get(_number(parent), ()))

    def columnCount(self, parent: Index | None = None) -> int:
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.internalId()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.count if index.column() else row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name} {row.count}"
        if index.column() and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if index.column() and role == Qt.ItemDataRole.ForegroundRole:
            return QColor(current().colors.ink(row.tone))
        return None

    def _index(self, number: int, column: int) -> QModelIndex:
        return self.createIndex(self._places[number], column, number)


def _number(parent: Index | None) -> int:
    return parent.internalId() if parent is not None and parent.isValid() else TOP
