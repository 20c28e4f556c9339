"""The workbook around the rows of a ledger: title, headings, styles, page, everything but rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO
from itertools import accumulate
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from gridapp.reports import wording
from gridapp.reports.excel_styles import Styles
from gridapp.reports.ledgers.columns import Sort
from gridapp.reports.ledgers.model import Ledger

HEADING_ROW = 3
"""Counted from 1, as in Excel; above it stand the title, and the unit with the period."""

_A4, _FONT = 9, "宋体"
_CHARACTER_WIDTH = 2.1
ROW_HEIGHT = 21.0
"""Points, of a row with one line."""
UPRIGHT, _SIDEWAYS, _NARROWEST = 44, 100, 24
"""Chinese characters on a line at a readable size: of an upright page, and of one turned sideways;
and what the line with the unit and the period takes.
"""
_LONGEST_FOOTER = 250
"""Excel takes 255 signs."""


@dataclass(frozen=True)
class Frame:
    """The bytes of a workbook with one row in the style of all that belong between; ``row`` is
    where it stands.
    """

    content: bytes
    row: int


def frame(ledger: Ledger) -> Frame:
    """Everything of the workbook but the rows."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        created = datetime.combine(ledger.made_on, time())
        comments = "　".join(ledger.marks)
        book.set_properties({"title": ledger.title, "created": created, "comments": comments})
        sheet = book.add_worksheet(_sheet_name(ledger.title))
        styles = Styles(book)
        _head(sheet, styles, ledger)
        cells = _cells(book)
        for column, sort in enumerate(ledger.sorts):
            sheet.write_blank(HEADING_ROW, column, None, cells[sort])
        _page(sheet, ledger)
    return Frame(content.getvalue(), HEADING_ROW + 1)


def widths(ledger: Ledger) -> tuple[int, ...]:
    """Of the columns, in Chinese characters: a long heading of one's own is set on two lines; few
    columns are as wide as what stands above them.
    """
    pairs = zip(ledger.columns, ledger.headings, strict=True)
    usual = [max(column.wide, ceil(len(heading) / 2)) for column, heading in pairs]
    more = max(1.0, _NARROWEST / sum(usual))
    return tuple(ceil(wide * more) for wide in usual)


def _sheet_name(title: str) -> str:
    """Excel takes 31 signs, and not these."""
    return "".join("　" if sign in "[]:*?/\\'" else sign for sign in title)[:31].strip() or "台账"


def _cells(book: xlsxwriter.Workbook) -> dict[Sort, Format]:
    """Of the cells. Text carries the quote prefix: it stays text if it is edited."""
    usual = {"font_name": _FONT, "font_size": 10.5, "valign": "vcenter", "border": 1}
    wraps = {**usual, "num_format": "@", "quote_prefix": True, "text_wrap": True}
    return {
        Sort.TEXT: book.add_format(wraps),
        Sort.NUMBER: book.add_format({**usual, "align": "center", "num_format": "0"}),
        Sort.MONEY: book.add_format({**usual, "num_format": "#,##0.00"}),
        Sort.DAY: book.add_format({**usual, "align": "center", "num_format": "yyyy-mm-dd"}),
    }


def _head(sheet: Worksheet, styles: Styles, ledger: Ledger) -> None:
    line = f"{wording.reporting_unit(ledger.unit)}　　{ledger.period}"
    last = _on_first_page(widths(ledger)) - 1
    for row, (text, style, height) in enumerate(
        ((ledger.title, styles.title, 32), (line, styles.left, 22))
    ):
        sheet.set_row(row, height)
        if last:
            sheet.merge_range(row, 0, row, last, "", style)
        sheet.write_string(row, 0, text, style)
    sheet.set_row(HEADING_ROW - 1, 32)
    for column, (heading, wide) in enumerate(zip(ledger.headings, widths(ledger), strict=True)):
        sheet.write_string(HEADING_ROW - 1, column, heading, styles.heading)
        sheet.set_column(column, column, wide * _CHARACTER_WIDTH + 1)


def _pages_beside(wide: Sequence[int]) -> int:
    """How many pages side by side the columns take at a readable size."""
    return ceil(sum(wide) / _SIDEWAYS)


def _on_first_page(wide: Sequence[int]) -> int:
    """How many columns stand on the first of them: the title stands over these."""
    room = sum(wide) / _pages_beside(wide)
    return max(1, sum(reached <= room for reached in accumulate(wide)))


def _page(sheet: Worksheet, ledger: Ledger) -> None:
    """A4, the headings on every page and on top of the screen; what no page takes at a readable
    size goes on beside it, led by the first column.
    """
    first, last = HEADING_ROW - 1, HEADING_ROW - 1 + ledger.count
    right = len(ledger.columns) - 1
    sheet.set_default_row(ROW_HEIGHT)
    sheet.set_paper(_A4)
    wide = widths(ledger)
    if sum(wide) > UPRIGHT:
        sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.fit_to_pages(_pages_beside(wide), 0)
    sheet.print_across()
    sheet.repeat_rows(first)
    sheet.repeat_columns(0)
    sheet.freeze_panes(HEADING_ROW, 0)
    sheet.autofilter(first, 0, last, right)
    if ledger.count:
        all_cells = xlsxwriter.utility.xl_range(HEADING_ROW, 0, last, right)
        sheet.ignore_errors({"number_stored_as_text": all_cells})
    pages = "&C第 &P 页　共 &N 页"
    foot = ledger.stamp.foot
    sheet.set_footer(f"{pages}\n&8{foot}"[:_LONGEST_FOOTER] if foot else pages)
