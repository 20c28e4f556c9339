"""Questions before households are regrouped, and what earlier regroupings have done."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from gridapp.contract.households import LifeEventKind
from gridapp.domain.disputes.disputes import OPEN_STATES
from gridapp.domain.grids.regrouping import Home
from gridapp.domain.households.history import GONE
from gridapp.store.tables import Dispute, Household, LifeEvent, Member


class Moved(NamedTuple):
    """A household that a regrouping has put from one unit into another."""

    act_id: UUID
    day: date
    actor: str
    household_id: UUID
    before: UUID
    after: UUID


def homes(session: Session, unit_ids: Sequence[UUID]) -> list[Home]:
    """The households of these units as they are walked, with people and open cases.

    Sealed cases are left out: a count could give them away.
    """
    people = (
        columns(col(Member.household_id), func.count())
        .where(col(Member.unit_id).in_(unit_ids), col(Member.residence).not_in(GONE))
        .group_by(col(Member.household_id))
    )
    cases = (
        columns(col(Dispute.household_id), func.count())
        .where(col(Dispute.state).in_(OPEN_STATES), col(Dispute.sealed).is_(False))
        .group_by(col(Dispute.household_id))
    )
    counts, open_cases = _by_household(session, people), _by_household(session, cases)
    came = _by_household(session, _ARRIVALS)
    query = (
        columns(col(Household.id), col(Household.unit_id), col(Household.since))
        .where(col(Household.unit_id).in_(unit_ids), col(Household.until).is_(None))
        .order_by(col(Household.unit_id), col(Household.walk_order), col(Household.id))
    )
    return [
        Home(id_, unit, counts.get(id_, 0), open_cases.get(id_, 0), came.get(id_, since))
        for id_, unit, since in session.execute(query)
    ]


def _by_household(session: Session, query: Select[*tuple[Any, ...]]) -> dict[UUID, Any]:
    return {id_: value for id_, value in session.execute(query)}  # noqa: C416


_ARRIVALS = (
    columns(col(LifeEvent.household_id), func.max(col(LifeEvent.happened_on)))
    .where(col(LifeEvent.kind) == LifeEventKind.REGROUPED.value)
    .group_by(col(LifeEvent.household_id))
)
"""When each household that was ever regrouped last was."""


def rows(session: Session, household_ids: Sequence[UUID]) -> list[Household]:
    """These households in this order, as far as they are held."""
    found = session.exec(select(Household).where(col(Household.id).in_(household_ids)))
    known = {row.id: row for row in found}
    return [known[id_] for id_ in household_ids if id_ in known]


def moved_within(session: Session, unit_ids: Collection[UUID]) -> list[Moved]:
    """Who was regrouped out of or into these units, the newest first."""
    return [one for one in _moved(session) if one.before in unit_ids or one.after in unit_ids]


def moved_by(session: Session, act_id: UUID) -> list[Moved]:
    """Who was regrouped by one act, in the order of the walks."""
    return _moved(session, col(LifeEvent.act_id) == act_id)[::-1]


def _moved(session: Session, *such: ColumnElement[bool]) -> list[Moved]:
    query = select(LifeEvent).where(col(LifeEvent.kind) == LifeEventKind.REGROUPED.value, *such)
    newest = query.order_by(col(LifeEvent.recorded_at).desc(), col(LifeEvent.id).desc())
    return [
        Moved(
            event.act_id,
            event.happened_on,
            event.actor,
            event.household_id,
            UUID(event.before["unit_id"]),
            UUID(event.after["unit_id"]),
        )
        for event in session.exec(newest)
    ]
