"""Where the headings are on a sheet: title rows, headings of several lines, repeated headings."""

import re
from dataclasses import dataclass
from functools import lru_cache

from gridapp.rosters.cells import text_of
from gridapp.rosters.files import Cell, RawSheet
from gridapp.rosters.headings import UNKNOWN, Meaning, meaning_of, one_line
from gridapp.rosters.proposal import DropReason
from gridapp.rosters.vocabulary import Field

MAX_LINES = 3
_FEWEST = 2
"""Columns that a heading must have; those of the head count apart from those of members."""

_PARENT = re.compile(
    r"^(?:户主|家庭|家庭成员|成员|家属|人员|基本|个人|住户|农户|户)?(?:基本)?(?:信息|情况|资料|详情)$|^是否|^其中|^[年月日]$"
)
_DATA = re.compile(r"\d{5,}|^\d+$|[:：].+|^\d{4}[-/.年]\d")
_HINTS = ("名", "户主", "成员")
_FIRST_ROWS = 200
"""Below these only a repeated heading is looked for, since 户主 stands in half of the rows."""


@dataclass(frozen=True)
class Column:
    """A column under its heading, all lines of it joined. ``index`` counts from 0."""

    index: int
    heading: str
    meaning: Meaning


@dataclass(frozen=True)
class Table:
    """A heading and the rows under it. ``first`` and ``body`` count from 0; ``body`` is open.

    ``again``: rows of the sheet in which a heading is only printed once more.
    """

    first: int
    body: tuple[int, int]
    columns: tuple[Column, ...]
    titles: tuple[str, ...]
    again: frozenset[int] = frozenset()


def tables_of(sheet: RawSheet) -> list[Table]:
    """Every table of the sheet that has a name column; [] for a sheet that is no roster."""
    found: list[tuple[int, int, list[Column]]] = []
    again: set[int] = set()
    row = 0
    while row < len(sheet.rows):
        block = _block(sheet, row) if _hints(sheet.rows, row) else None
        if block:
            if found and _same(found[-1][2], block[1]):
                again.update(range(row, block[0]))
            else:
                found.append((row, *block))
            row = block[0]
        else:
            row += 1
    if not found:
        return []
    starts = [*(first for first, _, _ in found[1:]), len(sheet.rows)]
    titles = _titles(sheet, found[0][0])
    return [
        Table(first, (after, stop), tuple(part), titles, frozenset(again))
        for (first, after, columns), stop in zip(found, starts, strict=True)
        for part in _side_by_side(columns)
    ]


def _same(one: list[Column], other: list[Column]) -> bool:
    """Whether a heading is only printed again, as on each page."""
    return [(c.index, c.heading) for c in one] == [(c.index, c.heading) for c in other]


def _hints(rows: list[list[Cell]], row: int) -> bool:
    """Whether a heading may begin here; cheap, since it is asked of every row."""
    if row >= _FIRST_ROWS:
        return "名" in "".join([cell for cell in rows[row] if type(cell) is str])
    near = [cell for line in rows[row : row + 2] for cell in line if isinstance(cell, str)]
    return any(word in cell for cell in near for word in _HINTS)


def _block(sheet: RawSheet, first: int) -> tuple[int, list[Column]] | None:
    """The row after the heading that starts here, and its columns; None when none starts."""
    lines = [_texts(sheet.rows[first])]
    if len(set(filter(None, lines[0]))) < 2 or not _is_heading_line(lines[0], 0.5):
        return None
    for row in sheet.rows[first + 1 : first + MAX_LINES]:
        below = _texts(row)
        if not (_is_heading_line(below, 0.5) and _is_below(lines[-1], below)):
            break
        lines.append(below)
    columns = _columns(sheet, first, lines)
    read = {(c.meaning.field, c.meaning.owner) for c in columns if c.meaning.field}
    if not any(field == Field.NAME for field, _owner in read) or len(read) < _FEWEST:
        return None
    return first + len(lines), columns


def _texts(row: list[Cell]) -> list[str]:
    return [one_line(text_of(cell)) for cell in row]


