"""How many households and people each unit owned, today and on any day before."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from gridapp.domain.grids.tree_history import HouseholdSpan, UnitSpan
from gridapp.domain.households import history
from gridapp.domain.households.history import GONE
from gridapp.store import plain
from gridapp.store.tables import Household, LifeEvent, Unit


class Owned(NamedTuple):
    """Households and people by the unit that owns them."""

    households: Mapping[UUID, int]
    members: Mapping[UUID, int]


def owned_now(session: Session) -> Owned:
    """As it stands. All households are counted from the index alone; those that do not stand,
    which are few but have to be sought row by row, are then taken off.
    """
    homes = _counts(session, "SELECT unit_id, COUNT(*) FROM household GROUP BY unit_id")
    people = _counts(session, f"{_LIVING} GROUP BY unit_id", *GONE)
    away = "SELECT id, unit_id FROM household WHERE until IS NOT NULL"
    for id_, unit in plain.ask(session, away):
        homes[UUID(bytes=unit)] -= 1
        inside = f"{_LIVING} AND household_id = ? GROUP BY unit_id"
        for where, number in _counts(session, inside, *GONE, id_).items():
            people[where] -= number
    return Owned(homes, people)


_LIVING = "SELECT unit_id, COUNT(*) FROM member WHERE residence NOT IN (?, ?)"


def _counts(session: Session, question: str, *values: object) -> dict[UUID, int]:
    return {UUID(bytes=unit): number for unit, number in plain.ask(session, question, *values)}


def owned_on(session: Session, day: date) -> Owned:
    """As it stood on a day. People are not told: to count them, all would have to be read."""
    homes = columns(*(col(getattr(Household, name)) for name in HouseholdSpan._fields))
    units = columns(*(col(getattr(Unit, name)) for name in UnitSpan._fields))
    events = select(LifeEvent).where(col(LifeEvent.happened_on) > day)
    moves = events.where(col(LifeEvent.subject_id) == col(LifeEvent.household_id))
    stood = history.roster(
        (HouseholdSpan(*row) for row in session.execute(homes)),
        (),
        (UnitSpan(*row) for row in session.execute(units)),
        session.exec(moves).all(),
        day,
    )
    return Owned(Counter(home.unit_id for home in stood), {})
