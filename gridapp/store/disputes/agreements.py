"""Questions about agreements: those of a case, those whose performance is watched."""

from datetime import date
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Date, Select, bindparam, func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from gridapp.contract.casework import AgreementRecord
from gridapp.store import plain
from gridapp.store.tables import Agreement, Dispute, Task


class Watched(NamedTuple):
    """An agreement that is not yet settled, with its case."""

    dispute_id: UUID
    perform_until: date | None
    effective_on: date
    asked: bool
    """A court was asked to confirm it."""
    case_number: str
    case_title: str


def of_case(session: Session, dispute_id: UUID) -> list[Agreement]:
    """All agreements of a case, the oldest first."""
    query = select(Agreement).where(col(Agreement.dispute_id) == dispute_id)
    return list(session.exec(query.order_by(col(Agreement.agreed_on), col(Agreement.id))))


def instalments(session: Session, agreement: AgreementRecord) -> list[Task]:
    """The instalments of an agreement that stand, in order."""
    query = select(Task).where(
        col(Task.dispute_id) == agreement.dispute_id,
        col(Task.agreement_id) == agreement.id,
        col(Task.withdrawn).is_(False),
    )
    return list(session.exec(query.order_by(col(Task.place), col(Task.id))))


def unsettled(session: Session, due_by: date, effective_from: date) -> list[Watched]:
    """Agreements that are neither kept nor broken and are to be kept by ``due_by``, or that took
    effect on ``effective_from`` or later and no court was asked.
    """
    found = plain.rows(session, _unsettled(), due_by=due_by, effective_from=effective_from)
    return [
        Watched(UUID(bytes=case), plain.day(until), date.fromisoformat(since), bool(asked), *about)
        for case, until, since, asked, *about in found
    ]


@cache
def _unsettled() -> Select[*tuple[Any, ...]]:
    effective = func.coalesce(col(Agreement.effective_on), col(Agreement.agreed_on))
    recent = effective >= bindparam("effective_from", type_=Date)
    askable = recent & col(Agreement.confirmation_asked_on).is_(None)
    return (
        columns(
            col(Agreement.dispute_id),
            col(Agreement.perform_until),
            effective,
            col(Agreement.confirmation_asked_on).is_not(None),
            col(Dispute.number),
            col(Dispute.title),
        )
        .join(Dispute, col(Dispute.id) == col(Agreement.dispute_id))
        .where(col(Agreement.broken).is_(False), col(Agreement.performed_on).is_(None))
        .where((col(Agreement.perform_until) <= bindparam("due_by", type_=Date)) | askable)
        .order_by(col(Agreement.id))
    )
