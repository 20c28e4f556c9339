"""Who below has reported for a period and who has not; how fresh each unit's data is (上报情况)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.grids import Level
from gridapp.domain.reports import chasing
from gridapp.domain.reports.chasing import Hour, Standing
from gridapp.domain.reports.periods import Period
from gridapp.reports import wechat
from gridapp.store import rules
from gridapp.store.grids import grids
from gridapp.store.grids.grids import Node
from gridapp.store.reports import reports
from gridapp.store.reports.reports import Freshness, ReportLine
from gridapp.store.tables import Unit
from gridapp.usecases.desk import CHINA, Desk

_REPORTING = {Level.COUNTY: Level.TOWNSHIP, Level.TOWNSHIP: Level.VILLAGE}
"""Which units below report to one of this level."""


class Newest(StrEnum):
    """What the newest thing is that a unit has sent."""

    VISIT = "visit"
    CASE = "case"
    REPORT = "report"


@dataclass(frozen=True)
class UnitStanding:
    """A unit below and its report of the period, if it has handed one in."""

    unit_id: UUID
    name: str
    standing: Standing
    report: ReportLine | None
    newest: Newest | None
    """None: nothing of this unit is on this laptop."""
    newest_at: datetime | None


@dataclass(frozen=True)
class Chasing:
    """All units below; ``reminder``: a text to copy, empty when nobody owes anything."""

    due: Hour
    units: tuple[UnitStanding, ...]
    reminder: str


def standings(desk: Desk, unit_id: UUID, period: Period) -> Chasing:
    """Where the units below stand with their report of a period."""
    now = desk.now().astimezone(CHINA)
    with desk.store.session() as session:
        due = chasing.due_at(period, rules.standing(session, chasing.DUE_RULES))
        hour = Hour(now.date(), now.hour)
        below = _below(session, unit_id, period.last)
        handed_in = _latest(session, list(below), period)
        newest = _newest(session, below, handed_in)
    units = tuple(
        UnitStanding(
            id_,
            unit.name,
            chasing.standing(handed_in.get(id_), due, hour),
            handed_in.get(id_),
            *newest.get(id_, (None, None)),
        )
        for id_, unit in below.items()
    )
    told = [(unit.name, unit.standing) for unit in units]
    return Chasing(due, units, wechat.reminder(told, period, due, hour))


def reporting_units(desk: Desk) -> list[Node]:
    """The person's unit and those below it to which others report, in tree order."""
    with desk.store.session() as session:
        mine = set(grids.subtree(session, desk.person.unit_id))
        standing = grids.units(session, desk.today())
        return [unit for unit in standing if unit.id in mine and unit.level in _REPORTING]


def _below(session: Session, unit_id: UUID, day: date) -> dict[UUID, Node]:
    """The units that report to this one, as the tree stands on that day."""
    unit = session.get_one(Unit, unit_id)
    wanted = _REPORTING.get(Level(unit.level))
    children = (one for one in grids.units(session, day) if one.parent_id == unit_id)
    return {one.id: one for one in children if one.level == wanted}


def _latest(session: Session, units: list[UUID], period: Period) -> dict[UUID, ReportLine]:
    """Of each unit the signed report that stands, else the last one handed in."""
    found: dict[UUID, ReportLine] = {}
    for one in reports.of_period(session, units, period.kind, period.first, period.last):
        kept = found.get(one.unit_id)
        if kept is None or (one.signed and not kept.signed):
            found[one.unit_id] = one
    return found


def _newest(
    session: Session, below: Mapping[UUID, Node], handed_in: Mapping[UUID, ReportLine]
) -> dict[UUID, tuple[Newest, datetime]]:
    """What came last of each unit and everything under it."""
    line_of = _line_of(grids.units(session), below)
    found: dict[UUID, tuple[Newest, datetime]] = {}
    for fresh in reports.freshness(session):
        for what, at in _times(fresh):
            line = line_of.get(fresh.unit_id)
            if line is not None and (line not in found or found[line][1] < at):
                found[line] = (what, at)
    for unit, report in handed_in.items():
        if unit not in found or found[unit][1] < report.submitted_at:
            found[unit] = (Newest.REPORT, report.submitted_at)
    return found


def _times(fresh: Freshness) -> list[tuple[Newest, datetime]]:
    times = ((Newest.VISIT, fresh.visit), (Newest.CASE, fresh.case))
    return [(what, at) for what, at in times if at is not None]


def _line_of(tree: list[Node], below: Mapping[UUID, Node]) -> dict[UUID, UUID]:
    """Unit → the unit of ``below`` in which it lies; ``tree`` has parents before children."""
    line_of: dict[UUID, UUID] = {id_: id_ for id_ in below}
    for unit in tree:
        if unit.parent_id in line_of:
            line_of.setdefault(unit.id, line_of[unit.parent_id])
    return line_of
