"""Leaving no trace: what the journal, drafts and names say of records that left or were erased.

What the county has taken of a record that left keeps its place in the chain, and nothing else.
What waits keeps its values until the county has them; what was refused stays in sight.
"""

import re
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, delete, literal_column, select, text, update
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
_DONE = (col(ChangeRow.forget) == literal_column("1")) & col(ChangeRow.state).not_in(_PENDING)
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
    if _forget(session, _DONE, {}):
        meta.put(session, SCRUB, value=True)


def erased(session: Session, keys: Iterable[Key]) -> bool:
    """Records were erased by law: nothing said of them stays; whether some of it was not sent."""
    ids = list({id_ for _, id_ in keys})
    unsent = False
    for some in feeds.chunks(ids):
        theirs = col(ChangeRow.record_id).in_(some)
        waiting = select(col(ChangeRow.dseq)).where(theirs, col(ChangeRow.state) == State.WAITING)
        unsent = unsent or session.connection().execute(waiting).first() is not None
        _forget(session, theirs, {"problem": Problem.ERASED.value})
    _drop_drafts(session, ids)
    meta.put(session, SCRUB, value=True)
    return unsent


def _forget(session: Session, which: ColumnElement[bool], more: dict[str, str]) -> bool:
    """Leave of these changes their place in the chain; whether there were any."""
    found = session.connection().execute(select(col(ChangeRow.operation_id)).where(which)).all()
    if not found:
        return False
    operations = list({operation for (operation,) in found})
    plain.do_among(session, "UPDATE operation SET name = '' WHERE id IN ids", operations)
    gone = {"state": State.FORGOTTEN.value, "fields": {}, "before": {}, "forget": False}
    session.connection().execute(update(ChangeRow).where(which).values(gone | more))
    session.expire_all()
    return True


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
