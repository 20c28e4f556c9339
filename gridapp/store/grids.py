"""Questions about the grid tree and its leaders."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from gridapp.contract.grids import Level, PostKind
from gridapp.store.tables import Household, Member, Post, Unit

LEADING = (PostKind.MICRO_LEADER, PostKind.GRID_LEADER)
"""Posts of those who lead a unit; agents, mediators and case leaders hold theirs beside them."""


@dataclass(frozen=True)
class UnitLine:
    """A unit of the tree with its live counts; those of the whole subtree include itself."""

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


@dataclass(frozen=True)
class PostLine:
    """A post as it was held."""

    id: UUID
    unit_id: UUID
    kind: str
    holder: str
    identity: str
    phone: str
    since: date
    until: date | None


def units(session: Session) -> list[Unit]:
    """All units that this laptop holds, parents before children, siblings in their order."""
    rows = session.exec(select(Unit)).all()
    children: dict[UUID | None, list[Unit]] = {}
    known = {row.id for row in rows}
    for row in rows:
        parent = row.parent_id if row.parent_id in known else None
        children.setdefault(parent, []).append(row)
    ordered: list[Unit] = []
    waiting = sorted(children.get(None, []), key=_sibling_order, reverse=True)
    while waiting:
        unit = waiting.pop()
        ordered.append(unit)
        waiting += sorted(children.get(unit.id, []), key=_sibling_order, reverse=True)
    return ordered


def _sibling_order(unit: Unit) -> tuple[bool, int, str, str]:
    return (unit.level == Level.DEDICATED, unit.place, unit.code, unit.name)


def tree(session: Session, today: date) -> list[UnitLine]:
    """The tree in the order of ``units`` with its counts."""
    ordered = units(session)
    households = _by_unit(session, Household)
    members = _by_unit(session, Member)
    leaders = _leaders(session, today)
    totals = {
        unit.id: [households.get(unit.id, 0), members.get(unit.id, 0), 1, 0] for unit in ordered
    }
    for unit in ordered:
        if unit.level not in {Level.MICRO, Level.DEDICATED}:
            totals[unit.id][3] = households.get(unit.id, 0)
    for unit in reversed(ordered):
        if unit.parent_id in totals:
            above = totals[unit.parent_id]
            above[:] = [a + b for a, b in zip(above, totals[unit.id], strict=True)]
    return [
        UnitLine(
            id=unit.id,
            parent_id=unit.parent_id,
            level=unit.level,
            name=unit.name,
            code=unit.code,
            place=unit.place,
            group_name=unit.group_name,
            contact=unit.contact,
            leader="、".join(leaders.get(unit.id, ())),
            households=totals[unit.id][0],
            members=totals[unit.id][1],
            units=totals[unit.id][2],
            unassigned=totals[unit.id][3],
        )
        for unit in ordered
    ]


def _by_unit(session: Session, table: type[Household] | type[Member]) -> dict[UUID, int]:
    query = select(col(table.unit_id), func.count()).group_by(col(table.unit_id))
    return dict(session.execute(query).all())


def _leaders(session: Session, today: date) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    for unit_id, holder in session.exec(
        select(Post.unit_id, Post.holder)
        .where(col(Post.kind).in_(LEADING), col(Post.since) <= today)
        .where(col(Post.until).is_(None) | (col(Post.until) >= today))
        .order_by(col(Post.since))
    ):
        found.setdefault(unit_id, []).append(holder)
    return found


def subtree(session: Session, unit_id: UUID) -> list[UUID]:
    """Ids of the unit and of everything below it."""
    top = select(col(Unit.id)).where(col(Unit.id) == unit_id).cte(recursive=True)
    below = select(col(Unit.id)).join(top, col(Unit.parent_id) == top.c.id)
    return list(session.execute(select(top.union_all(below).c.id)).scalars())


def path(session: Session, unit_id: UUID) -> list[Unit]:
    """The unit and those above it, from the top down."""
    found: list[Unit] = []
    unit = session.get(Unit, unit_id)
    while unit is not None:
        found.insert(0, unit)
        unit = session.get(Unit, unit.parent_id) if unit.parent_id else None
    return found


def posts(session: Session, unit_ids: Sequence[UUID]) -> list[PostLine]:
    """All who ever led these units, newest first."""
    query = select(Post).where(col(Post.unit_id).in_(unit_ids), col(Post.kind).in_(LEADING))
    return [
        PostLine(p.id, p.unit_id, p.kind, p.holder, p.identity, p.phone, p.since, p.until)
        for p in session.exec(query.order_by(col(Post.since).desc()))
    ]


def by_code(session: Session, code: str) -> Unit | None:
    """The unit with this area code."""
    return session.exec(select(Unit).where(col(Unit.code) == code)).first()


def by_ids(session: Session, ids: Iterable[UUID]) -> list[Unit]:
    """These units, as far as they are held."""
    return list(session.exec(select(Unit).where(col(Unit.id).in_(list(ids)))))
