"""The working days that this laptop knows: the shipped calendar, and what the county has added."""

from datetime import date
from functools import cache

from sqlmodel import Session

from gridapp.domain.workdays import Calendar, DayException
from gridapp.host import workdays
from gridapp.store import rules


def of_county(session: Session) -> Calendar:
    """The calendar, the county's days over the shipped ones."""
    return Calendar({**_shipped(), **rules.calendar_days(session)})


@cache
def _shipped() -> dict[date, DayException]:
    return {day: DayException(works, name) for day, works, name in workdays.exceptions()}
