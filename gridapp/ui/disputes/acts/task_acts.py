"""What becomes of a task that was given in a case, as acts."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from gridapp.contract.casework import TaskKind, TaskRecord
from gridapp.domain.disputes.casework import SIGNED_IN, is_open
from gridapp.ui import case_words
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.inputs import Day, Line, Text
from gridapp.ui.disputes.look import Look
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.disputes import casework, letters

translate = QCoreApplication.translate


def acts_of(look: Look, task: TaskRecord) -> list[Act]:
    """What may be done with a task that was given."""
    if look.is_leader:
        return []
    return [*([_renumber(task)] if task.id in look.doubled else []), *_usual_acts(look, task)]


def _usual_acts(look: Look, task: TaskRecord) -> list[Act]:
    if task.done_on is not None and not task.withdrawn and task.kind in SIGNED_IN:
        return [_reject(look, task)]
    if not is_open(task):
        return []
    signs = task.kind in SIGNED_IN and task.signed_on is None
    acts = [_sign_in(look, task)] if signs else []
    acts.append(_answer(look, task))
    return acts if task.kind == TaskKind.INSTALMENT else [*acts, _withdraw(task)]


def move_act(task: TaskRecord, by: int) -> Act:
    """Put a step of the plan earlier or later; nothing is asked."""

    def do(desk: Desk, _values: Values) -> Changed:
        return casework.move_step(desk, task.id, by)

    return Act(f"task.move.{task.id}", translate("acts", "Order of the plan"), do)


def _on(look: Look) -> Asked:
    return Asked("date", translate("acts", "On which day"), partial(Day, look.today))


def _about(task: TaskRecord) -> str:
    return f"{case_words.task_kind(task.kind)}：{task.title}"


def _renumber(task: TaskRecord) -> Act:
    def do(desk: Desk, values: Values) -> Changed:
        return letters.renumber(desk, task.id, values["number"])

    def asks(desk: Desk) -> tuple[Asked, ...]:
        free = letters.another_number(desk, TaskKind(task.kind))
        return (Asked("number", translate("acts", "Letter number"), partial(Line, free)),)

    rule = translate(
        "acts", "Two laptops gave the number {number} to two letters; this one was written later."
    )
    title = translate("acts", "Another number")
    return Act(f"task.renumber.{task.id}", title, do, asks, rule.format(number=task.number))


def _sign_in(look: Look, task: TaskRecord) -> Act:
    def do(desk: Desk, values: Values) -> Changed:
        return casework.sign_in(desk, task.id, values["date"])

    code = f"task.sign_in.{task.id}"
    return Act(code, translate("acts", "Sign for it"), do, (_on(look),), _about(task))


def _answer(look: Look, task: TaskRecord) -> Act:
    def do(desk: Desk, values: Values) -> Changed:
        return casework.answer_task(desk, task.id, values["text"], values["date"])

    title, label = {
        TaskKind.PLAN_STEP: (translate("acts", "Done"), translate("acts", "What came of it")),
        TaskKind.INSTALMENT: (translate("acts", "Paid"), translate("acts", "How it was paid")),
    }.get(
        TaskKind(task.kind),
        (translate("acts", "Answer"), translate("acts", "What was done about it")),
    )
    asks = (Asked("text", label, Text), _on(look))
    return Act(f"task.answer.{task.id}", title, do, asks, _about(task))


def _reject(look: Look, task: TaskRecord) -> Act:
    def do(desk: Desk, values: Values) -> Changed:
        return casework.reject_answer(desk, task.id, values["text"], values["date"])

    asks = (Asked("text", translate("acts", "What is missing"), Text), _on(look))
    title = translate("acts", "Send back")
    return Act(f"task.reject.{task.id}", title, do, asks, _about(task))


def _withdraw(task: TaskRecord) -> Act:
    def do(desk: Desk, values: Values) -> Changed:
        return casework.withdraw_task(desk, task.id, values["text"])

    asks = (Asked("text", translate("acts", "Why it is withdrawn"), Text),)
    return Act(f"task.withdraw.{task.id}", translate("acts", "Withdraw"), do, asks, _about(task))
