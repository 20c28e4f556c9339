"""Whose each column is: one person a row, or a household a row with its members side by side."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from gridapp.rosters.evidence import texts_of
from gridapp.rosters.files import Cell
from gridapp.rosters.headings import HEAD
from gridapp.rosters.listing import is_list, people_of
from gridapp.rosters.tables import Column, Table
from gridapp.rosters.vocabulary import OF_HOUSEHOLD, Field

_SEVERAL_NUMBERS = re.compile(r"\d{14}[\dXx]+\s*[、,;/\n\r]\s*\d{15}")
_OF_EACH = (Field.NAME, Field.CITIZEN_NUMBER)
_ONCE = frozenset({Field.CITIZEN_NUMBER, Field.SEX, Field.BORN_ON, Field.RELATION})


@dataclass
class Slot:
    """The columns of one person of a row. ``kin`` is the relation word of the heading, if any."""

    kin: str = ""
    is_head: bool = False
    columns: dict[Field, list[Column]] = field(default_factory=dict)

    def add(self, column: Column) -> None:
        """Take the column, unless one of its kind is there that a person has only once."""
        kind = column.meaning.field
        assert kind is not None  # noqa: S101  only columns that are read come here
        held = self.columns.setdefault(kind, [])
        if not held or kind not in _ONCE or _is_part(held, column):
            held.append(column)

    def heading(self, kind: Field) -> str:
        """The heading of the first column of a kind, "" without one."""
        held = self.columns.get(kind)
        return held[0].heading if held else ""

    @cached_property
    def plan(self) -> list[tuple[Field, Column]]:
        """The columns in the order in which they are read, each with its kind."""
        return [(kind, column) for kind, columns in self.columns.items() for column in columns]

    def told_of_each(self) -> list[Column]:
        """The columns that say who somebody is, and never the same of two."""
        return [column for kind in _OF_EACH for column in self.columns.get(kind, ())]

    def place(self, kind: Field) -> int:
        """The number of the first column of a kind, -1 without one."""
        held = self.columns.get(kind)
        return held[0].index if held else -1


def _is_part(held: list[Column], column: Column) -> bool:
    """Whether a day stands in columns 年, 月 and 日 side by side, or a sex in 男 and 女."""
    if held[0].heading == "男":
        return column.heading == "女"
    part = {1: "月", 2: "日"}.get(len(held), "?")
    return held[0].heading.endswith("年") and column.heading.endswith(part)


@dataclass
class Layout:
    """Columns by what they are for. ``head`` repeats the head beside the members of ``slots``."""

    household: dict[Field, list[Column]] = field(default_factory=dict)
    slots: list[Slot] = field(default_factory=list)
    head: Slot | None = None
    heads_only: bool = False

    @property
    def is_wide(self) -> bool:
        """Whether a row is a whole household."""
        return len(self.slots) > 1 or self.heads_only

    def has(self, kind: Field) -> bool:
        """Whether the person of a row has such a column."""
        return bool(self.slots[0].columns.get(kind))


def layout_of(table: Table, rows: Sequence[list[Cell]]) -> Layout:
    """Sort the columns of a table that are read to the household and to its persons.

    ``rows`` are those of the sheet: they show whether a cell lists several people.
    """
    layout = Layout()
    personal = []
    for column in table.columns:
        kind = column.meaning.field
        if kind in OF_HOUSEHOLD:
            layout.household.setdefault(kind, []).append(column)
        elif kind:
            personal.append(column)
    for columns in layout.household.values():
        columns.sort(key=lambda column: column.meaning.rank)
    names = [c for c in personal if c.meaning.field == Field.NAME and c.meaning.owner != HEAD]
    if not names:
        _head_alone(layout, personal)
    elif len(names) == 1 and _lists_others(personal, names[0], rows[slice(*table.body)]):
        _head_and_list(layout, personal, names[0])
    elif len(names) == 1:
        _one_person(layout, personal, names[0])
    else:
        _several(layout, personal, names)
    return layout


def _head_alone(layout: Layout, personal: list[Column]) -> None:
    slot = Slot()
    for column in personal:
        slot.add(column)
    slot.is_head = layout.heads_only = Field.RELATION not in slot.columns
    layout.slots = [slot]


def _lists_others(personal: list[Column], name: Column, body: Sequence[list[Cell]]) -> bool:
    """Whether the head has columns and all others of the household share a cell.

    Not where the cells beside the names list as many numbers: those are of all of them.
    """
    if not any(c.meaning.owner == HEAD and c.meaning.field == Field.NAME for c in personal):
        return False
    beside = (text for c in personal if c is not name for text in texts_of(body, c.index))
    if any(_SEVERAL_NUMBERS.search(text) for text in beside):
        return False
    texts = texts_of(body, name.index)
    return sum(is_list(text) and len(people_of(text)) > 0 for text in texts) > 0.3 * len(texts)


def _head_and_list(layout: Layout, personal: list[Column], name: Column) -> None:
    head, others = Slot(is_head=True), Slot()
    others.add(name)
    for column in personal:
        if column is not name:
            head.add(column)
    layout.slots = [head, others]


def _one_person(layout: Layout, personal: list[Column], name: Column) -> None:
    """A row is a person; a column that comes twice is first the head's, named before."""
    main, head = Slot(kin=name.meaning.kin), Slot(is_head=True)
    titled = [c for c in personal if c.meaning.owner == HEAD and c.meaning.field == Field.NAME]
    for column in personal:
        twice = [c for c in personal if c.meaning.field == column.meaning.field]
        between = titled and titled[0].index < column.index < name.index
        explicit = column.meaning.owner == HEAD and column.meaning.field != Field.RELATION
        (head if explicit or (between and len(twice) > 1) else main).add(column)
    layout.slots = [main]
    layout.head = head if Field.NAME in head.columns else None


def _is_of_all(column: Column, personal: list[Column]) -> bool:
    """Whether a phone or state stands once behind all persons of a row: it is the first one's."""
    kind = column.meaning.field
    last = max(c.index for c in personal if c.meaning.field == Field.NAME)
    once = sum(c.meaning.field == kind for c in personal) == 1
    return kind in (Field.PHONE, Field.RESIDENCE) and once and column.index > last


def _several(layout: Layout, personal: list[Column], names: list[Column]) -> None:
    """A row is a household: columns go to the person they name, else to the one on their left."""
    head = Slot(is_head=True)
    slots = {column.index: Slot(kin=column.meaning.kin) for column in names}
    placed = {c.meaning.place: slots[c.index] for c in names if c.meaning.place}
    current = head
    for column in personal:
        meaning = column.meaning
        if meaning.field == Field.NOTE:
            layout.household.setdefault(Field.NOTE, []).append(column)
            continue
        if meaning.owner == HEAD:
            current = head
        elif meaning.place and meaning.place in placed:
            current = placed[meaning.place]
        elif meaning.field == Field.NAME:
            current = slots[column.index]
        elif _is_of_all(column, personal):
            current = head if Field.NAME in head.columns else slots[names[0].index]
        current.add(column)
    layout.slots = [head, *slots.values()] if Field.NAME in head.columns else list(slots.values())
    first = layout.slots[0]
    first.is_head = Field.RELATION not in first.columns and not first.kin
