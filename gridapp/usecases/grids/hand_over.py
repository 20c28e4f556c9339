"""The hand-over list of a grid: gathered, shown, written."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.grids import Level
from gridapp.domain.masking import mask_phone
from gridapp.reports import hand_over as report
from gridapp.reports import wording
from gridapp.reports.documents.paper import Paper, lay_out
from gridapp.reports.hand_over import HandOver
from gridapp.store import screening
from gridapp.store.grids import grids, hand_over
from gridapp.store.households import households
from gridapp.store.households.households import HouseholdLine
from gridapp.store.tables import Unit
from gridapp.usecases.desk import Desk
from gridapp.usecases.exporting import permit_covered
from gridapp.usecases.grids import posts


def gather(desk: Desk, unit_id: UUID, taker: str, state_name: Callable[[str], str]) -> HandOver:
    """The grid with all below it as it is handed over today; ``taker`` may be left open.

    ``state_name``: what a state is called, as on the screen. On made-up data the title says so.
    """
    today = desk.today()
    holders = posts.answerable(desk, unit_id, today)
    with desk.store.session() as session:
        unit = session.get_one(Unit, unit_id)
        below = grids.subtree(session, unit_id)
        walk = households.lines(session, below)
        cases = hand_over.cases(session, below)
        path = [one.name for one in grids.path(session, unit_id)[:-1] if one.level != Level.COUNTY]
        return HandOver(
            unit=f"{wording.DEMO if desk.person.demo else ''}{unit.name}",
            place="".join(path),
            giver="" if holders.above else "、".join(post.holder for post in holders.holders),
            taker=taker.strip(),
            day=today,
            people=sum(line.members for line in walk),
            households=[_household(line) for line in walk],
            cases=[(c.number, c.title, state_name(c.state), str(c.due_on)) for c in cases],
            unvisited=_unvisited(session, unit_id, below, today),
            tasks=[
                (t.title, t.owner, str(t.due_on or "—"), t.case_number or "—")
                for t in hand_over.tasks(session, below)
            ],
            made_on=today,
        )


def _household(line: HouseholdLine) -> tuple[str, ...]:
    phone = mask_phone(line.phone)
    return (line.head, line.address, line.group_name, str(line.members), phone)


def _unvisited(
    session: Session, unit_id: UUID, units: list[UUID], today: date
) -> list[tuple[str, ...]]:
    """The doors of these units, all below ``unit_id``, without a mark in a running round."""
    near = {unit.id for unit in grids.path(session, unit_id)} | set(units)
    return [
        (walk.name, str(walk.ends_on), line.head, line.address)
        for walk in screening.rounds(session, today)
        if walk.unit_id in near
        for line in screening.walk(session, walk.id, units)
        if line.outcome is None
    ]


def lay(desk: Desk, made: HandOver) -> Paper:
    """Its pages, for the preview; written down as printed."""
    permit_covered(desk, "hand_over", len(made.households), "paper", "print")
    return lay_out(report.document(made), made.title)


def file_name(made: HandOver) -> str:
    """``东青1-2工作交接清单-2026-11-22.docx``."""
    return f"{made.title}-{made.day}.docx"


def write_word(desk: Desk, made: HandOver, path: Path) -> Path:
    """Write it as .docx; raises ``reports.files.ReportError``."""
    permit_covered(desk, "hand_over", len(made.households), path.suffix, "export")
    report.write(made, path)
    return path
