"""Questions about meetings: the calendar, an agenda with what was said, actions."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from gridapp.contract.disputes import EventKind
from gridapp.domain.disputes.disputes import TIMED_STATES
from gridapp.store.tables import CaseEvent, Dispute, Meeting, Task, Unit


@dataclass(frozen=True)
class MeetingLine:
    """A meeting in the list. ``open_actions``: what was decided and is not done yet."""

    id: UUID
    unit_name: str
    title: str
    rhythm: str
    planned_on: date
    held_on: date | None
    chair: str
    place: str
    cases: int
    open_actions: int


@dataclass(frozen=True)
class AgendaCase:
    """A case as an agenda shows it."""

    id: UUID
    unit_id: UUID
    number: str
    title: str
    state: str
    due_on: date
    unit_name: str
    handler: str


def meetings(session: Session, unit_ids: Collection[UUID]) -> list[MeetingLine]:
    """Meetings of these units: those to come, then those that were held, the newest first."""
    undone = (
        select(col(Task.meeting_id), func.count().label("count"))
        .outerjoin(Dispute, col(Dispute.id) == col(Task.dispute_id))
        .where(col(Task.meeting_id).is_not(None), col(Task.done_on).is_(None))
        .where(col(Task.withdrawn).is_(False), _open_to_all())
        .group_by(col(Task.meeting_id))
        .subquery()
    )
    day = func.coalesce(Meeting.held_on, Meeting.planned_on)
    query = (
        select(Meeting, Unit.name, undone.c.count)
        .outerjoin(Unit, col(Unit.id) == col(Meeting.unit_id))
        .outerjoin(undone, undone.c.meeting_id == Meeting.id)
        .where(col(Meeting.unit_id).in_(tuple(unit_ids)))
        .order_by(col(Meeting.held_on).is_not(None), day.desc(), col(Meeting.id).desc())
    )
    return [_line(row, name, count) for row, name, count in session.execute(query)]


def _line(row: Meeting, unit_name: str | None, open_actions: int | None) -> MeetingLine:
    return MeetingLine(
        id=row.id,
        unit_name=unit_name or "",
        title=row.title,
        rhythm=row.rhythm,
        planned_on=row.planned_on,
        held_on=row.held_on,
        chair=row.chair,
        place=row.place,
        cases=len(row.agenda),
        open_actions=open_actions or 0,
    )


def cases(session: Session, ids: Collection[UUID]) -> dict[UUID, AgendaCase]:
    """These cases; one that is sealed, or no longer on this laptop, is left out."""
    query = (
        select(Dispute, Unit.name)
        .outerjoin(Unit, col(Unit.id) == col(Dispute.unit_id))
        .where(col(Dispute.id).in_(tuple(ids)), col(Dispute.sealed).is_(False))
    )
    return {
        row.id: AgendaCase(
            id=row.id,
            unit_id=row.unit_id,
            number=row.number,
            title=row.title,
            state=row.state,
            due_on=row.due_on,
            unit_name=name or "",
            handler=row.handler,
        )
        for row, name in session.execute(query)
    }


def due_by(
    session: Session, day: date, unit_ids: Collection[UUID], limit: int
) -> Sequence[tuple[UUID, date]]:
    """Open cases that arose in these units and whose last day is that day or earlier, the earliest
    first; sealed ones never.
    """
    query = (
        select(col(Dispute.id), col(Dispute.due_on))
        .where(
            col(Dispute.state).in_(TIMED_STATES),
            col(Dispute.due_on) <= day,
            col(Dispute.sealed).is_(False),
            col(Dispute.unit_id).in_(tuple(unit_ids)),
        )
        .order_by(col(Dispute.due_on), col(Dispute.id))
        .limit(limit)
    )
    return [(id_, due_on) for id_, due_on in session.execute(query)]


def notes(session: Session, meeting_id: UUID, ids: Collection[UUID]) -> dict[UUID, tuple[str, ...]]:
    """What the meeting said about each of these cases, in the order it was written down."""
    query = (
        select(col(CaseEvent.dispute_id), col(CaseEvent.text), col(CaseEvent.data))
        .where(
            col(CaseEvent.dispute_id).in_(tuple(ids)),
            col(CaseEvent.kind) == EventKind.DISCUSSED.value,
        )
        .order_by(col(CaseEvent.recorded_at), col(CaseEvent.id))
    )
    found: dict[UUID, tuple[str, ...]] = defaultdict(tuple)
    for dispute_id, text, data in session.execute(query):
        if data.get("meeting") == str(meeting_id):
            found[dispute_id] += (text,)
    return found


def actions(session: Session, meeting_id: UUID) -> list[Task]:
    """What the meeting decided, in the order decided; neither the withdrawn nor what is owed in a
    case that was sealed since.
    """
    query = (
        select(Task)
        .outerjoin(Dispute, col(Dispute.id) == col(Task.dispute_id))
        .where(col(Task.meeting_id) == meeting_id, col(Task.withdrawn).is_(False), _open_to_all())
        .order_by(col(Task.place), col(Task.id))
    )
    return list(session.exec(query))


def _open_to_all() -> ColumnElement[bool]:
    """Of a task: its case, if it has one here, is not sealed."""
    return col(Dispute.id).is_(None) | col(Dispute.sealed).is_(False)
