"""A sheet of a workbook in the house style: head, paragraph, ruled table, set up for A4."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest
from math import ceil

from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from gridapp.domain.reports.metrics import Figure
from gridapp.reports.excel_styles import Styles
from gridapp.reports.tables import Cell, Table

Links = Mapping[tuple[int, int], str]
"""What a cell of the table opens, by (row, column): ``internal:'表1清单'!A6``."""

_A4 = 9
_NAME_WIDTH = 18
_NUMBER_WIDTH = 10
_NARROW_WIDTH = 4.5
_CHARACTER_WIDTH = 2.1
"""Of a column, in characters: names, numbers, numbers of a table with many categories, and how
many of these a Chinese character takes."""
_NARROWEST = 7
"""Columns that the title is set over, however few the table has."""
_HEAD_ROWS = 3
_WIDEST_UPRIGHT = 11
"""Columns that an upright page takes at a readable size."""


@dataclass(frozen=True)
class Top:
    """The lines above the table, and what stands in the corner of each page."""

    title: str
    subtitle: str
    line: str
    corner: str


def first_row(table: Table) -> int:
    """The row, from 0, in which the rows of a table without a paragraph above it begin."""
    return _HEAD_ROWS + bool(table.caption) + table.heading_rows


class PaperSheet:
    """One sheet: head, paragraph, table, lines below, set up to be printed on A4."""

    def __init__(
        self, sheet: Worksheet, styles: Styles, top: Top, table: Table, links: Links
    ) -> None:
        self._sheet = sheet
        self._styles = styles
        self._top = top
        self._table = table
        self._links = links
        self._width = max(table.columns, _NARROWEST)
        self._upright = self._width <= _WIDEST_UPRIGHT
        number = _NUMBER_WIDTH if self._upright else _NARROW_WIDTH
        usual = [_NAME_WIDTH, *[number] * (self._width - 1)]
        wide = [part * _CHARACTER_WIDTH + 2 if part else 0 for part in table.wide]
        self._widths = [own or width for own, width in zip_longest(wide, usual)]
        self._row = 0

    def fill(self, paragraph: str, below: tuple[str, ...], chart_rows: int = 0) -> None:
        """Set the sheet; the paragraph stands above the table, so many rows for a chart below."""
        top = self._top
        self._line(top.title, self._styles.title, 32)
        self._line(top.subtitle, self._styles.subtitle, 20)
        self._line(top.line, self._styles.left, 24)
        if paragraph:
            self._wrapped(paragraph)
        if self._table.caption:
            self._line(self._table.caption, self._styles.caption, 24)
        first = self._row
        self._headings()
        self._rows()
        self._chart_row = self._row
        self._chart_rows = chart_rows
        self._row += chart_rows + 1 if chart_rows else 0
        for text in below:
            self._wrapped(text)
        self._first = first

    def put_chart(self, chart: Chart) -> None:
        """Set the chart into its rows, over the width of the table."""
        width = sum(round(one * 7 + 5) for one in self._widths)
        chart.set_size({"width": width, "height": self._chart_rows * 20})
        self._sheet.insert_chart(self._chart_row, 0, chart, {"y_offset": 8, "object_position": 1})

    def finish(self) -> None:
        """Set it up to be printed on A4: one page wide, the headings on every page."""
        self._page(self._first)

    def _line(self, text: str, style: Format, height: float) -> None:
        """One line over the whole width."""
        self._sheet.set_row(self._row, height)
        self._sheet.merge_range(self._row, 0, self._row, self._width - 1, "", style)
        self._sheet.write_string(self._row, 0, text, style)
        self._row += 1

    def _wrapped(self, text: str) -> None:
        """A paragraph; Excel does not fit the height of merged cells, so it is reckoned here."""
        per_line = sum(self._widths) // _CHARACTER_WIDTH
        self._line(text, self._styles.paragraph, 18 * ceil(len(text) / per_line))

    def _headings(self) -> None:
        column = 0
        for heading in self._table.headings:
            if heading.parts:
                self._merged(self._row, column, 1, heading.width, heading.text)
                for part in heading.parts:
                    self._sheet.write_string(self._row + 1, column, part, self._styles.heading)
                    column += 1
            else:
                self._merged(self._row, column, self._table.heading_rows, 1, heading.text)
                column += 1
        for _ in range(self._table.heading_rows):
            self._sheet.set_row(self._row, 30)
            self._row += 1

    def _merged(self, row: int, column: int, rows: int, columns: int, text: str) -> None:
        style = self._styles.heading
        if (rows, columns) != (1, 1):
            self._sheet.merge_range(row, column, row + rows - 1, column + columns - 1, "", style)
        self._sheet.write_string(row, column, text, style)

    def _rows(self) -> None:
        for number, row in enumerate(self._table.rows):
            total = self._table.is_total(number)
            self._sheet.set_row(self._row, self._height(row))
            for column, cell in enumerate(row):
                link = self._links.get((number, column))
                self._cell(column, cell, link, total=total)
            self._row += 1

    def _height(self, row: tuple[Cell, ...]) -> float:
        """Room for the longest text, which is wrapped within its column."""
        lines = [
            ceil(len(cell) / wide)
            for cell, wide in zip(row, self._table.wide, strict=True)
            if wide and isinstance(cell, str)
        ]
        return max(22, 8 + 14 * max(lines, default=1))

    def _cell(self, column: int, cell: Cell, link: str | None, *, total: bool) -> None:
        styles = self._styles
        if isinstance(cell, str):
            self._sheet.write_string(self._row, column, cell, styles.name[total])
        elif isinstance(cell, int | Figure):
            value = cell if isinstance(cell, int) else cell.value
            self._number(column, value, link, total=total)
        elif cell.per_mille is None:
            self._sheet.write_string(self._row, column, cell.percent, styles.dash[total])
        else:
            self._sheet.write_number(self._row, column, cell.per_mille / 1000, styles.share[total])

    def _number(self, column: int, value: int, link: str | None, *, total: bool) -> None:
        """A link is written first: the number then takes the place of its text."""
        style = self._styles.count[total]
        if link is not None:
            style = self._styles.link[total]
            self._sheet.write_url(self._row, column, link, style)
        self._sheet.write_number(self._row, column, value, style)

    def _page(self, first: int) -> None:
        """A4, one page wide, the headings on every page. ``first``: the first heading row."""
        sheet = self._sheet
        for column, width in enumerate(self._widths):
            sheet.set_column(column, column, width)
        sheet.set_paper(_A4)
        if not self._upright:
            sheet.set_landscape()
        sheet.set_margins(left=0.7, right=0.7, top=0.8, bottom=0.8)
        sheet.center_horizontally()
        sheet.fit_to_pages(1, 0)
        sheet.print_area(0, 0, self._row - 1, self._width - 1)
        sheet.repeat_rows(first, first + self._table.heading_rows - 1)
        sheet.set_header(f"&R{self._top.corner}")
        sheet.set_footer("&C第 &P 页　共 &N 页")
