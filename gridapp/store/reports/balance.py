"""Questions behind the balance of a report: the cases that a period touches, and their moves."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from sqlmodel import Session

from gridapp.domain.disputes.disputes import OPEN_STATES, TIMED_STATES
from gridapp.domain.reports.metrics import CaseLine, TimelineEntry
from gridapp.store import plain
from gridapp.store.tables import MOVES

_UNTIMED = ", ".join(f"'{state.value}'" for state in sorted(OPEN_STATES - TIMED_STATES))

_CASES = f"""
WITH touching (id) AS (
    SELECT id FROM dispute
    WHERE registered_on <= :last AND (concluded_on IS NULL OR concluded_on >= :since)
    UNION
    SELECT dispute_id FROM case_event
    WHERE {MOVES} AND happened_on BETWEEN :since AND :last
    UNION
    SELECT unhex(value) FROM json_each(:also)
)
SELECT d.id, d.unit_id, d.category, iif(d.state IN ({_UNTIMED}), NULL, d.due_on), d.rating
FROM touching t CROSS JOIN dispute d ON d.id = t.id
WHERE NOT d.sealed
"""  # noqa: S608 - nothing of a person is in it
"""The cases in the balance at some time from ``since`` to ``last``, or moved in these days: those
concluded before and not touched since are left out. What is asked ``also`` comes in any case."""

_STEPS = f"""
SELECT e.dispute_id, e.kind, e.happened_on, e.conclusion
FROM json_each(:ids) j CROSS JOIN case_event e ON e.dispute_id = unhex(j.value) AND e.{MOVES}
ORDER BY j.key, e.recorded_at, e.id
"""  # noqa: S608

_REPEATED = "SELECT repeat_of FROM dispute WHERE repeat_of IS NOT NULL AND registered_on <= :last"


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
    found = [row for row in plain.ask_named(session, _CASES, given) if row[1] in wanted]
    ids = [UUID(bytes=row[0]) for row in found]
    steps: dict[bytes, list[TimelineEntry]] = {}
    for key, kind, day, conclusion in plain.ask_named(session, _STEPS, {"ids": plain.json_of(ids)}):
        steps.setdefault(key, []).append((kind, date.fromisoformat(day), conclusion))
    repeated = {key for (key,) in plain.ask_named(session, _REPEATED, {"last": given["last"]})}
    return [
        CaseLine(
            id_,
            *wanted[unit],
            category,
            date.max if due_on is None else date.fromisoformat(due_on),
            tuple(steps.get(key, ())),
            rating,
            key in repeated,
        )
        for id_, (key, unit, category, due_on, rating) in zip(ids, found, strict=True)
    ]
