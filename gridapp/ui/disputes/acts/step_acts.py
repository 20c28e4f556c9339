"""The steps of a case as acts: what each does to the clocks, and by which rule."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from gridapp.contract.disputes import Conclusion, EventKind
from gridapp.domain.disputes.clocks import ClockRule
from gridapp.domain.disputes.disputes import STEPS
from gridapp.ui import case_words
from gridapp.ui import words as names
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.inputs import Day, Text
from gridapp.ui.disputes import clock
from gridapp.ui.disputes.acts.step_inputs import form_of
from gridapp.ui.disputes.look import Look
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import Step

translate = QCoreApplication.translate


def step_act(look: Look, kind: EventKind) -> Act:
    """The form of a step on this case."""
    form = form_of(look, kind)
    id_ = look.case.dispute.id

    def do(desk: Desk, values: Values) -> Changed:
        conclusion = Conclusion(values["conclusion"]) if values.get("conclusion") else None
        taken = form.kind(values) if form.kind else kind
        step = Step(taken, values["text"], values["date"], conclusion, form.data(values))
        return disputes.take_step(desk, id_, step)

    asks = (
        *form.asks,
        Asked("text", form.words, partial(Text, form.start)),
        Asked("date", translate("acts", "On which day"), partial(Day, look.today)),
    )
    rule = " ".join(filter(None, (form.hint, clock_words(look, kind))))
    return Act(f"step.{kind.value}", form.title, do, asks, rule)


def clock_words(look: Look, kind: EventKind) -> str:
    """Which clocks the step stops and starts, and the article or rule behind it."""
    stopped = [
        clock.name(one.rule)
        for one in look.faces
        if one.stopped_on is None and not one.rule.right and kind in one.rule.stops
    ]
    started = [rule for rule in look.clock_rules if kind in rule.starts]
    told = []
    if stopped:
        text = translate("acts", "Stops: {clocks}.")
        told.append(text.format(clocks="、".join(stopped)))
    if started:
        text = translate("acts", "Starts: {clocks}.")
        told.append(text.format(clocks="、".join(map(_length, started))))
    if not stopped and not started:
        text = translate("acts", "The time limit runs on: {day}.")
        told.append(text.format(day=look.case.dispute.due_on) if look.is_timed else "")
    source = case_words.cite(STEPS[kind].source)
    if source != names.event(kind):
        told.append(translate("acts", "Rule: {source}.").format(source=source))
    return " ".join(filter(None, told))


def _length(rule: ClockRule) -> str:
    text = (
        translate("acts", "{clock} {days} working days")
        if rule.working
        else translate("acts", "{clock} {days} days")
    )
    return text.format(clock=clock.name(rule), days=rule.days)
