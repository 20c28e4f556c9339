"""A table over frozen rows: quick with 100,000 of them, worked by keyboard, copied to Excel."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from gridapp.ui.tokens import current
from gridapp.ui.widgets.cells import CellDelegate
from gridapp.ui.widgets.rows import Column, RowModel, as_tsv

__all__ = ["Column", "DataTable"]

T = TypeVar("T")
_ROWS_AT_LEAST = 4
"""A table never gets lower than this; then the page scrolls."""


class DataTable(QTableView, Generic[T]):
    """Shows rows; the query sorts them.

    ``activated_row(row)``: Enter or double click. ``chosen_row(row or None)``: the current row
    moved. ``sort_asked(key, descending)``: a heading with a sort key was clicked.
    ``cell_clicked(row, column number)``: for numbers that open what they count.
    ``whole``: as tall as its rows, for short tables; a number: up to so many. Else it scrolls in
    the room it gets.
    """

    activated_row = Signal(object)
    chosen_row = Signal(object)
    sort_asked = Signal(str, bool)
    cell_clicked = Signal(object, int)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[T]],
        *,
        identity: Callable[[T], object] = lambda row: row,
        strong: Callable[[T], bool] = lambda _row: False,
        row_height: int = 32,
        multi: bool = False,
        whole: bool | int = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._identity, self._row_height, self._whole = identity, row_height, whole
        self._model: RowModel[T] = RowModel(columns, strong, self)
        self.setModel(self._model)
        self.setItemDelegate(CellDelegate(self))
        self._dress(multi)
        self.activated.connect(self._on_activated)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self._size()

    @property
    def rows(self) -> Sequence[T]:
        """The rows as shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show other rows; the chosen row stays chosen when it is still there, and in sight if it
        was. Who has scrolled away from it stays there.
        """
        kept, bar = self.chosen(), self.verticalScrollBar()
        at, place = bar.value(), self.visualRect(self.currentIndex())
        wanted = None if kept is None else self._identity(kept)
        self._model.replace(rows)
        self.updateGeometry()
        if wanted is not None and self.choose(wanted):
            bar.setValue(at)
            if place.intersects(self.viewport().rect()):
                self.scrollTo(self.currentIndex())

    def chosen(self) -> T | None:
        """The current row."""
        return self._model.row(self.currentIndex().row())

    def selected(self) -> tuple[T, ...]:
        """All selected rows, top to bottom."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._model.rows[number] for number in numbers)

    def choose(self, identity: object) -> bool:
        """Make the row with this identity the current one; False when it is not shown."""
        for number, row in enumerate(self._model.rows):
            if self._identity(row) == identity:
                self.choose_number(number)
                return True
        return False

    def choose_number(self, number: int) -> None:
        """Make the row at this place the current one."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            self._model.index(number, 0), flags.ClearAndSelect | flags.Rows
        )

    def show_sorted(self, key: str, descending: bool) -> None:
        """Mark the heading by which the query has sorted."""
        header = self.horizontalHeader()
        for number, column in enumerate(self._model.columns):
            if column.sort == key:
                way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
                header.setSortIndicatorShown(True)
                header.setSortIndicator(number, way)

    def copy_selected(self) -> None:
        """Put the selected rows on the clipboard as a table for Excel."""
        QGuiApplication.clipboard().setText(as_tsv(self._model.columns, self.selected()))

    def take_the_room(self) -> None:
        """Be as tall as the page has room: in a low window it scrolls, not the page around it."""
        self.setMinimumHeight(160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selected()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        shown, rows = _ROWS_AT_LEAST, len(self._model.rows)
        if self._whole:
            shown = rows if self._whole is True else min(rows, self._whole)
        head = self.horizontalHeader().sizeHint().height()
        row = self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if self._whole and bar.maximum() > 0 else 0
        return QSize(current().px(240), head + shown * row + below + 2 * self.frameWidth() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(160), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def _dress(self, multi: bool) -> None:
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if multi else modes.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        if self._whole:
            if self._whole is True:
                self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.horizontalScrollBar().rangeChanged.connect(self.updateGeometry)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(24)
        header.sectionClicked.connect(self._on_heading)

    def _size(self) -> None:
        self.verticalHeader().setDefaultSectionSize(current().px(self._row_height))
        self.updateGeometry()
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Each column its width at least; what is left goes to those that stretch."""
        columns = self._model.columns
        widths = [current().px(column.width) for column in columns]
        stretching = sum(column.stretch for column in columns)
        spare = max(0, self.viewport().width() - sum(widths))
        for number, column in enumerate(columns):
            share = spare * column.stretch // stretching if stretching else 0
            self.setColumnWidth(number, widths[number] + share)

    def _on_activated(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is not None:
            self.activated_row.emit(row)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is not None:
            self.cell_clicked.emit(row, index.column())

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        self.chosen_row.emit(self._model.row(now.row()))

    def _on_heading(self, number: int) -> None:
        key: Any = self._model.columns[number].sort
        header = self.horizontalHeader()
        if key:
            down = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            self.sort_asked.emit(key, down)
            self.show_sorted(key, down)
