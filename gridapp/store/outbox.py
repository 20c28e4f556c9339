"""What waits to be sent, by name, and what the county refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from gridapp.store.tables import ChangeRow, Conflict, OperationRow


class State(StrEnum):
    """What became of a change so far."""

    WAITING = "waiting"
    ACKNOWLEDGED = "acknowledged"
    CONFLICT = "conflict"
    REFUSED = "refused"
    QUARANTINED = "quarantined"
    """The county could not read it: kept here, passed over, shown."""
    GIVEN_UP = "given_up"
    """Not taken, and not sent any more: the person said so, or offered it anew as another one."""


@dataclass(frozen=True)
class WaitingLine:
    """An operation with changes that the county does not have yet."""

    operation_id: UUID
    what: str
    name: str
    made_at: datetime
    changes: int


@dataclass(frozen=True)
class RefusedLine:
    """An operation of which the county refused changes, with the problem code."""

    operation_id: UUID
    what: str
    name: str
    made_at: datetime
    problem: str
    changes: int


@dataclass(frozen=True)
class Totals:
    """How many changes wait, were refused or set aside, and how many conflicts are open."""

    waiting: int
    refused: int
    conflicts: int
    quarantined: int = 0


def totals(session: Session) -> Totals:
    """The numbers for the status chip."""
    count = select(func.count()).select_from(ChangeRow)
    open_conflicts = select(func.count()).where(col(Conflict.settled_at).is_(None))
    return Totals(
        waiting=session.exec(count.where(col(ChangeRow.state) == State.WAITING)).one(),
        refused=session.exec(count.where(col(ChangeRow.state) == State.REFUSED)).one(),
        conflicts=session.exec(open_conflicts).one(),
        quarantined=session.exec(count.where(col(ChangeRow.state) == State.QUARANTINED)).one(),
    )


def waiting(session: Session, limit: int = 200) -> list[WaitingLine]:
    """Operations that wait, newest first."""
    return [
        WaitingLine(operation.id, operation.what, operation.name, operation.made_at, changes)
        for operation, _, changes in _by_operation(session, State.WAITING, limit)
    ]


def refused(session: Session, limit: int = 200) -> list[RefusedLine]:
    """Operations of which something was refused, newest first."""
    return [
        RefusedLine(o.id, o.what, o.name, o.made_at, problem, changes)
        for o, problem, changes in _by_operation(session, State.REFUSED, limit)
    ]


def _by_operation(
    session: Session, state: State, limit: int
) -> Sequence[tuple[OperationRow, str, int]]:
    query = (
        select(OperationRow, func.max(ChangeRow.problem), func.count())
        .join(ChangeRow, col(ChangeRow.operation_id) == col(OperationRow.id))
        .where(col(ChangeRow.state) == state)
        .group_by(col(OperationRow.id))
        .order_by(func.max(ChangeRow.dseq).desc())
        .limit(limit)
    )
    return session.exec(query).all()


def last_undoable(session: Session) -> OperationRow | None:
    """The newest operation of this laptop that has not been sent, nor undone, nor is an undo.

    Newest by the number of its changes: a laptop's clock may have been set back.
    """
    query = (
        select(OperationRow)
        .join(ChangeRow, col(ChangeRow.operation_id) == col(OperationRow.id))
        .where(col(OperationRow.undone).is_(False), col(OperationRow.undoes).is_(None))
        .group_by(col(OperationRow.id))
        .having(func.count(col(ChangeRow.batch_id)) == 0)
        .order_by(func.max(ChangeRow.dseq).desc())
        .limit(1)
    )
    return session.exec(query).first()
