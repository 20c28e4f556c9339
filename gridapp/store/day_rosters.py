"""The roster of a day gone by: which households stood where, and who belonged to them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from gridapp.contract.households import LifeEventKind
from gridapp.domain.history import HouseholdThen, MemberNow, roster
from gridapp.domain.relations import is_head
from gridapp.domain.tree_history import HouseholdSpan, UnitSpan
from gridapp.store.journal import chunks
from gridapp.store.tables import Household, LifeEvent, Member, Unit


@dataclass(frozen=True)
class MemberOfDay:
    """Somebody of a household on that day."""

    name: str
    relation: str


@dataclass(frozen=True)
class HouseholdOfDay:
    """A household on that day; the head first among its members."""

    id: UUID
    unit_name: str
    number: str
    group_name: str
    address: str
    members: tuple[MemberOfDay, ...]


def on(session: Session, unit_ids: Collection[UUID], day: date) -> list[HouseholdOfDay]:
    """The households that stood in these units on a day, in walking order."""
    later = session.exec(select(LifeEvent).where(col(LifeEvent.happened_on) > day)).all()
    units = columns(*(col(getattr(Unit, name)) for name in (*UnitSpan._fields, "name")))
    known = [(UnitSpan(*row[:-1]), str(row[-1])) for row in session.execute(units)]
    homes, facts = _homes(session, unit_ids)
    people, called = _people(session, unit_ids, {event.subject_id for event in later})
    names = {span.id: name for span, name in known}
    stood = roster(homes, people, (span for span, _ in known), later, day)
    return [
        HouseholdOfDay(home.id, names.get(home.unit_id, ""), *facts[home.id], _of(home, called))
        for home in stood
        if home.unit_id in unit_ids
    ]


def _homes(
    session: Session, unit_ids: Collection[UUID]
) -> tuple[list[HouseholdSpan], dict[UUID, tuple[str, str, str]]]:
    """The households that are or may have been in these units, with what is written of them."""
    moved = columns(col(LifeEvent.subject_id)).where(
        col(LifeEvent.kind) == LifeEventKind.REGROUPED.value
    )
    told = (Household.number, Household.group_name, Household.address)
    query = (
        columns(*_fields(Household, HouseholdSpan._fields), *map(col, told))
        .join(Unit, col(Unit.id) == col(Household.unit_id))
        .where(col(Household.unit_id).in_(unit_ids) | col(Household.id).in_(moved))
        .order_by(col(Unit.place), col(Unit.name), col(Household.walk_order), col(Household.id))
    )
    rows = [(HouseholdSpan(*row[:-3]), row[-3:]) for row in session.execute(query)]
    return [span for span, _ in rows], {span.id: (a, b, c) for span, (a, b, c) in rows}


def _people(
    session: Session, unit_ids: Collection[UUID], concerned: Collection[UUID]
) -> tuple[list[MemberNow], dict[UUID, str]]:
    """Who is in these units, and who something happened to since; with their names."""
    query = columns(*_fields(Member, MemberNow._fields), col(Member.name)).order_by(
        col(Member.place)
    )
    inside = col(Member.unit_id).in_(unit_ids)
    rows = list(session.execute(query.where(inside)))
    known = {row[0] for row in rows}
    missing = [id_ for id_ in concerned if id_ not in known]
    for some in chunks(missing):
        rows += session.execute(query.where(col(Member.id).in_(some)))
    return [MemberNow(*row[:-1]) for row in rows], {row[0]: row[-1] for row in rows}


def _fields(table: type[Household] | type[Member], names: Sequence[str]) -> list[Any]:
    return [col(getattr(table, name)) for name in names]


def _of(home: HouseholdThen, called: dict[UUID, str]) -> tuple[MemberOfDay, ...]:
    people = [MemberOfDay(called[one.id], one.relation) for one in home.members]
    return tuple(sorted(people, key=lambda one: not is_head(one.relation)))
