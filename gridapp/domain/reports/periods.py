"""The period that a report tells of: a week, month, quarter, year, or any days. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from gridapp.contract.reports import ReportPeriod
from gridapp.domain.reports.weeks import Week

MONDAY = 0
"""Of ``date.weekday``: a week begins on it unless the county has set another day."""

FIRST_WEEKDAY_RULE = "report.first_weekday"
"""Code of a county's record: ``weekday``, 1 Monday to 7 Sunday."""

_DAY = timedelta(days=1)
_MONTHS = {ReportPeriod.MONTH: 1, ReportPeriod.QUARTER: 3, ReportPeriod.YEAR: 12}
_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})|-Q([1-4]))?")


class PeriodFault(StrEnum):
    """Why a text or a pair of days is no period."""

    MALFORMED = "period.malformed"
    """Not written like ``2026-W47``, ``2026-11``, ``2026-Q4``, ``2026`` or two days."""
    ENDS_BEFORE_START = "period.ends_before_start"


class PeriodError(ValueError):
    """No period; ``code`` says why."""

    def __init__(self, code: PeriodFault) -> None:
        super().__init__(code.value)
        self.code = code


def first_weekday(value: Mapping[str, Any] | None) -> int:
    """The day with which a week begins, 0 for Monday, by the county's rule when it makes sense."""
    day = (value or {}).get("weekday")
    return day - 1 if type(day) is int and 1 <= day <= 7 else MONDAY


@dataclass(frozen=True)
class Period:
    """From ``first`` to ``last``, both included."""

    kind: ReportPeriod
    first: date
    last: date

    @classmethod
    def of_week(cls, day: date | Week, first_weekday: int = MONDAY) -> "Period":
        """The week in which the day lies, beginning on that weekday; or that calendar week."""
        if isinstance(day, Week):
            return cls(ReportPeriod.WEEK, day.first, day.last)
        first = day - timedelta(days=(day.weekday() - first_weekday) % 7)
        return cls(ReportPeriod.WEEK, first, first + timedelta(days=6))

    @classmethod
    def of(cls, kind: ReportPeriod, day: date, first_weekday: int = MONDAY) -> "Period":
        """The week, month, quarter or year in which the day lies; of OTHER that day alone."""
        if kind == ReportPeriod.WEEK:
            return cls.of_week(day, first_weekday)
        if kind not in _MONTHS:
            return cls(kind, day, day)
        length = _MONTHS[kind]
        first = date(day.year, (day.month - 1) // length * length + 1, 1)
        return cls(kind, first, _months_on(first, length) - _DAY)

    @classmethod
    def between(cls, first: date, last: date) -> "Period":
        """Any days. Raises PeriodError."""
        if last < first:
            raise PeriodError(PeriodFault.ENDS_BEFORE_START)
        return cls(ReportPeriod.OTHER, first, last)

    @classmethod
    def parse(cls, text: str, first_weekday: int = MONDAY) -> "Period":
        """``2026-W47``, ``2026-11``, ``2026-Q4``, ``2026``, ``2026-11-01..2026-11-20``.

        Raises PeriodError, and WeekError for a week that the year has not.
        """
        text = text.strip()
        if "W" in text:
            return cls.of_week(Week.parse(text).first + 3 * _DAY, first_weekday)
        try:
            if ".." in text:
                first, last = (date.fromisoformat(part.strip()) for part in text.split(".."))
                return cls.between(first, last)
            return cls._written(text)
        except PeriodError:
            raise
        except ValueError:
            raise PeriodError(PeriodFault.MALFORMED) from None

    @classmethod
    def _written(cls, text: str) -> "Period":
        written = _WRITTEN.fullmatch(text)
        if written is None:
            raise PeriodError(PeriodFault.MALFORMED)
        year, month, quarter = written.groups()
        if month:
            return cls.of(ReportPeriod.MONTH, date(int(year), int(month), 1))
        if quarter:
            return cls.of(ReportPeriod.QUARTER, date(int(year), int(quarter) * 3, 1))
        return cls.of(ReportPeriod.YEAR, date(int(year), 1, 1))

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def previous(self) -> "Period":
        """The one before (环比); of any days as many before them."""
        if self.kind in _MONTHS:
            return Period.of(self.kind, self.first - _DAY)
        length = timedelta(days=self.days)
        return Period(self.kind, self.first - length, self.last - length)

    def next(self) -> "Period":
        """The one after."""
        if self.kind in _MONTHS:
            return Period.of(self.kind, self.last + _DAY)
        length = timedelta(days=self.days)
        return Period(self.kind, self.first + length, self.last + length)

    def a_year_before(self) -> "Period":
        """The same one of last year (同比); of a week the one 52 weeks before, on the same days of
        the week; of any days the same dates.
        """
        if self.kind == ReportPeriod.WEEK:
            year = timedelta(weeks=52)
            return Period(self.kind, self.first - year, self.last - year)
        if self.kind in _MONTHS:
            return Period.of(self.kind, _months_on(self.first, -12))
        return Period(self.kind, _last_year(self.first), _last_year(self.last))

    @property
    def issue(self) -> tuple[int, int]:
        """Year and number of the report (年, 第N期); number 0 for a year and for any days.

        A week belongs to the year in which its fourth day lies, as in ISO 8601.
        """
        middle = self.first + 3 * _DAY
        if self.kind == ReportPeriod.WEEK:
            return middle.year, (middle.timetuple().tm_yday - 1) // 7 + 1
        if self.kind in (ReportPeriod.MONTH, ReportPeriod.QUARTER):
            return self.first.year, (self.first.month - 1) // _MONTHS[self.kind] + 1
        return self.first.year, 0

    def __str__(self) -> str:
        year, number = self.issue
        if self.kind == ReportPeriod.WEEK:
            return f"{year:04}-W{number:02}"
        if self.kind == ReportPeriod.MONTH:
            return f"{year:04}-{number:02}"
        if self.kind == ReportPeriod.QUARTER:
            return f"{year:04}-Q{number}"
        if self.kind == ReportPeriod.YEAR:
            return f"{year:04}"
        return f"{self.first}..{self.last}"


def _months_on(first: date, months: int) -> date:
    """The first of the month so many months later."""
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)


def _last_year(day: date) -> date:
    """The 29th of February has none: the 28th."""
    return (day - _DAY if (day.month, day.day) == (2, 29) else day).replace(year=day.year - 1)
