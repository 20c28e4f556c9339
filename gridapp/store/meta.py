"""Facts about the database itself: its person and device, the end of its journal."""

from typing import Any

from sqlmodel import Session

from gridapp.store.tables import MetaRow


def get(session: Session, key: str, default: Any = None) -> Any:
    """A fact (a JSON value), or the default when it has never been set."""
    row = session.get(MetaRow, key)
    return default if row is None else row.value


def put(session: Session, key: str, value: Any) -> None:
    """Keep a fact (a JSON value)."""
    session.merge(MetaRow(key=key, value=value))
    session.flush()


def journal_end(session: Session) -> tuple[int, str]:
    """(dseq, head of the hash chain) of the last change made here; (0, "") before the first."""
    dseq, head = get(session, "journal_end", (0, ""))
    return dseq, head


def set_journal_end(session: Session, dseq: int, head: str) -> None:
    """Remember the last change; it outlives the journal rows that the county has covered."""
    put(session, "journal_end", [dseq, head])
