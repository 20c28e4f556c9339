"""Questions behind the coverage of a report: households due, reached, found empty."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from gridapp.domain.covering import Tally
from gridapp.domain.screening import REACHED
from gridapp.store import plain
from gridapp.store.tables import Round

_REACHED = ", ".join(f"'{one.value}'" for one in sorted(REACHED))


def rounds_between(session: Session, first: date, last: date) -> dict[UUID, UUID]:
    """Round → unit that it covers, of the rounds that ran on any of these days."""
    query = select(col(Round.id), col(Round.unit_id)).where(
        col(Round.starts_on) <= last, col(Round.ends_on) >= first
    )
    return {round_id: unit_id for round_id, unit_id in session.execute(query)}  # noqa: C416


_TALLIES = f"""
WITH latest AS (
    SELECT household_id, outcome, max(recorded_at) FROM visit
    WHERE round_id IN (SELECT unhex(value) FROM json_each(:rounds)) AND visited_on <= :last
    GROUP BY round_id, household_id
), seen AS (
    SELECT household_id, max(outcome IN ({_REACHED})) AS reached,
        max(outcome = 'dispute') AS dispute
    FROM latest GROUP BY household_id
)
SELECT h.unit_id, count(*), s.household_id IS NOT NULL, coalesce(s.reached, 0),
    coalesce(s.dispute, 0)
FROM household h LEFT JOIN seen s ON s.household_id = h.id
WHERE (h.since IS NULL OR h.since <= :last) AND (h.until IS NULL OR h.until >= :last)
GROUP BY 1, 3, 4, 5
"""  # noqa: S608 - nothing of a person is in it
"""SQLite takes the bare column from the row of the maximum."""


def tallies(session: Session, rounds: Collection[UUID], last: date) -> Mapping[UUID, list[Tally]]:
    """By unit, how many of its households went alike in these rounds up to the last day.

    The latest visit of a round counts; a round counts from its own start, so that a household
    reached in its first week is not due again in its second. Due is who lives there on the last
    day.
    """
    given = {"rounds": plain.json_of(rounds), "last": last.isoformat()}
    found: dict[UUID, list[Tally]] = {}
    for unit, number, *flags in plain.ask_named(session, _TALLIES, given):
        found.setdefault(UUID(bytes=unit), []).append(Tally(number, *map(bool, flags)))
    return found
