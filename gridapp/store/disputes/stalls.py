"""What may have come to a stop: open cases with their last record, tasks without an answer."""

from datetime import date
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Select, bindparam, func, select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from gridapp.contract.casework import TaskKind
from gridapp.domain.disputes.disputes import OPEN_STATES
from gridapp.domain.disputes.stalls import HANDLING, WORK
from gridapp.store import plain
from gridapp.store.tables import CaseEvent, Dispute, Task


class Running(NamedTuple):
    """A case whose time to handle runs from ``start`` to ``due``; ``last``: its latest work;
    ``key``: its id as the driver has it, as most of them have not stalled.
    """

    key: bytes
    number: str
    title: str
    start: date
    due: date
    last: date | None


class Waiting(NamedTuple):
    """An open task of an open case, and since when nothing is heard of it."""

    task_id: UUID
    task_title: str
    owner: str
    since: date
    dispute_id: UUID
    number: str
    title: str


def running(session: Session, percent: int, today: date, *, late: bool) -> list[Running]:
    """Cases that are being handled, for at least that share of the time to handle them; with
    ``late`` also those whose time is over.
    """
    since = date.min if late else today
    return [
        Running(
            key,
            number,
            title,
            date.fromisoformat(begin),
            date.fromisoformat(due),
            plain.day(latest),
        )
        for key, number, title, begin, due, latest in plain.rows(
            session, _running(), today=today, percent=percent, since=since
        )
    ]


@cache
def _running() -> Select[*tuple[Any, ...]]:
    start = func.coalesce(
        col(Dispute.reopened_on), col(Dispute.accepted_on), col(Dispute.registered_on)
    )
    begun = func.julianday(start)
    time = (func.julianday(col(Dispute.due_on)) - begun) * bindparam("percent")
    last = _last_work().where(col(CaseEvent.dispute_id) == col(Dispute.id)).scalar_subquery()
    gone = func.julianday(bindparam("today", type_=Date)) - begun
    return select(
        col(Dispute.id), col(Dispute.number), col(Dispute.title), start, col(Dispute.due_on), last
    ).where(
        col(Dispute.state).in_(HANDLING),
        gone * 100 >= time,
        col(Dispute.due_on) >= bindparam("since", type_=Date),
    )


def last_work(session: Session, dispute_id: UUID) -> date | None:
    """The day of the latest entry of a case that tells of work."""
    query = _last_work().where(col(CaseEvent.dispute_id) == dispute_id)
    return session.execute(query).scalar()


def _last_work() -> Select[date]:
    """By their kind as a value: few entries of a case are read faster than thirteen are sought."""
    kind = col(CaseEvent.kind).concat("")
    return select(func.max(col(CaseEvent.happened_on))).where(kind.in_(WORK))


def rejected(session: Session, until: date) -> list[Waiting]:
    """Tasks whose answer was sent back on that day or before, and not given anew."""
    return _waiting(session, _rejected(), until)


@cache
def _rejected() -> Select[*tuple[Any, ...]]:
    return _unheard(col(Task.rejected_on))


def silent(session: Session, until: date) -> list[Waiting]:
    """Departments and co-handlers asked by that day who have neither signed in nor answered."""
    return _waiting(session, _silent(), until)


@cache
def _silent() -> Select[*tuple[Any, ...]]:
    kinds = (TaskKind.WHISTLE.value, TaskKind.CO_HANDLING.value)
    unsigned = col(Task.kind).in_(kinds) & col(Task.signed_on).is_(None)
    return _unheard(col(Task.asked_on), unsigned)


def _waiting(session: Session, query: Select[*tuple[Any, ...]], until: date) -> list[Waiting]:
    return [
        Waiting(UUID(bytes=id_), name, owner, date.fromisoformat(on), UUID(bytes=case), *about)
        for id_, name, owner, on, case, *about in plain.rows(session, query, until=until)
    ]


def _unheard(since: Mapped[Any], *besides: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """From the few open tasks to their cases: the state as a value, or each open case is sought."""
    state = col(Dispute.state).concat("")
    return (
        select(
            col(Task.id),
            col(Task.title),
            col(Task.owner),
            since,
            col(Dispute.id),
            col(Dispute.number),
            col(Dispute.title),
        )
        .join(Dispute, col(Dispute.id) == col(Task.dispute_id))
        .where(
            since <= bindparam("until", type_=Date),
            col(Task.done_on).is_(None),
            col(Task.withdrawn).is_(False),
        )
        .where(state.in_(OPEN_STATES), *besides)
    )
