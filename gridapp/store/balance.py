"""Questions behind the balance of a report: the cases that a period touches, and their moves."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby
from uuid import UUID

from sqlmodel import Session

from gridapp.domain.disputes import OPEN_STATES, TIMED_STATES
from gridapp.domain.metrics import MOVING, CaseLine, TimelineEntry
from gridapp.store import plain

_KINDS = ", ".join(f"'{kind.value}'" for kind in sorted(MOVING))

_UNTIMED = ", ".join(f"'{state.value}'" for state in sorted(OPEN_STATES - TIMED_STATES))

_TOUCHING = f"""
WITH touching (id) AS (
    SELECT id FROM dispute
    WHERE registered_on <= :last AND (concluded_on IS NULL OR concluded_on >= :since)
    UNION
    SELECT dispute_id FROM case_event
    WHERE kind IN ({_KINDS}) AND happened_on BETWEEN :since AND :last
    UNION
    SELECT unhex(value) FROM json_each(:also)
)
SELECT d.id, d.unit_id, d.category, iif(d.state IN ({_UNTIMED}), NULL, d.due_on), d.rating,
    EXISTS (SELECT 1 FROM dispute r WHERE r.repeat_of = d.id AND r.registered_on <= :last),
    e.kind, e.happened_on, e.conclusion
FROM touching t CROSS JOIN dispute d ON d.id = t.id
    LEFT JOIN case_event e ON e.dispute_id = d.id AND e.kind IN ({_KINDS})
WHERE NOT d.sealed
ORDER BY d.id, e.recorded_at, e.id
"""  # noqa: S608 - nothing of a person is in it
"""The cases in the balance at some time from ``since`` to ``last``, or moved in these days: those
concluded before and not touched since are left out. What is asked ``also`` comes in any case."""


def cases(
    session: Session,
    places: Mapping[UUID, tuple[UUID, UUID]],
    since: date,
    last: date,
    also: Iterable[UUID] = (),
) -> list[CaseLine]:
    """Cases that arose in these units and that these days touch, with their whole balance.
    ``places``: unit → its place and its line of the report.

    Not the sealed ones: a count could give them away. They are in the county's own sum alone.
    """
    wanted = {unit.bytes: at for unit, at in places.items()}
    given = {"since": since.isoformat(), "last": last.isoformat(), "also": plain.json_of(also)}
    found = plain.ask_named(session, _TOUCHING, given)
    return [
        _case(list(rows), *wanted[unit])
        for (_, unit), rows in groupby(found, lambda row: (row[0], row[1]))
        if unit in wanted
    ]


def _case(rows: list[plain.Row], place: UUID, line: UUID) -> CaseLine:
    key, _, category, due_on, rating, repeated, *_ = rows[0]
    events: tuple[TimelineEntry, ...] = tuple(
        (kind, date.fromisoformat(day), conclusion)
        for *_, kind, day, conclusion in rows
        if kind is not None
    )
    due = date.max if due_on is None else date.fromisoformat(due_on)
    return CaseLine(UUID(bytes=key), place, line, category, due, events, rating, bool(repeated))
