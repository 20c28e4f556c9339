"""What may have come to a stop: open cases with their last record, tasks without an answer."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from gridapp.contract.casework import TaskKind
from gridapp.domain.disputes import OPEN_STATES
from gridapp.domain.stalls import HANDLING, WORK
from gridapp.store.tables import CaseEvent, Dispute, Task


@dataclass(frozen=True)
class Running:
    """A case whose time to handle runs from ``start`` to ``due``; ``last``: its latest work."""

    id: UUID
    number: str
    title: str
    start: date
    due: date
    last: date | None


@dataclass(frozen=True)
class Waiting:
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
    start = func.coalesce(
        col(Dispute.reopened_on), col(Dispute.accepted_on), col(Dispute.registered_on)
    )
    begun = func.julianday(start)
    time = (func.julianday(col(Dispute.due_on)) - begun) * percent
    last = _last_work().where(col(CaseEvent.dispute_id) == col(Dispute.id)).scalar_subquery()
    query = select(
        col(Dispute.id), col(Dispute.number), col(Dispute.title), start, col(Dispute.due_on), last
    ).where(col(Dispute.state).in_(HANDLING), (func.julianday(today) - begun) * 100 >= time)
    if not late:
        query = query.where(col(Dispute.due_on) >= today)
    return [Running(*row) for row in session.execute(query)]


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
    return _waiting(session, col(Task.rejected_on), until)


def silent(session: Session, until: date) -> list[Waiting]:
    """Departments and co-handlers asked by that day who have neither signed in nor answered."""
    kinds = (TaskKind.WHISTLE.value, TaskKind.CO_HANDLING.value)
    unsigned = col(Task.kind).in_(kinds) & col(Task.signed_on).is_(None)
    return _waiting(session, col(Task.asked_on), until, unsigned)


def _waiting(
    session: Session,
    since: Mapped[Any],
    until: date,
    *besides: ColumnElement[bool],
) -> list[Waiting]:
    """From the few open tasks to their cases: the state as a value, or each open case is sought."""
    state = col(Dispute.state).concat("")
    query = (
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
        .where(since <= until, col(Task.done_on).is_(None), col(Task.withdrawn).is_(False))
        .where(state.in_(OPEN_STATES), *besides)
    )
    return [Waiting(*row) for row in session.execute(query)]
