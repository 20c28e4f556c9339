"""Takes an operation back by opposite changes, through the journal like every other change."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from gridapp.contract.sync import Op
from gridapp.store import values
from gridapp.store.bookkeeping import ChangeRow, OperationRow
from gridapp.store.journal import BATCH, Edit, OnProgress, Operation, write
from gridapp.store.opening import StoreError, StoreFault
from gridapp.store.sync.outbox import GONE
from gridapp.store.tables import Local


class UndoFault(StrEnum):
    """Why something cannot be undone."""

    ALREADY_SENT = "undo.already_sent"
    ALREADY_UNDONE = "undo.already_undone"
    CHANGED_SINCE = "undo.changed_since"
    FINAL = "undo.final"
    """A report was signed or sent back; the county takes no change of it either."""


_CHANGES = Local.metadata.tables[str(ChangeRow.__tablename__)]
_WANTED = ("dseq", "op", "kind", "record_id", "unit_id", "before", "batch_id")
FINAL = frozenset({"report.signed", "report.returned"})
"""Operations that nobody takes back."""


class UndoError(Exception):
    """The operation stays; ``code`` says why."""

    def __init__(self, code: UndoFault) -> None:
        super().__init__(code.value)
        self.code = code


def take_back(
    session: Session,
    undoing: Operation,
    change_ids: Iterable[UUID],
    on_progress: OnProgress | None = None,
) -> frozenset[str]:
    """Take back the operation ``undoing.undoes`` by opposite changes.

    ``change_ids`` supplies a fresh id per change. Raises UndoError when a part has been sent,
    it has been undone before, or a record has been changed again since, StoreError when a record
    has left this laptop; what ``on_progress`` raises comes through. Then nothing is undone.
    """
    done = session.get_one(OperationRow, undoing.undoes)
    if done.undone:
        raise UndoError(UndoFault.ALREADY_UNDONE)
    if done.what in FINAL:
        raise UndoError(UndoFault.FINAL)
    edits = _opposites(session, done.id, change_ids, on_progress)
    _refuse_if_changed_since(session, done.id)
    done.undone = True
    session.add(done)
    if on_progress is None:
        return write(session, undoing, edits)
    return write(session, undoing, edits, lambda n, all_: on_progress((all_ + n) // 2, all_))


def _opposites(
    session: Session,
    operation_id: UUID,
    change_ids: Iterable[UUID],
    on_progress: OnProgress | None,
) -> list[Edit]:
    """The opposite of each change of an operation, the last first; the first half of the work."""
    of_this = _CHANGES.c.operation_id == operation_id
    connection = session.connection()
    count = connection.scalar(select(func.count()).where(of_this)) or 0
    wanted = select(*(_CHANGES.c[name] for name in _WANTED), GONE.label("gone")).where(of_this)
    rows = connection.execute(wanted.order_by(_CHANGES.c.dseq.desc()))
    edits: list[Edit] = []
    for row, change_id in zip(rows, change_ids, strict=False):
        if on_progress is not None and len(edits) % BATCH == 0:
            on_progress(len(edits) // 2, count)
        if row.batch_id is not None:
            raise UndoError(UndoFault.ALREADY_SENT)
        if row.gone:
            raise StoreError(StoreFault.GONE)
        edits.append(_opposite(change_id, row))
    return edits


def _opposite(change_id: UUID, row: Row[*tuple[Any, ...]]) -> Edit:
    if row.op == Op.CREATE:
        return Edit(change_id, row.kind, Op.DELETE, row.record_id, row.unit_id, {})
    op = Op.CREATE if row.op == Op.DELETE else Op.UPDATE
    fields = values.read(row.kind, row.before)
    return Edit(change_id, row.kind, op, row.record_id, fields.get("unit_id", row.unit_id), fields)


def _refuse_if_changed_since(session: Session, operation_id: UUID) -> None:
    """What was undone, and what undid it, have left the record as it was."""
    later = aliased(ChangeRow)
    found = (
        select(col(ChangeRow.dseq))
        .join(later, col(later.record_id) == col(ChangeRow.record_id))
        .join(OperationRow, col(OperationRow.id) == col(later.operation_id))
        .where(col(ChangeRow.operation_id) == operation_id)
        .where(col(later.operation_id) != operation_id, col(later.dseq) > col(ChangeRow.dseq))
        .where(col(OperationRow.undone).is_(False), col(OperationRow.undoes).is_(None))
    )
    if session.connection().execute(found.limit(1)).first():
        raise UndoError(UndoFault.CHANGED_SINCE)
