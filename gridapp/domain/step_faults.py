"""What the articles and rules forbid of the next step of a case. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from gridapp.contract.disputes import (
    Conclusion,
    DisputeRecord,
    EventKind,
    Rating,
    State,
    Suitability,
)
from gridapp.domain.clocks import STATUTORY, Clock, Happened, face
from gridapp.domain.dispute_faults import EXTENSION_DAYS, DisputeFault, fault_if
from gridapp.domain.disputes import due_on, next_steps
from gridapp.domain.levels import is_higher
from gridapp.domain.workdays import Calendar


@dataclass(frozen=True)
class Taken:
    """A step as somebody wants to take it. ``data`` as in ``CaseEventRecord``."""

    kind: EventKind
    actor: str
    text: str
    happened_on: date
    conclusion: Conclusion | None = None
    data: Mapping[str, Any] = field(default_factory=dict)

    def day(self, name: str) -> date | None:
        """A day in the data; None when there is none that can be read."""
        try:
            return date.fromisoformat(str(self.data.get(name)))
        except ValueError:
            return None


@dataclass(frozen=True)
class History:
    """What has happened in a case: its steps in order, and who last asked for an extension."""

    steps: Sequence[Happened]
    extension_asked_by: str = ""

    def has(self, kind: EventKind) -> bool:
        """Whether such a step was ever taken."""
        return any(step == kind for step, _ in self.steps)

    def last(self, *kinds: EventKind) -> EventKind | None:
        """The latest step of these kinds."""
        return next((EventKind(step) for step, _ in reversed(self.steps) if step in kinds), None)


def step_faults(
    dispute: DisputeRecord, step: Taken, history: History, calendar: Calendar, today: date
) -> list[DisputeFault]:
    """Name everything wrong with the next step of a case."""
    if step.kind not in next_steps(dispute.state):
        return [DisputeFault.STEP_NOT_ALLOWED]
    found = [] if step.text.strip() else [DisputeFault.TEXT_MISSING]
    special = _SPECIAL.get(step.kind)
    if special is not None:
        found += special(dispute, step, history, calendar)
    return found + _date_faults(dispute, step.happened_on, history, today)


def _date_faults(
    dispute: DisputeRecord, happened_on: date, history: History, today: date
) -> list[DisputeFault]:
    if happened_on > today:
        return [DisputeFault.IN_FUTURE]
    if happened_on < dispute.registered_on:
        return [DisputeFault.BEFORE_REGISTRATION]
    moving = [day for kind, day in history.steps if _moves(kind)]
    if moving and happened_on < max(moving):
        return [DisputeFault.BEFORE_LAST_STEP]
    return []


def _moves(kind: str) -> bool:
    """Whether a step brings the case into the balance or out of it: nothing is dated before it."""
    return kind in {
        EventKind.REGISTERED,
        EventKind.CONCLUDED,
        EventKind.STRUCK_OFF,
        EventKind.REOPENED,
    }


Special = Callable[[DisputeRecord, Taken, History, Calendar], list[DisputeFault]]


def _escalation(
    dispute: DisputeRecord, step: Taken, _: History, __: Calendar
) -> list[DisputeFault]:
    higher = is_higher(str(step.data.get("level", "")), dispute.level)
    return fault_if(not higher, DisputeFault.LEVEL_NOT_HIGHER)


def _referral(_: DisputeRecord, step: Taken, __: History, ___: Calendar) -> list[DisputeFault]:
    return fault_if(not step.data.get("unit"), DisputeFault.UNIT_MISSING)


def _return(
    _: DisputeRecord, step: Taken, history: History, calendar: Calendar
) -> list[DisputeFault]:
    """A unit objects within five working days of the referral (art. 23)."""
    return fault_if(_too_late(Clock.OBJECT, step, history, calendar), DisputeFault.OBJECTION_LATE)


def _extension(
    dispute: DisputeRecord, step: Taken, history: History, calendar: Calendar
) -> list[DisputeFault]:
    """By 30 days at most, from when the matter was taken on, the last time (art. 34)."""
    to = step.day("until")
    handling = face(STATUTORY[Clock.HANDLE], history.steps, calendar)
    latest = handling.limit if handling else due_on(dispute.registered_on)
    too_long = to is None or to > latest + timedelta(days=EXTENSION_DAYS)
    return [
        *_extension_decision(dispute, step, history, calendar),
        *fault_if(too_long, DisputeFault.EXTENSION_TOO_LONG),
    ]


def _extension_decision(
    _: DisputeRecord, step: Taken, history: History, __: Calendar
) -> list[DisputeFault]:
    """The head of the unit decides what somebody else has asked (art. 34)."""
    asked = history.last(EventKind.EXTENSION_ASKED, EventKind.EXTENDED, EventKind.EXTENSION_REFUSED)
    return [
        *fault_if(asked != EventKind.EXTENSION_ASKED, DisputeFault.EXTENSION_NOT_ASKED),
        *fault_if(step.actor == history.extension_asked_by, DisputeFault.EXTENSION_BY_ASKER),
    ]


def _agreement(_: DisputeRecord, __: Taken, history: History, ___: Calendar) -> list[DisputeFault]:
    """Nobody is mediated who has clearly refused it (人民调解法 art. 17)."""
    said = history.last(EventKind.CONSENT_GIVEN, EventKind.CONSENT_REFUSED)
    return fault_if(said == EventKind.CONSENT_REFUSED, DisputeFault.CONSENT_REFUSED)


def _review(
    _: DisputeRecord, step: Taken, history: History, calendar: Calendar
) -> list[DisputeFault]:
    """Within 30 days of the answer, once (art. 35)."""
    return [
        *fault_if(history.has(EventKind.REVIEW_DECIDED), DisputeFault.REVIEW_DONE),
        *fault_if(_too_late(Clock.ASK_REVIEW, step, history, calendar), DisputeFault.REVIEW_LATE),
    ]


def _re_review(
    _: DisputeRecord, step: Taken, history: History, calendar: Calendar
) -> list[DisputeFault]:
    """Within 30 days of the review's decision, once; it is final (art. 36)."""
    return [
        *fault_if(not history.has(EventKind.REVIEW_DECIDED), DisputeFault.REVIEW_FIRST),
        *fault_if(history.has(EventKind.RE_REVIEW_DECIDED), DisputeFault.REVIEW_DONE),
        *fault_if(
            _too_late(Clock.ASK_RE_REVIEW, step, history, calendar), DisputeFault.REVIEW_LATE
        ),
    ]


