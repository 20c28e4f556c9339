"""Questions about the units of the grid tree."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar
from uuid import UUID

import msgspec
from sqlmodel import Session, col, select

from gridapp.contract.grids import Level
from gridapp.domain.grids import tree_history
from gridapp.domain.grids.tree_history import UnitSpan
from gridapp.store import plain
from gridapp.store.grids import posts
from gridapp.store.tables import Unit


class UnitLine(NamedTuple):
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
    revision: int
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
    revision: int


_NODES = """
    SELECT id, parent_id, since, until, level, name, code, place, group_name, contact, revision
    FROM unit
"""
UnitT = TypeVar("UnitT", Unit, Node)


def units(session: Session, day: date | None = None) -> list[Node]:
    """The units that this laptop holds, parents before children, siblings in their order.

    With a day those that stand on it, below the nearest unit above them that stands then.
    """
    rows = _nodes(session)
    return _in_order(rows, _above(rows, day))


def inside(session: Session, unit_id: UUID, day: date) -> list[Unit]:
    """A unit and those below it that stand on the day, in the order of ``units``."""
    rows = by_ids(session, subtree(session, unit_id))
    return _in_order(rows, _above(rows, day))


def _nodes(session: Session) -> list[Node]:
    """In one go: a county has thousands."""
    return msgspec.convert(plain.ask(session, _NODES), list[Node])


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
    rows = _nodes(session)
    above = _above(rows, day)
    ordered, spans = _in_order(rows, above), [span(row) for row in rows]
    homes, people = (tree_history.seated(owned, spans, day) for owned in (households, members))
    place_of = {unit.id: place for place, unit in enumerate(ordered)}
    parents = [above[unit.id] for unit in ordered]
    places = [None if parent is None else place_of[parent] for parent in parents]
    own = [homes.get(unit.id, 0) for unit in ordered]
    loose = [
        0 if unit.level in HOMES else number for unit, number in zip(ordered, own, strict=True)
    ]
    figures = (own, [people.get(unit.id, 0) for unit in ordered], [1] * len(ordered), loose)
    leaders = posts.leaders(session, day)
    return [
        UnitLine(
            unit.id,
            parent,
            unit.level,
            unit.name,
            unit.code,
            unit.place,
            unit.group_name,
            unit.contact,
            unit.revision,
            "、".join(leaders.get(unit.id, ())),
            *counts,
        )
        for unit, parent, *counts in zip(
            ordered, parents, *(tree_history.totals(places, of) for of in figures), strict=True
        )
    ]


HOMES = (Level.MICRO, Level.DEDICATED)
"""Where a household is not counted as being in no micro-grid."""


def subtree(session: Session, unit_id: UUID) -> list[UUID]:
    """Ids of the unit and of everything below it."""
    top = select(col(Unit.id)).where(col(Unit.id) == unit_id).cte(recursive=True)
    below = select(col(Unit.id)).join(top, col(Unit.parent_id) == top.c.id)
    return list(session.execute(select(top.union_all(below).c.id)).scalars())


def in_order(session: Session, unit_id: UUID) -> list[UUID]:
    """The same, in the order of ``units``."""
    found = dict.fromkeys([unit_id])
    for unit in units(session):
        if unit.parent_id in found:
            found[unit.id] = None
    return list(found)


def below(session: Session, unit_id: UUID) -> list[Unit]:
    """Everything below a unit that ever was, whatever large grid it lies in."""
    ids = [id_ for id_ in subtree(session, unit_id) if id_ != unit_id]
    return by_ids(session, ids)


def right_below(session: Session, unit_id: UUID | None) -> list[UUID]:
    """Ids of the units whose parent it is; None: of those at the top."""
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
