"""One file → a proposal, in this process. The app calls ``sandbox`` instead."""

import re
from collections.abc import Callable
from pathlib import Path

from gridapp.domain.households import citizen_number
from gridapp.rosters import cells, groups, shown
from gridapp.rosters.asides import Above
from gridapp.rosters.cells import text_of
from gridapp.rosters.files import RawSheet, open_sheets
from gridapp.rosters.finding import found_in
from gridapp.rosters.handling import Handling, put_right
from gridapp.rosters.households import households_of
from gridapp.rosters.layout import layout_of
from gridapp.rosters.lines import Line, lines_of
from gridapp.rosters.people import Reader
from gridapp.rosters.proposal import Progress, Roster, RosterFault
from gridapp.rosters.registers import Part, without_others
from gridapp.rosters.states import State
from gridapp.rosters.tables import Table
from gridapp.rosters.vocabulary import Field

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
    tables = found_in(sheets, handling)
    total, done = sum(len(sheet.rows) for sheet in sheets), 0
    parts: list[Part] = []
    read = [sheet.name for sheet, found in zip(sheets, tables, strict=True) if found]
    groups_by_sheet = groups.groups_of_sheets(read)
    for sheet, found in zip(sheets, tables, strict=True):
        tick = _from(done, total, on_progress) if on_progress else _silent
        above = Above()
        if sheet.name in handling.left_out:
            continue
        group = groups_by_sheet.get(sheet.name, "")
        parts += [_part(sheet, table, above, group, tick) for table in found]
        done += len(sheet.rows)
    kept = without_others(parts)
    _note_duplicates(kept)
    households = tuple(household for part in kept for household in part.households)
    faults = [fault for part in kept for fault in part.reader.found]
    order = {sheet.name: place for place, sheet in enumerate(sheets)}
    faults.sort(key=lambda fault: (order[fault.sheet], fault.row))
    columns = [column for found in tables for table in found for column in table.columns]
    readings = tuple(
        shown.sheet_reading(sheet, found, sheet.name in handling.left_out)
        for sheet, found in zip(sheets, tables, strict=True)
    )
    if on_progress:
        on_progress(total, total)
    return Roster(readings, households, tuple(faults), *shown.left_out(columns))


def _state_of(name: str) -> State | None:
    """The state of everybody on a sheet that is named after it: 迁出, 死亡人员."""
    return cells.residence(name) if _ALL_OF_A_STATE.fullmatch(name.strip()) else None


def _part(
    sheet: RawSheet, table: Table, above: Above, named: str, tick: Callable[[int], None]
) -> Part:
    """What a table gives. ``named``: the group after which the sheet is called."""
    layout = layout_of(table, sheet.rows)
    reader = Reader(sheet.name, [], sheet.rows, _state_of(sheet.name))
    for row in sheet.rows[max(0, table.first - _CARD_ROWS) : table.first]:
        above.takes_card([text_of(cell) for cell in row])
    lines = list(lines_of(sheet, table, layout, above, tick))
    headings = [*table.titles, sheet.name]
    village = next((name for text in headings if (name := groups.village_inside(text))), "")
    group = next((name for text in headings if (name := groups.group_inside(text))), "")
    if sheet.name in {one for line in lines for one in (line.head_name, *_names(line))}:
        named = ""  # a sheet of one household, called after its head
    households = households_of(lines, layout, reader, village, group or named)
    under = tuple(column.heading for column in table.columns)
    return Part(households, reader, layout, under)


def _names(line: Line) -> list[str]:
    return [person.name for person in line.people]


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


def _from(before: int, total: int, on_progress: Progress) -> Callable[[int], None]:
    return lambda row: on_progress(before + row, total)


def _silent(row: int) -> None:
    """Nobody listens."""
