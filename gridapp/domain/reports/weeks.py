"""The week of a report: an ISO 8601 week, Monday to Sunday. Pure."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_WRITTEN = re.compile(r"([0-9]{4})-W([0-9]{2})")


class WeekFault(StrEnum):
    """Why a text or a pair of numbers is no week."""

    MALFORMED = "week.malformed"
    """Not written like ``2026-W47``."""
    NO_SUCH_WEEK = "week.no_such_week"
    """Written rightly, but that year has no such week (most years have 52)."""


class WeekError(ValueError):
    """No week; ``code`` says why."""

    def __init__(self, code: WeekFault) -> None:
        super().__init__(code.value)
        self.code = code


@dataclass(frozen=True, order=True)
class Week:
    """A week of the ISO calendar; ``number`` is also the issue of the report (第N期).

    ``year`` is the ISO year: 2027-01-01, a Friday, lies in 2026-W53.
    """

    year: int
    number: int

    def __post_init__(self) -> None:
        try:
            date.fromisocalendar(self.year, self.number, 7)
        except (ValueError, OverflowError):
            raise WeekError(WeekFault.NO_SUCH_WEEK) from None

    @classmethod
    def parse(cls, text: str) -> "Week":
        """``2026-W47`` → the week; raises WeekError."""
        written = _WRITTEN.fullmatch(text.strip())
        if written is None:
            raise WeekError(WeekFault.MALFORMED)
        return cls(int(written[1]), int(written[2]))

    @classmethod
    def of(cls, day: date) -> "Week":
        """The week in which the day lies."""
        calendar = day.isocalendar()
        return cls(calendar.year, calendar.week)

    @property
    def first(self) -> date:
        """Its Monday."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its Sunday."""
        return date.fromisocalendar(self.year, self.number, 7)

    def next(self) -> "Week":
        """The week after."""
        return Week.of(self.last + timedelta(days=1))

    def previous(self) -> "Week":
        """The week before."""
        return Week.of(self.first - timedelta(days=1))

    def __str__(self) -> str:
        return f"{self.year:04}-W{self.number:02}"
