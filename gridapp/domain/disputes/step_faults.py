"""What the articles and rules forbid of the next step of a case. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from gridapp.contract.disputes import (
    Conclusion,
    Consent,
    DisputeRecord,
    EventKind,
    Rating,
    State,
    Suitability,
)
from gridapp.domain.disputes.case_history import told_by
from gridapp.domain.disputes.clocks import STATUTORY, Clock, face
from gridapp.domain.disputes.dispute_faults import EXTENSION_DAYS, DisputeFault, fault_if
from gridapp.domain.disputes.disputes import STEPS, due_on, next_steps
from gridapp.domain.disputes.levels import is_higher
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


def step_faults(
    dispute: DisputeRecord, step: Taken, calendar: Calendar, today: date
) -> list[DisputeFault]:
    """Name everything wrong with the next step of a case."""
    if step.kind not in next_steps(dispute.state):
        return [DisputeFault.STEP_NOT_ALLOWED]
    found = fault_if(not step.text.strip(), DisputeFault.TEXT_MISSING)
    special = _SPECIAL.get(step.kind)
    if special is not None:
        found += special(dispute, step, calendar)
    return found + _date_faults(dispute, step, today)


def _date_faults(dispute: DisputeRecord, step: Taken, today: date) -> list[DisputeFault]:
    """Nothing is dated before what opened or closed the case, and no step that leads on before an
    answer or a review.
    """
    if step.happened_on > today:
        return [DisputeFault.IN_FUTURE]
    if step.happened_on < dispute.registered_on:
        return [DisputeFault.BEFORE_REGISTRATION]
    bound = _TURNS | _ANSWERS if STEPS[step.kind].leads_to else _TURNS
    too_early = any(k in bound and step.happened_on < day for k, day in told_by(dispute))
    return fault_if(too_early, DisputeFault.BEFORE_LAST_STEP)


_TURNS = {EventKind.CONCLUDED, EventKind.STRUCK_OFF, EventKind.REOPENED}
_ANSWERS = {
    EventKind.ANSWERED,
    EventKind.REVIEW_ASKED,
    EventKind.REVIEW_DECIDED,
    EventKind.RE_REVIEW_ASKED,
    EventKind.RE_REVIEW_DECIDED,
}


Special = Callable[[DisputeRecord, Taken, Calendar], list[DisputeFault]]


def _escalation(dispute: DisputeRecord, step: Taken, _: Calendar) -> list[DisputeFault]:
    higher = is_higher(str(step.data.get("level", "")), dispute.level)
    return fault_if(not higher, DisputeFault.LEVEL_NOT_HIGHER)


def _diversion(_: DisputeRecord, step: Taken, __: Calendar) -> list[DisputeFault]:
    return fault_if(not step.data.get("channel"), DisputeFault.CHANNEL_MISSING)


def _referral(_: DisputeRecord, step: Taken, __: Calendar) -> list[DisputeFault]:
    return fault_if(not step.data.get("unit"), DisputeFault.UNIT_MISSING)


def _return(dispute: DisputeRecord, step: Taken, calendar: Calendar) -> list[DisputeFault]:
    """A unit objects within five working days of the referral (art. 23)."""
    late = _too_late(Clock.OBJECT, dispute, step, calendar)
    return fault_if(late, DisputeFault.OBJECTION_LATE)


def _extension(dispute: DisputeRecord, step: Taken, calendar: Calendar) -> list[DisputeFault]:
    """By 30 days at most, from when the matter was taken on, the last time (art. 34)."""
    to, starts = step.day("until"), STATUTORY[Clock.HANDLE].starts
    taken_on = max(day for kind, day in told_by(dispute) if kind in starts)
    too_long = to is None or to > due_on(taken_on) + timedelta(days=EXTENSION_DAYS)
    return [
        *_extension_decision(dispute, step, calendar),
        *fault_if(too_long, DisputeFault.EXTENSION_TOO_LONG),
    ]


def _extension_decision(dispute: DisputeRecord, step: Taken, _: Calendar) -> list[DisputeFault]:
    """The head of the unit decides what somebody else has asked (art. 34)."""
    asked_by = dispute.extension_asked_by
    return [
        *fault_if(not asked_by, DisputeFault.EXTENSION_NOT_ASKED),
        *fault_if(asked_by == step.actor, DisputeFault.EXTENSION_BY_ASKER),
    ]


def _agreement(dispute: DisputeRecord, _: Taken, __: Calendar) -> list[DisputeFault]:
    """Nobody is mediated who has clearly refused it (人民调解法 art. 17)."""
    return fault_if(dispute.consent == Consent.REFUSED, DisputeFault.CONSENT_REFUSED)


def _review(dispute: DisputeRecord, step: Taken, calendar: Calendar) -> list[DisputeFault]:
    """Within 30 days of the answer, once (art. 35)."""
    late = _too_late(Clock.ASK_REVIEW, dispute, step, calendar)
    return [
        *fault_if(dispute.review_decided_on is not None, DisputeFault.REVIEW_DONE),
        *fault_if(late, DisputeFault.REVIEW_LATE),
    ]


def _re_review(dispute: DisputeRecord, step: Taken, calendar: Calendar) -> list[DisputeFault]:
    """Within 30 days of the review's decision, once; it is final (art. 36)."""
    late = _too_late(Clock.ASK_RE_REVIEW, dispute, step, calendar)
    return [
        *fault_if(dispute.review_decided_on is None, DisputeFault.REVIEW_FIRST),
        *fault_if(dispute.re_review_decided_on is not None, DisputeFault.REVIEW_DONE),
        *fault_if(late, DisputeFault.REVIEW_LATE),
    ]


