"""Questions about disputes: the ledger and one case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Select, cast, func, or_
from sqlalchemy import select as sqlalchemy_select
from sqlmodel import Session, col, select

from gridapp.contract.disputes import State
from gridapp.domain.disputes.disputes import TIMED_STATES
from gridapp.store.many_ids import ManyIds, many_ids
from gridapp.store.tables import CaseEvent, Dispute, Party, Unit

NUMBER_DIGITS = 9
"""No running number is longer."""

MOST_IDS = 10_000
"""In one question; SQLite takes 32,766 values at most."""

SOON_DAYS = 7
"""A case is "due soon" in its last week."""


class Shelf(StrEnum):
    """The saved filters of the ledger."""

    MINE = "mine"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    TO_STRIKE_OFF = "to_strike_off"
    ALL = "all"


class SortBy(StrEnum):
    """Columns by which the query can sort the ledger."""

    NUMBER = "number"
    TITLE = "title"
    CATEGORY = "category"
    STATE = "state"
    REGISTERED = "registered_on"
    DUE = "due_on"


@dataclass(frozen=True)
class DisputeLine:
    """A case in the ledger."""

    id: UUID
    number: str
    title: str
    category: str
    state: str
    conclusion: str | None
    registered_on: date
    due_on: date
    unit_name: str
    parties: str
    handler: str
    sealed: bool = False


@dataclass(frozen=True)
class RelatedLine:
    """A matter joined to another. ``earlier``: it is repeated by the other; else it repeats it."""

    id: UUID
    number: str
    title: str
    state: str
    registered_on: date
    earlier: bool


@dataclass(frozen=True)
class Case:
    """A case with its parties and its whole timeline, oldest first."""

    dispute: Dispute
    unit_name: str
    parties: tuple[Party, ...]
    events: tuple[CaseEvent, ...]


def ledger(
    session: Session,
    shelf: Shelf,
    today: date,
    person: str,
    *,
    sort: tuple[SortBy, bool] = (SortBy.REGISTERED, True),
    ids: tuple[UUID, ...] | None = None,
) -> list[DisputeLine]:
    """Cases of a shelf. ``sort`` is (column, descending); ``ids`` narrows to these cases."""
    query = _lines().where(*_on_shelf(shelf, today, person)).order_by(*_order(sort))
    if ids is not None:
        query = query.where(col(Dispute.id).in_(ids))
    return [DisputeLine(*row) for row in session.execute(query)]


def ledger_ids(
    session: Session, shelf: Shelf, today: date, person: str, sort: tuple[SortBy, bool]
) -> ManyIds:
    """Which cases stand on a shelf, in their order: quick also with a county's whole year."""
    query = sqlalchemy_select(col(Dispute.id)).where(*_on_shelf(shelf, today, person))
    return many_ids(session, query.order_by(*_order(sort)))


def lines(session: Session, ids: Sequence[UUID]) -> list[DisputeLine]:
    """These cases as lines of the ledger, in this order; what is not there is left out."""
    found: dict[UUID, DisputeLine] = {}
    for start in range(0, len(ids), MOST_IDS):
        query = _lines().where(col(Dispute.id).in_(ids[start : start + MOST_IDS]))
        found |= {row.id: DisputeLine(*row) for row in session.execute(query)}
    return [found[id_] for id_ in ids if id_ in found]


def _lines() -> Select[*tuple[Any, ...]]:
    """The columns of ``DisputeLine``; whole records would take ten times as long."""
    names = (
        select(func.group_concat(Party.name, "、"))
        .where(col(Party.dispute_id) == col(Dispute.id))
        .scalar_subquery()
    )
    return sqlalchemy_select(
        col(Dispute.id),
        col(Dispute.number),
        col(Dispute.title),
        col(Dispute.category),
        col(Dispute.state),
        col(Dispute.conclusion),
        col(Dispute.registered_on),
        col(Dispute.due_on),
        func.coalesce(Unit.name, ""),
        func.coalesce(names, ""),
        col(Dispute.handler),
        col(Dispute.sealed),
    ).outerjoin(Unit, col(Unit.id) == col(Dispute.unit_id))


