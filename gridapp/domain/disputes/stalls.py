"""When a case has come to a stop: triggers that a county tunes or switches off. Pure."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from gridapp.contract.disputes import EventKind, State

PREFIX = "stall."
"""How the codes of a county's records begin, e.g. ``stall.silent``."""


class Trigger(StrEnum):
    """Why a case counts as stalled."""

    HALF_TIME = "half_time"
    REJECTED = "rejected"
    SILENT = "silent"


MEASURES: dict[Trigger, tuple[str, int]] = {
    Trigger.HALF_TIME: ("percent", 50),
    Trigger.REJECTED: ("days", 5),
    Trigger.SILENT: ("days", 3),
}
"""What a county sets of each trigger, and what holds until it does: so much of the time to handle
has gone without a record; so many days since an answer was sent back and not given anew; so many
since a department or co-handler was asked and has neither signed in nor answered.
"""

HANDLING = frozenset({State.REGISTERED, State.ACCEPTED, State.REFERRED, State.HANDLED})
"""States in which the time to handle runs."""

WORK = frozenset(
    {
        EventKind.ACCEPTED,
        EventKind.REFERRED,
        EventKind.RETURNED,
        EventKind.HANDLED,
        EventKind.ESCALATED,
        EventKind.ASSESSED,
        EventKind.CONSENT_GIVEN,
        EventKind.CONSENT_REFUSED,
        EventKind.AGREED,
        EventKind.TASK_SIGNED,
        EventKind.TASK_ANSWERED,
        EventKind.FEEDBACK,
        EventKind.FOLLOWED_UP,
    }
)
"""Entries that tell of work on the matter. That a leader, a letter or a meeting asked for it is no
work yet."""


def in_force(standing: Mapping[str, Mapping[str, Any] | None]) -> dict[Trigger, int]:
    """The triggers that are switched on with their measure.

    ``standing``: the county's value by code; None for a rule that it has switched off. A value
    that is no measure leaves the measure as it was.
    """
    found = {}
    for trigger, (name, usual) in MEASURES.items():
        value = standing.get(PREFIX + trigger, {})
        if value is not None:
            found[trigger] = _measure(value.get(name), usual)
    return found


def _measure(value: Any, usual: int) -> int:
    return value if type(value) is int and 0 < value <= 365 else usual


def silence(start: date, due: date, percent: int) -> timedelta:
    """How long a case may stay without a record: that share of the time to handle it."""
    return (due - start) * percent / 100


def is_silent(start: date, due: date, last: date, percent: int, today: date) -> bool:
    """Whether the last record is so old that the case has stalled; ``last`` at the latest
    ``start`` when there was none since.
    """
    return due > start and today - max(start, last) >= silence(start, due, percent)