def _rating(_: DisputeRecord, step: Taken, __: Calendar) -> list[DisputeFault]:
    return fault_if(step.data.get("rating") not in set(Rating), DisputeFault.RATING_MISSING)


def _follow_up(_: DisputeRecord, step: Taken, __: Calendar) -> list[DisputeFault]:
    """It may say how the resident rated the work; then in one of the four ways."""
    wrong = "rating" in step.data and step.data["rating"] not in set(Rating)
    return fault_if(wrong, DisputeFault.RATING_MISSING)


def _assessment(_: DisputeRecord, step: Taken, __: Calendar) -> list[DisputeFault]:
    wrong = step.data.get("suitability") not in set(Suitability)
    return fault_if(wrong, DisputeFault.SUITABILITY_MISSING)


def _conclusion(dispute: DisputeRecord, step: Taken, _: Calendar) -> list[DisputeFault]:
    """What was not accepted, or went to another legal channel, ends procedurally."""
    if step.conclusion is None:
        return [DisputeFault.CONCLUSION_MISSING]
    not_ours = dispute.state in {State.NOT_ACCEPTED, State.DIVERTED}
    wrong = not_ours and step.conclusion != Conclusion.PROCEDURAL
    return fault_if(wrong, DisputeFault.ONLY_PROCEDURAL)


def _strike_off(dispute: DisputeRecord, step: Taken, _: Calendar) -> list[DisputeFault]:
    return fault_if(step.actor == dispute.handler, DisputeFault.SAME_PERSON)


def _sealing(_: DisputeRecord, step: Taken, __: Calendar) -> list[DisputeFault]:
    return fault_if(not step.data.get("handlers"), DisputeFault.HANDLERS_MISSING)


def _too_late(clock: Clock, dispute: DisputeRecord, step: Taken, calendar: Calendar) -> bool:
    """Whether the right that this clock gives has lapsed on the day of the step."""
    found = face(STATUTORY[clock], told_by(dispute), calendar)
    return found is not None and step.happened_on > found.limit


_SPECIAL: dict[EventKind, Special] = {
    EventKind.DIVERTED: _diversion,
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
