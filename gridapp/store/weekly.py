"""Questions behind the weekly report: timelines of cases, outcomes of households."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from gridapp.domain.metrics import CaseLine, TimelineEntry
from gridapp.store.tables import CaseEvent, Dispute, Household, Round, Visit


def cases(session: Session, line_of: Mapping[UUID, UUID]) -> list[CaseLine]:
    """All cases that arose in the units of ``line_of`` (unit → line of the report).

    Not the sealed ones: a count could give them away. They are in the county's own sum alone.
    """
    timelines: dict[UUID, list[TimelineEntry]] = {}
    for event in session.execute(
        select(
            col(CaseEvent.dispute_id),
            col(CaseEvent.kind),
            col(CaseEvent.happened_on),
            col(CaseEvent.conclusion),
        ).order_by(col(CaseEvent.recorded_at), col(CaseEvent.id))
    ):
        timelines.setdefault(event.dispute_id, []).append(
            (event.kind, event.happened_on, event.conclusion)
        )
    query = (
        select(col(Dispute.id), col(Dispute.unit_id), col(Dispute.category), col(Dispute.due_on))
        .where(col(Dispute.sealed).is_(False))
        .order_by(col(Dispute.id))
    )
    return [
        CaseLine(id_, unit, line_of[unit], category, due_on, tuple(timelines.get(id_, ())))
        for id_, unit, category, due_on in session.execute(query)
        if unit in line_of
    ]


def rounds_between(session: Session, first: date, last: date) -> dict[UUID, UUID]:
    """Round → unit that it covers, of the rounds that ran on any of these days."""
    query = select(col(Round.id), col(Round.unit_id)).where(
        col(Round.starts_on) <= last, col(Round.ends_on) >= first
    )
    return {round_id: unit_id for round_id, unit_id in session.execute(query)}  # noqa: C416


def outcomes(
    session: Session, line_of: Mapping[UUID, UUID], rounds: Mapping[UUID, UUID], last: date
) -> dict[UUID, list[tuple[str, ...]]]:
    """Per line, the outcomes of each of its households in these rounds, up to the last day.

    ``line_of`` holds the units whose households are due. A round counts from its own start, so
    that a household reached in its first week is not due again in its second.
    """
    visited: dict[UUID, list[str]] = {}
    for household_id, outcome in session.execute(
        select(col(Visit.household_id), col(Visit.outcome))
        .where(col(Visit.round_id).in_(list(rounds)), col(Visit.visited_on) <= last)
        .order_by(col(Visit.visited_on), col(Visit.recorded_at))
    ):
        visited.setdefault(household_id, []).append(outcome)
    found: dict[UUID, list[tuple[str, ...]]] = {}
    for household_id, unit_id in session.execute(select(col(Household.id), col(Household.unit_id))):
        if unit_id in line_of:
            seen = tuple(visited.get(household_id, ()))
            found.setdefault(line_of[unit_id], []).append(seen)
    return found
