"""Questions about cases that a report names one by one, or lists behind its numbers."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.casework import TaskKind
from gridapp.contract.disputes import EventKind
from gridapp.domain.disputes.casework import LETTERS
from gridapp.store import plain


class CaseFacts(NamedTuple):
    """What is told of a case; ``names``: its parties, ``pressed``: one line a letter, talk, whistle
    or instruction, ``kind|number|asked_on|done_on``. Nothing is masked yet.
    """

    id: UUID
    unit_id: UUID
    number: str
    title: str
    state: str
    due_on: date
    handling_unit: str
    person: str
    """The case leader, or who handles it."""
    progress: str
    pressed: str
    struck_off_on: date | None
    names: tuple[str, ...]


def _listed(values: Iterable[str]) -> str:
    return ", ".join(f"'{value}'" for value in sorted(values))


_PRESSING = _listed(kind.value for kind in (*LETTERS, TaskKind.INSTRUCTION, TaskKind.WHISTLE))
_TOLD = _listed(
    kind.value
    for kind in (EventKind.HANDLED, EventKind.AGREED, EventKind.ANSWERED, EventKind.CONCLUDED)
)

_FACTS = f"""
SELECT d.id, d.unit_id, d.number, d.title, d.state, d.due_on,
    coalesce(h.name, ''), iif(d.leader = '', d.handler, d.leader),
    coalesce((
        SELECT e.text FROM case_event e
        WHERE e.dispute_id = d.id AND e.kind IN ({_TOLD}) AND e.text <> ''
        ORDER BY e.happened_on DESC, e.recorded_at DESC LIMIT 1), ''),
    coalesce((
        SELECT group_concat(t.kind || '|' || t.number || '|' || t.asked_on || '|'
            || coalesce(t.done_on, ''), char(10) ORDER BY t.asked_on, t.id)
        FROM task t
        WHERE t.dispute_id = d.id AND NOT t.withdrawn AND t.kind IN ({_PRESSING})), ''),
    d.struck_off_on,
    coalesce((SELECT group_concat(y.name, char(10)) FROM party y WHERE y.dispute_id = d.id), '')
FROM json_each(:ids) j CROSS JOIN dispute d ON d.id = unhex(j.value)
    LEFT JOIN unit h ON h.id = d.handling_unit_id
WHERE NOT d.sealed
"""  # noqa: S608 - nothing of a person is in it


def facts(session: Session, ids: Collection[UUID]) -> list[CaseFacts]:
    """These cases in their order, as far as this laptop holds them; never a sealed one."""
    found = plain.ask_named(session, _FACTS, {"ids": plain.json_of(ids)})
    return [
        CaseFacts(
            UUID(bytes=key),
            UUID(bytes=unit),
            number,
            title,
            state,
            date.fromisoformat(due_on),
            handling_unit,
            person,
            progress,
            pressed,
            plain.day(struck_off_on),
            tuple(filter(None, names.splitlines())),
        )
        for (
            key,
            unit,
            number,
            title,
            state,
            due_on,
            handling_unit,
            person,
            progress,
            pressed,
            struck_off_on,
            names,
        ) in found
    ]


PROMINENT = (
    "(d.leader <> '' OR d.scale IN ('02', '03') OR d.level = 'county'"
    " OR d.people_involved >= :people)"
)
"""Which cases are prominent (突出矛盾纠纷): a case leader answers for it, it is a group matter, the
county handles it, or as many people as the county has set are in it (``domain.reports.prominent``).
"""

_PROMINENT = f"""
SELECT d.id, d.unit_id FROM dispute d
WHERE NOT d.sealed AND d.registered_on <= :last AND {PROMINENT}
    AND (d.concluded_on IS NULL OR d.concluded_on >= :first OR d.struck_off_on >= :first)
ORDER BY d.due_on, d.number, d.id
"""  # noqa: S608 - nothing of a person is in it


def prominent(
    session: Session, units: Collection[UUID], first: date, last: date, people: int
) -> list[UUID]:
    """Prominent cases of these units that were open in the period, or were concluded or struck off
    in it; the most urgent first.
    """
    given = {"first": first.isoformat(), "last": last.isoformat(), "people": people}
    return _of(units, plain.ask_named(session, _PROMINENT, given))


_PRESSED = f"""
SELECT DISTINCT d.id, d.unit_id FROM task t JOIN dispute d ON d.id = t.dispute_id
WHERE NOT d.sealed AND NOT t.withdrawn AND t.kind IN ({_PRESSING})
    AND t.asked_on BETWEEN :first AND :last
"""  # noqa: S608 - nothing of a person is in it


def pressed(session: Session, units: Collection[UUID], first: date, last: date) -> list[UUID]:
    """Cases of these units in which somebody was pressed in the period."""
    given = {"first": first.isoformat(), "last": last.isoformat()}
    return _of(units, plain.ask_named(session, _PRESSED, given))


def _of(units: Collection[UUID], found: Iterable[plain.Row]) -> list[UUID]:
    keys = {unit.bytes for unit in units}
    return [UUID(bytes=key) for key, unit in found if unit in keys]
