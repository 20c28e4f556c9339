"""Questions behind the figures of proxy handling: agents and cases of a unit by level."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from gridapp.contract.grids import PostKind
from gridapp.store.tables import Dispute, Post, Unit


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


def cases(
    session: Session, units: Sequence[UUID], first: date, last: date
) -> list[tuple[str, int, int]]:
    """(level that handles them, cases with an agent registered in the period, of them done)."""
    query = (
        select(col(Dispute.level), func.count(), _done(last))
        .where(*_registered(units, first, last), col(Dispute.agent) != "")
        .group_by(col(Dispute.level))
    )
    return [(level, number, done) for level, number, done in session.execute(query)]


def led(session: Session, units: Sequence[UUID], first: date, last: date) -> tuple[int, int]:
    """(Cases with a case leader registered in the period, of them done)."""
    query = select(func.count(), _done(last)).where(
        *_registered(units, first, last), col(Dispute.leader) != ""
    )
    number, done = session.execute(query).one()
    return number, done


def _registered(units: Sequence[UUID], first: date, last: date) -> list[ColumnElement[bool]]:
    """Sealed cases are in no figure but the county's own sum."""
    return [
        col(Dispute.unit_id).in_(units),
        col(Dispute.registered_on).between(first, last),
        col(Dispute.sealed).is_(False),
    ]


def _done(last: date) -> ColumnElement[int]:
    return func.count().filter(col(Dispute.concluded_on) <= last)
