"""Leaving no trace: what the journal, drafts and names say of records that left or were erased.

What the county has taken of a record that left keeps its place in the chain, and nothing else.
What waits keeps its values until the county has them; what was refused stays in sight.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, text, update
from sqlmodel import Session, col

from gridapp.contract.problems import Problem
from gridapp.store import meta, plain
from gridapp.store.bookkeeping import ChangeRow
from gridapp.store.sync import feeds
from gridapp.store.sync.feeds import Key
from gridapp.store.sync.outbox import State

KEPT = timedelta(days=90)
"""How long changes are kept for a county that has to be restored from a backup."""

SCRUB = "scrub"
"""The fact that something was erased whose bytes may still be in the file."""

_PENDING = (State.WAITING.value, State.REFUSED.value, State.QUARANTINED.value)
_DONE = "SELECT dseq, operation_id FROM change WHERE forget = 1 AND state NOT IN (?, ?, ?)"
_ABOUT = "SELECT dseq, operation_id, state FROM change WHERE record_id IN ids"
_FORGET = """
    UPDATE change SET state = 'forgotten', problem = coalesce(?, problem), fields = '{}',
        before = '{}', forget = 0 WHERE dseq = ?
"""
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def left(session: Session, keys: Iterable[Key]) -> None:
    """Records have left this laptop; what it said of them goes as soon as the county has it."""
    ids = list({id_ for _, id_ in keys})
    if not ids:
        return
    for some in feeds.chunks(ids):
        session.connection().execute(
            update(ChangeRow)
            .where(col(ChangeRow.record_id).in_(some), col(ChangeRow.state) != State.FORGOTTEN)
            .values(forget=True, before={})
        )
    _drop_drafts(session, ids)
    meta.put(session, SCRUB, value=True)
    settled(session)


def settled(session: Session) -> None:
    """Forget what was kept only until the county, or a person, had decided on it."""
    done = plain.ask(session, _DONE, *_PENDING)
    if done:
        _forget(session, done, None)
        meta.put(session, SCRUB, value=True)


def erased(session: Session, keys: Iterable[Key]) -> bool:
    """Records were erased by law: nothing said of them stays; whether some of it was not sent."""
    ids = list({id_ for _, id_ in keys})
    theirs = plain.ask_among(session, _ABOUT, ids)
    _forget(session, [(dseq, operation) for dseq, operation, _ in theirs], Problem.ERASED.value)
    _drop_drafts(session, ids)
    meta.put(session, SCRUB, value=True)
    return any(state == State.WAITING for _, _, state in theirs)


def _forget(session: Session, changes: Sequence[plain.Row], problem: str | None) -> None:
    """Leave of these changes, each with its operation, their place in the chain."""
    operations = sorted({(operation,) for _, operation in changes})
    plain.do(session, "UPDATE operation SET name = '' WHERE id = ?", *operations)
    plain.do(session, _FORGET, *((problem, dseq) for dseq, _ in changes))
    session.expire_all()


def _drop_drafts(session: Session, ids: Collection[UUID]) -> None:
    """Drop half-written forms that mention one of the records."""
    sought = {str(id_) for id_ in ids}
    for key, body in plain.ask(session, "SELECT key, body FROM draft"):
        if not sought.isdisjoint(_ID.findall(key + body)):
            plain.do(session, "DELETE FROM draft WHERE key = ?", (key,))


def purge(session: Session, now: datetime, backed_up: int) -> None:
    """Once a day: drop changes that the county took long ago and has in a verified backup.

    The last one of them stays: the chain goes on from its head.
    """
    today = now.date().isoformat()
    if not backed_up or meta.get(session, "purged_on") == today:
        return
    meta.put(session, "purged_on", today)
    session.connection().execute(
        delete(ChangeRow).where(
            col(ChangeRow.dseq) < backed_up,
            col(ChangeRow.answered_at) < now - KEPT,
            col(ChangeRow.state).not_in(_PENDING),
        )
    )
    session.connection().execute(
        text("DELETE FROM operation WHERE id NOT IN (SELECT operation_id FROM change)")
    )
    session.expire_all()
