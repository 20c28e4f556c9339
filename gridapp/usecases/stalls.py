"""Which cases have come to a stop, by the triggers that are in force."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session

from gridapp.domain import stalls as domain
from gridapp.domain.stalls import Trigger
from gridapp.store import rules, stalls
from gridapp.store.stalls import Waiting
from gridapp.usecases.desk import Desk


@dataclass(frozen=True)
class Stall:
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


def stalled(desk: Desk) -> tuple[Stall, ...]:
    """Every case that has come to a stop, the longest first; a case may have several reasons."""
    today = desk.today()
    with desk.store.session() as session:
        measures = domain.in_force(rules.standing(session, domain.PREFIX))
        found = [
            stall
            for trigger in measures
            for stall in _FINDERS[trigger](session, measures[trigger], today)
        ]
    return tuple(sorted(found, key=lambda stall: (-stall.days, stall.number, stall.trigger)))


def _half_time(session: Session, percent: int, today: date) -> Iterator[Stall]:
    """Cases without a record for that share of the time to handle them."""
    for case in stalls.running(session, percent, today):
        since = max(case.start, case.last or case.start)
        if domain.is_silent(case.start, case.due, since, percent, today):
            days = (today - since).days
            yield Stall(Trigger.HALF_TIME, case.id, case.number, case.title, since, days)


def _rejected(session: Session, days: int, today: date) -> Iterator[Stall]:
    waiting = stalls.rejected(session, today - timedelta(days=days))
    return _tasks(Trigger.REJECTED, waiting, today)


def _silent(session: Session, days: int, today: date) -> Iterator[Stall]:
    waiting = stalls.silent(session, today - timedelta(days=days))
    return _tasks(Trigger.SILENT, waiting, today)


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


_FINDERS = {
    Trigger.HALF_TIME: _half_time,
    Trigger.REJECTED: _rejected,
    Trigger.SILENT: _silent,
}
