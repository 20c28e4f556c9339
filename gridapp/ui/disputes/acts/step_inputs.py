"""What each step of a case asks for, beside its day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from gridapp.contract.disputes import Conclusion, EventKind, Suitability
from gridapp.domain.disputes.dispute_faults import EXTENSION_DAYS
from gridapp.ui import case_words
from gridapp.ui import words as names
from gridapp.ui.acts.act import Asked, Values
from gridapp.ui.acts.choosing import Choice, Unit
from gridapp.ui.acts.inputs import Day, Tick
from gridapp.ui.disputes.acts import notice_inputs
from gridapp.ui.disputes.look import Look

translate = QCoreApplication.translate


@dataclass(frozen=True)
class StepForm:
    """What a step asks for beside its words and its day.

    ``data`` and ``kind`` make of what was entered the data of the step, and its kind where one
    form stands for a yes and a no. ``start`` is what the words begin with, ``hint`` stands
    above them.
    """

    title: str
    words: str
    asks: tuple[Asked, ...] = ()
    data: Callable[[Values], Mapping[str, Any]] = field(default=lambda _values: {})
    kind: Callable[[Values], EventKind] | None = None
    start: str = ""
    hint: str = ""


def form_of(look: Look, kind: EventKind) -> StepForm:
    """What a step on this case asks for."""
    for family in (_beginning, _work, _end, _reviews):
        found = family(look).get(kind)
        if found is not None:
            return found
    return StepForm(names.event(kind), translate("acts", "What was done, in a few words"))


def _beginning(look: Look) -> dict[EventKind, StepForm]:
    why = translate("acts", "Why, as the person is told")
    return {
        EventKind.ACCEPTED: StepForm(
            translate("acts", "Accept the case"),
            translate("acts", "What the person is told"),
            start=translate("acts", "Accepted; the parties have been told."),
        ),
        EventKind.NOT_ACCEPTED: StepForm(
            translate("acts", "Do not accept it"),
            why,
            notice_inputs.notice(look),
            notice_inputs.told,
        ),
        EventKind.DIVERTED: StepForm(
            translate("acts", "Divert it to a legal channel"),
            why,
            (notice_inputs.channel(look), *notice_inputs.notice(look)),
            notice_inputs.told,
        ),
        EventKind.REFERRED: StepForm(
            translate("acts", "Refer it to a unit"),
            translate("acts", "What the unit is asked to do"),
            (_unit(look),),
            lambda values: {"unit": str(values["unit"] or "")},
        ),
        EventKind.RETURNED: StepForm(
            translate("acts", "Return it, wrongly referred"),
            translate("acts", "Why it does not belong here"),
        ),
    }


def _unit(look: Look) -> Asked:
    others = {id_: name for id_, name in look.seats.items() if id_ != look.case.dispute.unit_id}
    return Asked("unit", translate("acts", "To which unit"), partial(Unit, others))


def _work(look: Look) -> dict[EventKind, StepForm]:
    until = look.case.dispute.due_on + timedelta(days=EXTENSION_DAYS)
    last = Asked("until", translate("acts", "New time limit"), partial(Day, until))
    why = translate("acts", "Why, as the person is told")
    return {
        EventKind.HANDLED: StepForm(
            translate("acts", "Note what was done"),
            translate("acts", "What was done, in a few words"),
        ),
        EventKind.EXTENSION_ASKED: StepForm(
            translate("acts", "Ask for more time"), why, (last,), _until
        ),
        EventKind.EXTENDED: StepForm(
            translate("acts", "Decide on more time"),
            why,
            (_yes_or_no(translate("acts", "Approved"), translate("acts", "Refused")), last),
            _until,
            _one_of(EventKind.EXTENDED, EventKind.EXTENSION_REFUSED),
        ),
        EventKind.CONSENT_GIVEN: StepForm(
            translate("acts", "Asked whether they want mediation"),
            translate("acts", "Who was asked, and how"),
            (_yes_or_no(translate("acts", "They want it"), translate("acts", "A clear refusal")),),
            kind=_one_of(EventKind.CONSENT_GIVEN, EventKind.CONSENT_REFUSED),
            hint=translate("acts", "A clear refusal ends mediation; the notice names other ways."),
        ),
        EventKind.ASSESSED: StepForm(
            translate("acts", "Say whether it can be mediated"),
            translate("acts", "Why"),
            (_suitability(),),
            lambda values: {"suitability": values["suitability"]},
        ),
        EventKind.ANSWERED: StepForm(
            translate("acts", "Answer the person in writing"),
            translate("acts", "What the answer says"),
        ),
    }


def _until(values: Values) -> Mapping[str, Any]:
    return {"until": values["until"].isoformat()}


def _yes_or_no(yes: str, no: str) -> Asked:
    options = (("yes", yes), ("no", no))
    return Asked("decision", translate("acts", "The decision"), partial(Choice, options, "yes"))


def _one_of(yes: EventKind, no: EventKind) -> Callable[[Values], EventKind]:
    return lambda values: yes if values["decision"] == "yes" else no


def _suitability() -> Asked:
    options = [
        (value.value, case_words.suitability(value))
        for value in (Suitability.SUITABLE, Suitability.UNSUITABLE)
    ]
    return Asked("suitability", translate("acts", "The decision"), partial(Choice, options))


def _end(_: Look) -> dict[EventKind, StepForm]:
    return {
        EventKind.CONCLUDED: StepForm(
            translate("acts", "Conclude the case"),
            translate("acts", "How it came out, in a few words"),
            _conclusion(),
            lambda values: {name: values[name] for name in ("matter_settled", "people_settled")},
            hint=translate("acts", "Another person strikes it off."),
        ),
        EventKind.STRUCK_OFF: StepForm(
            translate("acts", "Strike off the ledger"),
            translate("acts", "The papers that show it"),
            hint=translate("acts", "You confirm that the case is really settled."),
        ),
        EventKind.REOPENED: StepForm(
            translate("acts", "Reopen the case"), translate("acts", "Why it comes back")
        ),
    }


def _conclusion() -> tuple[Asked, ...]:
    options = [(value.value, names.conclusion(value)) for value in Conclusion]
    meanings = {value: names.conclusion_meaning(value) for value, _ in options}
    matter = translate("acts", "The matter is settled")
    people = translate("acts", "The people are reconciled")
    return (
        Asked(
            "conclusion", translate("acts", "How it ended"), partial(Choice, options, "", meanings)
        ),
        Asked("matter_settled", translate("acts", "The matter"), partial(Tick, matter)),
        Asked("people_settled", translate("acts", "The people"), partial(Tick, people)),
    )


def _reviews(_: Look) -> dict[EventKind, StepForm]:
    decided = (
        _yes_or_no(
            translate("acts", "The answer is upheld"), translate("acts", "To be handled anew")
        ),
    )
    upheld: Callable[[Values], Mapping[str, Any]] = lambda values: {  # noqa: E731
        "upheld": values["decision"] == "yes"
    }
    reasons = translate("acts", "The reasons of the decision")
    asked = translate("acts", "What the person asks for, and why")
    return {
        EventKind.REVIEW_ASKED: StepForm(translate("acts", "The person asks for a review"), asked),
        EventKind.RE_REVIEW_ASKED: StepForm(
            translate("acts", "The person asks for a re-review"), asked
        ),
        EventKind.REVIEW_DECIDED: StepForm(
            translate("acts", "Decide the review"), reasons, decided, upheld
        ),
        EventKind.RE_REVIEW_DECIDED: StepForm(
            translate("acts", "Decide the re-review"), reasons, decided, upheld
        ),
    }
