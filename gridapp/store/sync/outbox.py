"""What waits to be sent, by name, and what became of each change."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func, literal_column
from sqlmodel import Session, col, select

from gridapp.store import plain
from gridapp.store.bookkeeping import ChangeRow, OperationRow


class State(StrEnum):
    """What became of a change so far.

    quarantined: the county could not read it; it is kept here, passed over, shown. given_up: the
    person said so of a refused or quarantined one, or offered it anew as another change.
    forgotten: its record left this laptop, or was erased by law, and its values with it.
    """

    WAITING = "waiting"
    ACKNOWLEDGED = "acknowledged"
    CONFLICT = "conflict"
    REFUSED = "refused"
    QUARANTINED = "quarantined"
    GIVEN_UP = "given_up"
    FORGOTTEN = "forgotten"


CLOSED = frozenset({State.QUARANTINED, State.GIVEN_UP, State.FORGOTTEN})
"""Where something else stands in the chain, should the county ask for the change (again)."""

WAITING = col(ChangeRow.state) == literal_column("'waiting'")
IN_QUESTION = col(ChangeRow.problem) != literal_column("''")
"""As the partial indexes say it, which do not hold what the county has taken."""
GONE = col(ChangeRow.forget) | (col(ChangeRow.state) == State.FORGOTTEN.value)
"""Its record has left this laptop: there is nothing to take back."""


@dataclass(frozen=True)
class WaitingLine:
    """An operation with changes that the county does not have yet."""

    operation_id: UUID
    what: str
    name: str
    made_at: datetime
    changes: int


@dataclass(frozen=True)
class Totals:
    """How many changes wait, were refused or set aside, and how many conflicts are open."""

    waiting: int
    refused: int
    conflicts: int
    quarantined: int = 0


_TOTALS = """
    SELECT (SELECT count(*) FROM change WHERE state = 'waiting'),
           (SELECT count(*) FROM change WHERE problem <> '' AND state = 'refused'),
           (SELECT count(*) FROM conflict WHERE settled_at IS NULL),
           (SELECT count(*) FROM change WHERE problem <> '' AND state = 'quarantined')
"""


def totals(session: Session) -> Totals:
    """The numbers for the status chip."""
    return Totals(*plain.ask(session, _TOTALS)[0])


def waiting(session: Session, limit: int = 200) -> list[WaitingLine]:
    """Operations that wait, newest first."""
    query = (
        select(OperationRow, func.count())
        .join(ChangeRow, col(ChangeRow.operation_id) == col(OperationRow.id))
        .where(WAITING)
        .group_by(col(OperationRow.id))
        .order_by(func.max(ChangeRow.dseq).desc())
        .limit(limit)
    )
    return [WaitingLine(o.id, o.what, o.name, o.made_at, n) for o, n in session.exec(query)]


def last_undoable(session: Session) -> OperationRow | None:
    """The newest operation of this laptop that has not been sent, nor undone, nor is an undo.

    All its records are still here. Newest by the number of its changes: a laptop's clock may have
    been set back.
    """
    query = (
        select(OperationRow)
        .join(ChangeRow, col(ChangeRow.operation_id) == col(OperationRow.id))
        .where(col(OperationRow.undone).is_(False), col(OperationRow.undoes).is_(None))
        .group_by(col(OperationRow.id))
        .having(func.count(col(ChangeRow.batch_id)) == 0, func.max(GONE) == 0)
        .order_by(func.max(ChangeRow.dseq).desc())
        .limit(1)
    )
    return session.exec(query).first()
