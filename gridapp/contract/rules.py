"""What a county sets for itself: clocks, stall triggers, the calendar. Data, never code."""

from datetime import date
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from gridapp.contract.records import Record


class RuleRecord(Record):
    """A value of the county for a rule that the program knows by ``code``, e.g. ``clock.notice``.

    ``value`` replaces the rule's own fields one by one; codes that begin with ``clock.own.`` are
    clocks that only this county has; with ``ledger.``, ledgers of the unit's own making. A later
    record for the same code and unit stands.
    """

    code: str = Field(index=True)
    value: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    enabled: bool = True
    note: str = ""


class CalendarDayRecord(Record):
    """A day whose working hours the county has learnt before the program was updated."""

    day: date = Field(index=True)
    works: bool
    name: str = ""
