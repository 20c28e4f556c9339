"""Questions about rounds, walks and visits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from gridapp.contract.disputes import State
from gridapp.domain.screening.walking import Door
from gridapp.store import plain
from gridapp.store.tables import Dispute, Household, Member, Round, Unit, Visit


@dataclass(frozen=True)
class RoundLine:
    """A round with the unit that opened it."""

    id: UUID
    kind: str
    name: str
    starts_on: date
    ends_on: date
    unit_id: UUID
    unit_name: str


@dataclass(frozen=True)
class WalkLine:
    """A household on a walk: its mark in this round and when it was last seen at all."""

    household_id: UUID
    unit_id: UUID
    place: int
    """Number on the walk, from 1; the same on screen and on paper."""
    address: str
    head: str
    outcome: str | None
    visit_id: UUID | None
    note: str
    last_seen_on: date | None


@dataclass(frozen=True)
class PastVisit:
    """One earlier outcome at a household."""

    visited_on: date
    outcome: str
    note: str


def rounds(session: Session, running_on: date | None = None) -> list[RoundLine]:
    """Rounds, the newest first; with a day, those that run on it."""
    query = (
        select(Round, Unit.name)
        .outerjoin(Unit, col(Unit.id) == col(Round.unit_id))
        .order_by(col(Round.starts_on).desc(), col(Round.id).desc())
    )
    if running_on is not None:
        query = query.where(col(Round.starts_on) <= running_on, col(Round.ends_on) >= running_on)
    return [
        RoundLine(r.id, r.kind, r.name, r.starts_on, r.ends_on, r.unit_id, name or "")
        for r, name in session.execute(query)
    ]


def walk(session: Session, round_id: UUID, unit_ids: Sequence[UUID]) -> list[WalkLine]:
    """The households of these units in walking order, each with its mark in the round."""
    latest = _latest(session, round_id, unit_ids)
    seen = dict(
        session.execute(
            select(col(Visit.household_id), func.max(Visit.visited_on))
            .where(_lives_in(unit_ids))
            .group_by(col(Visit.household_id))
        ).all()
    )
    lines = []
    for place, (household, head) in enumerate(_households(session, unit_ids), 1):
        visit = latest.get(household.id)
        lines.append(
            WalkLine(
                household_id=household.id,
                unit_id=household.unit_id,
                place=place,
                address=household.address,
                head=head or "",
                outcome=visit.outcome if visit else None,
                visit_id=visit.id if visit else None,
                note=visit.note if visit else "",
                last_seen_on=seen.get(household.id),
            )
        )
    return lines


def _latest(session: Session, round_id: UUID, unit_ids: Sequence[UUID]) -> dict[UUID, Visit]:
    query = (
        select(Visit)
        .where(col(Visit.round_id) == round_id, _lives_in(unit_ids))
        .order_by(col(Visit.recorded_at), col(Visit.id))
    )
    return {visit.household_id: visit for visit in session.exec(query)}


def _lives_in(unit_ids: Sequence[UUID]) -> ColumnElement[bool]:
    """Visits by where the household is: the county moves them after it, a laptop alone cannot."""
    here = select(Household.id).where(col(Household.unit_id).in_(unit_ids))
    return col(Visit.household_id).in_(here)


def _households(
    session: Session, unit_ids: Sequence[UUID]
) -> Sequence[tuple[Household, str | None]]:
    first = (
        select(Member.household_id, func.min(Member.place), col(Member.name))
        .where(col(Member.unit_id).in_(unit_ids))
        .group_by(col(Member.household_id))
        .subquery()
    )
    query = (
        select(Household, first.c.name)
        .join(Unit, col(Unit.id) == col(Household.unit_id))
        .outerjoin(first, first.c.household_id == Household.id)
        .where(col(Household.unit_id).in_(unit_ids), col(Household.until).is_(None))
        .order_by(col(Unit.place), col(Unit.name), col(Household.walk_order), col(Household.id))
    )
    return session.execute(query).all()


def past_visits(session: Session, household_id: UUID, limit: int = 3) -> list[PastVisit]:
    """The last outcomes at a household, newest first."""
    query = (
        select(Visit)
        .where(col(Visit.household_id) == household_id)
        .order_by(col(Visit.visited_on).desc(), col(Visit.recorded_at).desc())
        .limit(limit)
    )
    return [PastVisit(v.visited_on, v.outcome, v.note) for v in session.exec(query)]


def open_cases(session: Session, household_id: UUID) -> list[tuple[UUID, str, str]]:
    """(id, number, title) of the cases at a household that are not concluded."""
    query = (
        select(Dispute.id, Dispute.number, Dispute.title)
        .where(col(Dispute.household_id) == household_id)
        .where(col(Dispute.state).in_((State.REGISTERED, State.HANDLED)))
        .order_by(col(Dispute.registered_on))
    )
    return [(id_, number, title) for id_, number, title in session.exec(query)]


def marks(session: Session, round_id: UUID, unit_ids: Sequence[UUID]) -> list[str | None]:
    """The latest outcome in the round of each household of these units, None when not visited."""
    latest = (
        columns(col(Visit.outcome))
        .where(col(Visit.round_id) == round_id, col(Visit.household_id) == col(Household.id))
        .order_by(col(Visit.recorded_at).desc(), col(Visit.id).desc())
        .limit(1)
        .scalar_subquery()
    )
    here = col(Household.unit_id).in_(unit_ids) & col(Household.until).is_(None)
    return [outcome for (outcome,) in plain.rows(session, columns(latest).where(here))]


def doors(session: Session, round_id: UUID, unit_id: UUID) -> list[Door]:
    """The households of a micro-grid as they are walked, with the round before this one."""
    called = _called(session, session.get_one(Round, round_id), unit_id)
    return [
        Door(household.id, household.address, called.get(household.id))
        for household, _head in _households(session, [unit_id])
    ]


def _called(session: Session, walk: Round, unit_id: UUID) -> dict[UUID, datetime]:
    """When each door was first called on in the last round before this one that came here."""
    before = (
        select(col(Visit.round_id))
        .join(Round, col(Round.id) == col(Visit.round_id))
        .where(col(Visit.unit_id) == unit_id, col(Round.starts_on) < walk.starts_on)
        .order_by(col(Round.starts_on).desc())
        .limit(1)
    )
    query = (
        select(col(Visit.household_id), func.min(col(Visit.recorded_at)))
        .where(col(Visit.round_id) == before.scalar_subquery())
        .group_by(col(Visit.household_id))
    )
    return {household_id: at for household_id, at in session.execute(query)}  # noqa: C416
