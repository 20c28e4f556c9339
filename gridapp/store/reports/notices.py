"""Questions behind 受理率: the steps of cases whose clock of acceptance may end in a period."""

from collections.abc import Collection, Iterable
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from gridapp.domain.disputes.clocks import ClockRule, Happened
from gridapp.store import plain


class Story(NamedTuple):
    """A case, where it arose, and its steps that start or stop the clock, in their order."""

    dispute_id: UUID
    unit_id: UUID
    steps: list[Happened]


_case_and_unit = itemgetter(0, 1)


def _listed(kinds: Iterable[str]) -> str:
    return ", ".join(f"'{kind}'" for kind in sorted(kinds))


def stories(
    session: Session, units: Collection[UUID] | None, rule: ClockRule, since: date, until: date
) -> list[Story]:
    """The cases of these units, or of all, in which the clock started in these days; not the sealed
    ones.
    """
    starts, every = _listed(rule.starts), _listed(rule.starts | rule.stops)
    question = f"""
        SELECT d.id, d.unit_id, e.kind, e.happened_on
        FROM (
                SELECT DISTINCT dispute_id AS began FROM case_event
                WHERE kind IN ({starts}) AND happened_on BETWEEN :since AND :until)
            CROSS JOIN dispute d ON d.id = began
            CROSS JOIN case_event e ON e.dispute_id = began
        WHERE NOT d.sealed AND e.kind IN ({every})
            AND (:units IS NULL OR d.unit_id IN (SELECT unhex(value) FROM json_each(:units)))
        ORDER BY e.dispute_id, e.happened_on, e.recorded_at, e.id
    """  # noqa: S608 - kinds of steps are words of the program
    given = {"since": f"{since}", "until": f"{until}", "units": plain.json_of(units)}
    return [
        Story(
            UUID(bytes=case),
            UUID(bytes=unit),
            [(kind, date.fromisoformat(day)) for *_, kind, day in rows],
        )
        for (case, unit), rows in groupby(plain.ask_named(session, question, given), _case_and_unit)
    ]
