"""Questions about agreements: those of a case, those whose performance is watched."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from gridapp.contract.casework import AgreementRecord
from gridapp.store.tables import Agreement, Dispute, Task


@dataclass(frozen=True)
class Watched:
    """An agreement that is not yet settled, with its case."""

    agreement: Agreement
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
    effective = func.coalesce(col(Agreement.effective_on), col(Agreement.agreed_on))
    askable = (effective >= effective_from) & col(Agreement.confirmation_asked_on).is_(None)
    query = (
        select(Agreement, Dispute.number, Dispute.title)
        .join(Dispute, col(Dispute.id) == col(Agreement.dispute_id))
        .where(col(Agreement.broken).is_(False), col(Agreement.performed_on).is_(None))
        .where((col(Agreement.perform_until) <= due_by) | askable)
        .order_by(col(Agreement.id))
    )
    return [Watched(found, number, title) for found, number, title in session.execute(query)]
