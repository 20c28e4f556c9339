"""What may be wrong with a case that is registered, and with its next step. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from gridapp.contract.codes import CATEGORIES
from gridapp.contract.disputes import (
    Conclusion,
    DisputeRecord,
    EventKind,
    PartyRecord,
    PartyRole,
    Rating,
    State,
)
from gridapp.domain.clocks import STATUTORY, Clock, Happened, face
from gridapp.domain.disputes import STEPS, due_on, next_steps
from gridapp.domain.levels import is_higher
from gridapp.domain.workdays import Calendar

EXTENSION_DAYS = 30
"""At most so many more, with the approval of the head of the unit (art. 34)."""

MOST_REPRESENTATIVES = 5
"""Of a group matter (art. 20)."""


class DisputeFault(StrEnum):
    """Why a case or its next step cannot be kept as it stands."""

    TITLE_MISSING = "dispute.title_missing"
    CATEGORY_MISSING = "dispute.category_missing"
    TEXT_MISSING = "dispute.text_missing"
    IN_FUTURE = "dispute.in_future"
    BEFORE_REGISTRATION = "dispute.before_registration"
    BEFORE_LAST_STEP = "dispute.before_last_step"
    STEP_NOT_ALLOWED = "dispute.step_not_allowed"
    CONCLUSION_MISSING = "dispute.conclusion_missing"
    SAME_PERSON = "dispute.struck_off_by_handler"
    ONLY_PROCEDURAL = "dispute.only_procedural"
    UNIT_MISSING = "dispute.unit_missing"
    OBJECTION_LATE = "dispute.objection_late"
    EXTENSION_NOT_ASKED = "dispute.extension_not_asked"
    EXTENSION_BY_ASKER = "dispute.extension_by_asker"
    EXTENSION_TOO_LONG = "dispute.extension_too_long"
    CONSENT_REFUSED = "dispute.consent_refused"
    REVIEW_LATE = "dispute.review_late"
    REVIEW_DONE = "dispute.review_done"
    REVIEW_FIRST = "dispute.review_first"
    RATING_MISSING = "dispute.rating_missing"
    TOO_MANY_REPRESENTATIVES = "dispute.too_many_representatives"
    ACCUSED_HANDLES = "dispute.accused_handles"
    HANDLERS_MISSING = "dispute.handlers_missing"
    OCCURRED_LATER = "dispute.occurred_later"
    LEVEL_NOT_HIGHER = "dispute.level_not_higher"
    REPEATS_ITSELF = "dispute.repeats_itself"
    REPEATED_MISSING = "dispute.repeated_missing"
    PARTY_NAMELESS = "dispute.party_nameless"
    AMOUNT_WRONG = "dispute.amount_wrong"


ARTICLES: dict[DisputeFault, str] = {
    DisputeFault.SAME_PERSON: STEPS[EventKind.STRUCK_OFF].source,
    DisputeFault.OBJECTION_LATE: "信访工作条例第二十三条",
    DisputeFault.EXTENSION_NOT_ASKED: "信访工作条例第三十四条",
    DisputeFault.EXTENSION_BY_ASKER: "信访工作条例第三十四条",
    DisputeFault.EXTENSION_TOO_LONG: "信访工作条例第三十四条",
    DisputeFault.CONSENT_REFUSED: "人民调解法第十七条",
    DisputeFault.REVIEW_LATE: "信访工作条例第三十五条、第三十六条",
    DisputeFault.REVIEW_DONE: "信访工作条例第三十五条、第三十六条",
    DisputeFault.REVIEW_FIRST: "信访工作条例第三十六条",
    DisputeFault.TOO_MANY_REPRESENTATIVES: "信访工作条例第二十条",
    DisputeFault.ACCUSED_HANDLES: "信访工作条例第三十条",
    DisputeFault.LEVEL_NOT_HIGHER: STEPS[EventKind.ESCALATED].source,
}
"""The article or rule behind a refusal; of a step that is not allowed, ``STEPS`` names it."""


@dataclass(frozen=True)
class Taken:
    """A step as somebody wants to take it. ``data`` as in ``CaseEventRecord``."""

    kind: EventKind
    actor: str
    text: str
    happened_on: date
    conclusion: Conclusion | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


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


def registration_faults(dispute: DisputeRecord, today: date) -> list[DisputeFault]:
    """Name everything wrong with a case that is about to be registered."""
    found = []
    if not dispute.title.strip():
        found.append(DisputeFault.TITLE_MISSING)
    group, leaves = CATEGORIES.get(dispute.category[:2], ("", {}))
    if not group or dispute.category not in leaves:
        found.append(DisputeFault.CATEGORY_MISSING)
    if dispute.registered_on > today:
        found.append(DisputeFault.IN_FUTURE)
    if dispute.occurred_on is not None and dispute.occurred_on > dispute.registered_on:
        found.append(DisputeFault.OCCURRED_LATER)
    return found + figure_faults(dispute)


def figure_faults(dispute: DisputeRecord) -> list[DisputeFault]:
    """People and sums are no less than nothing, and no more is paid than was agreed."""
    sums = (dispute.amount_claimed, dispute.amount_agreed, dispute.amount_paid)
    agreed, paid = dispute.amount_agreed, dispute.amount_paid
    below = any(one is not None and one < 0 for one in (*sums, dispute.people_involved))
    beyond = agreed is not None and paid is not None and paid > agreed
    return _if(below or beyond, DisputeFault.AMOUNT_WRONG)


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


def chain_faults(dispute_id: UUID, earlier: Sequence[UUID]) -> list[DisputeFault]:
    """A matter repeats another one; followed back, the chain never comes to itself.

    ``earlier``: the matter that it is said to repeat, the one that that one repeats, and so on.
    """
    return _if(dispute_id in earlier, DisputeFault.REPEATS_ITSELF)


def party_faults(parties: Iterable[PartyRecord], handlers: Iterable[str]) -> list[DisputeFault]:
    """At most five represent a group; the accused is never among those who handle the case.

    ``handlers``: names, as they are given to ``DisputeRecord.handlers`` before the ``@``.
    """
    people = list(parties)
    accused = {party.name for party in people if party.role == PartyRole.ACCUSED}
    found = _if(any(not party.name for party in people), DisputeFault.PARTY_NAMELESS)
    if sum(party.representative for party in people) > MOST_REPRESENTATIVES:
        found.append(DisputeFault.TOO_MANY_REPRESENTATIVES)
    if accused & set(handlers):
        found.append(DisputeFault.ACCUSED_HANDLES)
    return found


Special = Callable[[DisputeRecord, Taken, History, Calendar], list[DisputeFault]]


def _if(wrong: bool, fault: DisputeFault) -> list[DisputeFault]:
    return [fault] if wrong else []


def _day(step: Taken, name: str) -> date | None:
    """A day in the step's data."""
    value = step.data.get(name)
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def _escalation(
    dispute: DisputeRecord, step: Taken, _: History, __: Calendar
) -> list[DisputeFault]:
    higher = is_higher(str(step.data.get("level", "")), dispute.level)
    return _if(not higher, DisputeFault.LEVEL_NOT_HIGHER)


