"""Rules about meetings on cases (会商研判): what one needs, which cases come first. Pure."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from uuid import UUID

from gridapp.contract.receptions import MeetingRecord


class MeetingFault(StrEnum):
    """Why a meeting cannot be kept as it stands."""

    TITLE_MISSING = "meeting.title_missing"
    IN_FUTURE = "meeting.in_future"
    ALREADY_HELD = "meeting.already_held"


class Why(StrEnum):
    """Why a case is proposed for an agenda, the most urgent first."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    STALLED = "stalled"


def faults(meeting: MeetingRecord, today: date) -> list[MeetingFault]:
    """Name everything wrong with a meeting, called or held."""
    found = []
    if not meeting.title.strip():
        found.append(MeetingFault.TITLE_MISSING)
    if meeting.held_on is not None and meeting.held_on > today:
        found.append(MeetingFault.IN_FUTURE)
    return found


def proposal(
    due: Iterable[tuple[UUID, date]], stalled: Iterable[UUID], today: date
) -> dict[UUID, Why]:
    """The cases that a meeting ought to discuss, in their order, each with why.

    ``due``: open cases that are overdue or due soon with their last day, the earliest first.
    """
    found = {id_: Why.OVERDUE if day < today else Why.DUE_SOON for id_, day in due}
    for id_ in stalled:
        found.setdefault(id_, Why.STALLED)
    return found
