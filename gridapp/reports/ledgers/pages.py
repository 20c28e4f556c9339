"""A ledger as pages for preview, printer and PDF: on A4, sideways when it is wide."""

from collections.abc import Iterator
from html import escape

from gridapp.reports import wording
from gridapp.reports.documents.paper import PAGE, Paper
from gridapp.reports.ledgers.cells import Row, Value, rows
from gridapp.reports.ledgers.columns import Sort
from gridapp.reports.ledgers.frame import UPRIGHT, widths
from gridapp.reports.ledgers.model import Ledger

_FONT = "font-family:'SimSun','STSong','Noto Serif CJK SC',serif"
_MARGINS = (40.0, 42.0, 40.0, 60.0)
"""Left, top, right, bottom in points."""
_LONG, _SHORT, _EDGES = 1013, 687, 9
"""Pixels: the text on a page either way up, and what a cell takes beside its text."""
_LARGEST, _SMALLEST = 13, 9
"""Of the letters of the table, in pixels."""


def lay_out(ledger: Ledger) -> Paper:
    """Lay a ledger out, with its headings on every page."""
    sideways = sum(widths(ledger)) > UPRIGHT
    size = _size(ledger, _LONG if sideways else _SHORT)
    line = f"{wording.reporting_unit(ledger.unit)}　　{ledger.period}"
    body = [
        f'<p align="center" style="{_FONT};font-size:24px;font-weight:bold">'
        f"{escape(ledger.title)}</p>",
        f'<p style="{_FONT};font-size:14px;white-space:pre-wrap">{escape(line)}</p>',
        '<table width="100%" border="1" cellspacing="0" cellpadding="3" '
        'style="border-collapse:collapse;border-style:solid;border-color:black">',
        _head(ledger, size),
        *_rows(ledger, size),
        "</table>",
    ]
    footer = (f"第 {PAGE} 页", *ledger.marks)
    return Paper(ledger.title, "".join(body), _MARGINS, footer, whole=True, sideways=sideways)


def _size(ledger: Ledger, room: int) -> int:
    """As large as the columns allow, so that a day or a number stays on one line."""
    wide = widths(ledger)
    return max(_SMALLEST, min(_LARGEST, (room - _EDGES * len(wide)) // sum(wide)))


def _head(ledger: Ledger, size: int) -> str:
    wide = widths(ledger)
    cells = (
        f'<td align="center" width="{100 * part / sum(wide):.1f}%" style="background:#f2f2f2">'
        f'<span style="{_FONT};font-size:{size}px;font-weight:bold">{escape(heading)}</span></td>'
        for heading, part in zip(ledger.headings, wide, strict=True)
    )
    return f"<thead><tr>{''.join(cells)}</tr></thead>"


def _rows(ledger: Ledger, size: int) -> Iterator[str]:
    sorts = ledger.sorts
    for portion in ledger.portions:
        for row in rows(portion):
            yield _row(row, sorts, size)


def _row(row: Row, sorts: tuple[Sort, ...], size: int) -> str:
    cells = (
        f'<td align="{"left" if sort is Sort.TEXT else "center"}">'
        f'<span style="{_FONT};font-size:{size}px">{escape(said(value, sort))}</span></td>'
        for value, sort in zip(row, sorts, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def said(value: Value, sort: Sort) -> str:
    """A cell as it is read on paper and on the screen."""
    if value is None:
        return ""
    return f"{value:,.2f}" if sort is Sort.MONEY else str(value)
