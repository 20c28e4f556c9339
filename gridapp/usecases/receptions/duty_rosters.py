"""The year's duty roster of receptions: planned in one go, written as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from gridapp.domain.receptions import rhythms
from gridapp.domain.receptions.receptions import ReceptionFault
from gridapp.domain.receptions.rhythms import Pattern
from gridapp.reports import receptions as paper
from gridapp.reports import wording
from gridapp.reports.documents.paper import Paper, lay_out
from gridapp.store import journal
from gridapp.store.receptions import receptions
from gridapp.store.receptions.receptions import ReceptionLine
from gridapp.usecases import calendar
from gridapp.usecases.desk import Changed, Desk, refuse, save
from gridapp.usecases.exporting import permit_covered
from gridapp.usecases.receptions.receptions import Duty, record


@dataclass(frozen=True)
class Plan:
    """A roster about to be made: leaders, as (name, post), take turns on the pattern's days."""

    leaders: tuple[tuple[str, str], ...]
    pattern: Pattern
    first: date
    last: date
    place: str = ""
    hours: str = ""
    field: str = ""


def is_estimated(desk: Desk, year: int) -> bool:
    """Whether the official calendar of a year is not known yet: Monday to Friday were taken."""
    with desk.store.session() as session:
        return not calendar.of_county(session).knows(year)


def plan_year(desk: Desk, unit_id: UUID, plan: Plan) -> Changed:
    """Put the duties of a plan into the roster as one operation. Raises RejectedError."""
    with desk.store.session() as session:
        edits = [
            journal.create(desk.new_id(), "reception", record(desk, unit_id, duty, planned=True))
            for duty in _duties(session, unit_id, plan)
        ]
        name = f"{plan.first} – {plan.last}"
        return save(desk, session, "reception.year_planned", name, edits)


def _duties(session: Session, unit_id: UUID, plan: Plan) -> list[Duty]:
    """The duties that a plan adds; days that the roster has stay as they are."""
    leaders = [(name.strip(), post) for name, post in plan.leaders if name.strip()]
    known = calendar.of_county(session)
    meant = rhythms.days(plan.pattern, plan.first, plan.last, known)
    there = receptions.planned_days(session, unit_id, plan.first, plan.last)
    days = [day for day in meant if day not in there]
    faults = _faults(plan, leaders, meant, days)
    refuse(faults)
    duties = []
    for turn, day in enumerate(days):
        name, post = leaders[turn % len(leaders)]
        duties.append(Duty(name, day, post, plan.place, plan.hours, plan.field))
    return duties


def _faults(
    plan: Plan, leaders: Sequence[object], meant: Sequence[date], days: Sequence[date]
) -> list[ReceptionFault]:
    found = [] if leaders else [ReceptionFault.LEADER_MISSING]
    if plan.last < plan.first:
        found.append(ReceptionFault.ENDS_BEFORE_START)
    elif not meant:
        found.append(ReceptionFault.NO_DUTY_DAY)
    elif not days:
        found.append(ReceptionFault.ALL_PLANNED)
    return found


def roster(desk: Desk, unit_name: str, period: str, lines: Sequence[ReceptionLine]) -> paper.Roster:
    """The roster as it is printed; one on made-up data says so in its title."""
    mark = wording.DEMO if desk.person.demo else ""
    return paper.roster(f"{mark}{unit_name}", period, lines, desk.today())


def write_excel(desk: Desk, made: paper.Roster, path: Path) -> Path:
    """Write the roster as .xlsx; raises ``reports.files.ReportError``. The export is audited."""
    permit_covered(desk, "duty_roster", len(made.table.rows), path.suffix, "export")
    paper.write_roster(made, path)
    return path


def lay(desk: Desk, made: paper.Roster) -> Paper:
    """The pages of the roster, for the preview; written down as printed."""
    permit_covered(desk, "duty_roster", len(made.table.rows), "paper", "print")
    return lay_out(paper.document(made), made.title)


def file_name(made: paper.Roster) -> str:
    """``永福镇领导接访安排表-2026年.xlsx``."""
    return paper.file_name(made, ".xlsx")
