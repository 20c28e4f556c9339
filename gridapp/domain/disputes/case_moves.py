"""What a step makes of a case: the fields it sets, and where it leads. Pure."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from gridapp.contract.disputes import Consent, DisputeRecord, EventKind, State
from gridapp.domain.disputes.disputes import STEPS
from gridapp.domain.disputes.step_faults import Taken

Fields = dict[str, Any]

FLAGS = ("matter_settled", "people_settled")
"""案结 and 心结: a conclusion or a follow-up says whether they are reached."""


def moves(dispute: DisputeRecord, step: Taken, due_on: date) -> Fields:
    """The fields of a case that a step sets; empty when it is only told in the timeline.

    ``due_on``: last day to handle the matter when that clock starts with this step.
    """
    state = state_after(dispute, step)
    set_by = _SETS.get(step.kind)
    fields = set_by(dispute, step, due_on) if set_by else {}
    fields |= {} if state is None else {"state": state.value}
    if not fields:
        return {}
    return fields | {"last_step": step.kind.value, "last_step_on": step.happened_on}


def state_after(dispute: DisputeRecord, step: Taken) -> State | None:
    """Where the step leads; None when the state stays."""
    if step.kind == EventKind.RETURNED:
        return State.ACCEPTED if dispute.accepted_on else State.REGISTERED
    if step.kind in {EventKind.REVIEW_DECIDED, EventKind.RE_REVIEW_DECIDED}:
        return State.ANSWERED if step.data.get("upheld", True) else State.HANDLED
    return next(iter(STEPS[step.kind].leads_to), None)


def _on(name: str) -> "Sets":
    """Keeps the day of the step."""
    return lambda _, step, __: {name: step.happened_on}


def _review(name: str) -> "Sets":
    """A review opens a concluded case again, and gives the time to decide it."""
    return lambda case, step, due_on: (
        {name: step.happened_on, **_OPEN_AGAIN} | ({"due_on": max(case.due_on, due_on)})
    )


def _told(step: Taken, names: Iterable[str]) -> Fields:
    """What the step says of these fields."""
    return {name: step.data[name] for name in names if name in step.data}


def _referred(_: DisputeRecord, step: Taken, __: date) -> Fields:
    unit = step.data.get("unit")
    return {
        "handling_unit_id": UUID(str(unit)) if unit else None,
        "referred_on": step.happened_on,
    }


def _extended(_: DisputeRecord, step: Taken, __: date) -> Fields:
    until = step.day("until")
    return {"extended_to": until, "due_on": until, "extension_asked_by": ""}


def _concluded(_: DisputeRecord, step: Taken, __: date) -> Fields:
    return {
        "conclusion": step.conclusion.value if step.conclusion else None,
        "concluded_on": step.happened_on,
        "handler": step.actor,
        **_told(step, FLAGS),
    }


def _reopened(_: DisputeRecord, step: Taken, due_on: date) -> Fields:
    return {
        **_OPEN_AGAIN,
        "struck_off_on": None,
        "extended_to": None,
        "extension_asked_by": "",
        "reopened_on": step.happened_on,
        "due_on": due_on,
    }


_OPEN_AGAIN: Fields = {"conclusion": None, "concluded_on": None}

Sets = Callable[[DisputeRecord, Taken, date], Fields]

_SETS: dict[EventKind, Sets] = {
    EventKind.ACCEPTED: lambda _, step, due: {"accepted_on": step.happened_on, "due_on": due},
    EventKind.REFERRED: _referred,
    EventKind.RETURNED: lambda *_: {"handling_unit_id": None, "referred_on": None},
    EventKind.HANDLED: lambda _, step, __: {"handler": step.actor},
    EventKind.ESCALATED: lambda _, step, __: {
        "level": str(step.data.get("level", "")),
        "agent": str(step.data.get("agent", "")),
    },
    EventKind.EXTENSION_ASKED: lambda _, step, __: {"extension_asked_by": step.actor},
    EventKind.EXTENDED: _extended,
    EventKind.EXTENSION_REFUSED: lambda *_: {"extension_asked_by": ""},
    EventKind.CONSENT_GIVEN: lambda *_: {"consent": Consent.GIVEN.value},
    EventKind.CONSENT_REFUSED: lambda *_: {"consent": Consent.REFUSED.value},
    EventKind.ANSWERED: _on("answered_on"),
    EventKind.REVIEW_ASKED: _review("review_asked_on"),
    EventKind.REVIEW_DECIDED: _on("review_decided_on"),
    EventKind.RE_REVIEW_ASKED: _review("re_review_asked_on"),
    EventKind.RE_REVIEW_DECIDED: _on("re_review_decided_on"),
    EventKind.ASSESSED: lambda _, step, __: {"suitability": step.data.get("suitability")},
    EventKind.FOLLOWED_UP: lambda _, step, __: _told(step, (*FLAGS, "rating")),
    EventKind.RATED: lambda _, step, __: _told(step, ("rating",)),
    EventKind.CONCLUDED: _concluded,
    EventKind.STRUCK_OFF: _on("struck_off_on"),
    EventKind.REOPENED: _reopened,
    EventKind.SEALED: lambda _, step, __: {
        "sealed": True,
        "handlers": list(step.data.get("handlers", [])),
    },
    EventKind.UNSEALED: lambda *_: {"sealed": False, "handlers": []},
}
"""The fields that a step sets beside the state."""
