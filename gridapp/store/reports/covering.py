"""Questions behind the coverage of a report: households due, reached, found empty."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from gridapp.contract.screening import Outcome
from gridapp.domain.reports.covering import Tally
from gridapp.domain.screening.screening import REACHED
from gridapp.store import plain
from gridapp.store.tables import Round

_REACHED = ", ".join(f"'{one.value}'" for one in sorted(REACHED))
_CALLED_ON, _REACHED_IT, _FOUND_DISPUTE = 1, 3, 7
"""How far a round has come with a household; of several rounds, all bits together."""

_REACH = f"""coalesce((
    SELECT CASE WHEN outcome = '{Outcome.DISPUTE.value}' THEN {_FOUND_DISPUTE}
        WHEN outcome IN ({_REACHED}) THEN {_REACHED_IT} ELSE {_CALLED_ON} END
    FROM visit WHERE round_id = :{{round}} AND household_id = h.id AND visited_on <= :last
    ORDER BY recorded_at DESC LIMIT 1), 0)"""  # noqa: S608 - nothing of a person is in it

_LIVES_THERE = "(h.since IS NULL OR h.since <= :last) AND (h.until IS NULL OR h.until >= :last)"

_TALLIES = f"""
SELECT unit_id, count(*), sum(reach >= {_CALLED_ON}), sum(reach >= {_REACHED_IT}),
    sum(reach >= {_FOUND_DISPUTE})
FROM (
    SELECT h.unit_id, {{reach}} AS reach FROM household h
    WHERE h.unit_id IN (SELECT unhex(value) FROM json_each(:units)) AND {_LIVES_THERE}
    ORDER BY h.unit_id LIMIT -1)
GROUP BY unit_id
"""  # noqa: S608
"""The limit, which is none, keeps SQLite from looking the visits up once for each sum."""

_DUE_ONES = f"""
SELECT h.id, h.unit_id, h.number, h.address, {{reach}}
FROM json_each(:units) u CROSS JOIN household h ON h.unit_id = unhex(u.value)
WHERE {_LIVES_THERE}
ORDER BY u.key, h.walk_order, h.id
"""  # noqa: S608


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


def tallies(
    session: Session, units: Collection[UUID], rounds: Collection[UUID], last: date
) -> dict[UUID, Tally]:
    """By unit, how its households went in these rounds up to the last day.

    The latest visit of a round counts; a round counts from its own start, so that a household
    reached in its first week is not due again in its second. Due is who lives there on the last
    day.
    """
    found = _ask(session, _TALLIES, units, rounds, last)
    return {UUID(bytes=unit): Tally(*numbers) for unit, *numbers in found}


def households(
    session: Session, units: Collection[UUID], rounds: Collection[UUID], last: date
) -> list[DueHousehold]:
    """The households of these units behind the tallies, by unit in walking order."""
    return [
        DueHousehold(
            UUID(bytes=key), UUID(bytes=unit), number, address, reach > 0, reach >= _REACHED_IT
        )
        for key, unit, number, address, reach in _ask(session, _DUE_ONES, units, rounds, last)
    ]


def _ask(
    session: Session, question: str, units: Collection[UUID], rounds: Collection[UUID], last: date
) -> list[plain.Row]:
    ran = {f"round{number}": one.bytes for number, one in enumerate(rounds)}
    reach = " | ".join(_REACH.format(round=name) for name in ran)
    given = {"units": plain.json_of(units), "last": last.isoformat(), **ran}
    return plain.ask_named(session, question.format(reach=reach), given)
