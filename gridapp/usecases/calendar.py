"""Working days and clocks as this laptop knows them: what is shipped, and what the county set."""

from datetime import date
from functools import cache

from sqlmodel import Session

from gridapp.domain.disputes.clocks import TUNES, Clock, ClockRule, tuned
from gridapp.domain.workdays import Calendar, DayException, count_calendar
from gridapp.host import workdays
from gridapp.store import rules
from gridapp.usecases.desk import Desk


def of_county(session: Session) -> Calendar:
    """The calendar, the county's days over the shipped ones."""
    return Calendar({**_shipped(), **rules.calendar_days(session)})


def handling_due(session: Session, day: date) -> date:
    """The last day to handle a matter that is taken on this day, by the county's clock."""
    handling = clocks_of_county(session)[Clock.HANDLE]
    if handling.working:
        return of_county(session).count_working(day, handling.days).limit
    return count_calendar(day, handling.days).limit


def clocks_of_county(session: Session) -> dict[str, ClockRule]:
    """Every clock by its code: the statutory ones as the county tuned them, and its own."""
    return tuned(rules.enabled(session, TUNES))


def clock_rules(desk: Desk) -> tuple[ClockRule, ...]:
    """Every clock that the county knows."""
    with desk.store.session() as session:
        return tuple(clocks_of_county(session).values())


@cache
def _shipped() -> dict[date, DayException]:
    return {day: DayException(works, name) for day, works, name in workdays.exceptions()}
