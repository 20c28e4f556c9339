"""Questions about who leads a unit, and who stands in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from gridapp.contract.grids import PostKind
from gridapp.store.tables import Post

LEADING = (PostKind.MICRO_LEADER, PostKind.GRID_LEADER)
"""Posts of those who lead a unit; agents, mediators and case leaders hold theirs beside them."""


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
    stands_in: bool


def posts(session: Session, unit_ids: Sequence[UUID]) -> list[PostLine]:
    """All who ever led these units, newest first."""
    query = select(Post).where(col(Post.unit_id).in_(unit_ids), col(Post.kind).in_(LEADING))
    return [
        PostLine(
            p.id,
            p.unit_id,
            p.kind,
            p.holder,
            p.identity,
            p.phone,
            p.since,
            p.until,
            p.stands_in,
        )
        for p in session.exec(query.order_by(col(Post.since).desc(), col(Post.stands_in)))
    ]


def leaders(session: Session, day: date) -> dict[UUID, list[str]]:
    """Names of those who lead each unit on the day, who stands in after who holds the post."""
    found: dict[UUID, list[str]] = {}
    for unit_id, holder in session.exec(
        select(Post.unit_id, Post.holder)
        .where(col(Post.kind).in_(LEADING), col(Post.since) <= day)
        .where(col(Post.until).is_(None) | (col(Post.until) >= day))
        .order_by(col(Post.stands_in), col(Post.since))
    ):
        found.setdefault(unit_id, []).append(holder)
    return found
