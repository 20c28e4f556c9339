"""Disputes (矛盾纠纷): the case, its parties and its append-only timeline."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from gridapp.contract.columns import IdBytes, UtcMoment
from gridapp.contract.records import Record


class State(StrEnum):
    """Where a case stands in its life."""

    REGISTERED = "registered"
    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not_accepted"
    DIVERTED = "diverted"
    REFERRED = "referred"
    HANDLED = "handled"
    ANSWERED = "answered"
    REVIEWED = "reviewed"
    RE_REVIEWED = "re_reviewed"
    CONCLUDED = "concluded"
    STRUCK_OFF = "struck_off"


class Conclusion(StrEnum):
    """How a case ended; only a substantive end counts as resolved (化解)."""

    SUBSTANTIVE = "substantive"
    INTERIM = "interim"
    PROCEDURAL = "procedural"


class EventKind(StrEnum):
    """What an entry of the timeline tells."""

    REGISTERED = "registered"
    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not_accepted"
    DIVERTED = "diverted"
    REFERRED = "referred"
    RETURNED = "returned"
    HANDLED = "handled"
    ESCALATED = "escalated"
    EXTENSION_ASKED = "extension_asked"
    EXTENDED = "extended"
    EXTENSION_REFUSED = "extension_refused"
    CONSENT_GIVEN = "consent_given"
    CONSENT_REFUSED = "consent_refused"
    AGREED = "agreed"
    CONFIRMED = "confirmed"
    TASK_GIVEN = "task_given"
    TASK_SIGNED = "task_signed"
    TASK_ANSWERED = "task_answered"
    FEEDBACK = "feedback"
    ANSWERED = "answered"
    REVIEW_ASKED = "review_asked"
    REVIEW_DECIDED = "review_decided"
    RE_REVIEW_ASKED = "re_review_asked"
    RE_REVIEW_DECIDED = "re_review_decided"
    FOLLOWED_UP = "followed_up"
    RATED = "rated"
    CONCLUDED = "concluded"
    STRUCK_OFF = "struck_off"
    REOPENED = "reopened"
    SEALED = "sealed"
    UNSEALED = "unsealed"
    DISCUSSED = "discussed"
    ASSESSED = "assessed"
    LEADER_ASSIGNED = "leader_assigned"
    TASK_WITHDRAWN = "task_withdrawn"
    CONFIRMATION_ASKED = "confirmation_asked"
    TASK_REJECTED = "task_rejected"


class Feedback(StrEnum):
    """The three feedbacks to the resident (一信三反馈)."""

    ACCEPTANCE = "acceptance"
    HANDLING = "handling"
    CONCLUSION = "conclusion"


class Rating(StrEnum):
    """What the resident said afterwards. Not having been asked is not being unhappy."""

    SATISFIED = "satisfied"
    MOSTLY = "mostly"
    UNSATISFIED = "unsatisfied"
    NOT_ASKED = "not_asked"


class Suitability(StrEnum):
    """Whether a matter can be mediated (人民调解法 and 民事 practice)."""

    UNKNOWN = "unknown"
    SUITABLE = "suitable"
    UNSUITABLE = "unsuitable"


class Consent(StrEnum):
    """Whether the parties want to be mediated; empty while nobody has asked them."""

    GIVEN = "given"
    REFUSED = "refused"


class PartyRole(StrEnum):
    """What a person is in a case. The accused never handles it nor sees it when it is sealed."""

    PARTY = "party"
    APPLICANT = "applicant"
    RESPONDENT = "respondent"
    ACCUSED = "accused"
    THIRD = "third"


class Side(StrEnum):
    """On which side a party stands: first (甲方) or second (乙方)."""

    FIRST = "first"
    SECOND = "second"


class DisputeRecord(Record):
    """A case, owned by the unit where it arose, whoever handles it."""

    number: str
    title: str
    category: str
    """Four-digit leaf (or ``99``) of ``codes.CATEGORIES``."""
    summary: str = ""
    scale: str = "01"
    source: str = "screening"
    state: str = State.REGISTERED.value
    conclusion: str | None = None
    registered_on: date
    concluded_on: date | None = None
    struck_off_on: date | None = None
    due_on: date
    registered_by: str = ""
    handler: str = ""
    household_id: UUID | None = Field(default=None, sa_type=IdBytes)
    visit_id: UUID | None = Field(default=None, sa_type=IdBytes)
    occurred_on: date | None = None
    """The day it arose; ``registered_on`` is the day it was first told to somebody."""
    entered_at: datetime | None = Field(default=None, sa_type=UtcMoment)
    """When it was written down here; later than ``registered_on`` for paper entered afterwards."""
    first_receiver: str = ""
    """Who heard of it first (首访/首办); fixed for life."""
    level: str = "village"
    """Which level handles it: village, township or county."""
    handling_unit_id: UUID | None = Field(default=None, sa_type=IdBytes)
    """The unit to which it was referred; None while it is handled where it arose."""
    agent: str = ""
    """代办员 of the level that handles it."""
    leader: str = ""
    """包案领导, answerable until ``leader_due_on``."""
    leader_due_on: date | None = None
    accepted_on: date | None = None
    extended_to: date | None = None
    answered_on: date | None = None
    rating: str = ""
    matter_settled: bool = False
    """案结."""
    people_settled: bool = False
    """心结."""
    repeat_of: UUID | None = Field(default=None, sa_type=IdBytes)
    """The earlier matter that this one repeats; it joins matters, never persons."""
    policy_field: str = ""
    route: str = ""
    suitability: str = Suitability.UNKNOWN.value
    people_involved: int = 0
    """Of a group matter; at most five of the parties represent them (条例 art. 20)."""
    amount_claimed: int | None = None
    """In fen, like the two below."""
    amount_agreed: int | None = None
    amount_paid: int | None = None
    sealed: bool = False
    handlers: list[str] = Field(default_factory=list, sa_type=JSON)
    """Who may see a sealed case, each as ``name@unit id``."""
    reception_id: UUID | None = Field(default=None, index=True, sa_type=IdBytes)
    last_step: str = ""
    """The step (EventKind) that last changed these fields, and the day it took place: by them the
    county judges a change as the laptop judged it.
    """
    last_step_on: date | None = None
    referred_on: date | None = None
    """None again when the unit returned it."""
    reopened_on: date | None = None
    extension_asked_by: str = ""
    """Empty again when it was decided."""
    consent: str = ""
    """``Consent``: what the parties last said to mediation (人民调解法 art. 17)."""
    review_asked_on: date | None = None
    review_decided_on: date | None = None
    re_review_asked_on: date | None = None
    re_review_decided_on: date | None = None


class PartyRecord(Record):
    """A person on one side of a case; linked to a household when it came from a visit."""

    dispute_id: UUID = Field(index=True, sa_type=IdBytes)
    side: str
    name: str
    phone: str = ""
    household_id: UUID | None = Field(default=None, sa_type=IdBytes)
    place: int = 0
    role: str = PartyRole.PARTY.value
    representative: bool = False


class CaseEventRecord(Record):
    """One entry of the timeline. ``happened_on`` is the day it took place, ``recorded_at`` when it
    was written down; paper entered later keeps both.
    """

    dispute_id: UUID = Field(index=True, sa_type=IdBytes)
    kind: str
    happened_on: date
    recorded_at: datetime = Field(sa_type=UtcMoment)
    actor: str
    text: str = ""
    conclusion: str | None = None
    data: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """What the kind of entry needs besides: a task's id, the stage of a feedback, a rating, the
    unit referred to, the day extended to; of a diversion the channel, of it and a refusal the
    number of the notice and the receipt with its day.
    """
