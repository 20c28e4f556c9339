"""Which cases have come to a stop, by the triggers that are in force."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from gridapp.domain.disputes import stalls as domain
from gridapp.domain.disputes.stalls import Trigger
from gridapp.store import rules
from gridapp.store.disputes import stalls
from gridapp.store.disputes.stalls import Waiting
from gridapp.usecases.desk import Desk


class Stall(NamedTuple):
    """A case that has come to a stop, why, and since when nothing has happened. A trigger that
    looks at a task names it and who owes it.
    """

    trigger: Trigger
    dispute_id: UUID
    number: str
    title: str
    since: date
    days: int
    task_id: UUID | None = None
    task_title: str = ""
    owner: str = ""


def stalled(desk: Desk, *, late: bool = True) -> tuple[Stall, ...]:
    """Every case that has come to a stop, the longest first; a case may have several reasons.
    Without ``late``, a case whose time to handle is over is not looked through for records.
    """
    today = desk.today()
    with desk.store.session() as session:
        measures = domain.in_force(rules.standing(session, domain.PREFIX))
        found = [
            stall
            for trigger in measures
            for stall in _found(session, trigger, measures[trigger], today, late=late)
        ]
    return tuple(sorted(found, key=lambda stall: (-stall.days, stall.number, stall.trigger)))


def _found(
    session: Session, trigger: Trigger, measure: int, today: date, *, late: bool
) -> Iterator[Stall]:
    if trigger == Trigger.HALF_TIME:
        return _half_time(session, measure, today, late=late)
    find = stalls.rejected if trigger == Trigger.REJECTED else stalls.silent
    return _tasks(trigger, find(session, today - timedelta(days=measure)), today)


def _half_time(session: Session, percent: int, today: date, *, late: bool) -> Iterator[Stall]:
    """Cases without a record for that share of the time to handle them."""
    for case in stalls.running(session, percent, today, late=late):
        since = max(case.start, case.last or case.start)
        if domain.is_silent(case.start, case.due, since, percent, today):
            days = (today - since).days
            yield Stall(
                Trigger.HALF_TIME, UUID(bytes=case.key), case.number, case.title, since, days
            )


def _tasks(trigger: Trigger, waiting: Iterable[Waiting], today: date) -> Iterator[Stall]:
    for one in waiting:
        yield Stall(
            trigger=trigger,
            dispute_id=one.dispute_id,
            number=one.number,
            title=one.title,
            since=one.since,
            days=(today - one.since).days,
            task_id=one.task_id,
            task_title=one.task_title,
            owner=one.owner,
        )