def _order(sort: tuple[SortBy, bool]) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    column, descending = sort
    order = col(getattr(Dispute, column.value))
    return (order.desc() if descending else order.asc(), col(Dispute.id).desc())


def shelf_counts(session: Session, today: date, person: str) -> dict[Shelf, int]:
    """How many cases stand on each shelf."""
    return {
        shelf: session.exec(
            select(func.count()).select_from(Dispute).where(*_on_shelf(shelf, today, person))
        ).one()
        for shelf in Shelf
    }


_ANSWERABLE = (
    col(Dispute.handler),
    col(Dispute.registered_by),
    col(Dispute.agent),
    col(Dispute.leader),
)
"""Who has a case as their own."""


def _on_shelf(shelf: Shelf, today: date, person: str) -> list[ColumnElement[bool]]:
    is_timed = col(Dispute.state).in_(TIMED_STATES)
    soon = today + timedelta(days=SOON_DAYS)
    conditions: dict[Shelf, list[ColumnElement[bool]]] = {
        Shelf.MINE: [
            col(Dispute.state) != State.STRUCK_OFF,
            or_(*(one == person for one in _ANSWERABLE)),
        ],
        Shelf.DUE_SOON: [is_timed, col(Dispute.due_on).between(today, soon)],
        Shelf.OVERDUE: [is_timed, col(Dispute.due_on) < today],
        Shelf.TO_STRIKE_OFF: [col(Dispute.state) == State.CONCLUDED],
        Shelf.ALL: [],
    }
    return conditions[shelf]


def case(session: Session, dispute_id: UUID) -> Case | None:
    """One case; None when it is not (or no longer) on this laptop."""
    dispute = session.get(Dispute, dispute_id)
    if dispute is None:
        return None
    unit = session.get(Unit, dispute.unit_id)
    events = session.exec(
        select(CaseEvent)
        .where(col(CaseEvent.dispute_id) == dispute_id)
        .order_by(col(CaseEvent.happened_on), col(CaseEvent.recorded_at), col(CaseEvent.id))
    ).all()
    return Case(dispute, unit.name if unit else "", parties(session, dispute_id), tuple(events))


def parties(session: Session, dispute_id: UUID) -> tuple[Party, ...]:
    """The parties of a case, side by side in their order."""
    query = select(Party).where(col(Party.dispute_id) == dispute_id)
    order = (col(Party.side), col(Party.place), col(Party.id))
    return tuple(session.exec(query.order_by(*order)))


def earlier(session: Session, dispute_id: UUID) -> list[UUID]:
    """The matter that this one repeats, the one that that one repeats, and so on back.

    Two laptops that related matters crosswise make a circle; it is gone round once.
    """
    chain: list[UUID] = []
    dispute = session.get(Dispute, dispute_id)
    while dispute is not None and dispute.repeat_of and dispute.repeat_of not in chain:
        chain.append(dispute.repeat_of)
        dispute = session.get(Dispute, dispute.repeat_of)
    return chain


def related(session: Session, dispute_id: UUID, person: str) -> tuple[RelatedLine, ...]:
    """What a matter repeats, all the way back, and what repeats it directly; oldest first.

    A sealed one is told of only to its handlers; ``person`` as in ``DisputeRecord.handlers``.
    """
    before = [one for one in earlier(session, dispute_id) if one != dispute_id]
    query = select(Dispute).where(
        col(Dispute.id).in_(before) | (col(Dispute.repeat_of) == dispute_id),
        col(Dispute.id) != dispute_id,
    )
    found = session.exec(query.order_by(col(Dispute.registered_on), col(Dispute.id)))
    return tuple(
        RelatedLine(one.id, one.number, one.title, one.state, one.registered_on, one.id in before)
        for one in found
        if not one.sealed or person in one.handlers
    )


def highest_number(session: Session, prefix: str) -> int:
    """The highest running number among case numbers ``<prefix>NNNN``; 0 when there is none.

    Asks for a range, which the index answers; as text, 9999 would come after 10000.
    """
    running = cast(func.substr(Dispute.number, len(prefix) + 1), Integer)
    within = col(Dispute.number).between(prefix, prefix + "9" * NUMBER_DIGITS)
    return session.exec(select(func.max(running)).where(within)).one() or 0
