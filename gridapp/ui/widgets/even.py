"""A grid of cells of one width, in as many columns as there is room for."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from gridapp.ui.tokens import current


class EvenGrid(QWidget):
    """``cell_width`` is the least width of a cell in px at 100 %; it grows with the text."""

    def __init__(self, cell_width: int, gap: int = 8) -> None:
        super().__init__()
        self._cell_width = cell_width
        self._cells: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def add(self, cell: QWidget) -> None:
        """Add a cell after the last."""
        self._cells.append(cell)
        self._columns = 0
        self._lay()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to be laid in one column."""
        widest = max((cell.minimumSizeHint().width() for cell in self._cells), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        gap = self._grid.spacing()
        room = (self.width() + gap) // (current().px(self._cell_width) + gap)
        columns = max(1, min(len(self._cells), room))
        columns = -(-len(self._cells) // -(-len(self._cells) // columns))
        if columns == self._columns:
            return
        for number in range(self._grid.columnCount()):
            self._grid.setColumnStretch(number, 0)
        self._columns = columns
        for number, cell in enumerate(self._cells):
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(cell, number // columns, number % columns, top)
        for number in range(columns):
            self._grid.setColumnStretch(number, 1)
