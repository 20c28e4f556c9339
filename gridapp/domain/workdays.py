"""Working days: Monday to Friday, but for the official holidays and make-up days (调休)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True)
class DayException:
    """A day that is not what its weekday says. ``name``: the holiday that it belongs to."""

    works: bool
    name: str


@dataclass(frozen=True)
class Pause:
    """Days that were not counted, first and last included. Empty ``name``: a weekend."""

    first: date
    last: date
    name: str


@dataclass(frozen=True)
class Reckoning:
    """How a limit was counted: from the day after ``start`` to ``limit``, both included.

    ``estimated``: the official calendar of a year in between is not known yet; it was taken as
    Monday to Friday.
    """

    start: date
    days: int
    working: bool
    limit: date
    pauses: tuple[Pause, ...] = ()
    estimated: bool = False


class Calendar:
    """The official calendar. ``days`` holds the exceptions of every year that is known."""

    def __init__(self, days: Mapping[date, DayException]) -> None:
        self._days = dict(days)
        self._years = {day.year for day in days}

    def knows(self, year: int) -> bool:
        """Whether the official calendar of this year is there."""
        return year in self._years

    def works(self, day: date) -> bool:
        """Whether this is a working day."""
        exception = self._days.get(day)
        return day.weekday() < SATURDAY if exception is None else exception.works

    def count_working(self, start: date, days: int) -> Reckoning:
        """The ``days``-th working day after ``start``."""
        day, left, idle = start, days, []
        while left:
            day += DAY
            if self.works(day):
                left -= 1
            else:
                idle.append(day)
        estimated = any(not self.knows(year) for year in range(start.year, day.year + 1))
        return Reckoning(start, days, True, day, tuple(self._pauses(idle)), estimated)

    def _pauses(self, idle: Iterable[date]) -> Iterator[Pause]:
        """Idle days joined where they follow each other and belong to the same holiday."""
        pause: Pause | None = None
        for day in idle:
            name = self._days[day].name if day in self._days else ""
            if pause is not None and pause.last + DAY == day and pause.name == name:
                pause = Pause(pause.first, day, name)
                continue
            if pause is not None:
                yield pause
            pause = Pause(day, day, name)
        if pause is not None:
            yield pause


def count_calendar(start: date, days: int) -> Reckoning:
    """The ``days``-th calendar day after ``start``; weekends and holidays count."""
    return Reckoning(start, days, False, start + days * DAY)
