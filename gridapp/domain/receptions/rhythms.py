"""Days that come back by a rhythm: duty days of a roster, meetings of a series. Pure."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gridapp.contract.receptions import Rhythm
from gridapp.domain.workdays import DAY, Calendar

_MONTHS = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3}
MOST_DAYS = 366
"""A pattern is followed for a year at most."""


@dataclass(frozen=True)
class Pattern:
    """``on``: weekdays (0 is Monday) of a weekly rhythm; else days of the month, of the first
    month of each quarter for a quarterly one. The last day stands for one that a month lacks.
    """

    rhythm: Rhythm
    on: tuple[int, ...]


def days(pattern: Pattern, first: date, last: date, calendar: Calendar) -> list[date]:
    """The working days of a pattern from first to last, both included, each once.

    A weekly day that is off is left out, the next one is near; a monthly or quarterly one moves
    to the next working day (顺延). A make-up day (调休) is a working day.
    """
    last = min(last, first + MOST_DAYS * DAY)
    meant = (
        _weekly(pattern, first, last)
        if pattern.rhythm == Rhythm.WEEKLY
        else _monthly(pattern, first, last)
    )
    if pattern.rhythm == Rhythm.WEEKLY:
        return [day for day in meant if calendar.works(day)]
    return sorted({moved for day in meant if (moved := working(day, calendar)) <= last})


def _weekly(pattern: Pattern, first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        day = first + number * DAY
        if day.weekday() in pattern.on:
            yield day


def _monthly(pattern: Pattern, first: date, last: date) -> Iterator[date]:
    every = _MONTHS.get(pattern.rhythm)
    if every is None:
        return
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        if number % every:
            continue
        for wanted in pattern.on:
            day = _in_month(number, wanted)
            if first <= day <= last:
                yield day


def _in_month(number: int, wanted: int) -> date:
    """``number``: months since the year 0."""
    year, month = divmod(number, 12)
    return date(year, month + 1, min(wanted, monthrange(year, month + 1)[1]))


def working(day: date, calendar: Calendar) -> date:
    """The day itself, or the next working day."""
    while not calendar.works(day):
        day += DAY
    return day


def following(day: date, rhythm: str, calendar: Calendar) -> date | None:
    """When the next meeting of a series is due; None for a rhythm without a next one."""
    if rhythm == Rhythm.WEEKLY:
        return working(day + 7 * DAY, calendar)
    every = _MONTHS.get(Rhythm(rhythm)) if rhythm in set(Rhythm) else None
    if every is None:
        return None
    return working(_in_month(day.year * 12 + day.month - 1 + every, day.day), calendar)
