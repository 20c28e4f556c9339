"""The work on a case: what is owed, who takes it on, what the resident is told, letters.

Each act is one operation with its entry in the timeline.
"""

from datetime import date
from uuid import UUID

from gridapp.contract.casework import TaskKind
from gridapp.contract.disputes import EventKind, Feedback, Rating
from gridapp.contract.grids import PostKind
from gridapp.domain.disputes import casework as rules
from gridapp.domain.disputes.casework import TaskFault
from gridapp.domain.disputes.disputes import is_open
from gridapp.domain.disputes.letters import TITLES, letter_text
from gridapp.store import journal
from gridapp.store.disputes import casework
from gridapp.store.disputes.casework import Load, TaskLine
from gridapp.store.tables import Dispute, Task
from gridapp.usecases.desk import Changed, Desk, RejectedError, refuse, save
from gridapp.usecases.disputes import letters
from gridapp.usecases.disputes.dispute_steps import Step, step_edits
from gridapp.usecases.disputes.tasks import (
    NewTask,
    answer_task,
    give_plan,
    give_task,
    move_step,
    reject_answer,
    sign_in,
    withdraw_task,
)

__all__ = [
    "Load",
    "NewTask",
    "TaskLine",
    "answer_task",
    "assign_leader",
    "draft_letter",
    "follow_up",
    "give_feedback",
    "give_plan",
    "give_task",
    "loads",
    "move_step",
    "owed",
    "reject_answer",
    "sign_in",
    "tasks",
    "withdraw_task",
]


def tasks(desk: Desk, dispute_id: UUID) -> tuple[Task, ...]:
    """All tasks of a case: by kind, each kind in its order; the withdrawn ones too."""
    with desk.store.session() as session:
        return tuple(casework.tasks(session, dispute_id))


def owed(desk: Desk, due_by: date) -> tuple[TaskLine, ...]:
    """What is owed until that day, the most urgent first."""
    with desk.store.session() as session:
        return tuple(casework.open_tasks(session, due_by))


def give_feedback(desk: Desk, dispute_id: UUID, stage: Feedback, text: str, on: date) -> Changed:
    """Tell the resident how it stands (一信三反馈). Raises RejectedError."""
    with desk.store.session() as session:
        dispute = session.get_one(Dispute, dispute_id)
        closed = not is_open(dispute.state)
        refuse(rules.feedback_faults(stage, dispute.answered_on, closed))
        step = Step(EventKind.FEEDBACK, text, on, data={"stage": stage.value})
        edits = step_edits(desk, session, dispute, step)
        return save(desk, session, "dispute.feedback", dispute.title, edits, dispute_id)


def follow_up(
    desk: Desk,
    dispute_id: UUID,
    text: str,
    on: date,
    rating: Rating = Rating.NOT_ASKED,
    *,
    people_settled: bool | None = None,
) -> Changed:
    """The people were seen again (回访): what they said, their rating, whether they are at peace
    (心结). An earlier rating stays when they were not asked anew; planned follow-ups are done with
    it. Raises RejectedError.
    """
    with desk.store.session() as session:
        dispute = session.get_one(Dispute, dispute_id)
        unasked = rating == Rating.NOT_ASKED and bool(dispute.rating)
        said = {} if unasked else {"rating": rating.value}
        peace = {} if people_settled is None else {"people_settled": people_settled}
        step = Step(EventKind.FOLLOWED_UP, text, on, data={**said, **peace})
        edits = step_edits(desk, session, dispute, step)
        edits += [
            journal.change(desk.new_id(), "task", task, done_on=on, answer=text.strip())
            for task in casework.tasks(session, dispute_id)
            if task.kind == TaskKind.FOLLOW_UP and rules.is_open(task)
        ]
        return save(desk, session, "dispute.followed_up", dispute.title, edits, dispute_id)


def assign_leader(desk: Desk, dispute_id: UUID, leader: str, due_on: date) -> Changed:
    """A leader takes the case on until a day (包案). Raises RejectedError."""
    name = leader.strip()
    if not name:
        raise RejectedError([TaskFault.LEADER_MISSING])
    if due_on < desk.today():
        raise RejectedError([TaskFault.DUE_TOO_EARLY])
    with desk.store.session() as session:
        dispute = session.get_one(Dispute, dispute_id)
        data = {"leader": name, "until": due_on.isoformat()}
        step = Step(EventKind.LEADER_ASSIGNED, name, desk.today(), data=data)
        edits = step_edits(desk, session, dispute, step, leader=name, leader_due_on=due_on)
        return save(desk, session, "dispute.leader_assigned", dispute.title, edits, dispute_id)


def loads(desk: Desk, kind: PostKind) -> tuple[Load, ...]:
    """Who holds such a post today (case leader, mediator, agent) with their open cases."""
    with desk.store.session() as session:
        return tuple(casework.loads(session, kind, desk.today()))


def draft_letter(desk: Desk, dispute_id: UUID, kind: TaskKind) -> NewTask:
    """A letter or talk drafted from the facts of a case, numbered, with its reply date; to be
    read and given by ``give_task``.
    """
    with desk.store.session() as session:
        dispute = session.get_one(Dispute, dispute_id)
        reply_on = letters.reply_on(desk, session)
        facts = letters.facts(desk, session, dispute)
        return NewTask(
            kind=kind,
            title=TITLES[kind],
            text=letter_text(kind, facts, reply_on),
            owner=facts.unit,
            due_on=reply_on,
            owner_unit_id=dispute.handling_unit_id or dispute.unit_id,
            number=letters.next_number(desk, session, kind),
        )
