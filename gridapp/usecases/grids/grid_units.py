"""Keeping the units of the tree: dedicated and large grids, their names, their order, their end."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.grids import Level, UnitRecord
from gridapp.domain.grids import grids as rules
from gridapp.domain.grids.grids import GridFault
from gridapp.store import journal
from gridapp.store.grids import grids
from gridapp.store.grids.grids import UnitLine
from gridapp.store.journal import Edit
from gridapp.store.tables import Unit
from gridapp.usecases.desk import Changed, Desk, refuse, save
from gridapp.usecases.grids import terms


def add_dedicated(desk: Desk, parent_id: UUID, name: str, contact: str) -> Changed:
    """Add a dedicated grid (enterprise, school, hospital, office) below a unit."""
    with desk.store.session() as session:
        unit = _new(desk, session, parent_id, Level.DEDICATED, name, contact=contact.strip())
        edit = journal.create(desk.new_id(), "unit", unit)
        return save(desk, session, "grid.dedicated_added", unit.name, [edit], unit.id)


def add_large(
    desk: Desk, village_id: UUID, name: str, members: Collection[UUID], day: date
) -> Changed:
    """Put a large grid (大网格) between a village and these of its micro-grids."""
    with desk.store.session() as session:
        unit = _new(desk, session, village_id, Level.LARGE, name, since=day)
        edits = [journal.create(desk.new_id(), "unit", unit)]
        edits += _hang(desk, session, village_id, unit.id, members)
        return save(desk, session, "grid.large_added", unit.name, edits, unit.id)


def put_under(desk: Desk, large_id: UUID, members: Collection[UUID]) -> Changed:
    """Make these the micro-grids of a large grid; the others of it lie in the village again."""
    with desk.store.session() as session:
        large = session.get_one(Unit, large_id)
        village = large.parent_id or large.id
        edits = _hang(desk, session, village, large_id, members)
        return save(desk, session, "grid.put_under", large.name, edits, large_id)


def edit(desk: Desk, seen: UnitLine, name: str, contact: str, place: int) -> Changed:
    """Give a unit another name, contact or place among its siblings, counted from 1.

    What is as it was ``seen`` is left as it may be by now.
    """
    unit_id, typed = seen.id, {"name": name.strip(), "contact": contact.strip()}
    with desk.store.session() as session:
        unit = session.get_one(Unit, unit_id)
        siblings = _siblings(desk, session, unit.parent_id)
        refuse(_name_faults(name, [other for other in siblings if other.id != unit_id]))
        new = {field: text for field, text in typed.items() if text != getattr(seen, field)}
        kept = replace(journal.change(desk.new_id(), "unit", unit, **new), seen=seen.revision)
        order = [other for other in siblings if other.level == unit.level]
        places = rules.placed([other.id for other in order], unit_id, place)
        edits = [kept] + [
            journal.change(desk.new_id(), "unit", other, place=places[other.id])
            for other in order
            if other.place != places[other.id] and other.id != unit_id
        ]
        kept.fields["place"] = places.get(unit_id, unit.place)
        return save(desk, session, "grid.edited", name.strip(), edits, unit_id)


def place_of(desk: Desk, unit_id: UUID) -> tuple[int, int]:
    """(Its place among its siblings of the same level, how many these are)."""
    with desk.store.session() as session:
        unit = session.get_one(Unit, unit_id)
        order = [u.id for u in _siblings(desk, session, unit.parent_id) if u.level == unit.level]
    return (order.index(unit_id) + 1 if unit_id in order else 1, len(order))


def dissolve(desk: Desk, unit_id: UUID, day: date) -> Changed:
    """End a dedicated or large grid the day before; micro-grids of it lie in the village again."""
    with desk.store.session() as session:
        unit = session.get_one(Unit, unit_id)
        if unit.since is not None and day < unit.since:
            refuse([GridFault.ENDS_BEFORE_START])
        edits = terms.end_unit(desk, session, unit_id, day)
        return save(desk, session, "grid.dissolved", unit.name, edits, unit_id)


def _new(
    desk: Desk,
    session: Session,
    parent_id: UUID,
    level: Level,
    name: str,
    *,
    contact: str = "",
    since: date | None = None,
) -> UnitRecord:
    refuse(_name_faults(name, _siblings(desk, session, parent_id)))
    had = [one.place for one in grids.by_ids(session, grids.right_below(session, parent_id))]
    id_ = desk.new_id()
    return UnitRecord(
        id=id_,
        unit_id=id_,
        parent_id=parent_id,
        level=level.value,
        name=name.strip(),
        contact=contact,
        place=max(had, default=0) + 1,
        since=since,
    )


def _siblings(desk: Desk, session: Session, parent_id: UUID | None) -> list[Unit]:
    """The units right below one that stand today, in their order."""
    below = grids.by_ids(session, grids.right_below(session, parent_id))
    return [unit for unit in below if rules.covers(unit.since, unit.until, desk.today())]


def _name_faults(name: str, others: Collection[Unit]) -> list[GridFault]:
    if not name.strip():
        return [GridFault.NAME_MISSING]
    taken = any(other.name == name.strip() for other in others)
    return [GridFault.NAME_TAKEN] if taken else []


def _hang(
    desk: Desk, session: Session, village_id: UUID, large_id: UUID, members: Collection[UUID]
) -> list[Edit]:
    """Micro-grids that come or leave; those that were dissolved in it stay where they ended."""
    edits = []
    for unit in grids.below(session, village_id):
        belongs = large_id if unit.id in members else village_id
        comes_or_leaves = unit.parent_id != belongs and large_id in (belongs, unit.parent_id)
        if unit.level == Level.MICRO and unit.until is None and comes_or_leaves:
            edits.append(journal.change(desk.new_id(), "unit", unit, parent_id=belongs))
    return edits