def _is_heading_line(texts: list[str], share: float) -> bool:
    """Whether enough of the texts are known headings and none looks like data."""
    given = {text for text in texts if text}
    if not given or any(looks_like_data(text) for text in given):
        return False
    known = sum(meaning_of(text).is_known or bool(_PARENT.match(text)) for text in given)
    return known >= max(1, share * len(given))


@lru_cache(maxsize=4096)
def looks_like_data(text: str) -> bool:
    """Whether a text has figures or a value after a colon, as no heading has."""
    return bool(_DATA.search(text)) and not meaning_of(text).is_known


def _is_below(upper: list[str], lower: list[str]) -> bool:
    """Whether the lower line only divides the upper one's wide cells, or repeats its tall ones."""
    divided = False
    for column, text in enumerate(lower):
        above = upper[column] if column < len(upper) else ""
        if not text or text == above:
            continue
        beside = upper[column + 1] if column + 1 < len(upper) else ""
        if above and (beside or column + 1 >= len(lower) or not lower[column + 1]):
            return False
        divided = True
    return divided


def _columns(sheet: RawSheet, first: int, lines: list[list[str]]) -> list[Column]:
    width = max(len(line) for line in lines)
    filled = [_fill_right(sheet, first + depth, line, lines) for depth, line in enumerate(lines)]
    columns = []
    for index in range(width):
        parts: list[str] = []
        for line in filled:
            text = line[index] if index < len(line) else ""
            if text and text not in parts:
                parts.append(text)
        if parts:
            heading, meaning = _joined(parts)
            columns.append(Column(index, heading, meaning))
    return columns


def _fill_right(sheet: RawSheet, row: int, line: list[str], lines: list[list[str]]) -> list[str]:
    """Spread the texts of an upper heading line over the columns that they head."""
    if line is lines[-1]:
        return line
    spans = [(left, right) for top, left, _, right in sheet.merges if top == row and right > left]
    below, filled = lines[-1], list(line)
    for index in range(1, len(filled)):
        if filled[index] or not filled[index - 1]:
            continue
        merged = any(left < index <= right for left, right in spans)
        if merged or (not spans and index < len(below) and below[index]):
            filled[index] = filled[index - 1]
    return filled


def _joined(parts: list[str]) -> tuple[str, Meaning]:
    """The heading as shown and its meaning; the lowest line says most, the upper ones whose."""
    last, whole = meaning_of(parts[-1]), meaning_of("".join(parts))
    never = next((m for m in (last, whole) if m.drop and _is_never(m)), None)
    if never:
        return (parts[-1] if never is last else "".join(parts)), never
    if whole.field and (whole.field == last.field or last.confidence < 1.0):
        return parts[-1], whole
    if last.is_known or len(parts) == 1:
        return parts[-1], last
    upper = meaning_of(parts[0])
    says_more = upper.is_known and not whole.is_known and not _PARENT.match(parts[0])
    return "".join(parts), upper if says_more else whole


def _is_never(meaning: Meaning) -> bool:
    return meaning is not UNKNOWN and meaning.drop not in (
        None,
        DropReason.NEEDLESS,
        DropReason.UNRECOGNISED,
    )


def _titles(sheet: RawSheet, first: int) -> tuple[str, ...]:
    return tuple(text for row in sheet.rows[:first] for text in _texts(row) if text)


def _side_by_side(columns: list[Column]) -> list[list[Column]]:
    """Split a heading that is printed twice or more beside itself into its parts."""
    lead = columns[0].meaning.field
    starts = [place for place, column in enumerate(columns) if column.meaning.field == lead]
    if lead not in (Field.SERIAL, Field.NUMBER, Field.GROUP) or len(starts) < 2:
        return [columns]
    stops = [*starts[1:], len(columns)]
    parts = [columns[a:b] for a, b in zip(starts, stops, strict=True)]
    kinds = {tuple(c.heading for c in part if c.meaning.field) for part in parts}
    return parts if len(kinds) == 1 else [columns]
