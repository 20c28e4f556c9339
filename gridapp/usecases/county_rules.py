"""What a county sets for itself: numbers of clocks and triggers, clocks of its own, letter numbers,
days of the calendar. They hold at once and reach every laptop below the unit that set them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from gridapp.contract.people import Role
from gridapp.contract.records import Record
from gridapp.contract.rules import CalendarDayRecord, RuleRecord
from gridapp.domain import measures
from gridapp.domain.disputes import letters
from gridapp.domain.disputes.clocks import TUNES
from gridapp.domain.disputes.letters import Numbering
from gridapp.domain.disputes.stalls import HANDLING
from gridapp.domain.holidays import NoticeDay
from gridapp.domain.measures import Measure, OwnClock, RuleFault
from gridapp.store import journal, rules
from gridapp.store.tables import Dispute
from gridapp.usecases import calendar
from gridapp.usecases.desk import Changed, Desk, RejectedError, save


@dataclass(frozen=True)
class CountyRules:
    """What is in force, and whether this person may change it. ``days``: what the county has set,
    over the shipped calendar, which knows the years up to ``known_until``; ``own_days``: those of
    this person's unit.
    """

    may_set: bool
    measures: tuple[Measure, ...]
    numbering: Numbering
    days: tuple[NoticeDay, ...]
    known_until: int
    own_days: tuple[NoticeDay, ...] = ()


def in_force(desk: Desk) -> CountyRules:
    """Everything that a county may set, as it stands."""
    with desk.store.session() as session:
        standing = rules.standing(session, "")
        days = rules.calendar_days(session)
        known = calendar.of_county(session)
        own = {one.day for one in rules.days_of(session, desk.person.unit_id)}
    told = tuple(NoticeDay(day, one.works, one.name) for day, one in sorted(days.items()))
    year = desk.today().year
    return CountyRules(
        may_set=may_set(desk),
        measures=measures.measures(standing),
        numbering=letters.numbering(standing.get(letters.NUMBER_RULE) or {}),
        days=told,
        own_days=tuple(one for one in told if one.day in own),
        known_until=max((y for y in range(year - 1, year + 3) if known.knows(y)), default=0),
    )


def may_set(desk: Desk) -> bool:
    """County and township set rules; the others see them."""
    return desk.person.role in (Role.COUNTY, Role.TOWNSHIP)


def set_measure(
    desk: Desk, measure: Measure, value: int, *, working: bool = False, on: bool = True
) -> Changed:
    """Set a number, or switch its rule off. Raises RejectedError."""
    _refuse(desk, measures.number_faults(measure, value, working=working))
    body: dict[str, Any] = {measure.what: value}
    with desk.store.session() as session:
        before = rules.standing(session, measure.code).get(measure.code) or {}
        if measure.code.startswith(TUNES):
            body["working"] = working
        return _set(desk, session, measure.code, {**before, **body}, on or not measure.may_be_off)


def add_clock(desk: Desk, new: OwnClock) -> Changed:
    """A clock that only this county has. Raises RejectedError with every fault."""
    _refuse(desk, measures.own_clock_faults(new))
    with desk.store.session() as session:
        return _set(desk, session, measures.own_code(desk.new_id().hex), new.value, True)


def set_numbering(desk: Desk, new: Numbering) -> Changed:
    """How numbers of letters look. Raises RejectedError with every fault."""
    _refuse(desk, measures.numbering_faults(new))
    code = letters.NUMBER_RULE
    with desk.store.session() as session:
        before = rules.standing(session, code).get(code) or {}
        return _set(desk, session, code, {**before, **new.value}, True)


def set_days(desk: Desk, days: Sequence[NoticeDay]) -> Changed:
    """Days off and make-up days, as one operation; a later word on a day stands.

    Raises RejectedError.
    """
    _refuse(desk, [] if days else [RuleFault.NO_DAYS_READ])
    unit = desk.person.unit_id
    with desk.store.session() as session:
        edits = [
            _new(desk, "calendar_day", CalendarDayRecord(id=desk.new_id(), unit_id=unit, **one))
            for one in (day._asdict() for day in days)
        ]
        return save(desk, session, "rule.days_set", str(days[0].day.year), edits)


def remove_day(desk: Desk, day: date) -> Changed:
    """What this unit has said of a day no longer stands: that of the unit above it, or the shipped
    calendar. Raises RejectedError.
    """
    with desk.store.session() as session:
        found = [one for one in rules.days_of(session, desk.person.unit_id) if one.day == day]
        _refuse(desk, [] if found else [RuleFault.NOT_OUR_DAY])
        edits = [journal.remove(desk.new_id(), "calendar_day", one) for one in found]
        return save(desk, session, "rule.day_removed", day.isoformat(), edits)


def recount(desk: Desk) -> Changed:
    """Count the last day of every case that is being handled anew, by the clocks in force, as one
    operation; none when no day moves. Raises RejectedError.
    """
    _refuse(desk, [])
    with desk.store.session() as session:
        open_ones = session.exec(select(Dispute).where(col(Dispute.state).in_(HANDLING)))
        moved = [(case, _due(session, case)) for case in open_ones]
        edits = [
            journal.change(desk.new_id(), "dispute", case, due_on=day)
            for case, day in moved
            if case.due_on != day
        ]
        if not edits:
            return Changed(frozenset())
        return save(desk, session, "rule.recounted", str(len(edits)), edits)


def _due(session: Session, case: Dispute) -> date:
    start = case.reopened_on or case.accepted_on or case.registered_on
    due = calendar.handling_due(session, start)
    return max(due, case.extended_to) if case.extended_to else due


def _set(desk: Desk, session: Session, code: str, value: dict[str, Any], on: bool) -> Changed:
    record = RuleRecord(
        id=desk.new_id(), unit_id=desk.person.unit_id, code=code, value=value, enabled=on
    )
    edits = [_new(desk, "rule", record)]
    return save(desk, session, "rule.set", str(value.get("article", "")), edits, record.id)


def _new(desk: Desk, kind: str, record: Record) -> journal.Edit:
    return journal.create(desk.new_id(), kind, record)


def _refuse(desk: Desk, faults: Sequence[RuleFault]) -> None:
    found = [*faults, *([] if may_set(desk) else [RuleFault.MAY_NOT])]
    if found:
        raise RejectedError(found)
