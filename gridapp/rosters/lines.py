"""One row → what it says of a household, and the texts of its persons."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from gridapp.rosters import groups
from gridapp.rosters.asides import Above, is_aside, is_sample
from gridapp.rosters.cards import OF_HEAD, Card, head_of
from gridapp.rosters.cells import DITTO, SAYS_NOTHING, text_of
from gridapp.rosters.files import Cell, RawSheet
from gridapp.rosters.layout import Layout
from gridapp.rosters.persons import PersonText, has_number, head_in, is_named, person_in
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
    is_on_card: bool = False
    after_blank: bool = False


def lines_of(
    sheet: RawSheet, table: Table, layout: Layout, above: Above, tick: Callable[[int], None]
) -> Iterator[Line]:
    """The rows of a table that speak of people. ``tick`` hears of every row that is done."""
    readers = {kind: _indexes(columns) for kind, columns in layout.household.items()}
    own = {column.index for slot in layout.slots for column in slot.told_of_each()}
    blank = False
    for index in range(*table.body):
        if index % 1000 == 0:
            tick(index)
        if index in table.again:
            continue
        if not any(sheet.rows[index]):
            blank = True
            continue
        line = _line(sheet.rows[index], index + 1, layout, readers, own, above)
        if line:
            line.after_blank, blank = blank, False
            yield line


def _line(
    row: list[Cell],
    number: int,
    layout: Layout,
    readers: dict[Field, list[int]],
    own: set[int],
    above: Above,
) -> Line | None:
    texts = list(map(text_of, row))
    if not DITTO.isdisjoint(texts):
        texts = [_as_above(place, text, own, above) for place, text in enumerate(texts)]
    if above.takes_card(texts):
        return None
    people = [p for slot in layout.slots if (p := person_in(row, texts, number, slot))]
    named = [p for p in people if is_named(p)]
    if not any(map(has_number, named)) and is_aside(texts, named, above):
        return None
    line = Line(number, above.section)
    _household(line, texts, readers, above)
    if layout.head:
        line.head = head_in(row, texts, number, layout.head)
        line.head_name = line.head.name if line.head else ""
    elif layout.is_wide and layout.slots[0].is_head and people:
        line.head_name = people[0].name if people[0].slot is layout.slots[0] else ""
    elif above.card:
        _from_card(line, above.card, people)
    if is_sample(texts, people, above, bool(line.number or line.serial or line.head_name)):
        return None
    line.people = named if len(named) == len(people) else [p for p in people if _counts(p)]
    if line.people or line.head_name or line.number or line.group:
        above.latest, above.texts = line.group or above.latest, texts
        above.card_is_open = False
        return line
    return None


def _as_above(place: int, text: str, own: set[int], above: Above) -> str:
    """What 同上 stands for; nobody's name or number is that of the person above."""
    if text not in DITTO or place in own:
        return text
    return above.texts[place] if place < len(above.texts) else ""


def _counts(person: PersonText) -> bool:
    return is_named(person) or has_number(person)


def _household(line: Line, texts: list[str], readers: dict[Field, list[int]], above: Above) -> None:
    said = {kind: text for kind, at in readers.items() if (text := _said(texts, at))}
    group, village = said.get(Field.GROUP, ""), said.get(Field.VILLAGE, "")
    if group:
        line.village = groups.village_inside(group) if "村" in group else ""
        line.group = groups.canonical_group(group)
    elif Field.HAMLET in said:
        line.group = groups.canonical_group(said[Field.HAMLET])
    line.group = line.group or above.group
    line.village = groups.village_name(village) if village else line.village or above.village
    line.number, line.serial = said.get(Field.NUMBER, ""), said.get(Field.SERIAL, "")
    line.size, line.address = said.get(Field.SIZE, ""), said.get(Field.ADDRESS, "")
    if Field.ROOM in said:
        rooms = [one for at in readers[Field.ROOM] if (one := _said(texts, [at]))]
        line.address += "-".join(rooms)
        line.number = line.number or "-".join(rooms)
    line.note = said.get(Field.NOTE, "")


def _said(texts: list[str], indexes: list[int]) -> str:
    """The first text of these columns that says something."""
    for index in indexes:
        text = texts[index] if index < len(texts) else ""
        if text and text not in SAYS_NOTHING:
            return text
    return ""


def _from_card(line: Line, card: Card, people: list[PersonText]) -> None:
    """What the card above the members says of all of them, and of the head among them."""
    for person in people:
        if person.name == card.get(Field.NAME):
            person.texts = {kind: card[kind] for kind in OF_HEAD & card.keys()} | person.texts
    line.head, line.is_on_card = head_of(card, line.row), True
    line.head_name = card.get(Field.NAME, "")
    line.number = line.number or card.get(Field.NUMBER, "")
    line.address = line.address or card.get(Field.ADDRESS, "")
    if Field.GROUP in card or Field.HAMLET in card:
        named = card.get(Field.GROUP) or card[Field.HAMLET]
        line.group = line.group or groups.canonical_group(named)
    if Field.VILLAGE in card:
        line.village = line.village or groups.village_name(card[Field.VILLAGE])


def _indexes(columns: list[Column]) -> list[int]:
    return [column.index for column in columns]
