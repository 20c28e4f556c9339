"""A ledger as .xlsx, its rows streamed into the frame: quick and small with 100,000 of them.

XlsxWriter takes twenty times as long as the csv module for the cells; so it makes the frame alone,
and the rows are put into its sheet as text (decision 0009). Every text is a typed string: no cell
can become a formula.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter.utility import xl_col_to_name

from gridapp.reports import files
from gridapp.reports.ledgers.cells import Value
from gridapp.reports.ledgers.columns import Sort
from gridapp.reports.ledgers.frame import Frame, frame
from gridapp.reports.ledgers.model import Ledger, Tell

_SHEET = "xl/worksheets/sheet1.xml"
_LEVEL = 2
"""Of compression: higher ones take longer and save next to nothing."""
_LONGEST = 32_767
"""Signs that Excel takes in a cell."""
_EPOCH = date(1899, 12, 30).toordinal()


def write(ledger: Ledger, path: Path, tell: Tell) -> None:
    """Write the workbook; nothing is left when ``tell`` raises. The same ledger gives the same
    bytes. Raises ReportError.
    """
    around = frame(ledger)
    with (
        files.putting(path) as file,
        ZipFile(BytesIO(around.content)) as source,
        ZipFile(file, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as target,
    ):
        for member in source.infolist():
            if member.filename != _SHEET:
                target.writestr(member, source.read(member), ZIP_DEFLATED, _LEVEL)
        with target.open(_info(), "w", force_zip64=True) as out:
            _fill(out, source.read(_SHEET).decode(), around, ledger, tell)


def _info() -> ZipInfo:
    """Without a clock. The level has a public name from Python 3.13 on."""
    info = ZipInfo(_SHEET)
    info.compress_type = ZIP_DEFLATED
    info._compresslevel = _LEVEL  # type: ignore[attr-defined]
    return info


def _fill(out: IO[bytes], sheet: str, around: Frame, ledger: Ledger, tell: Tell) -> None:
    """The sheet of the frame with the rows in the place of its one row."""
    start = sheet.index(f'<row r="{around.row}"')
    end = sheet.index("</row>", start) + len("</row>")
    styles = re.findall(r'<c r="[A-Z]+\d+" s="(\d+)"', sheet[start:end])
    last = around.row - 1 + ledger.count
    head = re.sub(r'(<dimension ref="A1:[A-Z]+)\d+', rf"\g<1>{last}", sheet[:start], count=1)
    made = 0
    tell(0, ledger.count)
    out.write(head.encode())
    for text, count in _rows(ledger, styles, around.row):
        out.write(text.encode())
        made += count
        tell(made, ledger.count)
    out.write(sheet[end:].encode())


def _rows(ledger: Ledger, styles: Sequence[str], first: int) -> Iterator[tuple[str, int]]:
    """The rows as XML in portions, each with how many there are."""
    sorts = ledger.sorts
    cells = (
        _cell(xl_col_to_name(number), number + 1, style, sort)
        for number, (style, sort) in enumerate(zip(styles, sorts, strict=True))
    )
    row = f'<row r="{{0}}">{"".join(cells)}</row>'.format
    for portion in ledger.portions:
        columns = zip(*portion, strict=True)
        inner = [_inner(sort, found) for sort, found in zip(sorts, columns, strict=True)]
        numbers = range(first, first + len(portion))
        yield "".join(map(row, numbers, *inner)), len(portion)
        first += len(portion)


def _cell(letters: str, place: int, style: str, sort: Sort) -> str:
    if sort is Sort.TEXT:
        return f'<c r="{letters}{{0}}" s="{style}" t="inlineStr"><is><t>{{{place}}}</t></is></c>'
    return f'<c r="{letters}{{0}}" s="{style}">{{{place}}}</c>'


def _inner(sort: Sort, found: Sequence[Value]) -> list[str]:
    """What stands within the cells of a column."""
    if sort is Sort.TEXT:
        return _escaped([str(value) for value in found])
    if sort is Sort.DAY:
        return [_serial(str(value)) if value else "" for value in found]
    return ["" if value is None else f"<v>{value}</v>" for value in found]


def _escaped(texts: list[str]) -> list[str]:
    """Nearly every portion has nothing to escape: one look at all of it tells."""
    flat = "".join(texts)
    if len(flat) > _LONGEST:
        texts = [text[:_LONGEST] for text in texts]
    if "&" in flat or "<" in flat or ">" in flat:
        return [escape(text, quote=False) for text in texts]
    return texts


@lru_cache(maxsize=4096)
def _serial(day: str) -> str:
    """A day as Excel counts it."""
    return f"<v>{date.fromisoformat(day).toordinal() - _EPOCH}</v>"
