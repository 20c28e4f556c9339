"""Looking at the grid tree, setting it up from the national list, naming new micro-grids."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.grids import Level, UnitRecord, division_id
from gridapp.contract.people import Role
from gridapp.domain.grids import grids as rules
from gridapp.domain.grids.grids import Tally
from gridapp.host.divisions import Division
from gridapp.store import journal
from gridapp.store.grids import grids, tree_history
from gridapp.store.grids.grids import UnitLine
from gridapp.store.tables import Household, Unit
from gridapp.usecases.desk import Changed, Desk, save

WITHOUT_OFFICE = (Level.MICRO, Level.LARGE)


class Forming(StrEnum):
    """How the households of a village become micro-grids."""

    BY_GROUP = "by_group"
    EVENLY = "evenly"


@dataclass(frozen=True)
class TreeView:
    """The tree with its counts, and whether they reconcile."""

    lines: tuple[UnitLine, ...]
    tally: Tally
    vacant: int
    """Micro-grids without a leader today."""
    unassigned: int
    """Households that are in no micro-grid."""
    mine: frozenset[UUID]
    """Units whose structure this person may change: their own and those below; none for leaders."""


@dataclass(frozen=True)
class Place:
    """A unit that a person may choose, e.g. as the area of a round."""

    id: UUID
    name: str
    level: str


def places(desk: Desk) -> list[Place]:
    """The units that this person looks after, parents before children."""
    with desk.store.session() as session:
        found = grids.units(session, desk.today())
        mine = set(grids.subtree(session, desk.person.unit_id))
    return [Place(u.id, u.name, u.level) for u in found if u.id in mine]


def seats(desk: Desk) -> list[Place]:
    """Units with an office of their own, to which a matter can be sent: no micro-grid has one."""
    with desk.store.session() as session:
        found = grids.units(session, desk.today())
    return [Place(u.id, u.name, u.level) for u in found if u.level not in WITHOUT_OFFICE]


def view(desk: Desk, day: date | None = None) -> TreeView:
    """The tree as it is today, or as it was on a day: then without the number of people."""
    on = day or desk.today()
    with desk.store.session() as session:
        now = on >= desk.today()
        owned = tree_history.owned_now(session) if now else tree_history.owned_on(session, on)
        lines = tuple(grids.tree(session, on, *owned))
    roots = [line for line in lines if line.parent_id is None]
    return TreeView(
        lines=lines,
        tally=rules.tally(line.level for line in lines),
        vacant=sum(line.level == Level.MICRO and not line.leader for line in lines),
        unassigned=sum(line.unassigned for line in roots),
        mine=_mine(desk, lines) if may_change(desk) else frozenset(),
    )


def _mine(desk: Desk, lines: Sequence[UnitLine]) -> frozenset[UUID]:
    """The person's unit and those below it; parents come before children."""
    mine = {desk.person.unit_id}
    for line in lines:
        if line.parent_id in mine:
            mine.add(line.id)
    return frozenset(mine)


def may_change(desk: Desk) -> bool:
    """The tree and its leaders are kept by village, township and county."""
    return desk.person.role != Role.LEADER


def set_up(desk: Desk, county: Division, below: Sequence[Division], unit_code: str) -> Changed:
    """Make the tree of a county from the national list: the path to the unit and all below it.

    ``unit_code`` is the unit that the person works for; a county's own staff get everything.
    Ids come from the area codes, so that laptops that set up apart mean the same units.
    """
    wanted = [county, *(d for d in below if _related(d.code, unit_code))]
    with desk.store.session() as session:
        ids = {division_id(division.code) for division in wanted}
        known = {unit.id for unit in grids.by_ids(session, ids)}
        edits = [
            journal.create(desk.new_id(), "unit", unit)
            for unit in _division_units(wanted)
            if unit.id not in known
        ]
        return save(desk, session, "grid.set_up", county.name, edits)


def _related(code: str, unit_code: str) -> bool:
    return code.startswith(unit_code) or unit_code.startswith(code)


def _division_units(divisions: Sequence[Division]) -> list[UnitRecord]:
    levels = {6: Level.COUNTY, 9: Level.TOWNSHIP, 12: Level.VILLAGE}
    units = []
    for place, division in enumerate(divisions, 1):
        level = levels[len(division.code)]
        id_ = division_id(division.code)
        above = None if level == Level.COUNTY else division_id(division.code[:-3])
        units.append(
            UnitRecord(
                id=id_,
                unit_id=id_,
                parent_id=above,
                level=level.value,
                name=division.name,
                code=division.code,
                place=place,
            )
        )
    return units


def plan(
    desk: Desk, session: Session, village: Unit, walk: Sequence[Household], forming: Forming
) -> list[tuple[UnitRecord, Sequence[Household]]]:
    """New micro-grids of a village with the households of each, numbered after those it has."""
    grouped = [(household.group_name, household) for household in walk]
    parts = rules.stretches(grouped, evenly=forming == Forming.EVENLY)
    made = micro_grids(desk, session, village, [group for group, _part in parts])
    return [(unit, part) for unit, (_group, part) in zip(made, parts, strict=True)]


def micro_grids(
    desk: Desk,
    session: Session,
    village: Unit,
    groups: Sequence[str],
    since: date | None = None,
    above: UUID | None = None,
) -> list[UnitRecord]:
    """A new micro-grid for each of these 村民组, numbered after those that the village ever had.

    ``above``: the large grid in which they lie, if any.
    """
    had = [u for u in grids.below(session, village.id) if u.level == Level.MICRO]
    taken = {unit.name for unit in had}
    start = max((unit.place for unit in had), default=0)
    made = []
    for place, group in enumerate(groups, start + 1):
        name = rules.free_name(rules.short_name(village.name), group, place, taken)
        taken.add(name)
        code = f"{village.code}{place:03d}" if village.code else ""
        made.append(_micro(desk.new_id(), above or village.id, name, code, group, place, since))
    return made


def _micro(
    id_: UUID, parent: UUID, name: str, code: str, group: str, place: int, since: date | None
) -> UnitRecord:
    return UnitRecord(
        id=id_,
        unit_id=id_,
        parent_id=parent,
        level=Level.MICRO.value,
        name=name,
        code=code,
        group_name=group,
        place=place,
        since=since,
    )
