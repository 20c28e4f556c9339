"""What is owed in a case: which tasks are signed in, what may be wrong with one. Pure."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from gridapp.contract.casework import TaskKind, TaskRecord
from gridapp.contract.disputes import CaseEventRecord, EventKind, Feedback

LETTERS = (
    TaskKind.REMINDER_LETTER,
    TaskKind.SUPERVISION_LETTER,
    TaskKind.ACCOUNTABILITY_LETTER,
    TaskKind.TALK,
)
"""三函一约谈, in the order in which they grow sharper."""

SIGNED_IN = frozenset({TaskKind.WHISTLE, TaskKind.CO_HANDLING, TaskKind.INSTRUCTION, *LETTERS})
"""Kinds that go to somebody else, who signs for them and answers in words."""


class TaskFault(StrEnum):
    """Why a task, or what was done about it, cannot be kept as it stands."""

    TITLE_MISSING = "task.title_missing"
    OWNER_MISSING = "task.owner_missing"
    DUE_MISSING = "task.due_missing"
    DUE_TOO_EARLY = "task.due_too_early"
    NUMBER_MISSING = "task.number_missing"
    NUMBER_TAKEN = "task.number_taken"
    WITH_AGREEMENT = "task.with_agreement"
    TEXT_MISSING = "task.text_missing"
    IN_FUTURE = "task.in_future"
    BEFORE_ASKED = "task.before_asked"
    BEFORE_LAST_ACT = "task.before_last_act"
    NEEDS_NO_SIGNATURE = "task.needs_no_signature"
    SIGNED_ALREADY = "task.signed_already"
    DONE_ALREADY = "task.done_already"
    NOT_DONE = "task.not_done"
    WITHDRAWN = "task.withdrawn"
    FEEDBACK_TOO_EARLY = "task.feedback_too_early"
    LEADER_MISSING = "task.leader_missing"


def is_open(task: TaskRecord) -> bool:
    """Whether something is still owed."""
    return task.done_on is None and not task.withdrawn


def is_late(task: TaskRecord, today: date) -> bool:
    """Whether it is owed, or was done, after its day."""
    if task.due_on is None or task.withdrawn:
        return False
    return (task.done_on or today) > task.due_on


def new_task_faults(task: TaskRecord, today: date) -> list[TaskFault]:
    """Name everything wrong with a task about to be given. Instalments come with an agreement."""
    found = {
        TaskFault.WITH_AGREEMENT: task.kind == TaskKind.INSTALMENT and task.agreement_id is None,
        TaskFault.TITLE_MISSING: not task.title,
        TaskFault.OWNER_MISSING: not task.owner,
        TaskFault.DUE_MISSING: task.due_on is None,
        TaskFault.DUE_TOO_EARLY: task.due_on is not None and task.due_on < task.asked_on,
        TaskFault.NUMBER_MISSING: task.kind in LETTERS and not task.number,
        TaskFault.IN_FUTURE: task.asked_on > today,
    }
    return [fault for fault, wrong in found.items() if wrong]


def sign_in_faults(task: TaskRecord, on: date, today: date) -> list[TaskFault]:
    """Whistles, co-handling, instructions and letters are signed for, once."""
    if task.kind not in SIGNED_IN:
        return [TaskFault.NEEDS_NO_SIGNATURE]
    if task.signed_on is not None:
        return [TaskFault.SIGNED_ALREADY]
    return _closed_faults(task) or _day_faults(task, on, today)


def answer_faults(task: TaskRecord, answer: str, on: date, today: date) -> list[TaskFault]:
    """Who was asked from outside says what was done; a step or a payment needs no words."""
    if faults := _closed_faults(task):
        return faults
    wordless = task.kind in SIGNED_IN and not answer.strip()
    found = [TaskFault.TEXT_MISSING] if wordless else []
    return found + _day_faults(task, on, today)


def rejection_faults(task: TaskRecord, reason: str, on: date, today: date) -> list[TaskFault]:
    """An answer is sent back with a reason, not before it was given."""
    if task.withdrawn:
        return [TaskFault.WITHDRAWN]
    if task.done_on is None or task.kind not in SIGNED_IN:
        return [TaskFault.NOT_DONE]
    found = [] if reason.strip() else [TaskFault.TEXT_MISSING]
    early = [TaskFault.BEFORE_LAST_ACT] if on < task.done_on else []
    return [*found, *early, *([TaskFault.IN_FUTURE] if on > today else [])]


def withdrawal_faults(task: TaskRecord, reason: str) -> list[TaskFault]:
    """An open task is taken back with a reason; instalments change with their agreement only."""
    if task.kind == TaskKind.INSTALMENT:
        return [TaskFault.WITH_AGREEMENT]
    return _closed_faults(task) or ([] if reason.strip() else [TaskFault.TEXT_MISSING])


def _closed_faults(task: TaskRecord) -> list[TaskFault]:
    if task.withdrawn:
        return [TaskFault.WITHDRAWN]
    return [TaskFault.DONE_ALREADY] if task.done_on else []


def _day_faults(task: TaskRecord, on: date, today: date) -> list[TaskFault]:
    if on > today:
        return [TaskFault.IN_FUTURE]
    if on < task.asked_on:
        return [TaskFault.BEFORE_ASKED]
    acts = [day for day in (task.signed_on, task.rejected_on) if day is not None]
    return [TaskFault.BEFORE_LAST_ACT] if acts and on < max(acts) else []


def feedback_faults(stage: Feedback, answered_on: date | None, closed: bool) -> list[TaskFault]:
    """The third feedback tells how the matter ended: not before it was answered or concluded."""
    early = stage == Feedback.CONCLUSION and answered_on is None and not closed
    return [TaskFault.FEEDBACK_TOO_EARLY] if early else []


def feedback_days(events: Iterable[CaseEventRecord]) -> dict[Feedback, date]:
    """When each of the three feedbacks was last given, from a timeline in order."""
    return {
        Feedback(event.data["stage"]): event.happened_on
        for event in events
        if event.kind == EventKind.FEEDBACK and event.data.get("stage") in set(Feedback)
    }
