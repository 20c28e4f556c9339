"""One row → what it says of a household, and the texts of its persons."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from gridapp.rosters import groups
from gridapp.rosters.asides import Above, is_aside, is_sample
from gridapp.rosters.cells import DITTO, filled, text_of
from gridapp.rosters.files import Cell, RawSheet
from gridapp.rosters.layout import Layout
from gridapp.rosters.persons import PersonText, has_number, is_named, person_in
from gridapp.rosters.tables import Column, Table
from gridapp.rosters.vocabulary import Field


@dataclass(slots=True)
class Line:
    """A row of people. Empty text means that the row says nothing: as above."""

    row: int
    section: int
    village: str = ""
    group: str = ""
    number: str = ""
    serial: str = ""
    size: str = ""
    address: str = ""
    note: str = ""
    head_name: str = ""
    people: list[PersonText] = field(default_factory=list)
    head: PersonText | None = None


def lines_of(
    sheet: RawSheet, table: Table, layout: Layout, above: Above, tick: Callable[[int], None]
) -> Iterator[Line]:
    """The rows of a table that speak of people. ``tick`` hears of every row that is done."""
    readers = {kind: _indexes(columns) for kind, columns in layout.household.items()}
    for index in range(*table.body):
        if index % 1000 == 0:
            tick(index)
        row = sheet.rows[index]
        line = _line(row, index + 1, layout, readers, above)
        if line:
            yield line


def _line(
    row: list[Cell], number: int, layout: Layout, readers: dict[Field, list[int]], above: Above
) -> Line | None:
    people = [p for slot in layout.slots if (p := person_in(row, number, slot))]
    named = [p for p in people if is_named(p)]
    if not any(p.texts.get(Field.CITIZEN_NUMBER) for p in named) and is_aside(row, named, above):
        return None
    line = Line(number, above.section)
    _household(line, row, readers, above)
    if layout.head:
        line.head = person_in(row, number, layout.head)
        line.head_name = line.head.name if line.head else ""
    elif layout.is_wide and layout.slots[0].is_head and people:
        line.head_name = people[0].name if people[0].slot is layout.slots[0] else ""
    if is_sample(row, people, above, bool(line.number or line.serial or line.head_name)):
        return None
    line.people = [p for p in people if is_named(p) or has_number(p)]
    if line.people or line.head_name or line.number or line.group:
        above.latest = line.group or above.latest
        return line
    return None


def _household(line: Line, row: list[Cell], readers: dict[Field, list[int]], above: Above) -> None:
    def said(kind: Field) -> str:
        for index in readers.get(kind, ()):
            text = text_of(row[index]) if index < len(row) and row[index] != "" else ""
            if text and text not in DITTO and filled(text):
                return text
        return ""

    group = said(Field.GROUP)
    if group and "村" in group:
        line.village = groups.village_inside(group)
    line.group = groups.canonical_group(group) if group else ""
    line.group = line.group or groups.canonical_group(said(Field.HAMLET)) or above.group
    village = said(Field.VILLAGE)
    line.village = groups.village_name(village) if village else line.village or above.village
    line.number, line.serial = said(Field.NUMBER), said(Field.SERIAL)
    line.size, line.address, line.note = said(Field.SIZE), said(Field.ADDRESS), said(Field.NOTE)


def _indexes(columns: list[Column]) -> list[int]:
    return [column.index for column in columns]
