"""When the resident should hear how their matter stands: three feedbacks, then a visit. Pure."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from gridapp.contract.disputes import Feedback, State

HANDLING_RULE = "feedback.handling"
"""Code of a county's record: ``days`` of handling after which the resident is told how it goes."""

HANDLING_DAYS = 30

_AT_WORK = frozenset({State.ACCEPTED, State.REFERRED, State.HANDLED})
_ENDED = frozenset({State.ANSWERED, State.CONCLUDED})
OWING = _AT_WORK | _ENDED
"""States in which something may be owed."""


class Contact(StrEnum):
    """What is owed to the resident: one of the three feedbacks, or the follow-up visit (回访)."""

    ACCEPTANCE = Feedback.ACCEPTANCE.value
    HANDLING = Feedback.HANDLING.value
    CONCLUSION = Feedback.CONCLUSION.value
    FOLLOW_UP = "follow_up"


class Standing(NamedTuple):
    """How a case stands with its resident. ``started_on``: registered, or opened again; ``given``:
    what the resident has had since (``Contact``).
    """

    state: str
    started_on: date
    accepted_on: date | None
    ended_on: date | None
    given: Collection[str]


def handling_days(value: Mapping[str, Any] | None) -> int | None:
    """After how many days of handling the resident is told; None when it is switched off."""
    if value is None:
        return None
    days = value.get("days")
    return days if type(days) is int and 0 < days <= 365 else HANDLING_DAYS


def owed(case: Standing, after_days: int | None, today: date) -> tuple[Contact, date] | None:
    """What is owed next, and since when; None when nothing is."""
    if case.state in _ENDED and case.ended_on is not None:
        if Contact.CONCLUSION not in case.given:
            return Contact.CONCLUSION, case.ended_on
        visited = case.state != State.CONCLUDED or Contact.FOLLOW_UP in case.given
        return None if visited else (Contact.FOLLOW_UP, case.ended_on)
    if case.state not in _AT_WORK:
        return None
    start = max(case.accepted_on or case.started_on, case.started_on)
    told = Contact.ACCEPTANCE in case.given or Contact.HANDLING in case.given
    if case.accepted_on is not None and not told:
        return Contact.ACCEPTANCE, start
    if after_days is None or Contact.HANDLING in case.given:
        return None
    since = start + timedelta(days=after_days)
    return (Contact.HANDLING, since) if since <= today else None
