"""Questions about the units of the grid tree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from gridapp.contract.grids import Level
from gridapp.domain.grids import tree_history
from gridapp.domain.grids.tree_history import UnitSpan
from gridapp.store.grids import posts
from gridapp.store.tables import Unit


@dataclass(frozen=True)
class UnitLine:
    """A unit of the tree with its counts; those of the whole subtree include itself.

    ``parent_id``: the nearest unit above it that stands on the day that was asked for.
    """

    id: UUID
    parent_id: UUID | None
    level: str
    name: str
    code: str
    place: int
    group_name: str
    contact: str
    leader: str
    """Names of today's leaders, "" when the post is vacant."""
    households: int
    members: int
    units: int
    """Units of the subtree, itself included."""
    unassigned: int
    """Households of the subtree that are in a village but in no micro-grid."""


class Node(NamedTuple):
    """A unit as a tuple, as a county has thousands."""

    id: UUID
    parent_id: UUID | None
    since: date | None
    until: date | None
    level: str
    name: str
    code: str
    place: int
    group_name: str
    contact: str


_COLUMNS = tuple(col(getattr(Unit, name)) for name in Node._fields)
UnitT = TypeVar("UnitT", Unit, Node)


def units(session: Session, day: date | None = None) -> list[Unit]:
    """The units that this laptop holds, parents before children, siblings in their order.

    With a day those that stand on it, below the nearest unit above them that stands then.
    """
    rows = session.exec(select(Unit)).all()
    return _in_order(rows, _above(rows, day))


def inside(session: Session, unit_id: UUID, day: date) -> list[Unit]:
    """A unit and those below it that stand on the day, in the order of ``units``."""
    rows = by_ids(session, subtree(session, unit_id))
    return _in_order(rows, _above(rows, day))


def nodes(session: Session) -> list[Node]:
    """All units in the order of ``units``, quickly."""
    rows = _rows(session)
    return _in_order(rows, _above(rows, None))


def _rows(session: Session) -> list[Node]:
    return [Node(*row) for row in session.execute(columns(*_COLUMNS))]


def _in_order(rows: Sequence[UnitT], above: Mapping[UUID, UUID | None]) -> list[UnitT]:
    children: dict[UUID | None, list[UnitT]] = {}
    for row in sorted(rows, key=_sibling_order, reverse=True):
        if row.id in above:
            children.setdefault(above[row.id], []).append(row)
    ordered: list[UnitT] = []
    waiting = children.get(None, [])
    while waiting:
        unit = waiting.pop()
        ordered.append(unit)
        waiting += children.get(unit.id, [])
    return ordered


def _above(rows: Sequence[Unit] | Sequence[Node], day: date | None) -> dict[UUID, UUID | None]:
    if day is not None:
        return tree_history.parents([span(row) for row in rows], day)
    known = {row.id for row in rows}
    return {row.id: row.parent_id if row.parent_id in known else None for row in rows}


def span(unit: Unit | Node) -> UnitSpan:
    """When a unit stands, and below which."""
    return UnitSpan(unit.id, unit.parent_id, unit.since, unit.until)


_RANK: dict[str, int] = {Level.LARGE: 0, Level.MICRO: 1, Level.DEDICATED: 2}


def _sibling_order(unit: Unit | Node) -> tuple[int, int, str, str]:
    """Large grids before micro-grids that are in none, dedicated ones last."""
    return (_RANK.get(unit.level, 0), unit.place, unit.code, unit.name)


def tree(
    session: Session,
    day: date,
    households: Mapping[UUID, int],
    members: Mapping[UUID, int],
) -> list[UnitLine]:
    """The tree of a day in the order of ``units``; both counts are by the unit that owns them."""
    rows = _rows(session)
    above = _above(rows, day)
    ordered = _in_order(rows, above)
    order, spans = [unit.id for unit in ordered], [span(row) for row in rows]
    homes = tree_history.seated(households, spans, day)
    loose = {unit.id: homes.get(unit.id, 0) for unit in ordered if unit.level not in HOMES}
    inside, people, below, unassigned = (
        tree_history.totals(order, above, own)
        for own in (
            homes,
            tree_history.seated(members, spans, day),
            dict.fromkeys(order, 1),
            loose,
        )
    )
    leaders = posts.leaders(session, day)
    return [
        UnitLine(
            id=unit.id,
            parent_id=above[unit.id],
            level=unit.level,
            name=unit.name,
            code=unit.code,
            place=unit.place,
            group_name=unit.group_name,
            contact=unit.contact,
            leader="、".join(leaders.get(unit.id, ())),
            households=inside[unit.id],
            members=people[unit.id],
            units=below[unit.id],
            unassigned=unassigned[unit.id],
        )
        for unit in ordered
    ]


HOMES = (Level.MICRO, Level.DEDICATED)
"""Where a household is not counted as being in no micro-grid."""


def subtree(session: Session, unit_id: UUID) -> list[UUID]:
    """Ids of the unit and of everything below it."""
    top = select(col(Unit.id)).where(col(Unit.id) == unit_id).cte(recursive=True)
    below = select(col(Unit.id)).join(top, col(Unit.parent_id) == top.c.id)
    return list(session.execute(select(top.union_all(below).c.id)).scalars())


def below(session: Session, unit_id: UUID) -> list[Unit]:
    """Everything below a unit that ever was, whatever large grid it lies in."""
    ids = [id_ for id_ in subtree(session, unit_id) if id_ != unit_id]
    return by_ids(session, ids)


def right_below(session: Session, unit_id: UUID) -> list[UUID]:
    """Ids of the units whose parent it is."""
    return list(session.exec(select(col(Unit.id)).where(col(Unit.parent_id) == unit_id)))


def path(session: Session, unit_id: UUID) -> list[Unit]:
    """The unit and those above it, from the top down."""
    found: list[Unit] = []
    unit = session.get(Unit, unit_id)
    while unit is not None:
        found.insert(0, unit)
        unit = session.get(Unit, unit.parent_id) if unit.parent_id else None
    return found


def by_code(session: Session, code: str) -> Unit | None:
    """The unit with this area code."""
    return session.exec(select(Unit).where(col(Unit.code) == code)).first()


def by_ids(session: Session, ids: Iterable[UUID]) -> list[Unit]:
    """These units, as far as they are held, siblings in their order."""
    found = session.exec(select(Unit).where(col(Unit.id).in_(list(ids))))
    return sorted(found, key=_sibling_order)
