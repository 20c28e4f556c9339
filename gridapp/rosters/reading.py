"""One file → a proposal, in this process. The app calls ``sandbox`` instead."""

import re
from collections.abc import Callable
from pathlib import Path

from gridapp.domain.households import citizen_number
from gridapp.rosters import cells, groups
from gridapp.rosters.asides import Above
from gridapp.rosters.cells import text_of
from gridapp.rosters.evidence import with_evidence
from gridapp.rosters.files import Cell, RawSheet, open_sheets
from gridapp.rosters.guessing import guessed_table
from gridapp.rosters.handling import Handling, as_told, field_name, mark_of, put_right
from gridapp.rosters.households import households_of
from gridapp.rosters.layout import layout_of
from gridapp.rosters.lines import lines_of
from gridapp.rosters.people import Reader, is_label
from gridapp.rosters.proposal import (
    HARMLESS,
    DroppedColumn,
    FileFault,
    MatchedColumn,
    Progress,
    Roster,
    RosterFault,
    SheetReading,
    UnreadableFile,
)
from gridapp.rosters.registers import Part, without_others
from gridapp.rosters.states import State
from gridapp.rosters.tables import Column, Table, tables_of
from gridapp.rosters.vocabulary import Field

SAMPLE_ROWS = 5
_CARD_ROWS = 4
"""Rows above a heading in which the card of its household may stand."""

_ALL_OF_A_STATE = re.compile(
    "(?:已|户籍)?(?:迁出|死亡|注销|外出|外出务工)(?:人员|人口|名单|名册|表)*"
)


def read_roster(
    path: Path, on_progress: Progress | None = None, handling: Handling | None = None
) -> Roster:
    """Read a roster file as the person wants it handled.

    Raises ``UnreadableFile``; a hostile file may take memory and time.
    """
    handling = handling or Handling()
    sheets = open_sheets(path)
    for sheet in sheets:
        put_right(sheet, handling)
    tables = _tables(sheets, handling)
    total, done = sum(len(sheet.rows) for sheet in sheets), 0
    parts: list[Part] = []
    for sheet, found in zip(sheets, tables, strict=True):
        tick = _from(done, total, on_progress) if on_progress else _silent
        above = Above()
        if sheet.name in handling.left_out:
            continue
        parts += [_part(sheet, table, above, tick) for table in found]
        done += len(sheet.rows)
    kept = without_others(parts)
    _note_duplicates(kept)
    households = tuple(household for part in kept for household in part.households)
    faults = [fault for part in kept for fault in part.reader.found]
    order = {sheet.name: place for place, sheet in enumerate(sheets)}
    faults.sort(key=lambda fault: (order[fault.sheet], fault.row))
    columns = [column for found in tables for table in found for column in table.columns]
    readings = tuple(
        _reading(sheet, found, sheet.name in handling.left_out)
        for sheet, found in zip(sheets, tables, strict=True)
    )
    if on_progress:
        on_progress(total, total)
    return Roster(readings, households, tuple(faults), *_left_out(columns))


def _state_of(name: str) -> State | None:
    """The state of everybody on a sheet that is named after it: 迁出, 死亡人员."""
    return cells.residence(name) if _ALL_OF_A_STATE.fullmatch(name.strip()) else None


def _tables(sheets: list[RawSheet], handling: Handling) -> list[list[Table]]:
    """The tables of each sheet: by their headings, by what the person said, by their cells."""
    found = [tables_of(sheet) for sheet in sheets]
    numbered = any(found)
    for sheet, tables in zip(sheets, found, strict=True):
        if not tables and (guess := guessed_table(sheet, numbered=numbered)):
            tables.append(guess)
        tables[:] = [with_evidence(as_told(table, handling), sheet.rows) for table in tables]
    if not any(found):
        raise UnreadableFile(FileFault.NO_HEADING)
    return found


def _part(sheet: RawSheet, table: Table, above: Above, tick: Callable[[int], None]) -> Part:
    layout = layout_of(table, sheet.rows)
    reader = Reader(sheet.name, [], sheet.rows, _state_of(sheet.name))
    for row in sheet.rows[max(0, table.first - _CARD_ROWS) : table.first]:
        above.takes_card([text_of(cell) for cell in row])
    lines = list(lines_of(sheet, table, layout, above, tick))
    headings = [*table.titles, sheet.name]
    village = next((name for text in headings if (name := groups.village_inside(text))), "")
    group = next((name for text in headings if (name := groups.group_inside(text))), "")
    households = households_of(lines, layout, reader, village, group)
    under = tuple(column.heading for column in table.columns)
    return Part(households, reader, layout, under)


def _note_duplicates(parts: list[Part]) -> None:
    """Note good citizen numbers that a second member has too."""
    seen: set[str] = set()
    for part in parts:
        slot = part.layout.slots[0]
        for member in (m for household in part.households for m in household.members):
            number = member.citizen_number
            if number in seen and citizen_number.WARNINGS.issuperset(citizen_number.check(number)):
                code = RosterFault.DUPLICATE_NUMBER
                part.reader.fault(member.row, slot, Field.CITIZEN_NUMBER, code, number)
            if number:
                seen.add(number)


def _left_out(
    columns: list[Column],
) -> tuple[tuple[DroppedColumn, ...], tuple[DroppedColumn, ...]]:
    """The columns never to be imported, and those that are merely not needed."""
    left = dict.fromkeys(
        DroppedColumn(column.heading, column.meaning.drop)
        for column in columns
        if column.meaning.drop
    )
    return (
        tuple(column for column in left if column.reason not in HARMLESS),
        tuple(column for column in left if column.reason in HARMLESS),
    )


def _reading(sheet: RawSheet, tables: list[Table], left_out: bool) -> SheetReading:
    """How the sheet's first table was understood, shown on its first rows."""
    if not tables:
        return SheetReading(sheet.name, 0, (), ())
    table = tables[0]
    matched = tuple(
        MatchedColumn(
            index=c.index,
            heading=c.heading,
            field=field_name(c),
            confidence=c.meaning.confidence,
            drop=c.meaning.drop or "",
            told=c.meaning.told,
        )
        for c in table.columns
    )
    rows = sheet.rows[table.body[0] : table.body[0] + SAMPLE_ROWS]
    sample = tuple(tuple(_sample_text(row, column) for column in table.columns) for row in rows)
    mark = mark_of((column.index, column.heading) for column in table.columns)
    return SheetReading(sheet.name, table.first + 1, matched, sample, mark, left_out)


def _sample_text(row: list[Cell], column: Column) -> str:
    """The cell as the wizard may show it: nothing of a column or a note that is not imported."""
    if column.meaning.field is None or column.index >= len(row):
        return ""
    text = text_of(row[column.index])
    return "" if column.meaning.field == Field.NOTE and is_label(text) else text


def _from(before: int, total: int, on_progress: Progress) -> Callable[[int], None]:
    return lambda row: on_progress(before + row, total)


def _silent(row: int) -> None:
    """Nobody listens."""
