"""What is open in a grid when its leader changes."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select as columns
from sqlmodel import Session, col

from gridapp.domain.disputes.disputes import OPEN_STATES
from gridapp.store.tables import Dispute, Task


class OpenCase(NamedTuple):
    """A case that is not concluded."""

    number: str
    title: str
    state: str
    registered_on: date
    due_on: date


class OpenTask(NamedTuple):
    """Something that is owed."""

    title: str
    owner: str
    due_on: date | None
    case_number: str | None


def cases(session: Session, unit_ids: Sequence[UUID]) -> list[OpenCase]:
    """Open cases that arose in these units, the most urgent first; sealed ones go to their handlers
    alone.
    """
    query = (
        columns(*(col(getattr(Dispute, name)) for name in OpenCase._fields))
        .where(col(Dispute.unit_id).in_(unit_ids), col(Dispute.state).in_(OPEN_STATES))
        .where(col(Dispute.sealed).is_(False))
        .order_by(col(Dispute.due_on), col(Dispute.number))
    )
    return [OpenCase(*row) for row in session.execute(query)]


def tasks(session: Session, unit_ids: Sequence[UUID]) -> list[OpenTask]:
    """Open tasks of these units, or in open cases of theirs, the most urgent first."""
    query = (
        columns(col(Task.title), col(Task.owner), col(Task.due_on), col(Dispute.number))
        .outerjoin(Dispute, col(Dispute.id) == col(Task.dispute_id))
        .where(col(Task.done_on).is_(None), col(Task.withdrawn).is_(False))
        .where(col(Dispute.id).is_(None) | col(Dispute.sealed).is_(False))
        .where(
            col(Task.owner_unit_id).in_(unit_ids)
            | (col(Dispute.unit_id).in_(unit_ids) & col(Dispute.state).in_(OPEN_STATES))
        )
        .order_by(col(Task.due_on), col(Task.id))
    )
    return [OpenTask(*row) for row in session.execute(query)]
