"""The weekly report: drafted from local data for a unit and a week, and written to files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.codes import POLICY_FIELDS
from gridapp.contract.grids import Level
from gridapp.domain import metrics
from gridapp.domain.metrics import Coverage
from gridapp.domain.receptions import Turnout
from gridapp.domain.weeks import Week
from gridapp.reports import excel, word, wording
from gridapp.reports.periodic.draft import Reception, ReportInputs, draft
from gridapp.reports.periodic.model import PeriodReport
from gridapp.store import audit, grids, receptions, weekly
from gridapp.store.tables import Unit
from gridapp.usecases.desk import Desk


@dataclass(frozen=True)
class ReportUnit:
    """A unit for which a report can be drawn up."""

    id: UUID
    name: str
    level: str
    code: str


def units(desk: Desk) -> list[ReportUnit]:
    """The person's unit and the villages and townships below it, in tree order."""
    reporting = {Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE}
    with desk.store.session() as session:
        mine = set(grids.subtree(session, desk.person.unit_id))
        return [
            ReportUnit(unit.id, unit.name, unit.level, unit.code)
            for unit in grids.units(session)
            if unit.id in mine and unit.level in reporting
        ]


def draw_up(desk: Desk, unit_id: UUID, week: Week) -> PeriodReport:
    """Draft the report of a unit for a week from what this laptop holds.

    A report on made-up data says so in its name, on the screen and in the files.
    """
    with desk.store.session() as session:
        unit = session.get_one(Unit, unit_id)
        tree = grids.units(session)
        line_of = _lines(tree, unit_id)
        cases = weekly.cases(session, line_of)
        children = _printed(tree, unit_id, {case.line_id for case in cases})
        return draft(
            ReportInputs(
                unit_name=wording.DEMO + unit.name if desk.person.demo else unit.name,
                level=Level(unit.level),
                week=week,
                reporter=desk.person.name,
                today=desk.today(),
                lines=tuple((child.id, child.name) for child in children),
                cases=tuple(cases),
                coverage=_coverage(session, tree, line_of, week.first, week.last),
                receptions=_receptions(session, line_of, week),
            )
        )


def _receptions(
    session: Session, line_of: Mapping[UUID, UUID], week: Week
) -> tuple[Reception, ...]:
    """What was held in the week by the unit and those below it."""
    return tuple(
        Reception(
            line.unit_name,
            line.held_on,
            line.leader,
            line.post,
            line.place,
            Turnout(1, line.groups, line.people),
            POLICY_FIELDS.get(line.field, line.field),
            line.result,
        )
        for line in receptions.between(session, week.first, week.last, line_of)
        if line.held_on is not None
    )


def _printed(tree: Sequence[Unit], unit_id: UUID, with_cases: set[UUID]) -> list[Unit]:
    """The lines of the report: a dedicated grid, which has no households, only with a case."""
    return [
        unit
        for unit in tree
        if unit.parent_id == unit_id and (unit.level != Level.DEDICATED or unit.id in with_cases)
    ]


def _lines(tree: Sequence[Unit], unit_id: UUID) -> dict[UUID, UUID]:
    """Unit → the child of the reporting unit in which it lies; the unit itself is its own line."""
    line_of = {unit_id: unit_id}
    for unit in tree:
        if unit.parent_id == unit_id:
            line_of[unit.id] = unit.id
        elif unit.parent_id in line_of:
            line_of[unit.id] = line_of[unit.parent_id]
    return line_of


def _coverage(
    session: Session,
    tree: Sequence[Unit],
    line_of: Mapping[UUID, UUID],
    first: date,
    last: date,
) -> dict[UUID, Coverage]:
    """Coverage by line, counted per village: a village, not a township, reports nil."""
    rounds = weekly.rounds_between(session, first, last)
    counted_in = {unit: _village(tree, unit, line) for unit, line in line_of.items()}
    due = _due(tree, set(rounds.values()))
    outcomes = weekly.outcomes(
        session, {u: v for u, v in counted_in.items() if u in due}, rounds, last
    )
    micro = [counted_in[u.id] for u in tree if u.level == Level.MICRO and u.id in counted_in]
    found: dict[UUID, Coverage] = {}
    for part in dict.fromkeys(counted_in.values()):
        line = line_of[part]
        counted = metrics.coverage(micro.count(part), outcomes.get(part, ()))
        found[line] = found.get(line, Coverage()) + counted
    return found


def _village(tree: Sequence[Unit], unit_id: UUID, line_id: UUID) -> UUID:
    """The village of a unit when it lies below its line, else the line itself."""
    units = {unit.id: unit for unit in tree}
    unit: Unit | None = units[unit_id]
    while unit is not None and unit.id != line_id:
        if unit.level == Level.VILLAGE:
            return unit.id
        unit = units.get(unit.parent_id) if unit.parent_id else None
    return line_id


def _due(tree: Sequence[Unit], walked: set[UUID]) -> set[UUID]:
    """Units that lie in a unit with a round; ``tree`` has parents before children."""
    due: set[UUID] = set()
    for unit in tree:
        if unit.id in walked or unit.parent_id in due:
            due.add(unit.id)
    return due


def write_excel(desk: Desk, report: PeriodReport, path: Path) -> Path:
    """Write the report as .xlsx; raises ``reports.files.ReportError``. The export is audited."""
    excel.write_weekly(report, path)
    return _noted(desk, report, path)


def write_word(desk: Desk, report: PeriodReport, path: Path) -> Path:
    """Write the report as .docx; raises ``reports.files.ReportError``. The export is audited."""
    word.write_weekly(report, path)
    return _noted(desk, report, path)


def _noted(desk: Desk, report: PeriodReport, path: Path) -> Path:
    detail = {"report": "weekly", "week": str(report.week), "form": path.suffix}
    with desk.store.session() as session:
        audit.note(session, desk.now(), desk.person.name, "export", detail)
    return path


def file_name(report: PeriodReport, suffix: str) -> str:
    """``永福镇矛盾纠纷排查化解工作周报-2026-W47.xlsx``."""
    return f"{report.head.title}-{report.week}{suffix}"
