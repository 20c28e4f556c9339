"""Takes an operation back by opposite changes, through the journal like every other change."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session, col, select

from gridapp.contract.sync import Op
from gridapp.store import values
from gridapp.store.bookkeeping import ChangeRow, OperationRow
from gridapp.store.journal import Edit, Operation, chunks, write


class UndoFault(StrEnum):
    """Why something cannot be undone."""

    ALREADY_SENT = "undo.already_sent"
    ALREADY_UNDONE = "undo.already_undone"
    CHANGED_SINCE = "undo.changed_since"
    FINAL = "undo.final"
    """A report was signed or sent back; the county takes no change of it either."""


FINAL = frozenset({"report.signed", "report.returned"})
"""Operations that nobody takes back."""


class UndoError(Exception):
    """The operation stays; ``code`` says why."""

    def __init__(self, code: UndoFault) -> None:
        super().__init__(code.value)
        self.code = code


def take_back(session: Session, undoing: Operation, change_ids: Iterable[UUID]) -> frozenset[str]:
    """Take back the operation ``undoing.undoes`` by opposite changes.

    ``change_ids`` supplies a fresh id per change. Raises UndoError when a part has been sent,
    it has been undone before, or a record has been changed again since.
    """
    done = session.get_one(OperationRow, undoing.undoes)
    if done.undone:
        raise UndoError(UndoFault.ALREADY_UNDONE)
    if done.what in FINAL:
        raise UndoError(UndoFault.FINAL)
    changes = session.exec(
        select(ChangeRow)
        .where(col(ChangeRow.operation_id) == done.id)
        .order_by(col(ChangeRow.dseq).desc())
    ).all()
    if any(row.batch_id is not None for row in changes):
        raise UndoError(UndoFault.ALREADY_SENT)
    _refuse_if_changed_since(session, changes)
    edits = [_opposite(change_id, row) for change_id, row in zip(change_ids, changes, strict=False)]
    done.undone = True
    session.add(done)
    return write(session, undoing, edits)


def _opposite(change_id: UUID, row: ChangeRow) -> Edit:
    if row.op == Op.CREATE:
        return Edit(change_id, row.kind, Op.DELETE, row.record_id, row.unit_id, {})
    op = Op.CREATE if row.op == Op.DELETE else Op.UPDATE
    fields = values.read(row.kind, row.before)
    return Edit(change_id, row.kind, op, row.record_id, fields.get("unit_id", row.unit_id), fields)


def _refuse_if_changed_since(session: Session, changes: Sequence[ChangeRow]) -> None:
    """What was undone, and what undid it, have left the record as it was."""
    last = {row.record_id: row.dseq for row in reversed(changes)}
    for ids in chunks(list(last)):
        later = (
            select(ChangeRow.record_id, ChangeRow.dseq)
            .join(OperationRow, col(OperationRow.id) == col(ChangeRow.operation_id))
            .where(col(ChangeRow.record_id).in_(ids))
            .where(col(OperationRow.undone).is_(False), col(OperationRow.undoes).is_(None))
        )
        for record_id, dseq in session.exec(later):
            if dseq > last[record_id]:
                raise UndoError(UndoFault.CHANGED_SINCE)
