"""Taking back what the person just did, as long as it has not been sent."""

from dataclasses import dataclass
from uuid import UUID

from gridapp.store.bookkeeping import OperationRow
from gridapp.store.journal import OnProgress, Operation
from gridapp.store.sync import outbox
from gridapp.store.undo import take_back
from gridapp.usecases.desk import Changed, Desk


@dataclass(frozen=True)
class Undoable:
    """The newest thing that can be taken back."""

    operation_id: UUID
    what: str
    name: str


def last(desk: Desk) -> Undoable | None:
    """What Ctrl+Z would take back now; None when there is nothing, or it has been sent."""
    with desk.store.session() as session:
        row = outbox.last_undoable(session)
        return None if row is None else Undoable(row.id, row.what, row.name)


def undo(desk: Desk, operation_id: UUID, on_progress: OnProgress | None = None) -> Changed:
    """Take an operation back as a whole. Raises ``store.undo.UndoError``.

    A cancel from ``on_progress`` leaves everything as it was.
    """
    with desk.store.session() as session:
        done = session.get_one(OperationRow, operation_id)
        undoing = Operation(
            desk.new_id(), "undo", done.name, desk.person.name, desk.now(), undoes=done.id
        )
        kinds = take_back(session, undoing, iter(desk.new_id, None), on_progress)
    return Changed(kinds, undoing.id)
