"""What has to be done in a case, by whom, until when; and what was agreed."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from gridapp.contract.columns import IdBytes
from gridapp.contract.records import Record


class TaskKind(StrEnum):
    """Why somebody has something to do."""

    WHISTLE = "whistle"
    CO_HANDLING = "co_handling"
    PLAN_STEP = "plan_step"
    INSTRUCTION = "instruction"
    REMINDER_LETTER = "reminder_letter"
    SUPERVISION_LETTER = "supervision_letter"
    ACCOUNTABILITY_LETTER = "accountability_letter"
    TALK = "talk"
    INSTALMENT = "instalment"
    FOLLOW_UP = "follow_up"
    MEETING_ACTION = "meeting_action"


class TaskRecord(Record):
    """Something that one person or unit owes a case or a meeting, with its dates.

    A whistle is signed in, then answered; a letter is numbered and replied to; an instalment is
    paid; a step of the case plan is done. ``done_on`` ends it, ``withdrawn`` takes it back.
    """

    dispute_id: UUID | None = Field(default=None, index=True, sa_type=IdBytes)
    meeting_id: UUID | None = Field(default=None, index=True, sa_type=IdBytes)
    kind: str
    number: str = ""
    """Of a letter, e.g. ``永工提〔2026〕3号``."""
    title: str
    text: str = ""
    owner: str = ""
    """The person or department that owes it."""
    owner_unit_id: UUID | None = Field(default=None, sa_type=IdBytes)
    asked_by: str = ""
    asked_on: date
    due_on: date | None = Field(default=None, index=True)
    signed_on: date | None = None
    done_on: date | None = None
    answer: str = ""
    amount: int | None = None
    """Of an instalment, in fen."""
    withdrawn: bool = False
    place: int = 0
    """Order among the tasks of its kind."""
    agreement_id: UUID | None = Field(default=None, sa_type=IdBytes)
    """Of an instalment."""
    rejected_on: date | None = None
    """When its last answer was not good enough; it is open until the next."""


class AgreementForm(StrEnum):
    """How parties agreed; an oral agreement is recorded as well (人民调解法 art. 28)."""

    WRITTEN = "written"
    ORAL = "oral"


class AgreementRecord(Record):
    """A mediation agreement, with the contents that 人民调解法 art. 29 names."""

    dispute_id: UUID = Field(index=True, sa_type=IdBytes)
    form: str = AgreementForm.WRITTEN.value
    number: str = ""
    facts: str = ""
    terms: str = ""
    manner: str = ""
    perform_until: date | None = None
    agreed_on: date
    effective_on: date | None = None
    mediator: str = ""
    confirmation_asked_on: date | None = None
    """Joint application for judicial confirmation, within 30 days of taking effect (art. 33)."""
    confirmed_on: date | None = None
    broken: bool = False
    performed_on: date | None = None
    """When it was seen to be kept (art. 31)."""
    amount: int | None = None
    """The sum that is owed by it, in fen; a case may have several agreements."""
