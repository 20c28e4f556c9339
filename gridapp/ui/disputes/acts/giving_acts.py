"""Giving others something to do in a case, as acts: whistles, co-handlers, plan, letters."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication

from gridapp.contract.casework import TaskKind
from gridapp.domain.disputes.casework import LETTERS
from gridapp.store.disputes.casework import Load
from gridapp.ui import case_words
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.choosing import Person, Unit
from gridapp.ui.acts.inputs import Day, Line, Text
from gridapp.ui.disputes.look import Look
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.disputes import casework, mediation
from gridapp.usecases.disputes.casework import NewTask

translate = QCoreApplication.translate

_DAYS = {TaskKind.WHISTLE: 3, TaskKind.CO_HANDLING: 7, TaskKind.PLAN_STEP: 7}
"""What the form proposes; the person may choose another day."""

_USUAL_DAYS = 5
_LETTER_LINES = 8


def give_act(look: Look, kind: TaskKind) -> Act:
    """Give somebody something to do in this case."""
    rule = translate("acts", "Who is asked signs for it and answers; the case's clocks run on.")
    asks: tuple[Asked, ...] | Callable[[Desk], tuple[Asked, ...]]
    if kind in LETTERS:
        asks = partial(_letter, look, kind)
    elif kind == TaskKind.PLAN_STEP:
        asks, rule = partial(_plan_step, look), translate("acts", "A plan is of the case only.")
    else:
        asks = _task(look, kind)
    title = {
        TaskKind.WHISTLE: translate("acts", "Whistle for a department"),
        TaskKind.CO_HANDLING: translate("acts", "Add a co-handler"),
        TaskKind.PLAN_STEP: translate("acts", "Add a step to the plan"),
        TaskKind.INSTRUCTION: translate("acts", "Enter a leader's instruction"),
    }.get(kind, case_words.task_kind(kind))
    return Act(f"task.{kind.value}", title, partial(_give, look, kind), asks, rule)


def _give(look: Look, kind: TaskKind, desk: Desk, values: Values) -> Changed:
    unit = values.get("owner_unit")
    owner = values["owner"] or (look.seats.get(unit, "") if unit else "")
    new = NewTask(
        kind,
        values["title"],
        values.get("text", ""),
        owner,
        values["due"],
        unit,
        number=values.get("number", ""),
        asked_by=values.get("asked_by", ""),
    )
    return casework.give_task(desk, look.case.dispute.id, new)


def _task(look: Look, kind: TaskKind) -> tuple[Asked, ...]:
    asked_by = Asked("asked_by", translate("acts", "Which leader"), Line)
    return (
        *((asked_by,) if kind == TaskKind.INSTRUCTION else ()),
        Asked("title", translate("acts", "What is to be done"), partial(Line, wide=True)),
        Asked("owner_unit", translate("acts", "Which unit"), partial(Unit, look.seats)),
        Asked("owner", translate("acts", "Department or person"), Line),
        _due(look, _DAYS.get(kind, _USUAL_DAYS)),
    )


def _due(look: Look, days: int) -> Asked:
    until = look.today + timedelta(days=days)
    return Asked("due", translate("acts", "Until when"), partial(Day, until))


def _plan_step(look: Look, desk: Desk) -> tuple[Asked, ...]:
    people = {look.person.name: "", **{party.name: "" for party in look.case.parties}}
    people |= mediators(look, desk)
    return (
        Asked("title", translate("acts", "Measure"), partial(Line, wide=True)),
        Asked("owner", translate("acts", "Who does it"), partial(Person, list(people.items()))),
        _due(look, _DAYS[TaskKind.PLAN_STEP]),
    )


def mediators(look: Look, desk: Desk) -> dict[str, str]:
    """Who might mediate, each with a word about them; who suits the matter best first."""
    found = mediation.suggest_mediators(desk, look.case.dispute.id)
    return {one.load.name: busy(one.load) for one in found}


def busy(load: Load) -> str:
    """How much somebody has on the desk, and what they are good at."""
    if load.quota:
        text = translate("acts", "{open}/{quota} open")
    else:
        text = translate("acts", "{open} open")
    told = text.format(open=load.open_cases, quota=load.quota)
    return " · ".join(filter(None, (told, load.skills)))


def _letter(look: Look, kind: TaskKind, desk: Desk) -> tuple[Asked, ...]:
    """A letter starts as the facts of the case draft it."""
    draft = casework.draft_letter(desk, look.case.dispute.id, kind)
    due = draft.due_on or look.today + timedelta(days=_USUAL_DAYS)
    return (
        Asked("number", translate("acts", "Letter number"), partial(Line, draft.number)),
        Asked("title", translate("acts", "Subject"), partial(Line, draft.title, wide=True)),
        Asked("text", translate("acts", "Text"), partial(Text, draft.text, _LETTER_LINES)),
        Asked(
            "owner_unit",
            translate("acts", "To which unit"),
            partial(Unit, look.seats, draft.owner_unit_id),
        ),
        Asked("owner", translate("acts", "Department or person"), partial(Line, draft.owner)),
        Asked("due", translate("acts", "Reply until"), partial(Day, due)),
    )