def _rating(_: DisputeRecord, step: Taken, __: History, ___: Calendar) -> list[DisputeFault]:
    return fault_if(step.data.get("rating") not in set(Rating), DisputeFault.RATING_MISSING)


def _follow_up(_: DisputeRecord, step: Taken, __: History, ___: Calendar) -> list[DisputeFault]:
    """It may say how the resident rated the work; then in one of the four ways."""
    wrong = "rating" in step.data and step.data["rating"] not in set(Rating)
    return fault_if(wrong, DisputeFault.RATING_MISSING)


def _assessment(_: DisputeRecord, step: Taken, __: History, ___: Calendar) -> list[DisputeFault]:
    wrong = step.data.get("suitability") not in set(Suitability)
    return fault_if(wrong, DisputeFault.SUITABILITY_MISSING)


def _conclusion(
    dispute: DisputeRecord, step: Taken, _: History, __: Calendar
) -> list[DisputeFault]:
    """What was not accepted, or went to another legal channel, ends procedurally."""
    if step.conclusion is None:
        return [DisputeFault.CONCLUSION_MISSING]
    not_ours = dispute.state in {State.NOT_ACCEPTED, State.DIVERTED}
    wrong = not_ours and step.conclusion != Conclusion.PROCEDURAL
    return fault_if(wrong, DisputeFault.ONLY_PROCEDURAL)


def _strike_off(
    dispute: DisputeRecord, step: Taken, _: History, __: Calendar
) -> list[DisputeFault]:
    return fault_if(step.actor == dispute.handler, DisputeFault.SAME_PERSON)


def _sealing(_: DisputeRecord, step: Taken, __: History, ___: Calendar) -> list[DisputeFault]:
    return fault_if(not step.data.get("handlers"), DisputeFault.HANDLERS_MISSING)


def _too_late(clock: Clock, step: Taken, history: History, calendar: Calendar) -> bool:
    """Whether the right that this clock gives has lapsed on the day of the step."""
    found = face(STATUTORY[clock], history.steps, calendar)
    return found is not None and step.happened_on > found.limit


_SPECIAL: dict[EventKind, Special] = {
    EventKind.ESCALATED: _escalation,
    EventKind.REFERRED: _referral,
    EventKind.RETURNED: _return,
    EventKind.EXTENDED: _extension,
    EventKind.EXTENSION_REFUSED: _extension_decision,
    EventKind.AGREED: _agreement,
    EventKind.REVIEW_ASKED: _review,
    EventKind.RE_REVIEW_ASKED: _re_review,
    EventKind.ASSESSED: _assessment,
    EventKind.FOLLOWED_UP: _follow_up,
    EventKind.RATED: _rating,
    EventKind.CONCLUDED: _conclusion,
    EventKind.STRUCK_OFF: _strike_off,
    EventKind.SEALED: _sealing,
}
"""What a step needs beside being allowed in its state."""
