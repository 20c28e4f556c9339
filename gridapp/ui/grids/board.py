"""The micro-grids of a village as cards that the arrow keys walk over."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle

from gridapp.ui.grids.cards import CARD_ROLE, CardDelegate, card_size
from gridapp.ui.grids.sizing import size_text
from gridapp.ui.tokens import current
from gridapp.usecases.grids.grid_board import MicroGrid

Index = QModelIndex | QPersistentModelIndex


class Cards(QAbstractListModel):
    """One row a micro-grid; painted only where it is in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.grids: Sequence[MicroGrid] = ()

    def replace(self, grids: Sequence[MicroGrid]) -> None:
        """Show other micro-grids."""
        self.beginResetModel()
        self.grids = grids
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.grids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.grids):
            return None
        grid = self.grids[index.row()]
        if role == CARD_ROLE:
            return grid
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            leaders = "、".join(post.holder for post in grid.leaders)
            return f"{grid.name} {size_text(len(grid.households))} {leaders}".strip()
        return None


class Board(QListView):
    """``opened(id)``: Enter or double click on a micro-grid."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Micro-grids of the village"))
        self._cards = Cards()
        self._cards.setParent(self)
        self.setModel(self._cards)
        self.setItemDelegate(CardDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "board")
        self.activated.connect(self._open)

    def show_grids(self, grids: Sequence[MicroGrid]) -> None:
        """Show the micro-grids of a village."""
        self._cards.replace(grids)
        self._fit()
        if grids:
            self.setCurrentIndex(self._cards.index(0, 0))

    @property
    def grids(self) -> Sequence[MicroGrid]:
        """The micro-grids as shown."""
        return self._cards.grids

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """As many cards on a line as fit, all of one width; room is kept for the scroll bar."""
        extent = QStyle.PixelMetric.PM_ScrollBarExtent
        bar = self.style().pixelMetric(extent, None, self.verticalScrollBar())
        room = self.maximumViewportSize().width() - bar - 2 * self.frameWidth()
        columns = max(1, room // current().px(248))
        longest = max((len(grid.households) for grid in self._cards.grids), default=0)
        card = card_size(room // columns, longest)
        if card != self.gridSize():
            self.setGridSize(card)
            self.setMinimumHeight(min(card.height(), current().px(300)))

    def _open(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._cards.grids):
            self.opened.emit(self._cards.grids[index.row()].id)
