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
from gridapp.store import plain
from gridapp.store.tables import GONE_MEMBER, Household, LifeEvent, Unit


class Owned(NamedTuple):
    """Households and people by the unit that owns them."""

    households: Mapping[UUID, int]
    members: Mapping[UUID, int]


def owned_now(session: Session) -> Owned:
    """As it stands. All people are counted from an index alone; those who do not belong there any
    more, which are few, are then taken off.
    """
    people = _counts(session, "SELECT unit_id, COUNT(*) FROM member GROUP BY unit_id")
    for question in (_GONE, _ENDED):
        people.subtract(_counts(session, question))
    return Owned(_counts(session, _STANDING), people)


_STANDING = "SELECT unit_id, COUNT(*) FROM household WHERE until IS NULL GROUP BY unit_id"
_GONE = f"SELECT unit_id, COUNT(*) FROM member WHERE {GONE_MEMBER} GROUP BY unit_id"  # noqa: S608
_ENDED = f"""
    SELECT m.unit_id, COUNT(*) FROM household h CROSS JOIN member m ON m.household_id = h.id
    WHERE h.until IS NOT NULL AND NOT ({GONE_MEMBER}) GROUP BY m.unit_id
"""  # noqa: S608
"""Those left behind in households that stand no more; the households come first in the search."""


def _counts(session: Session, question: str) -> Counter[UUID]:
    return Counter({UUID(bytes=unit): count for unit, count in plain.ask(session, question)})


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
