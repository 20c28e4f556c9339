"""Half-written forms, kept so that a crash or a power cut costs nothing."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col

from gridapp.store.bookkeeping import DraftRow


def keep(session: Session, key: str, body: dict[str, Any], now: datetime) -> None:
    """Keep the form ``key`` (screen and record) as typed so far; ``body`` is JSON."""
    session.merge(DraftRow(key=key, body=body, saved_at=now))


def find(session: Session, key: str) -> dict[str, Any] | None:
    """The form as it was last typed, or None."""
    row = session.get(DraftRow, key)
    return None if row is None else row.body


def drop(session: Session, key: str) -> None:
    """Forget a form that has been saved or given up."""
    session.connection().execute(delete(DraftRow).where(col(DraftRow.key) == key))
