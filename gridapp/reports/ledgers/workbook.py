"""A ledger as .xlsx, its rows streamed into the frame: quick and small with 100,000 of them.

XlsxWriter takes twenty times as long as the csv module for the cells; so it makes the frame alone,
and the rows are put into its sheet as text (decision 0009). Every text is a typed string: no cell
can become a formula.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape
from io import BytesIO
from itertools import chain, repeat
from pathlib import Path
from typing import IO, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter.utility import xl_col_to_name

from gridapp.reports import files
from gridapp.reports.ledgers.cells import Once, Portion, Value
from gridapp.reports.ledgers.columns import Sort
from gridapp.reports.ledgers.frame import ROW_HEIGHT, Frame, frame, widths
from gridapp.reports.ledgers.model import Ledger, Tell

_SHEET = "xl/worksheets/sheet1.xml"
_LEVEL = 1
"""Of compression: higher ones take longer and save next to nothing."""
_LONGEST = 32_767
"""Signs that Excel takes in a cell."""
_LINE, _HIGHEST = 14.0, 409.0
"""Points: a further line, and the highest row that Excel takes."""
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
    sorts, wide, days = ledger.sorts, widths(ledger), Once(_serial)
    cells = (
        _cell(xl_col_to_name(number), style, sort)
        for number, (style, sort) in enumerate(zip(styles, sorts, strict=True))
    )
    fixed = f'<row r="%s"%s>{"".join(cells)}</row>'.split("%s")
    for portion in ledger.portions:
        count = len(portion[0])
        numbers = list(map(str, range(first, first + count)))
        within: list[Iterable[str]] = [numbers, _heights(portion, sorts, wide)]
        for sort, found in zip(sorts, portion, strict=True):
            within += [numbers, _inner(sort, found, days)]
        before = zip(map(repeat, fixed), within, strict=False)  # what is fixed ends the row as well
        rows = zip(*chain.from_iterable(before), repeat(fixed[-1]), strict=False)
        yield "".join(chain.from_iterable(rows)), count
        first += count


def _cell(letters: str, style: str, sort: Sort) -> str:
    """A cell to be filled with the number of its row and with what stands in it."""
    if sort is Sort.TEXT:
        return f'<c r="{letters}%s" s="{style}" t="str"><v>%s</v></c>'
    return f'<c r="{letters}%s" s="{style}">%s</c>'


def _heights(portion: Portion, sorts: Sequence[Sort], wide: Sequence[int]) -> Sequence[str]:
    """A height for each row whose text takes several lines; no program fits it by itself."""
    lines = [1] * len(portion[0])
    for found, sort, room in zip(portion, sorts, wide, strict=True):
        taken = _signs(_texts(found), 2 * room) if sort is Sort.TEXT else ()
        if taken:
            pairs = zip(lines, taken, strict=True)
            lines = [max(one, -(-signs // (2 * room))) for one, signs in pairs]
    if max(lines) == 1:
        return [""] * len(lines)
    return [f' ht="{_height(one):g}" customHeight="1"' if one > 1 else "" for one in lines]


def _signs(found: Sequence[str], room: int) -> Sequence[int]:
    """How many narrow signs each text takes, a Chinese one two; nothing when all have room."""
    longest = max(map(len, found))
    if 2 * longest <= room:
        return ()
    if "".join(found).isascii():
        return () if longest <= room else list(map(len, found))
    taken = [len(text.encode("gbk", "replace")) for text in found]
    return taken if max(taken) > room else ()


def _height(lines: int) -> float:
    return min(_HIGHEST, ROW_HEIGHT + _LINE * (lines - 1))


def _inner(sort: Sort, found: Sequence[Value], days: Once) -> Sequence[str]:
    """What stands within the cells of a column."""
    if sort is Sort.TEXT:
        return _escaped(_texts(found))
    if sort is Sort.DAY:
        return days.column(_texts(found))
    return ["" if value is None else f"<v>{value}</v>" for value in found]


def _texts(found: Sequence[Value]) -> Sequence[str]:
    """The values of a column of text, which are text by construction."""
    return cast(Sequence[str], found)


def _escaped(found: Sequence[str]) -> Sequence[str]:
    """Nearly every portion has nothing to escape: one look at all of it tells."""
    flat = "".join(found)
    if len(flat) > _LONGEST:
        found = [text[:_LONGEST] for text in found]
    if "&" in flat or "<" in flat or ">" in flat:
        return [escape(text, quote=False) for text in found]
    return found


def _serial(day: str) -> str:
    """A day as Excel counts it."""
    return f"<v>{date.fromisoformat(day).toordinal() - _EPOCH}</v>"
