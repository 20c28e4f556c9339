"""Verdicts that are all alike: the county took a whole batch, which is then settled at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, update
from sqlmodel import Session, col

from gridapp.contract.alike import AlikeResults
from gridapp.contract.sync import ChangeResult, Verdict
from gridapp.store import plain
from gridapp.store.bookkeeping import ChangeRow
from gridapp.store.sync.outbox import CLOSED, State
from gridapp.store.tables import TABLES

TAKEN = frozenset({Verdict.APPLIED.value, Verdict.DUPLICATE.value})

_SPAN = "SELECT dseq FROM change WHERE change_id IN (?, ?) ORDER BY dseq"
_OPEN = f"""
    SELECT count(*) FROM change WHERE dseq BETWEEN ? AND ?
    AND state NOT IN ({", ".join(f"'{state}'" for state in sorted(CLOSED))})
"""  # noqa: S608 - words of our own
_KINDS = "SELECT DISTINCT kind FROM change WHERE dseq BETWEEN ? AND ? AND op <> 'delete'"
_OTHERS = """
    SELECT 1 FROM change c JOIN {table} r ON r.id = c.record_id
    WHERE c.dseq BETWEEN ? AND ? AND c.kind = ?
    AND (r.revision > ? OR 0 < r.revision AND r.revision < c.base_revision) LIMIT 1
"""
_REST_ON = """
    UPDATE {table} SET revision = ? WHERE id IN (
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
    """The run that a reply speaks of, if it took all of it, all of it is still open here, and no
    record is newer here than what was taken, or older than what it rests on.

    Changes keep their order for life and none comes between: the first, the last and how many
    there are say which.
    """
    if not isinstance(results, AlikeResults) or results.outcome not in TAKEN:
        return None
    ends = (results.change_ids[0].bytes, results.change_ids[-1].bytes)
    span = plain.ask(session, _SPAN, *ends)
    if not span:
        return None
    (first,), (last,) = span[0], span[-1]
    if plain.ask(session, _OPEN, first, last) != [(len(results),)]:
        return None
    run = Run(first, last, results.revision)
    return None if any(_is_another(session, run, kind) for kind in _kinds(session, run)) else run


def take(session: Session, run: Run, now: datetime) -> None:
    """The county has these changes; their records rest on the revision that it gave them."""
    inside = (run.first, run.last)
    numbers = {"first": run.first, "last": run.last, "answered": now}
    session.connection().execute(_SETTLE, numbers)
    for kind in _kinds(session, run):
        statement = _REST_ON.format(table=TABLES[kind].__tablename__)
        plain.do(session, statement, (run.revision, *inside, kind))
    session.expire_all()


def _kinds(session: Session, run: Run) -> list[str]:
    """The kinds of the records that a run has written."""
    found = plain.ask(session, _KINDS, run.first, run.last)
    return [kind for (kind,) in found if kind in TABLES]


def _is_another(session: Session, run: Run, kind: str) -> bool:
    """Whether a record of a run is not here as the county says it took it."""
    question = _OTHERS.format(table=TABLES[kind].__tablename__)
    return bool(plain.ask(session, question, run.first, run.last, kind, run.revision))
