"""Tables in markup saved under a spreadsheet's name: HTML, and Excel's XML of 2003."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from gridapp.rosters.proposal import FileFault, UnreadableFile

MAX_CELLS = 2_000_000
MAX_SPAN = 1_000_000
MAX_DEPTH = 50
"""Tables inside tables."""

_SILENT = ("script", "style", "comment", "ss:comment")
"""Tags whose text is no cell's, though it may stand inside one."""

Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column; all from 0 and included."""


@dataclass
class Grid:
    """A table as it stands in the markup: texts and numbers by row, and its merged ranges."""

    name: str = ""
    rows: list[list[str | float]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)


def looks_like_markup(text: str) -> bool:
    """Whether a text is a page or a workbook in markup rather than delimited."""
    head = text[:4000].lstrip("﻿ \t\r\n").lower()
    return head.startswith("<") and bool(re.search(r"<(html|table|body|\?xml|div|meta|!doc)", head))


def grids_of(text: str) -> list[Grid]:
    """Every table of the markup, in order. An entity declaration is refused."""
    if re.search(r"<!ENTITY|<!DOCTYPE[^>]*\[", text, re.IGNORECASE):
        raise UnreadableFile(FileFault.HOSTILE)
    if not re.search(r"<(?:ss:)?(?:td|th|cell)\b", text, re.IGNORECASE):
        return []
    reader = _Tables()
    reader.feed(text)
    reader.close()
    return reader.grids


class _Tables(HTMLParser):
    """Collects cells. A table inside a cell only adds its text to that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.grids: list[Grid] = []
        self._open = 0
        self._name = ""
        self._text: list[str] | None = None
        self._place = (0, 0)
        self._taken: dict[tuple[int, int], bool] = {}
        self._cells = 0
        self._silent = 0
        self._is_number = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, row or cell; both vocabularies share this door."""
        given = {name: value or "" for name, value in attrs}
        if tag in ("table", "ss:table"):
            self._open += 1
            if self._open > MAX_DEPTH:
                raise UnreadableFile(FileFault.HOSTILE)
            if self._open == 1:
                self.grids.append(Grid(self._name))
                self._taken = {}
        elif tag in ("worksheet", "ss:worksheet"):
            self._name = given.get("ss:name", "")
        elif self._open == 1 and tag in ("tr", "row", "ss:row"):
            self._start_row(given)
        elif self._open == 1 and tag in ("td", "th", "cell", "ss:cell"):
            self._start_cell(given)
        elif tag == "br" and self._text is not None:
            self._text.append("\n")
        elif tag in ("data", "ss:data") and not self._silent:
            self._is_number = given.get("ss:type") == "Number"
        elif tag in _SILENT:
            self._silent += 1

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened; a missing end tag is closed by the next cell."""
        if tag in ("table", "ss:table"):
            self._end_cell()
            self._open = max(0, self._open - 1)
        elif self._open == 1 and tag in ("td", "th", "cell", "ss:cell", "tr", "row", "ss:row"):
            self._end_cell()
        elif tag in _SILENT:
            self._silent = max(0, self._silent - 1)

    def handle_data(self, data: str) -> None:
        """Text counts only inside a cell."""
        if self._text is not None and not self._silent:
            self._text.append(data)

    def _start_row(self, given: dict[str, str]) -> None:
        self._end_cell()
        rows = self.grids[-1].rows
        index = _number(given.get("ss:index", ""))
        while index and len(rows) < index - 1:
            self._count(1)
            rows.append([])
        rows.append([])

    def _start_cell(self, given: dict[str, str]) -> None:
        self._end_cell()
        grid = self.grids[-1]
        if not grid.rows:
            grid.rows.append([])
        row = len(grid.rows) - 1
        column = max(len(grid.rows[row]), _number(given.get("ss:index", "")) - 1)
        while self._taken.pop((row, column), False):
            column += 1
        down = _number(given.get("rowspan", "")) - 1 or 0
        right = _number(given.get("colspan", "")) - 1 or 0
        down = max(down, _number(given.get("ss:mergedown", "")), 0)
        right = max(right, _number(given.get("ss:mergeacross", "")), 0)
        self._count(1 + right + column - len(grid.rows[row]) + (1 + right) * down)
        grid.rows[row].extend([""] * (column + right + 1 - len(grid.rows[row])))
        for below in range(row + 1, row + down + 1):
            self._taken.update(
                ((below, place), True) for place in range(column, column + right + 1)
            )
        if down or right:
            grid.merges.append((row, column, row + down, column + right))
        self._place, self._text = (row, column), []

    def _end_cell(self) -> None:
        if self._text is not None:
            row, column = self._place
            text = "".join(self._text).replace("\xa0", " ")
            text = re.sub(r"[ \t\r]*\n\s*", "\n", text).strip()
            number = _figure(text) if self._is_number else None
            self.grids[-1].rows[row][column] = text if number is None else number
            self._text, self._is_number = None, False

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > MAX_CELLS:
            raise UnreadableFile(FileFault.TOO_LARGE)


def _figure(text: str) -> float | None:
    """The number of a cell that Excel calls one; it may be written 1.38E10."""
    try:
        return float(text) if text.isascii() else None
    except ValueError:
        return None


def _number(text: str) -> int:
    return min(int(text), MAX_SPAN) if text.isascii() and text.isdigit() and len(text) < 9 else 0
