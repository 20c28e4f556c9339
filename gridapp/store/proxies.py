"""Questions behind the figures of proxy handling: agents and cases of a unit by level."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from gridapp.contract.grids import PostKind
from gridapp.domain.proxies import Proxied
from gridapp.store import plain
from gridapp.store.tables import Post, Unit


def agents(session: Session, units: Sequence[UUID], on: date) -> list[tuple[str, int]]:
    """(level of the unit, how many hold a post of agent there on that day)."""
    query = (
        select(col(Unit.level), func.count())
        .join(Post, col(Post.unit_id) == col(Unit.id))
        .where(col(Post.kind) == PostKind.AGENT.value, col(Unit.id).in_(units))
        .where(col(Post.since) <= on, col(Post.until).is_(None) | (col(Post.until) >= on))
        .group_by(col(Unit.level))
    )
    return [(level, number) for level, number in session.execute(query)]


def cases(session: Session, units: Collection[UUID], first: date, last: date) -> list[Proxied]:
    """Cases of these units with an agent or a case leader, registered in the period. Not the sealed
    ones, which are in no figure but the county's own sum.
    """
    found = plain.ask(session, _CASES, last.isoformat(), first.isoformat(), last.isoformat())
    keys = {unit.bytes for unit in units}
    return [
        Proxied(UUID(bytes=key), level, bool(agent), bool(leader), bool(done))
        for key, unit, level, agent, leader, done in found
        if unit in keys
    ]


_CASES = """
    SELECT id, unit_id, level, agent <> '', leader <> '', coalesce(concluded_on <= ?, 0)
    FROM dispute
    WHERE registered_on BETWEEN ? AND ? AND NOT sealed AND (agent <> '' OR leader <> '')
    ORDER BY id
"""
