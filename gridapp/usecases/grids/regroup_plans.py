"""The regroupings that one can plan: moved, merged, split, dissolved, formed, put back."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.grids import Level, UnitRecord
from gridapp.domain.grids import grids as grid_rules
from gridapp.domain.grids.regrouping import Home, Plan, RegroupFault
from gridapp.store.grids import grids
from gridapp.store.grids import regrouping as stored
from gridapp.store.households import households
from gridapp.store.tables import Unit
from gridapp.usecases.desk import Desk
from gridapp.usecases.grids import grids as tree
from gridapp.usecases.grids.grids import Forming


def move(
    desk: Desk,
    moves: Mapping[UUID, Sequence[UUID]],
    day: date,
    founded: Sequence[UnitRecord] = (),
) -> Plan:
    """Put households into other units of their village: unit → households in walking order.

    ``founded``: those of the units that are new, see ``found``; they begin on the day.
    """
    new = tuple(unit.model_copy(update={"since": day}) for unit in founded)
    with desk.store.session() as session:
        names = {unit.id: unit.name for unit in (*grids.by_ids(session, moves), *new)}
        what = [id_ for ids in moves.values() for id_ in ids]
        head = next((_head(session, id_) for id_ in what), "")
    more = f" +{len(what) - 1}" if len(what) > 1 else ""
    into = "、".join(names[unit] for unit, ids in moves.items() if ids and unit in names)
    return Plan("grid.moved", f"{head}{more} → {into}", day, moves, new)


def _head(session: Session, household_id: UUID) -> str:
    sheet = households.sheet(session, household_id)
    return sheet.head if sheet else ""


def merge(desk: Desk, into: UUID, others: Iterable[UUID], day: date) -> Plan:
    """Dissolve other micro-grids into one; its walk goes on with theirs."""
    gone = [unit for unit in others if unit != into]
    with desk.store.session() as session:
        walk = _walk(session, gone)
        name = "、".join(unit.name for unit in grids.by_ids(session, [*gone, into]))
    faults = () if gone else (RegroupFault.FEW_GRIDS,)
    return Plan("grid.merged", name, day, {into: walk}, dissolved=frozenset(gone), faults=faults)


def split(desk: Desk, unit_id: UUID, parts: int, day: date) -> Plan:
    """Cut the walk of a micro-grid into even stretches: the first stays, the others are new."""
    with desk.store.session() as session:
        unit = session.get_one(Unit, unit_id)
        walk = _walk(session, [unit_id])
        village = _village(session, unit_id)
        if not 2 <= parts <= len(walk):
            wrong = (RegroupFault.PARTS_WRONG,)
            return Plan("grid.split", unit.name, day, {}, faults=wrong)
        groups = [unit.group_name] * (parts - 1)
        founded = tree.micro_grids(desk, session, village, groups, day, unit.parent_id)
    stretches = grid_rules.cut(walk, parts)[1:]
    moves = {new.id: part for new, part in zip(founded, stretches, strict=True)}
    return Plan("grid.split", unit.name, day, moves, tuple(founded))


def dissolve(desk: Desk, unit_id: UUID, day: date) -> Plan:
    """Dissolve a micro-grid; its households are in none until they are put into another."""
    with desk.store.session() as session:
        unit = session.get_one(Unit, unit_id)
        walk = _walk(session, [unit_id])
        village = _village(session, unit_id)
    moves = {village.id: walk} if walk else {}
    return Plan("grid.dissolved", unit.name, day, moves, dissolved=frozenset({unit_id}))


def form(desk: Desk, village_id: UUID, forming: Forming, day: date) -> Plan:
    """Put the households of a village that are in no micro-grid into new ones."""
    with desk.store.session() as session:
        village = session.get_one(Unit, village_id)
        loose = stored.rows(session, _walk(session, [village_id]))
        parts = tree.plan(desk, session, village, loose, forming)
        founded = [unit.model_copy(update={"since": day}) for unit, _part in parts]
        moves = {unit.id: tuple(home.id for home in part) for unit, part in parts}
        return Plan("grid.formed", village.name, day, moves, tuple(founded))


def found(desk: Desk, village_id: UUID) -> UnitRecord:
    """A new micro-grid of a village for a plan of one's own; nothing is kept yet."""
    with desk.store.session() as session:
        village = session.get_one(Unit, village_id)
        return tree.micro_grids(desk, session, village, [""])[0]


def put_back(desk: Desk, act_id: UUID, day: date) -> Plan:
    """Take an earlier regrouping back from a day on: households that are still where it put them
    go where they were, grids that it dissolved stand again, those that it founded are dissolved.
    """
    with desk.store.session() as session:
        act = stored.moved_by(session, act_id)
        now = {row.id: row.unit_id for row in stored.rows(session, [m.household_id for m in act])}
        back = [one for one in act if now.get(one.household_id) == one.after]
        moves: dict[UUID, list[UUID]] = {}
        for one in back:
            moves.setdefault(one.before, []).append(one.household_id)
        emptied = {one.after for one in back}
        touched = grids.by_ids(session, emptied | moves.keys())
        left = {
            home.unit_id
            for home in stored.homes(session, list(emptied))
            if home.id not in {one.household_id for one in back}
        }
    name = "、".join(unit.name for unit in touched if unit.id in moves)
    founded = {u.id for u in touched if act and u.since == act[0].day and u.id not in left}
    return Plan(
        "grid.put_back",
        name,
        day,
        moves,
        dissolved=frozenset(founded & emptied),
        reopened=frozenset(u.id for u in touched if u.id in moves and u.until is not None),
        faults=() if back else (RegroupFault.CHANGED_SINCE,),
    )


def _walk(session: Session, unit_ids: Sequence[UUID]) -> list[UUID]:
    """Households of these units, one unit's walk after the other's."""
    inside: dict[UUID, list[Home]] = {unit: [] for unit in unit_ids}
    for home in stored.homes(session, unit_ids):
        inside[home.unit_id].append(home)
    return [home.id for unit in unit_ids for home in inside[unit]]


def _village(session: Session, unit_id: UUID) -> Unit:
    return next(u for u in reversed(grids.path(session, unit_id)) if u.level == Level.VILLAGE)
