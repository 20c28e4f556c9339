"""Questions behind 受理率: the steps of cases whose clock of acceptance may end in a period."""

from collections.abc import Collection, Iterable
from datetime import date
from itertools import groupby
from uuid import UUID

from sqlmodel import Session

from gridapp.domain.disputes.clocks import ClockRule, Happened
from gridapp.store import plain


def _listed(kinds: Iterable[str]) -> str:
    return ", ".join(f"'{kind}'" for kind in sorted(kinds))


def stories(
    session: Session, units: Collection[UUID], rule: ClockRule, since: date, until: date
) -> list[tuple[UUID, list[Happened]]]:
    """(Case, its steps that start or stop the clock, in order) of the cases of these units in which
    it started in these days; not the sealed ones.
    """
    starts, every = _listed(rule.starts), _listed(rule.starts | rule.stops)
    question = f"""
        SELECT e.dispute_id, d.unit_id, e.kind, e.happened_on
        FROM case_event e JOIN dispute d ON d.id = e.dispute_id
        WHERE NOT d.sealed AND e.kind IN ({every}) AND e.dispute_id IN (
            SELECT dispute_id FROM case_event
            WHERE kind IN ({starts}) AND happened_on BETWEEN ? AND ?)
        ORDER BY e.dispute_id, e.happened_on, e.recorded_at, e.id
    """  # noqa: S608 - kinds of steps are words of the program
    keys = {unit.bytes for unit in units}
    found = plain.ask(session, question, since.isoformat(), until.isoformat())
    return [
        (UUID(bytes=key), [(kind, date.fromisoformat(day)) for *_, kind, day in rows])
        for (key, unit), rows in groupby(found, lambda row: (row[0], row[1]))
        if unit in keys
    ]
