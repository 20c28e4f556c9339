"""A table of the report: numbers right-aligned, those with cases behind them open the cases."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from gridapp.domain.metrics import Figure
from gridapp.reports.tables import Heading, Table
from gridapp.ui.reports import cells
from gridapp.ui.reports.cells import Row
from gridapp.ui.reports.headings import GroupedHeader
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.table import Column, DataTable

_NAME_WIDTH, _NARROWEST, _PAD, _CHARACTER = 110, 72, 24, 13
"""px at 100 %."""


class PaperTable(DataTable[Row]):
    """``figure_opened(ids)``: a number was clicked, or Enter was pressed on it."""

    figure_opened = Signal(tuple)

    def __init__(self, table: Table, warn: int | None = None) -> None:
        """``warn`` is the column whose numbers are bad news when they are not 0."""
        self.headings = table.headings
        self._total: Row | None = None
        widths = column_widths(table.headings)
        super().__init__(
            table.caption,
            [
                _column(number, *size, warn)
                for number, size in enumerate(zip(widths, table.wide, strict=True))
            ],
            identity=lambda row: row[0],
            strong=lambda row: row is self._total,
            row_height=34,
            whole=True,
        )
        header = GroupedHeader(table.headings, self)
        header.setMinimumSectionSize(24)
        self.setHorizontalHeader(header)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.cell_clicked.connect(self._open)
        self.activated_row.connect(lambda row: self._open(row, self.currentIndex().column()))

    def show_paper(self, rows: list[Row], *, total: bool = True) -> None:
        """Show other rows; with ``total`` the last one is the total."""
        self._total = rows[-1] if total else None
        self.show_rows(rows)

    def sizeHint(self) -> QSize:
        """Room for the scroll bar too, which must not cover the total."""
        hint = super().sizeHint()
        scrolls = self.horizontalHeader().length() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height()
        return hint + QSize(0, bar if scrolls else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _open(self, row: Row, column: int) -> None:
        cell = row[column]
        if isinstance(cell, Figure) and cell.cases:
            self.figure_opened.emit(cell.cases)


def column_widths(headings: Sequence[Heading]) -> list[int]:
    """Width in px at 100 % of each column, so that every word of the heading can be read."""
    widths = []
    for heading in headings:
        if heading.wide:
            widths.append(heading.wide * _CHARACTER + _PAD)
            continue
        for part in heading.parts or (heading.text,):
            whole = _wide(heading.text) // heading.width
            widths.append(max(_NARROWEST, _wide(part), whole))
    return [_NAME_WIDTH, *widths[1:]]


def _wide(text: str) -> int:
    return len(text) * _CHARACTER + _PAD


def _column(number: int, width: int, wide: int, warn: int | None) -> Column[Row]:
    def ink(row: Row) -> Tone | None:
        cell = row[number]
        if cells.is_nothing(cell):
            return Tone.NEUTRAL
        if number == warn:
            return Tone.RED
        return Tone.ACCENT if isinstance(cell, Figure) and cell.cases else None

    def text(row: Row) -> str:
        return cells.text(row[number])

    right = number > 0 and not wide
    return Column("", text, width, stretch=wide or 1, right=right, ink=ink)
