"""The roster of a day gone by: which households stood where, and who belonged to them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from sqlmodel import Session, col, select

from gridapp.contract.households import LifeEventKind
from gridapp.domain.grids.tree_history import HouseholdSpan, UnitSpan
from gridapp.domain.households.history import HouseholdThen, MemberNow, roster
from gridapp.domain.households.relations import is_head
from gridapp.store import plain
from gridapp.store.plain import day as day_of
from gridapp.store.tables import LifeEvent, Unit

_HOMES = """
    SELECT h.id, h.unit_id, h.since, h.until, h.number, h.group_name, h.address
    FROM household h
    ORDER BY h.walk_order, h.id
"""
_PEOPLE = "SELECT id, household_id, relation, residence, since, name, place FROM member"
_COUNT = "SELECT COUNT(*) FROM member"
_MOVED = "SELECT DISTINCT subject_id FROM life_event WHERE kind = ?"


Progress = Callable[[int, int], object]
STEP = 2000
"""So many people or households are looked at between two reports."""


class MemberOfDay(NamedTuple):
    """Somebody of a household on that day."""

    name: str
    relation: str


class HouseholdOfDay(NamedTuple):
    """A household on that day; the head first among its members."""

    id: UUID
    unit_name: str
    number: str
    group_name: str
    address: str
    members: tuple[MemberOfDay, ...]


def on(
    session: Session, unit_ids: Sequence[UUID], day: date, progress: Progress
) -> list[HouseholdOfDay]:
    """The households that stood in these units on a day, one unit's walk after the other's.

    Who is now elsewhere is read as well: anybody may have been here then. ``progress(done, total)``
    is told how many people and households have been looked at.
    """
    later = session.exec(select(LifeEvent).where(col(LifeEvent.happened_on) > day)).all()
    units = session.exec(select(Unit)).all()
    names = {unit.id: unit.name for unit in units}
    spans = [UnitSpan(one.id, one.parent_id, one.since, one.until) for one in units]
    homes, facts = _homes(session, unit_ids)
    ((count,),) = plain.ask(session, _COUNT)
    total = count + len(homes)
    called: dict[UUID, tuple[int, str]] = {}
    people = _people(session, called, lambda done: progress(done, total))
    places = {unit: place for place, unit in enumerate(unit_ids)}
    found = [home for home in roster(homes, people, spans, later, day) if home.unit_id in places]
    found.sort(key=lambda home: places[home.unit_id])
    told = []
    for number, home in enumerate(found):
        if number % STEP == 0:
            progress(count + number, total)
        facts_of = (names.get(home.unit_id, ""), *facts[home.id])
        told.append(HouseholdOfDay(home.id, *facts_of, _of(home, called)))
    progress(total, total)
    return told


def _homes(
    session: Session, unit_ids: Collection[UUID]
) -> tuple[list[HouseholdSpan], dict[UUID, tuple[str, str, str]]]:
    """The households that are or may have been in these units, with what is written of them."""
    inside = {unit.bytes for unit in unit_ids}
    moved = {id_ for (id_,) in plain.ask(session, _MOVED, LifeEventKind.REGROUPED.value)}
    rows = [r for r in plain.ask(session, _HOMES) if r[1] in inside or r[0] in moved]
    ids, units = _ids(row[0] for row in rows), _ids(row[1] for row in rows)
    spans = [
        HouseholdSpan(id_, unit, day_of(row[2]), day_of(row[3]))
        for id_, unit, row in zip(ids, units, rows, strict=True)
    ]
    return spans, {id_: row[4:] for id_, row in zip(ids, rows, strict=True)}


def _people(
    session: Session, called: dict[UUID, tuple[int, str]], progress: Callable[[int], object]
) -> Iterator[MemberNow]:
    """Everybody, read as they are asked for; their place and name are put into ``called``."""
    for rows in plain.portions(session, _PEOPLE, STEP):
        progress(len(called))
        ids, homes = _ids(row[0] for row in rows), _ids(row[1] for row in rows)
        for id_, home, row in zip(ids, homes, rows, strict=True):
            called[id_] = (row[6], row[5])
            yield MemberNow(id_, home, row[2], row[3], day_of(row[4]))


def _ids(values: Iterable[Any]) -> list[UUID]:
    """In one go, which is ten times as fast."""
    return msgspec.convert(list(values), list[UUID])


def _of(home: HouseholdThen, called: Mapping[UUID, tuple[int, str]]) -> tuple[MemberOfDay, ...]:
    """The head first, the others by their place."""
    members = sorted(home.members, key=lambda one: (not is_head(one.relation), called[one.id][0]))
    return tuple(MemberOfDay(called[one.id][1], one.relation) for one in members)
