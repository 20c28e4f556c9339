"""Finds households and cases by a few typed characters, within what this laptop holds."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session, col, select

from gridapp.store.tables import Dispute, Household, Member, Party


class HitKind(StrEnum):
    """What was found."""

    HOUSEHOLD = "household"
    DISPUTE = "dispute"


@dataclass(frozen=True)
class Hit:
    """One thing found; ``title`` and ``detail`` as they are stored, not yet masked."""

    kind: HitKind
    id: UUID
    title: str
    detail: str


def find(session: Session, text: str, limit: int = 12) -> list[Hit]:
    """Cases by number, title or party, then households by name, phone tail or address."""
    text = text.strip()
    if not text:
        return []
    hits = _cases(session, text, limit)
    return hits + _households(session, text, limit - len(hits))


def _cases(session: Session, text: str, limit: int) -> list[Hit]:
    party = select(Party.dispute_id).where(col(Party.name).contains(text, autoescape=True))
    query = (
        select(Dispute.id, Dispute.title, Dispute.number)
        .where(
            col(Dispute.number).contains(text, autoescape=True)
            | col(Dispute.title).contains(text, autoescape=True)
            | col(Dispute.id).in_(party)
        )
        .order_by(col(Dispute.registered_on).desc())
        .limit(limit // 2)
    )
    return [Hit(HitKind.DISPUTE, id_, title, number) for id_, title, number in session.exec(query)]


def _households(session: Session, text: str, limit: int) -> list[Hit]:
    sought = col(Member.name).contains(text, autoescape=True) | col(Household.address).contains(
        text, autoescape=True
    )
    if text.isdigit() and len(text) >= 3:
        sought = sought | col(Member.phone).endswith(text)
    query = (
        select(Household.id, Member.name, Household.address)
        .join(Member, col(Member.household_id) == col(Household.id))
        .where(sought)
        .order_by(col(Member.place))
        .limit(limit * 4)
    )
    found: dict[UUID, Hit] = {}
    for id_, name, address in session.exec(query):
        found.setdefault(id_, Hit(HitKind.HOUSEHOLD, id_, name, address))
    return list(found.values())[:limit]
