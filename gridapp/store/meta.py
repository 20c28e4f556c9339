"""Facts about the database itself: its person and device, the end of its journal."""

from collections.abc import Mapping
from typing import Any

import msgspec
from sqlmodel import Session

from gridapp.store import plain

_PUT = """
    INSERT INTO meta (key, value) VALUES (?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""


def get(session: Session, key: str, default: Any = None) -> Any:
    """A fact (a JSON value), or the default when it has never been set."""
    rows = plain.ask(session, "SELECT value FROM meta WHERE key = ?", key)
    return msgspec.json.decode(str(rows[0][0])) if rows else default  # SQLite keeps "5" as 5


def put(session: Session, key: str, value: Any) -> None:
    """Keep a fact (a JSON value)."""
    put_all(session, {key: value})


def put_all(session: Session, facts: Mapping[str, Any]) -> None:
    """Keep several facts (JSON values)."""
    rows = [(key, msgspec.json.encode(value).decode()) for key, value in facts.items()]
    plain.do(session, _PUT, *rows)


def drop(session: Session, key: str) -> None:
    """Forget a fact."""
    plain.do(session, "DELETE FROM meta WHERE key = ?", (key,))


def journal_end(session: Session) -> tuple[int, str]:
    """(dseq, head of the hash chain) of the last change made here; (0, "") before the first."""
    dseq, head = get(session, "journal_end", (0, ""))
    return dseq, head


def set_journal_end(session: Session, dseq: int, head: str) -> None:
    """Remember the last change; it outlives the journal rows that the county has covered."""
    put(session, "journal_end", [dseq, head])
