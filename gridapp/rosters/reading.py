"""One file → a proposal, in this process. The app calls ``sandbox`` instead."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gridapp.domain import citizen_number
from gridapp.rosters import groups
from gridapp.rosters.asides import Above
from gridapp.rosters.cells import text_of
from gridapp.rosters.files import Cell, RawSheet, open_sheets
from gridapp.rosters.headings import HEAD
from gridapp.rosters.households import households_of
from gridapp.rosters.layout import layout_of
from gridapp.rosters.lines import lines_of
from gridapp.rosters.people import Reader, is_label
from gridapp.rosters.proposal import (
    DroppedColumn,
    DropReason,
    Fault,
    FileFault,
    MatchedColumn,
    Progress,
    ProposedHousehold,
    Roster,
    RosterFault,
    SheetReading,
    UnreadableFile,
)
from gridapp.rosters.tables import Column, Table, tables_of
from gridapp.rosters.vocabulary import OF_HOUSEHOLD, Field

SAMPLE_ROWS = 5
_REGISTER = re.compile("总表|汇总|合计|总册|总名单|备份|副本")


@dataclass(frozen=True)
class _Part:
    """What one table gave."""

    households: list[ProposedHousehold]
    faults: list[Fault]
    heads_only: bool
    number_heading: str


def read_roster(path: Path, on_progress: Progress | None = None) -> Roster:
    """Read a roster file. Raises ``UnreadableFile``; a hostile file may take memory and time."""
    sheets = open_sheets(path)
    tables = [tables_of(sheet) for sheet in sheets]
    if not any(tables):
        raise UnreadableFile(FileFault.NO_HEADING)
    total, done = sum(len(sheet.rows) for sheet in sheets), 0
    parts: list[_Part] = []
    for sheet, found in zip(sheets, tables, strict=True):
        tick = _from(done, total, on_progress) if on_progress else _silent
        above = Above()
        parts += [_part(sheet, table, above, tick) for table in found]
        done += len(sheet.rows)
    kept = _without_registers(parts)
    households = tuple(household for part in kept for household in part.households)
    faults = [fault for part in kept for fault in part.faults] + _duplicates(kept)
    order = {sheet.name: place for place, sheet in enumerate(sheets)}
    faults.sort(key=lambda fault: (order[fault.sheet], fault.row))
    columns = [column for found in tables for table in found for column in table.columns]
    readings = tuple(_reading(sheet, found) for sheet, found in zip(sheets, tables, strict=True))
    if on_progress:
        on_progress(total, total)
    return Roster(readings, households, tuple(faults), *_left_out(columns))


def _part(sheet: RawSheet, table: Table, above: Above, tick: Callable[[int], None]) -> _Part:
    layout = layout_of(table)
    reader = Reader(sheet.name, [])
    lines = list(lines_of(sheet, table, layout, above, tick))
    headings = [*table.titles, sheet.name]
    village = next((name for text in headings if (name := groups.village_inside(text))), "")
    group = next((name for text in headings if (name := groups.group_inside(text))), "")
    households = households_of(lines, layout, reader, village, group)
    number_heading = layout.slots[0].heading(Field.CITIZEN_NUMBER)
    return _Part(households, reader.found, layout.heads_only, number_heading)


def _without_registers(parts: list[_Part]) -> list[_Part]:
    """Leave out lists of heads and whole copies whose households other sheets give in full."""
    full = [part for part in parts if not _is_register(part)]
    known = {member.name for part in full for h in part.households for member in h.members}
    return [part for part in parts if not (_is_register(part) and _is_known(part, known))]


def _is_register(part: _Part) -> bool:
    sheets = {household.sheet for household in part.households}
    return part.heads_only or any(_REGISTER.search(sheet) for sheet in sheets)


def _is_known(part: _Part, known: set[str]) -> bool:
    names = [household.members[0].name for household in part.households]
    return sum(name in known for name in names) >= 0.8 * max(1, len(names))


def _duplicates(parts: list[_Part]) -> list[Fault]:
    """Good citizen numbers that a second member has too."""
    code = RosterFault.DUPLICATE_NUMBER
    seen: set[str] = set()
    found = []
    for part in parts:
        for household, member in ((h, m) for h in part.households for m in h.members):
            number = member.citizen_number
            if number in seen and citizen_number.WARNINGS.issuperset(citizen_number.check(number)):
                place = (household.sheet, member.row, part.number_heading)
                found.append(Fault(*place, code, number))
            if number:
                seen.add(number)
    return found


def _left_out(
    columns: list[Column],
) -> tuple[tuple[DroppedColumn, ...], tuple[DroppedColumn, ...]]:
    """The columns never to be imported, and those that are merely not needed."""
    left = dict.fromkeys(
        DroppedColumn(column.heading, column.meaning.drop)
        for column in columns
        if column.meaning.drop
    )
    harmless = (DropReason.NEEDLESS, DropReason.UNRECOGNISED)
    return (
        tuple(column for column in left if column.reason not in harmless),
        tuple(column for column in left if column.reason in harmless),
    )


def _reading(sheet: RawSheet, tables: list[Table]) -> SheetReading:
    """How the sheet's first table was understood, shown on its first rows."""
    if not tables:
        return SheetReading(sheet.name, 0, (), ())
    table = tables[0]
    matched = tuple(
        MatchedColumn(c.index, c.heading, _field_name(c), c.meaning.confidence)
        for c in table.columns
    )
    rows = sheet.rows[table.body[0] : table.body[0] + SAMPLE_ROWS]
    sample = tuple(tuple(_sample_text(row, column) for column in table.columns) for row in rows)
    return SheetReading(sheet.name, table.first + 1, matched, sample)


def _sample_text(row: list[Cell], column: Column) -> str:
    """The cell as the wizard may show it: nothing of a column or a note that is not imported."""
    if column.meaning.field is None or column.index >= len(row):
        return ""
    text = text_of(row[column.index])
    return "" if column.meaning.field == Field.NOTE and is_label(text) else text


def _field_name(column: Column) -> str | None:
    field, owner = column.meaning.field, column.meaning.owner
    if field is None:
        return None
    return f"head_{field}" if owner == HEAD and field not in OF_HOUSEHOLD else field.value


def _from(before: int, total: int, on_progress: Progress) -> Callable[[int], None]:
    return lambda row: on_progress(before + row, total)


def _silent(row: int) -> None:
    """Nobody listens."""
