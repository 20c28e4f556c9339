"""A table of the report: numbers right-aligned, those with something behind them open it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from gridapp.domain.reports.metrics import Figure, Ratio
from gridapp.reports.tables import Cell, Table
from gridapp.ui.reports.headings import GroupedHeader
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.table import Column, DataTable

_NAME_WIDTH, _NARROWEST, _PAD, _TEXT_PAD, _CHARACTER = 110, 72, 24, 18, 13
"""px at 100 %."""
_BRIEF, _LONGEST = 2, 18
"""The column of a listed case that looks as if it opened; characters that a text gets at most."""


class PaperRow(NamedTuple):
    """A row with its place in the table."""

    number: int
    cells: tuple[Cell, ...]


Opens = Callable[[int, int], bool]
"""Whether there is something behind a cell (row, column) without cases of its own."""


class PaperTable(DataTable[PaperRow]):
    """``opened(row, column)``: a cell was clicked, or Enter was pressed on it, that opens."""

    opened = Signal(int, int)

    def __init__(self, table: Table, warn: int | None = None) -> None:
        """``warn`` is the column whose numbers are bad news when they are not 0."""
        self.headings, self.widths = table.headings, column_widths(table)
        self._table = table
        self._opens: Opens = _nothing
        sizes = enumerate(zip(self.widths, table.wide, strict=True))
        super().__init__(
            table.caption,
            [self._column(number, *size, warn) for number, size in sizes],
            identity=lambda row: row.number,
            strong=lambda row: self._table.is_total(row.number),
            row_height=34,
            whole=True,
        )
        header = GroupedHeader(table.headings, self)
        header.setMinimumSectionSize(24)
        self.setHorizontalHeader(header)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.cell_clicked.connect(self._open)
        self.activated_row.connect(lambda row: self._open(row, self.currentIndex().column()))

    def fits(self, table: Table) -> bool:
        """Whether another table can be shown in these columns."""
        return self.headings == table.headings and self.widths == column_widths(table)

    def show_paper(self, table: Table, opens: Opens) -> None:
        """Show other rows under the same headings."""
        here = self.currentIndex()
        self._table, self._opens = table, opens
        self.show_rows([PaperRow(*numbered) for numbered in enumerate(table.rows)])
        if here.isValid():  # the cell, not only the row, stays the current one
            self.setCurrentIndex(self.model().index(here.row(), here.column()))

    def sizeHint(self) -> QSize:
        """Room for the scroll bar too, which must not cover the total."""
        hint = super().sizeHint()
        scrolls = self.horizontalHeader().length() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height()
        return hint + QSize(0, bar if scrolls else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _open(self, row: PaperRow, column: int) -> None:
        if self._leads_on(row, column):
            self.opened.emit(row.number, column)

    def _leads_on(self, row: PaperRow, column: int) -> bool:
        cell = row.cells[column]
        cases = isinstance(cell, Figure) and bool(cell.cases)
        return cases or (text(cell) != "0" and self._opens(row.number, column))

    def _column(self, number: int, width: int, wide: int, warn: int | None) -> Column[PaperRow]:
        def ink(row: PaperRow) -> Tone | None:
            if text(row.cells[number]) == "0":
                return Tone.NEUTRAL
            if number == warn:
                return Tone.RED
            tells = right or number == _BRIEF
            return Tone.ACCENT if tells and self._leads_on(row, number) else None

        right = number > 0 and not wide
        return Column(
            "",
            lambda row: text(row.cells[number]),
            width,
            stretch=wide or 1,
            right=right,
            ink=ink,
        )


def text(cell: Cell) -> str:
    """As it is printed."""
    if isinstance(cell, Figure):
        return f"{cell.value:,}"
    if isinstance(cell, Ratio):
        return cell.percent
    return f"{cell:,}" if isinstance(cell, int) else cell


def column_widths(table: Table) -> list[int]:
    """Width in px at 100 % of each column, so that every word of the heading can be read; texts
    get what the longest needs, as far as there is room.
    """
    widths: list[int] = []
    for heading in table.headings:
        if heading.wide:
            texts = (str(row[len(widths)]) for row in table.rows)
            longest = max((_characters(one) for one in (heading.text, *texts)), default=0)
            widths.append(round(min(_LONGEST, longest) * _CHARACTER) + _TEXT_PAD)
            continue
        for part in heading.parts or (heading.text,):
            whole = _wide(heading.text) // heading.width
            widths.append(max(_NARROWEST, _wide(part), whole))
    return widths if table.headings[0].wide else [_NAME_WIDTH, *widths[1:]]


def _characters(words: str) -> float:
    """How many Chinese characters a text is wide; others take half of one, and a little."""
    return sum(1 if sign > "\u2000" else 0.6 for sign in words)


def _wide(text: str) -> int:
    return len(text) * _CHARACTER + _PAD


def _nothing(_row: int, _column: int) -> bool:
    return False
