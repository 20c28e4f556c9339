"""What follows from a meeting: words in the timelines of cases, actions with owner and date."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.casework import TaskKind, TaskRecord
from gridapp.contract.disputes import EventKind
from gridapp.domain.disputes import casework
from gridapp.store import journal
from gridapp.store.journal import Edit
from gridapp.store.receptions import meetings
from gridapp.store.tables import Dispute, Meeting
from gridapp.usecases.desk import Changed, Desk, refuse, save
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import Step, step_edits


@dataclass(frozen=True)
class NewAction:
    """Something that a meeting decides: what, who, until when; about a case or not."""

    title: str
    owner: str
    due_on: date | None
    dispute_id: UUID | None = None


def note(desk: Desk, meeting_id: UUID, dispute_id: UUID, text: str) -> Changed:
    """Write into the case's timeline what the meeting said about it. Raises RejectedError."""
    with desk.store.session() as session:
        row = session.get_one(Meeting, meeting_id)
        data = {"meeting": str(meeting_id), "title": row.title}
        day = row.held_on or desk.today()
    return disputes.take_step(desk, dispute_id, Step(EventKind.DISCUSSED, text, day, data=data))


def give_action(desk: Desk, meeting_id: UUID, new: NewAction) -> Changed:
    """Give somebody something to do; about a case it stands in its timeline too.

    Raises RejectedError with every fault.
    """
    with desk.store.session() as session:
        meeting = session.get_one(Meeting, meeting_id)
        dispute = None if new.dispute_id is None else session.get_one(Dispute, new.dispute_id)
        task = _action(desk, session, meeting, dispute, new)
        edits = [journal.create(desk.new_id(), "task", task)]
        if dispute is not None:
            edits += _given(desk, session, dispute, task)
        return save(desk, session, "task.meeting_action", task.title, edits, task.id)


def _action(
    desk: Desk, session: Session, meeting: Meeting, dispute: Dispute | None, new: NewAction
) -> TaskRecord:
    task = TaskRecord(
        id=desk.new_id(),
        unit_id=meeting.unit_id if dispute is None else dispute.unit_id,
        dispute_id=new.dispute_id,
        meeting_id=meeting.id,
        kind=TaskKind.MEETING_ACTION.value,
        title=new.title.strip(),
        owner=new.owner.strip(),
        asked_by=meeting.chair or desk.person.name,
        asked_on=desk.today(),
        due_on=new.due_on,
        place=len(meetings.actions(session, meeting.id)),
    )
    faults = casework.new_task_faults(task, desk.today())
    refuse(faults)
    return task


def _given(desk: Desk, session: Session, dispute: Dispute, task: TaskRecord) -> list[Edit]:
    data = {"task": str(task.id), "task_kind": task.kind, "title": task.title, "owner": task.owner}
    step = Step(EventKind.TASK_GIVEN, task.title, task.asked_on, data=data)
    return step_edits(desk, session, dispute, step)
