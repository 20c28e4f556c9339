"""Questions behind the coverage of a report: households due, reached, found empty."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from gridapp.domain.screening.covering import Tally
from gridapp.domain.screening.screening import REACHED
from gridapp.store import plain
from gridapp.store.tables import Round

_REACHED = ", ".join(f"'{one.value}'" for one in sorted(REACHED))

_LIVES_THERE = "(since IS NULL OR since <= :last) AND (until IS NULL OR until >= :last)"

_DUE = f"SELECT unit_id, count(*) FROM household WHERE {_LIVES_THERE} GROUP BY unit_id"  # noqa: S608

_LATEST = f"""
SELECT household_id, outcome IN ({_REACHED}) AS reached, outcome = 'dispute' AS dispute,
    max(recorded_at)
FROM visit
WHERE round_id IN (SELECT unhex(value) FROM json_each(:rounds)) AND visited_on <= :last
GROUP BY round_id, household_id
"""  # noqa: S608 - nothing of a person is in it
"""SQLite takes the bare columns from the row of the maximum."""

_EACH_ONCE = f"""
SELECT household_id, max(reached) AS reached, max(dispute) AS dispute
FROM ({_LATEST}) GROUP BY household_id
"""  # noqa: S608

_DUE_ONES = """
SELECT h.id, h.unit_id, h.number, h.address, s.household_id IS NOT NULL, coalesce(s.reached, 0)
FROM json_each(:units) u CROSS JOIN household h ON h.unit_id = unhex(u.value)
    LEFT JOIN ({seen}) s ON s.household_id = h.id
WHERE {lives_there}
ORDER BY u.key, h.walk_order, h.id
"""

_CALLED = """
SELECT h.unit_id, s.reached, s.dispute, count(*)
FROM ({seen}) s JOIN household h ON h.id = s.household_id
WHERE {lives_there} GROUP BY 1, 2, 3
"""


class DueHousehold(NamedTuple):
    """A household due in the rounds of a period. ``called``: somebody was at its door."""

    id: UUID
    unit_id: UUID
    number: str
    address: str
    called: bool
    reached: bool


def rounds_between(session: Session, first: date, last: date) -> dict[UUID, UUID]:
    """Round → unit that it covers, of the rounds that ran on any of these days."""
    query = select(col(Round.id), col(Round.unit_id)).where(
        col(Round.starts_on) <= last, col(Round.ends_on) >= first
    )
    return {round_id: unit_id for round_id, unit_id in session.execute(query)}  # noqa: C416


def tallies(session: Session, rounds: Collection[UUID], last: date) -> Mapping[UUID, list[Tally]]:
    """By unit, how many of its households went alike in these rounds up to the last day.

    The latest visit of a round counts; a round counts from its own start, so that a household
    reached in its first week is not due again in its second. Due is who lives there on the last
    day.
    """
    day = {"last": last.isoformat()}
    waiting: dict[bytes, int] = dict(map(tuple, plain.ask_named(session, _DUE, day)))
    found: dict[bytes, list[Tally]] = {}
    seen = _LATEST if len(rounds) == 1 else _EACH_ONCE
    question = _CALLED.format(seen=seen, lives_there=_LIVES_THERE)
    for unit, reached, dispute, number in plain.ask_named(
        session, question, {**day, "rounds": plain.json_of(rounds)}
    ):
        found.setdefault(unit, []).append(Tally(number, True, bool(reached), bool(dispute)))
        waiting[unit] -= number
    for unit, number in waiting.items():
        if number:
            found.setdefault(unit, []).append(Tally(number, False, False, False))
    return {UUID(bytes=unit): some for unit, some in found.items()}


def households(
    session: Session, units: Sequence[UUID], rounds: Collection[UUID], last: date
) -> list[DueHousehold]:
    """The households of these units behind the tallies, by unit in walking order."""
    question = _DUE_ONES.format(seen=_EACH_ONCE, lives_there=_LIVES_THERE)
    given = {"units": plain.json_of(units), "rounds": plain.json_of(rounds), "last": f"{last}"}
    return [
        DueHousehold(
            UUID(bytes=key), UUID(bytes=unit), number, address, bool(called), bool(reached)
        )
        for key, unit, number, address, called, reached in plain.ask_named(session, question, given)
    ]
