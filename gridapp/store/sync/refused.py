"""Changes that the county did not take: which they are, offered anew, given up."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from gridapp.contract.sync import Op
from gridapp.store import audit, journal, meta, values
from gridapp.store.bookkeeping import ChangeRow, OperationRow
from gridapp.store.journal import Edit, Operation
from gridapp.store.sync.outbox import IN_QUESTION, State
from gridapp.store.tables import TABLES

NOT_TAKEN = (State.REFUSED, State.QUARANTINED)
"""The county said no, or could not read the change."""


@dataclass(frozen=True)
class RefusedLine:
    """A change that the county did not take, and the operation that it was part of."""

    change_id: UUID
    what: str
    name: str
    made_at: datetime
    kind: str
    op: str
    record_id: UUID
    fields: dict[str, Any]
    """JSON values as they were sent."""
    problem: str


def lines(session: Session, limit: int = 200) -> list[RefusedLine]:
    """The newest first."""
    query = (
        select(OperationRow, ChangeRow)
        .join(ChangeRow, col(ChangeRow.operation_id) == col(OperationRow.id))
        .where(IN_QUESTION, col(ChangeRow.state).in_(NOT_TAKEN))
        .order_by(col(ChangeRow.dseq).desc())
        .limit(limit)
    )
    return [
        RefusedLine(
            change_id=change.change_id,
            what=operation.what,
            name=operation.name,
            made_at=operation.made_at,
            kind=change.kind,
            op=change.op,
            record_id=change.record_id,
            fields=change.fields,
            problem=change.problem,
        )
        for operation, change in session.exec(query)
    ]


def offer_again(
    session: Session, change_id: UUID, new_change_id: UUID, fields: dict[str, Any], now: datetime
) -> frozenset[str]:
    """Offer a change anew under a new id with these JSON ``fields``; returns the kinds changed.

    The county keeps its first answer to a change for good, so that it must be another one.
    Raises StoreError when the record to update is not on this laptop any more.
    """
    row = _not_taken(session, change_id)
    operation = session.get_one(OperationRow, row.operation_id)
    _pass_over(session, change_id)
    edit = Edit(
        new_change_id,
        row.kind,
        Op(row.op),
        row.record_id,
        row.unit_id,
        values.read(row.kind, fields),
        again=row.op == Op.CREATE,
    )
    actor = meta.get(session, "person")["name"]
    anew = Operation(new_change_id, operation.what, operation.name, actor, now)
    return journal.write(session, anew, [edit])


def let_go(session: Session, change_id: UUID, at: datetime, actor: str) -> frozenset[str]:
    """The person gives a change up; it stays in the journal, and who did it is noted.

    A record that only this change would have made goes. Returns the kinds changed.
    """
    row = _not_taken(session, change_id)
    _pass_over(session, change_id)
    if row.op == Op.CREATE and row.kind in TABLES:
        journal.withdraw(session, row.kind, row.record_id)
    audit.note(session, at, actor, "change.given_up", {"change": str(change_id)})
    return frozenset({row.kind})


def _not_taken(session: Session, change_id: UUID) -> ChangeRow:
    query = select(ChangeRow).where(
        col(ChangeRow.change_id) == change_id, col(ChangeRow.state).in_(NOT_TAKEN)
    )
    return session.exec(query).one()


def _pass_over(session: Session, change_id: UUID) -> None:
    session.execute(
        update(ChangeRow)
        .where(col(ChangeRow.change_id) == change_id)
        .values(state=State.GIVEN_UP.value)
    )
