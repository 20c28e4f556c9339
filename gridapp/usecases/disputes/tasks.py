"""What somebody owes a case: given, signed in, answered, sent back, withdrawn.

Each act is one operation: the task and its entry in the timeline together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.casework import TaskKind, TaskRecord
from gridapp.contract.disputes import EventKind
from gridapp.domain.disputes import casework as rules
from gridapp.domain.disputes.casework import SIGNED_IN, TaskFault
from gridapp.store import journal
from gridapp.store.disputes import casework
from gridapp.store.journal import Edit
from gridapp.store.tables import Dispute, Task
from gridapp.usecases.desk import Changed, Desk, refuse, save
from gridapp.usecases.disputes.dispute_steps import Step, step_edits

_ANSWERED = EventKind.TASK_ANSWERED
_TOLD_AS = {TaskKind.FOLLOW_UP.value: EventKind.FOLLOWED_UP}
"""What the timeline calls an answer, when it has a name of its own."""


@dataclass(frozen=True)
class NewTask:
    """Something about to be given to somebody. ``asked_on`` None: today; ``amount`` in fen;
    ``asked_by`` empty: this person (an instruction names the leader who gave it).
    """

    kind: TaskKind
    title: str
    text: str
    owner: str
    due_on: date | None
    owner_unit_id: UUID | None = None
    amount: int | None = None
    number: str = ""
    asked_on: date | None = None
    asked_by: str = ""


def give_task(desk: Desk, dispute_id: UUID, new: NewTask) -> Changed:
    """Give somebody something to do in a case. Raises RejectedError with every fault."""
    with desk.store.session() as session:
        dispute = session.get_one(Dispute, dispute_id)
        place = casework.next_place(session, dispute_id, new.kind.value)
        task = task_record(desk, session, dispute, new, place)
        edits = [journal.create(desk.new_id(), "task", task)]
        edits += _entry(desk, session, task, EventKind.TASK_GIVEN, task.text, task.asked_on)
        return save(desk, session, f"task.{task.kind}", task.title, edits, task.id)


def task_record(
    desk: Desk, session: Session, dispute: Dispute, new: NewTask, place: int
) -> TaskRecord:
    """The record of a new task of a case; raises RejectedError with every fault."""
    task = TaskRecord(
        id=desk.new_id(),
        unit_id=dispute.unit_id,
        dispute_id=dispute.id,
        kind=new.kind.value,
        number=new.number.strip(),
        title=new.title.strip(),
        text=new.text.strip(),
        owner=new.owner.strip(),
        owner_unit_id=new.owner_unit_id,
        asked_by=new.asked_by.strip() or desk.person.name,
        asked_on=new.asked_on or desk.today(),
        due_on=new.due_on,
        amount=new.amount,
        place=place,
    )
    faults = rules.new_task_faults(task, desk.today())
    if task.number and task.number in casework.letter_numbers(session, task.number):
        faults.append(TaskFault.NUMBER_TAKEN)
    refuse(faults)
    return task


def give_plan(desk: Desk, dispute_id: UUID, cause: str, steps: Sequence[NewTask]) -> Changed:
    """A plan for this case (一案一策): why it is stuck, and the steps in their order, each with who
    does it until when. One operation and one entry. Raises RejectedError with every fault.
    """
    with desk.store.session() as session:
        dispute = session.get_one(Dispute, dispute_id)
        first = casework.next_place(session, dispute_id, TaskKind.PLAN_STEP)
        tasks = [
            task_record(desk, session, dispute, replace(step, kind=TaskKind.PLAN_STEP), place)
            for place, step in enumerate(steps, first)
        ]
        refuse([] if tasks else [TaskFault.TITLE_MISSING])
        data = {"tasks": [str(task.id) for task in tasks], "task_kind": TaskKind.PLAN_STEP.value}
        step = Step(EventKind.TASK_GIVEN, cause, desk.today(), data=data)
        edits = [journal.create(desk.new_id(), "task", task) for task in tasks]
        edits += step_edits(desk, session, dispute, step)
        return save(desk, session, "task.plan_step", dispute.title, edits, dispute_id)


def move_step(desk: Desk, task_id: UUID, by: int) -> Changed:
    """Put a step of the plan earlier (−1) or later (1) among those of its case; nothing changes
    beyond the first and the last.
    """
    with desk.store.session() as session:
        task = session.get_one(Task, task_id)
        if task.dispute_id is None:
            return Changed(frozenset())
        steps = [one for one in casework.tasks(session, task.dispute_id) if one.kind == task.kind]
        at = steps.index(task)
        steps.insert(max(0, at + by), steps.pop(at))
        edits = [
            journal.change(desk.new_id(), "task", step, place=place)
            for place, step in enumerate(steps)
            if step.place != place
        ]
        if not edits:
            return Changed(frozenset())
        return save(desk, session, "task.moved", task.title, edits, task.id)


def sign_in(desk: Desk, task_id: UUID, on: date) -> Changed:
    """Whoever was asked has signed for it. Raises RejectedError."""
    with desk.store.session() as session:
        task = session.get_one(Task, task_id)
        refuse(rules.sign_in_faults(task, on, desk.today()))
        edits = [journal.change(desk.new_id(), "task", task, signed_on=on)]
        edits += _entry(desk, session, task, EventKind.TASK_SIGNED, "", on)
        return save(desk, session, "task.signed_in", task.title, edits, task.id)


def answer_task(desk: Desk, task_id: UUID, answer: str, on: date) -> Changed:
    """A task is answered, a step done, an instalment paid. Raises RejectedError.

    What is paid is added to the case's paid amount; who answers has signed in as well.
    """
    with desk.store.session() as session:
        task = session.get_one(Task, task_id)
        refuse(rules.answer_faults(task, answer, on, desk.today()))
        fields: dict[str, object] = {"done_on": on, "answer": answer.strip(), "rejected_on": None}
        if task.kind in SIGNED_IN and task.signed_on is None:
            fields["signed_on"] = on
        edits = [journal.change(desk.new_id(), "task", task, **fields)]
        edits += _entry(desk, session, task, _TOLD_AS.get(task.kind, _ANSWERED), answer, on)
        return save(desk, session, "task.answered", task.title, edits, task.id)


def reject_answer(desk: Desk, task_id: UUID, reason: str, on: date) -> Changed:
    """An answer was not good enough: the task is open again. Raises RejectedError."""
    with desk.store.session() as session:
        task = session.get_one(Task, task_id)
        refuse(rules.rejection_faults(task, reason, on, desk.today()))
        edits = [journal.change(desk.new_id(), "task", task, done_on=None, rejected_on=on)]
        edits += _entry(desk, session, task, EventKind.TASK_REJECTED, reason, on)
        return save(desk, session, "task.rejected", task.title, edits, task.id)


def withdraw_task(desk: Desk, task_id: UUID, reason: str) -> Changed:
    """Take an open task back. Raises RejectedError."""
    with desk.store.session() as session:
        task = session.get_one(Task, task_id)
        refuse(rules.withdrawal_faults(task, reason))
        edits = [journal.change(desk.new_id(), "task", task, withdrawn=True)]
        edits += _entry(desk, session, task, EventKind.TASK_WITHDRAWN, reason, desk.today())
        return save(desk, session, "task.withdrawn", task.title, edits, task.id)


def _entry(
    desk: Desk, session: Session, task: TaskRecord, kind: EventKind, text: str, on: date
) -> list[Edit]:
    """The entry of a task in its case's timeline; a meeting's own action has none."""
    if task.dispute_id is None:
        return []
    dispute = session.get_one(Dispute, task.dispute_id)
    data: dict[str, object] = {
        "task": str(task.id),
        "task_kind": task.kind,
        "title": task.title,
        "owner": task.owner,
    }
    if task.amount is not None:
        data["amount"] = task.amount
    step = Step(kind, text.strip() or task.title, on, data=data)
    return step_edits(desk, session, dispute, step, **_paid(dispute, task, kind))


def _paid(dispute: Dispute, task: TaskRecord, kind: EventKind) -> dict[str, object]:
    if kind != EventKind.TASK_ANSWERED or task.kind != TaskKind.INSTALMENT:
        return {}
    return {"amount_paid": (dispute.amount_paid or 0) + (task.amount or 0)}
