"""Which units have reported for a period, and until when they ought to. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Protocol

from gridapp.contract.reports import ReportPeriod
from gridapp.domain.periods import Period

DUE_RULE = "report.due"
"""Code of a county's record: ``weekday`` (0 Monday) and ``hour`` of a week's report, ``days`` after
the end of any other period.
"""

_FRIDAY, _HOUR, _DAYS = 4, 17, 3
"""Practice, not law: what holds until the county has set something else."""


class Standing(StrEnum):
    """Where a unit stands with its report."""

    REPORTED = "reported"
    NIL = "nil"
    """Reported that nothing was found (零报告)."""
    WAITING = "waiting"
    """Handed in; nobody has signed it yet."""
    RETURNED = "returned"
    MISSING = "missing"
    """Not handed in; there is time yet."""
    LATE = "late"
    """Neither handed in nor, after it was sent back, handed in again, and the hour has passed."""


REMINDED = (Standing.LATE, Standing.MISSING, Standing.RETURNED)
"""Who has something to hand in."""


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


def due_at(period: Period, value: Mapping[str, Any]) -> Hour:
    """Until when the report of a period is to be handed in; ``value``: the county's record."""
    hour = _number(value, "hour", 0, 23, _HOUR)
    if period.kind == ReportPeriod.WEEK:
        weekday = _number(value, "weekday", 0, 6, _FRIDAY)
        return Hour(period.first + timedelta((weekday - period.first.weekday()) % 7), hour)
    return Hour(period.last + timedelta(_number(value, "days", 0, 60, _DAYS)), hour)


def standing(report: HandedIn | None, due: Hour, now: Hour) -> Standing:
    """Where a unit stands; ``report``: the last that it handed in for the period."""
    if report is not None and report.signed:
        return Standing.NIL if report.nil else Standing.REPORTED
    if report is not None and not report.returned_for:
        return Standing.WAITING
    if now >= due:
        return Standing.LATE
    return Standing.MISSING if report is None else Standing.RETURNED


def _number(value: Mapping[str, Any], name: str, least: int, most: int, usual: int) -> int:
    """A number of the county's record; the usual one where it holds none that can be."""
    found = value.get(name)
    return found if isinstance(found, int) and least <= found <= most else usual
