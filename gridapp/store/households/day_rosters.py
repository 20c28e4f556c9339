"""The roster of a day gone by: which households stood where, and who belonged to them."""

from collections.abc import Collection, Iterable
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
    FROM household h JOIN unit u ON u.id = h.unit_id
    ORDER BY u.place, u.name, h.walk_order, h.id
"""
_PEOPLE = "SELECT id, household_id, relation, residence, since, name FROM member ORDER BY place"
_MOVED = "SELECT DISTINCT subject_id FROM life_event WHERE kind = ?"


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


def on(session: Session, unit_ids: Collection[UUID], day: date) -> list[HouseholdOfDay]:
    """The households that stood in these units on a day, in walking order.

    Who is now elsewhere is read as well: anybody may have been here then.
    """
    later = session.exec(select(LifeEvent).where(col(LifeEvent.happened_on) > day)).all()
    units = session.exec(select(Unit)).all()
    names = {unit.id: unit.name for unit in units}
    spans = [UnitSpan(one.id, one.parent_id, one.since, one.until) for one in units]
    homes, facts = _homes(session, unit_ids)
    people, called = _people(session)
    return [
        HouseholdOfDay(home.id, names.get(home.unit_id, ""), *facts[home.id], _of(home, called))
        for home in roster(homes, people, spans, later, day)
        if home.unit_id in unit_ids
    ]


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


def _people(session: Session) -> tuple[list[MemberNow], dict[UUID, str]]:
    """Everybody, with their names."""
    rows = plain.ask(session, _PEOPLE)
    ids, homes = _ids(row[0] for row in rows), _ids(row[1] for row in rows)
    people = [
        MemberNow(id_, home, row[2], row[3], day_of(row[4]))
        for id_, home, row in zip(ids, homes, rows, strict=True)
    ]
    return people, {id_: row[5] for id_, row in zip(ids, rows, strict=True)}


def _ids(values: Iterable[Any]) -> list[UUID]:
    """In one go, which is ten times as fast."""
    return msgspec.convert(list(values), list[UUID])


def _of(home: HouseholdThen, called: dict[UUID, str]) -> tuple[MemberOfDay, ...]:
    heads = [one for one in home.members if is_head(one.relation)]
    others = [one for one in home.members if not is_head(one.relation)]
    return tuple(MemberOfDay(called[one.id], one.relation) for one in (*heads, *others))
