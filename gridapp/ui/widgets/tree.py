"""The tree of grids with a count on each line."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from gridapp.ui.tokens import Tone, current

_ID = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True)
class TreeRow:
    """One unit: its id, the id of its parent (None at the top), its name and its count."""

    id: Hashable
    parent: Hashable | None
    name: str
    count: str = ""
    tone: Tone = Tone.NEUTRAL


class UnitTree(QTreeView):
    """``chosen(id)`` when the person moves to another unit. Rows come in the order to show."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._items: dict[Hashable, QStandardItem] = {}
        self._filling = False
        self._rows: tuple[TreeRow, ...] = ()
        self._model = QStandardItemModel(0, 2, self)
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setIndentation(current().px(14))
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_rows(self, rows: Iterable[TreeRow], *, open_levels: int = 2) -> None:
        """Show other units; what was open and chosen stays so. Parents come before children.

        A row whose parent is not among the rows stands at the top.
        """
        self._rows = tuple(rows)
        opened = {key for key, item in self._items.items() if self.isExpanded(item.index())}
        first, kept = not self._items, self.chosen_id()
        self._filling = True
        self._model.removeRows(0, self._model.rowCount())
        self._items = {}
        for row in self._rows:
            self._add(row)
        if first:
            self.expandToDepth(open_levels - 1)
        for key in opened & self._items.keys():
            self.expand(self._items[key].index())
        if kept is not None:
            self.choose(kept)
        self._filling = False

    def chosen_id(self) -> Hashable | None:
        """The id of the unit that the person stands on."""
        item = self._model.itemFromIndex(self.currentIndex().siblingAtColumn(0))
        found: Hashable | None = None if item is None else item.data(_ID)
        return found

    def choose(self, identity: Hashable) -> bool:
        """Stand on a unit and show it; False when it is not in the tree."""
        item = self._items.get(identity)
        if item is None:
            return False
        self.setCurrentIndex(item.index())
        self.scrollTo(item.index())
        return True

    def sizeHint(self) -> QSize:
        return QSize(current().px(200), current().px(160))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(140), current().px(120))

    def _add(self, row: TreeRow) -> None:
        name, count = QStandardItem(row.name), QStandardItem(row.count)
        name.setData(row.id, _ID)
        name.setData(f"{row.name} {row.count}", int(Qt.ItemDataRole.AccessibleTextRole))
        count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        count.setForeground(QColor(current().colors.ink(row.tone)))
        above = self._items.get(row.parent) if row.parent is not None else None
        (above or self._model.invisibleRootItem()).appendRow([name, count])
        self._items[row.id] = name

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and not self._filling:
            self.chosen.emit(now.siblingAtColumn(0).data(_ID))
