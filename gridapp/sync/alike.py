"""Verdicts that are all alike: the county took a whole batch, which is then settled at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, update
from sqlmodel import Session, col

from gridapp.contract.sync import ChangeResult, Verdict
from gridapp.store import plain
from gridapp.store.bookkeeping import ChangeRow
from gridapp.store.sync.outbox import CLOSED, State
from gridapp.store.tables import TABLES

TAKEN = frozenset({Verdict.APPLIED.value, Verdict.DUPLICATE.value})

_SPAN = "SELECT dseq FROM change WHERE change_id IN (?, ?) ORDER BY dseq"
_INSIDE = "SELECT change_id, state FROM change WHERE dseq BETWEEN ? AND ? ORDER BY dseq"
_KINDS = "SELECT DISTINCT kind FROM change WHERE dseq BETWEEN ? AND ? AND op <> 'delete'"
_REST_ON = """
    UPDATE {table} SET revision = max(revision, ?) WHERE id IN (
        SELECT record_id FROM change WHERE dseq BETWEEN ? AND ? AND kind = ? AND op <> 'delete'
    )
"""
_SETTLE = (
    update(ChangeRow)
    .where(col(ChangeRow.dseq).between(bindparam("first"), bindparam("last")))
    .values(
        state=State.ACKNOWLEDGED.value, problem="", answered_at=bindparam("answered"), before={}
    )
)


class Run(NamedTuple):
    """Changes that follow one another, and the revision that all their records got."""

    first: int
    last: int
    revision: int


def find(session: Session, results: Sequence[ChangeResult]) -> Run | None:
    """The run that a reply speaks of, if it took all of it and all of it is still open here."""
    revisions = {one.revision for one in results}
    outcomes = {one.outcome for one in results}
    if len(revisions) != 1 or not outcomes <= TAKEN or any(one.code for one in results):
        return None
    ids = [one.change_id.bytes for one in results]
    span = plain.ask(session, _SPAN, ids[0], ids[-1])
    if not span:
        return None
    (first,), (last,) = span[0], span[-1]
    rows = plain.ask(session, _INSIDE, first, last)
    if [id_ for id_, _ in rows] != ids or not CLOSED.isdisjoint({state for _, state in rows}):
        return None
    return Run(first, last, revisions.pop())


def take(session: Session, run: Run, now: datetime) -> None:
    """The county has these changes; their records rest on the revision that it gave them."""
    inside = (run.first, run.last)
    numbers = {"first": run.first, "last": run.last, "answered": now}
    session.connection().execute(_SETTLE, numbers)
    for (kind,) in plain.ask(session, _KINDS, *inside):
        if kind in TABLES:
            statement = _REST_ON.format(table=TABLES[kind].__tablename__)
            plain.do(session, statement, (run.revision, *inside, kind))
    session.expire_all()
