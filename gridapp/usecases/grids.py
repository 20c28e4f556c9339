"""Setting up and keeping the grid tree: divisions, micro-grids, dedicated grids, leaders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.grids import Level, PostKind, PostRecord, UnitRecord, division_id
from gridapp.contract.people import Role
from gridapp.domain import grids as rules
from gridapp.domain.grids import GridFault, Tally
from gridapp.host.divisions import Division
from gridapp.store import grids, households, journal
from gridapp.store.grids import PostLine, UnitLine
from gridapp.store.journal import Edit
from gridapp.store.tables import Household, Post, Unit
from gridapp.usecases.desk import Changed, Desk, refuse, save


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
class NewPost:
    """A leader about to be appointed."""

    unit_id: UUID
    holder: str
    identity: str
    phone: str
    since: date


@dataclass(frozen=True)
class Place:
    """A unit that a person may choose, e.g. as the area of a round."""

    id: UUID
    name: str
    level: str


def places(desk: Desk) -> list[Place]:
    """The units that this person looks after, parents before children."""
    with desk.store.session() as session:
        mine = set(grids.subtree(session, desk.person.unit_id))
        return [Place(u.id, u.name, u.level) for u in grids.units(session) if u.id in mine]


def seats(desk: Desk) -> list[Place]:
    """Units with an office of their own, to which a matter can be sent: all but micro-grids."""
    with desk.store.session() as session:
        found = grids.units(session)
    return [Place(u.id, u.name, u.level) for u in found if u.level != Level.MICRO]


def view(desk: Desk) -> TreeView:
    """The tree as it is today."""
    with desk.store.session() as session:
        lines = tuple(grids.tree(session, desk.today()))
        mine = grids.subtree(session, desk.person.unit_id) if may_change(desk) else []
    roots = [line for line in lines if line.parent_id is None]
    return TreeView(
        lines=lines,
        tally=rules.tally(line.level for line in lines),
        vacant=sum(line.level == Level.MICRO and not line.leader for line in lines),
        unassigned=sum(line.unassigned for line in roots),
        mine=frozenset(mine),
    )


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


def form_micro_grids(desk: Desk, village_id: UUID, forming: Forming) -> Changed:
    """Put the households that a village owns directly into new micro-grids, as one operation."""
    with desk.store.session() as session:
        village = session.get_one(Unit, village_id)
        walk = households.in_walking_order(session, village_id)
        edits: list[Edit] = []
        for unit, part in plan(desk, session, village, walk, forming):
            edits.append(journal.create(desk.new_id(), "unit", unit))
            edits += _assign(desk, session, unit.id, part)
        return save(desk, session, "grid.formed", village.name, edits)


def plan(
    desk: Desk, session: Session, village: Unit, walk: Sequence[Household], forming: Forming
) -> list[tuple[UnitRecord, Sequence[Household]]]:
    """New micro-grids of a village with the households of each, numbered after those it has."""
    grouped = [(household.group_name, household) for household in walk]
    parts = rules.stretches(grouped, evenly=forming == Forming.EVENLY)
    existing = [u for u in grids.units(session) if u.parent_id == village.id]
    start = max((unit.place for unit in existing), default=0)
    per_group: dict[str, int] = {}
    planned = []
    for place, (group, part) in enumerate(parts, start + 1):
        per_group[group] = per_group.get(group, 0) + 1
        planned.append((_micro(desk, village, place, group, per_group[group]), part))
    return planned


def _micro(desk: Desk, village: Unit, place: int, group: str, nth: int) -> UnitRecord:
    id_ = desk.new_id()
    short = rules.short_name(village.name)
    number = group.removesuffix("组")
    name = f"{short}{number}-{nth}" if number.isdigit() else f"{short}{group}{place}"
    code = f"{village.code}{place:03d}" if village.code else ""
    return UnitRecord(
        id=id_,
        unit_id=id_,
        parent_id=village.id,
        level=Level.MICRO.value,
        name=name,
        code=code,
        group_name=group,
        place=place,
    )


def _assign(desk: Desk, session: Session, unit_id: UUID, part: Sequence[Household]) -> list[Edit]:
    """Move households, with their members, into a unit, in walking order."""
    edits = [
        journal.change(desk.new_id(), "household", household, unit_id=unit_id, walk_order=order)
        for order, household in enumerate(part, 1)
    ]
    members = households.members_of(session, [household.id for household in part])
    return edits + [
        journal.change(desk.new_id(), "member", member, unit_id=unit_id) for member in members
    ]


def add_dedicated(desk: Desk, parent_id: UUID, name: str, contact: str) -> Changed:
    """Add a dedicated grid (enterprise, school, hospital, office) below a unit."""
    with desk.store.session() as session:
        siblings = [u for u in grids.units(session) if u.parent_id == parent_id]
        faults = []
        if not name.strip():
            faults.append(GridFault.NAME_MISSING)
        if any(unit.name == name.strip() for unit in siblings):
            faults.append(GridFault.NAME_TAKEN)
        refuse(faults)
        id_ = desk.new_id()
        unit = UnitRecord(
            id=id_,
            unit_id=id_,
            parent_id=parent_id,
            level=Level.DEDICATED.value,
            name=name.strip(),
            contact=contact.strip(),
            place=max((unit.place for unit in siblings), default=0) + 1,
        )
        edit = journal.create(desk.new_id(), "unit", unit)
        return save(desk, session, "grid.dedicated_added", unit.name, [edit], id_)


def appoint(desk: Desk, new: NewPost) -> Changed:
    """Make a person leader of a unit from a day on; whoever leads it now ends the day before."""
    faults = rules.post_faults(new.holder, new.phone, new.since, None)
    with desk.store.session() as session:
        unit = session.get_one(Unit, new.unit_id)
        running = [p for p in grids.posts(session, [unit.id]) if p.until is None]
        if any(post.since >= new.since for post in running):
            faults.append(GridFault.STARTS_TOO_EARLY)
        refuse(faults)
        ends = new.since - timedelta(days=1)
        edits = [
            journal.change(desk.new_id(), "post", session.get_one(Post, post.id), until=ends)
            for post in running
        ]
        is_micro = unit.level == Level.MICRO
        post = PostRecord(
            id=desk.new_id(),
            unit_id=unit.id,
            kind=(PostKind.MICRO_LEADER if is_micro else PostKind.GRID_LEADER).value,
            holder=new.holder.strip(),
            identity=new.identity,
            phone=new.phone.strip(),
            since=new.since,
        )
        edits.append(journal.create(desk.new_id(), "post", post))
        return save(desk, session, "grid.appointed", f"{unit.name} {post.holder}", edits, post.id)


def posts(desk: Desk, unit_id: UUID) -> list[PostLine]:
    """Who has led a unit, newest first: answers "who was responsible on that day"."""
    with desk.store.session() as session:
        return grids.posts(session, [unit_id])