def _referral(_: DisputeRecord, step: Taken, __: History, ___: Calendar) -> list[DisputeFault]:
    return _if(not step.data.get("unit"), DisputeFault.UNIT_MISSING)


def _return(
    _: DisputeRecord, step: Taken, history: History, calendar: Calendar
) -> list[DisputeFault]:
    """A unit objects within five working days of the referral (art. 23)."""
    return _if(_too_late(Clock.OBJECT, step, history, calendar), DisputeFault.OBJECTION_LATE)


def _extension(
    dispute: DisputeRecord, step: Taken, history: History, calendar: Calendar
) -> list[DisputeFault]:
    """By 30 days at most, from when the matter was taken on, the last time (art. 34)."""
    to = _day(step, "until")
    handling = face(STATUTORY[Clock.HANDLE], history.steps, calendar)
    latest = handling.limit if handling else due_on(dispute.registered_on)
    too_long = to is None or to > latest + timedelta(days=EXTENSION_DAYS)
    return [
        *_extension_decision(dispute, step, history, calendar),
        *_if(too_long, DisputeFault.EXTENSION_TOO_LONG),
    ]


def _extension_decision(
    _: DisputeRecord, step: Taken, history: History, __: Calendar
) -> list[DisputeFault]:
    """The head of the unit decides what somebody else has asked (art. 34)."""
    asked = history.last(EventKind.EXTENSION_ASKED, EventKind.EXTENDED, EventKind.EXTENSION_REFUSED)
    return [
        *_if(asked != EventKind.EXTENSION_ASKED, DisputeFault.EXTENSION_NOT_ASKED),
        *_if(step.actor == history.extension_asked_by, DisputeFault.EXTENSION_BY_ASKER),
    ]


