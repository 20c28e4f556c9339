"""Which units have reported for a period, and until when they ought to. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Protocol

from gridapp.contract.reports import ReportPeriod
from gridapp.domain.reports.periods import Period

DUE_RULES = "report.due"
DUE_WEEKDAY, DUE_HOUR, DUE_DAYS = (f"{DUE_RULES}_{what}" for what in ("weekday", "hour", "days"))
"""Codes of a county's records: ``weekday`` (1 Monday to 7 Sunday) of a week's report, ``days``
after the end of any other period; ``hour`` of both.
"""

Values = Mapping[str, Mapping[str, Any] | None]
"""The county's value by code."""

USUAL = {DUE_WEEKDAY: 5, DUE_HOUR: 17, DUE_DAYS: 3}
"""Practice, not law: what holds until the county has set something else."""

_MOST = {DUE_WEEKDAY: 7, DUE_HOUR: 23, DUE_DAYS: 365}


class Standing(StrEnum):
    """Where a unit stands with its report."""

    REPORTED = "reported"
    NIL = "nil"
    """Reported that nothing was found (零报告)."""
    WAITING = "waiting"
    """Handed in; nobody has signed it yet."""
    RETURNED = "returned"
    """Sent back, and not handed in again."""
    MISSING = "missing"
    """Not handed in; there is time yet."""
    LATE = "late"
    """Not handed in, and the hour has passed."""


@dataclass(frozen=True, order=True)
class Hour:
    """An hour of a day, in China."""

    day: date
    hour: int


class HandedIn(Protocol):
    """What is known of a report."""

    @property
    def nil(self) -> bool:
        """Whether nothing was found."""

    @property
    def signed(self) -> bool:
        """Whether it is signed."""

    @property
    def returned_for(self) -> str:
        """Why it was sent back."""


def due_at(period: Period, standing: Values) -> Hour:
    """Until when the report of a period is to be handed in; ``standing``: the county's values."""
    hour = in_force(DUE_HOUR, standing)
    if period.kind == ReportPeriod.WEEK:
        weekday = in_force(DUE_WEEKDAY, standing) - 1
        return Hour(period.first + timedelta((weekday - period.first.weekday()) % 7), hour)
    return Hour(period.last + timedelta(in_force(DUE_DAYS, standing)), hour)


def in_force(code: str, standing: Values) -> int:
    """The number of a rule, by the county's record when it makes sense."""
    found = (standing.get(code) or {}).get(code.rpartition("_")[2])
    return found if type(found) is int and 1 <= found <= _MOST[code] else USUAL[code]


def standing(report: HandedIn | None, due: Hour, now: Hour) -> Standing:
    """Where a unit stands; ``report``: the last that it handed in for the period."""
    if report is not None and report.signed:
        return Standing.NIL if report.nil else Standing.REPORTED
    if report is not None:
        return Standing.RETURNED if report.returned_for else Standing.WAITING
    return Standing.LATE if now >= due else Standing.MISSING
