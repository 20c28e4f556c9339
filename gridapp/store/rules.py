"""What the county has set: rules by code, days of the calendar."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from gridapp.domain.workdays import DayException
from gridapp.store.tables import CalendarDay, Rule


def calendar_days(session: Session) -> dict[date, DayException]:
    """Days that the county knows better than the shipped calendar; the latest record stands."""
    query = select(col(CalendarDay.day), col(CalendarDay.works), col(CalendarDay.name))
    rows = session.execute(query.order_by(col(CalendarDay.id)))
    return {day: DayException(works, name) for day, works, name in rows}


def days_of(session: Session, unit_id: UUID) -> list[CalendarDay]:
    """What this unit itself has said of days."""
    query = select(CalendarDay).where(col(CalendarDay.unit_id) == unit_id)
    return list(session.exec(query.order_by(col(CalendarDay.day), col(CalendarDay.id))))


def standing(session: Session, prefix: str) -> dict[str, dict[str, Any] | None]:
    """What the county says by code: the value of its latest record, None when that switches the
    rule off. Of codes that begin with ``prefix``.
    """
    query = select(col(Rule.code), col(Rule.value), col(Rule.enabled)).where(
        col(Rule.code).startswith(prefix)
    )
    rows = session.execute(query.order_by(col(Rule.id)))
    return {code: value if enabled else None for code, value, enabled in rows}


def enabled(session: Session, prefix: str) -> list[tuple[str, dict[str, Any]]]:
    """(code, value) of the rules that are in force and whose code begins so."""
    found = standing(session, prefix)
    return [(code, value) for code, value in found.items() if value is not None]
