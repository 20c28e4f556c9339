"""Facts about the database itself: its person and device, the end of its journal."""

from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col

from gridapp.store.tables import MetaRow

_put = insert(MetaRow)
_put = _put.on_conflict_do_update(index_elements=["key"], set_={"value": _put.excluded.value})


def get(session: Session, key: str, default: Any = None) -> Any:
    """A fact (a JSON value), or the default when it has never been set."""
    query = select(col(MetaRow.value)).where(col(MetaRow.key) == key)
    row = session.connection().execute(query).first()
    return default if row is None else row[0]


def put(session: Session, key: str, value: Any) -> None:
    """Keep a fact (a JSON value)."""
    session.connection().execute(_put, {"key": key, "value": value})


def drop(session: Session, key: str) -> None:
    """Forget a fact."""
    session.connection().execute(delete(MetaRow).where(col(MetaRow.key) == key))


def journal_end(session: Session) -> tuple[int, str]:
    """(dseq, head of the hash chain) of the last change made here; (0, "") before the first."""
    dseq, head = get(session, "journal_end", (0, ""))
    return dseq, head


def set_journal_end(session: Session, dseq: int, head: str) -> None:
    """Remember the last change; it outlives the journal rows that the county has covered."""
    put(session, "journal_end", [dseq, head])