def _agreement(_: DisputeRecord, __: Taken, history: History, ___: Calendar) -> list[DisputeFault]:
    """Nobody is mediated who has clearly refused it (人民调解法 art. 17)."""
    said = history.last(EventKind.CONSENT_GIVEN, EventKind.CONSENT_REFUSED)
    return _if(said == EventKind.CONSENT_REFUSED, DisputeFault.CONSENT_REFUSED)


def _review(
    _: DisputeRecord, step: Taken, history: History, calendar: Calendar
) -> list[DisputeFault]:
    """Within 30 days of the answer, once (art. 35)."""
    return [
        *_if(history.has(EventKind.REVIEW_DECIDED), DisputeFault.REVIEW_DONE),
        *_if(_too_late(Clock.ASK_REVIEW, step, history, calendar), DisputeFault.REVIEW_LATE),
    ]


def _re_review(
    _: DisputeRecord, step: Taken, history: History, calendar: Calendar
) -> list[DisputeFault]:
    """Within 30 days of the review's decision, once; it is final (art. 36)."""
    return [
        *_if(not history.has(EventKind.REVIEW_DECIDED), DisputeFault.REVIEW_FIRST),
        *_if(history.has(EventKind.RE_REVIEW_DECIDED), DisputeFault.REVIEW_DONE),
        *_if(_too_late(Clock.ASK_RE_REVIEW, step, history, calendar), DisputeFault.REVIEW_LATE),
    ]


def _rating(_: DisputeRecord, step: Taken, __: History, ___: Calendar) -> list[DisputeFault]:
    return _if(step.data.get("rating") not in set(Rating), DisputeFault.RATING_MISSING)


def _conclusion(
    dispute: DisputeRecord, step: Taken, _: History, __: Calendar
) -> list[DisputeFault]:
    """What was not accepted, or went to another legal channel, ends procedurally."""
    if step.conclusion is None:
        return [DisputeFault.CONCLUSION_MISSING]
    not_ours = dispute.state in {State.NOT_ACCEPTED, State.DIVERTED}
    wrong = not_ours and step.conclusion != Conclusion.PROCEDURAL
    return _if(wrong, DisputeFault.ONLY_PROCEDURAL)


def _strike_off(
    dispute: DisputeRecord, step: Taken, _: History, __: Calendar
) -> list[DisputeFault]:
    return _if(step.actor == dispute.handler, DisputeFault.SAME_PERSON)


def _sealing(_: DisputeRecord, step: Taken, __: History, ___: Calendar) -> list[DisputeFault]:
    return _if(not step.data.get("handlers"), DisputeFault.HANDLERS_MISSING)


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
    EventKind.RATED: _rating,
    EventKind.CONCLUDED: _conclusion,
    EventKind.STRUCK_OFF: _strike_off,
    EventKind.SEALED: _sealing,
}
"""What a step needs beside being allowed in its state."""
