"""Questions about tasks: those of a case, those that are due, who has how much to do."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Date, Select, bindparam, func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from gridapp.contract.casework import TaskKind
from gridapp.contract.disputes import State
from gridapp.contract.grids import PostKind
from gridapp.domain.disputes.disputes import OPEN_STATES
from gridapp.store import plain
from gridapp.store.tables import Dispute, Post, Task, Unit


class TaskLine(NamedTuple):
    """An open task with the case that it belongs to; no case when it is a meeting's alone. A tuple:
    a county has thousands.
    """

    id: UUID
    kind: str
    number: str
    title: str
    owner: str
    asked_on: date
    due_on: date | None
    signed_on: date | None
    rejected_on: date | None
    amount: int | None
    dispute_id: UUID | None
    meeting_id: UUID | None
    case_number: str
    case_title: str


@dataclass(frozen=True)
class Load:
    """Who holds a post, and how many open cases they have now. ``quota`` 0: no limit."""

    name: str
    unit_name: str
    quota: int
    open_cases: int
    skills: str
    kind: str
    post_id: UUID
    unit_id: UUID
    since: date

    @property
    def is_full(self) -> bool:
        """Whether one more would be above the quota: a warning, never a bar."""
        return 0 < self.quota <= self.open_cases


def tasks(session: Session, dispute_id: UUID) -> list[Task]:
    """All tasks of a case: by kind, each kind in its order."""
    query = select(Task).where(col(Task.dispute_id) == dispute_id)
    return list(session.exec(query.order_by(col(Task.kind), col(Task.place), col(Task.id))))


def next_place(session: Session, dispute_id: UUID, kind: str) -> int:
    """The place after the last task of this kind in a case."""
    query = select(func.max(Task.place)).where(
        col(Task.dispute_id) == dispute_id, col(Task.kind) == kind
    )
    last = session.exec(query).one()
    return 0 if last is None else last + 1


def open_tasks(session: Session, due_by: date) -> list[TaskLine]:
    """What is owed until that day, in cases and meetings, the most urgent first. Of a case that is
    struck off only instalments and follow-ups go on.
    """
    return [_task_line(row) for row in plain.rows(session, _open_tasks(), day=due_by)]


@cache
def _open_tasks() -> Select[*tuple[Any, ...]]:
    over = col(Dispute.state) == State.STRUCK_OFF.value
    return (
        columns(*_LINE)
        .outerjoin(Dispute, col(Dispute.id) == col(Task.dispute_id))
        .where(col(Task.due_on) <= bindparam("day", type_=Date), col(Task.done_on).is_(None))
        .where(col(Task.withdrawn).is_(False))
        .where(col(Dispute.id).is_(None) | ~over | col(Task.kind).in_(_GO_ON))
        .order_by(col(Task.due_on), col(Task.id))
    )


def _task_line(row: plain.Row) -> TaskLine:
    return TaskLine(
        UUID(bytes=row[0]),
        row[1],
        row[2],
        row[3],
        row[4],
        date.fromisoformat(row[5]),
        plain.day(row[6]),
        plain.day(row[7]),
        plain.day(row[8]),
        row[9],
        plain.id_of(row[10]),
        plain.id_of(row[11]),
        row[12],
        row[13],
    )


_GO_ON = (TaskKind.INSTALMENT.value, TaskKind.FOLLOW_UP.value)

_LINE = (
    *(col(getattr(Task, one)) for one in TaskLine._fields[:-2]),
    func.coalesce(col(Dispute.number), ""),
    func.coalesce(col(Dispute.title), ""),
)
"""The columns of a TaskLine, in its order."""

_ANSWERABLE = {
    PostKind.CASE_LEADER: Dispute.leader,
    PostKind.MEDIATOR: Dispute.handler,
    PostKind.AGENT: Dispute.agent,
}
"""The field of a case that names who holds such a post."""


def loads(session: Session, kind: PostKind, today: date) -> list[Load]:
    """Who holds such a post today, with their open cases that arose below the post's unit. Sealed
    ones are not counted: a figure that only some laptops show would tell of them.
    """
    above = {unit.id: unit.parent_id for unit in session.exec(select(Unit))}
    counts: dict[tuple[str, UUID], int] = defaultdict(int)
    for name, unit_id, number in _open_cases(session, kind):
        at: UUID | None = unit_id
        while at is not None:
            counts[name, at] += number
            at = above.get(at)
    query = (
        select(Post, Unit.name)
        .outerjoin(Unit, col(Unit.id) == col(Post.unit_id))
        .where(col(Post.kind) == kind.value, col(Post.since) <= today)
        .where(col(Post.until).is_(None) | (col(Post.until) >= today))
        .order_by(col(Post.holder), col(Post.id))
    )
    return [
        Load(
            name=post.holder,
            unit_name=unit or "",
            quota=post.quota,
            open_cases=counts[post.holder, post.unit_id],
            skills=post.skills,
            kind=post.kind,
            post_id=post.id,
            unit_id=post.unit_id,
            since=post.since,
        )
        for post, unit in session.execute(query)
    ]


def _open_cases(session: Session, kind: PostKind) -> list[tuple[str, UUID, int]]:
    who = col(_ANSWERABLE[kind])
    query = (
        select(who, col(Dispute.unit_id), func.count())
        .where(col(Dispute.state).in_(OPEN_STATES), who != "", col(Dispute.sealed).is_(False))
        .group_by(who, col(Dispute.unit_id))
    )
    return [(name, unit_id, number) for name, unit_id, number in session.execute(query)]


class DoubledLetter(NamedTuple):
    """A letter whose number an earlier one bears as well: two laptops drew it."""

    id: UUID
    number: str
    asked_on: date
    dispute_id: UUID
    case_number: str
    case_title: str


def doubled_letters(session: Session) -> list[DoubledLetter]:
    """Every letter that bears the number of an earlier one; none of those taken back."""
    borne = (col(Task.number) != "", col(Task.withdrawn).is_(False))
    several = select(col(Task.number)).where(*borne).group_by(col(Task.number))
    numbers = list(session.execute(several.having(func.count() > 1)).scalars())
    if not numbers:
        return []
    query = (
        columns(
            col(Task.id),
            col(Task.number),
            col(Task.asked_on),
            col(Dispute.id),
            col(Dispute.number),
            col(Dispute.title),
        )
        .join(Dispute, col(Dispute.id) == col(Task.dispute_id))
        .where(col(Task.number).in_(numbers), *borne)
        .order_by(col(Task.number), col(Task.id))
    )
    found = [DoubledLetter(*row) for row in session.execute(query)]
    return [one for before, one in pairwise(found) if before.number == one.number]


def letter_numbers(session: Session, start: str) -> list[str]:
    """Numbers of letters that begin so."""
    query = select(col(Task.number)).where(col(Task.number).startswith(start, autoescape=True))
    return list(session.execute(query).scalars())
