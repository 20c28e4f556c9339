"""What the county has set: rules by code, days of the calendar."""

import json
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from gridapp.domain.workdays import DayException
from gridapp.store import plain
from gridapp.store.tables import CalendarDay


def calendar_days(session: Session) -> dict[date, DayException]:
    """Days that the county knows better than the shipped calendar; the latest record stands."""
    rows = plain.ask(session, "SELECT day, works, name FROM calendar_day ORDER BY id")
    return {date.fromisoformat(day): DayException(bool(works), name) for day, works, name in rows}


def days_of(session: Session, unit_id: UUID) -> list[CalendarDay]:
    """What this unit itself has said of days."""
    query = select(CalendarDay).where(col(CalendarDay.unit_id) == unit_id)
    return list(session.exec(query.order_by(col(CalendarDay.day), col(CalendarDay.id))))


def standing(session: Session, prefix: str) -> dict[str, dict[str, Any] | None]:
    """What the county says by code: the value of its latest record, None when that switches the
    rule off. Of codes that begin with ``prefix``.
    """
    rows = plain.ask(session, _STANDING, len(prefix), prefix)
    return {code: json.loads(value) if enabled else None for code, value, enabled in rows}


_STANDING = "SELECT code, value, enabled FROM rule WHERE substr(code, 1, ?) = ? ORDER BY id"
"""Asked several times for each screen; a county has few rules."""


def enabled(session: Session, prefix: str) -> list[tuple[str, dict[str, Any]]]:
    """(code, value) of the rules that are in force and whose code begins so."""
    found = standing(session, prefix)
    return [(code, value) for code, value in found.items() if value is not None]
