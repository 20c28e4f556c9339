"""Questions behind the balance of a report: the cases that a period touches, and their moves."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from gridapp.domain.disputes.disputes import OPEN_STATES, TIMED_STATES
from gridapp.domain.reports.metrics import CaseLine, Move, balance_moves
from gridapp.store import plain
from gridapp.store.tables import MOVES

_UNTIMED = ", ".join(f"'{state.value}'" for state in sorted(OPEN_STATES - TIMED_STATES))

_ASKED = f"""
SELECT d.id, d.unit_id, d.category, iif(d.state IN ({_UNTIMED}), NULL, d.due_on), d.rating, (
    SELECT group_concat(kind || ' ' || happened_on || ' ' || coalesce(conclusion, ''), ';'
        ORDER BY recorded_at, id)
    FROM case_event WHERE dispute_id = d.id AND {MOVES})
FROM dispute d
WHERE NOT d.sealed
  AND (:units IS NULL OR d.unit_id IN (SELECT unhex(value) FROM json_each(:units)))
"""  # noqa: S608 - nothing of a person is in it
"""Of each its steps that may move it, ``kind day conclusion``."""

_TOUCHED = f"""{_ASKED} AND (
    d.registered_on <= :last AND (d.concluded_on IS NULL OR d.concluded_on >= :since)
    OR d.id IN (
        SELECT dispute_id FROM case_event WHERE {MOVES} AND happened_on BETWEEN :since AND :last))
ORDER BY d.id
"""  # noqa: S608
"""The cases in the balance at some time from ``since`` to ``last``, or moved in these days: those
concluded before and not touched since are left out."""

_ALSO = f"{_ASKED} AND d.id IN (SELECT unhex(value) FROM json_each(:also)) ORDER BY d.id"  # noqa: S608

_REPEATED = "SELECT repeat_of FROM dispute WHERE repeat_of IS NOT NULL AND registered_on <= :last"


class Days(NamedTuple):
    """From ``since`` to ``last`` is looked at, of the days from ``told`` on it is told."""

    since: date
    told: date
    last: date


@lru_cache(maxsize=4096)
def _moves(steps: str | None) -> tuple[Move, ...]:
    """Most open cases of a day share theirs."""
    told = (step.split(" ") for step in (steps or "").split(";") if step)
    return balance_moves((kind, date.fromisoformat(day), how or None) for kind, day, how in told)


class Balance(NamedTuple):
    """``left``: the moves of cases that left for good before anything that is told."""

    cases: list[CaseLine]
    left: list[tuple[Move, ...]]


def balance(
    session: Session,
    units: Collection[UUID] | None,
    places: Mapping[UUID, tuple[UUID, UUID]],
    days: Days,
    also: Collection[UUID] = (),
) -> Balance:
    """Cases that arose in these units, or in any, and that the days touch, with their whole
    balance, and those asked for ``also``. ``places``: unit → its place and its line of the report.

    Not the sealed ones: a count could give them away. They are in the county's own sum alone.
    """
    wanted = {unit.bytes: at for unit, at in places.items()}
    given = {"since": f"{days.since}", "last": f"{days.last}", "units": plain.json_of(units)}
    found = plain.ask_named(session, _TOUCHED, given)
    asked = {one.bytes for one in also}
    if rest := asked.difference(row[0] for row in found):
        ids = plain.json_of(UUID(bytes=key) for key in rest)
        found += plain.ask_named(session, _ALSO, {"units": given["units"], "also": ids})
    repeated = {key for (key,) in plain.ask_named(session, _REPEATED, {"last": given["last"]})}
    cases, left = [], []
    for key, unit, category, due_on, rating, steps in found:
        moves = _moves(steps)
        if unit not in wanted:
            continue
        if moves and _is_over(moves[-1], days.told) and key not in asked:
            left.append(moves)
            continue
        due = date.max if due_on is None else date.fromisoformat(due_on)
        case = UUID(bytes=key)
        cases.append(CaseLine(case, *wanted[unit], category, due, moves, rating, key in repeated))
    return Balance(cases, left)


def _is_over(last: Move, told: date) -> bool:
    return not last.enters and last.day < told
