"""The tree of grids with a count on each line."""

from collections.abc import Hashable, Iterable

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from gridapp.ui.tokens import current
from gridapp.ui.widgets.tree_model import TreeModel, TreeRow

__all__ = ["TreeRow", "UnitTree"]

WIDTH_OF_ROWS = 100
"""So many counts beyond those in sight say how wide they are; Qt would ask a thousand."""


class UnitTree(QTreeView):
    """``chosen(id)`` when the person moves to another unit. Rows come in the order to show."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._filling = False
        self._model = TreeModel(self)
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(20)
        header.setResizeContentsPrecision(WIDTH_OF_ROWS)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setIndentation(current().px(14))
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_rows(self, rows: Iterable[TreeRow], *, open_levels: int = 2) -> None:
        """Show other units; what was open and chosen stays so. Parents come before children.

        A row whose parent is not among the rows stands at the top.
        """
        branches = self._model.branches()
        opened = [id_ for id_ in branches if self.isExpanded(self._model.index_of(id_))]
        first, kept = not branches, self.chosen_id()
        self._filling = True
        self._model.replace(rows)
        if first:
            self.expandToDepth(open_levels - 1)
        for id_ in opened:
            self.expand(self._model.index_of(id_))
        if kept is not None:
            self.choose(kept)
        self._filling = False

    def chosen_id(self) -> Hashable | None:
        """The id of the unit that the person stands on."""
        return self._model.id_of(self.currentIndex())

    def choose(self, identity: Hashable) -> bool:
        """Stand on a unit and show it; False when it is not in the tree."""
        index = self._model.index_of(identity)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def sizeHint(self) -> QSize:
        return QSize(current().px(200), current().px(160))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(140), current().px(120))

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and not self._filling:
            self.chosen.emit(self._model.id_of(now))
