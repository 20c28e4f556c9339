"""The papers of a village's grids: the notice board, and the roster of micro-grids."""

from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.grids import Level
from gridapp.domain.grids import posts as rules
from gridapp.reports import grid_board as report
from gridapp.reports import wording
from gridapp.reports.documents.paper import Paper, lay_out
from gridapp.reports.grid_board import Board, BoardLine
from gridapp.reports.ledgers.definitions import SHIPPED
from gridapp.store.grids import grids, posts
from gridapp.store.grids.posts import PostLine
from gridapp.store.households import households
from gridapp.store.households.households import HouseholdLine
from gridapp.store.tables import Unit
from gridapp.usecases.desk import Desk
from gridapp.usecases.exporting import permit_covered
from gridapp.usecases.reports import ledgers
from gridapp.usecases.reports.ledgers import Wanted


@dataclass(frozen=True)
class BoardWish:
    """What a person wants on the board. ``phone``: of supervision; ``masked``: phones covered."""

    phone: str
    masked: bool
    on_a3: bool


_LISTED = (Level.VILLAGE, Level.LARGE, Level.MICRO, Level.DEDICATED)


def board(desk: Desk, unit_id: UUID, wish: BoardWish) -> Board:
    """The board of a unit: itself, where it is a grid, and the grids below it, as of today."""
    today = desk.today()
    with desk.store.session() as session:
        unit = session.get_one(Unit, unit_id)
        listed = [u for u in grids.inside(session, unit_id, today) if u.level in _LISTED]
        held = posts.posts(session, [one.id for one in listed])
        walks = _walks(session, listed)
    lines = [
        _line(one, walks.get(one.id, []), [post for post in held if post.unit_id == one.id], desk)
        for one in listed
    ]
    name = f"{wording.DEMO if desk.person.demo else ''}{unit.name}"
    return Board(name, lines, wish.phone.strip(), wish.masked, wish.on_a3, today)


def _walks(session: Session, listed: list[Unit]) -> dict[UUID, list[HouseholdLine]]:
    micro = [unit.id for unit in listed if unit.level == Level.MICRO]
    found: dict[UUID, list[HouseholdLine]] = {}
    for line in households.lines(session, micro):
        found.setdefault(line.unit_id, []).append(line)
    return found


def _line(unit: Unit, walk: list[HouseholdLine], held: list[PostLine], desk: Desk) -> BoardLine:
    holders, stand_ins = rules.on(held, desk.today())
    named = holders or stand_ins
    area = report.area([one.group_name for one in walk], [one.address for one in walk])
    wide = unit.level in (Level.VILLAGE, Level.LARGE)
    return BoardLine(
        name=unit.name,
        area="全部" if wide else area,
        holder="、".join(post.holder for post in named) or unit.contact,
        phone="、".join(filter(None, (post.phone for post in named))),
    )


def lay(desk: Desk, made: Board) -> Paper:
    """Its pages, for the preview; written down as printed."""
    permit_covered(desk, "grid_board", len(made.lines), "paper", "print")
    return replace(lay_out(report.document(made), made.title), on_a3=made.on_a3)


def write_word(desk: Desk, made: Board, path: Path) -> Path:
    """Write it as .docx; raises ``reports.files.ReportError``."""
    permit_covered(desk, "grid_board", len(made.lines), path.suffix, "export")
    report.write(made, path)
    return path


def file_name(made: Board, suffix: str) -> str:
    """``坪岭村网格公示牌-A3.docx``."""
    return f"{made.title}-{'A3' if made.on_a3 else 'A4'}{suffix}"


def write_roster(desk: Desk, unit_id: UUID, path: Path, purpose: str) -> Path:
    """The roster of the micro-grids of a unit as .xlsx, with the headings of the county's own.

    Phones stand in full for a purpose only. Raises ``ReportError`` and what ``permit`` raises.
    """
    return ledgers.export(desk, _roster(unit_id), path, purpose.strip() or None, _keep_on)


def roster_name(unit_id: UUID, unit_name: str) -> str:
    """``坪岭村微网格花名册.xlsx``."""
    return ledgers.file_name(_roster(unit_id), unit_name, ".xlsx")


def _roster(unit_id: UUID) -> Wanted:
    shipped = next(one for one in SHIPPED if one.code == "grids")
    return Wanted(replace(shipped, category=Level.MICRO.value), unit_id)


def _keep_on(done: int, total: int) -> None:
    """Some hundred rows are written at once."""
