"""Half-written forms: kept while typing, found again after a crash."""

from typing import Any

from gridapp.store import drafts
from gridapp.usecases.desk import Desk


def keep(desk: Desk, key: str, body: dict[str, Any]) -> None:
    """Keep the form ``key`` as typed so far; ``body`` is JSON."""
    with desk.store.session() as session:
        drafts.keep(session, key, body, desk.now())


def find(desk: Desk, key: str) -> dict[str, Any] | None:
    """The form as it was last typed, or None."""
    with desk.store.session() as session:
        return drafts.find(session, key)


def drop(desk: Desk, key: str) -> None:
    """Forget a form that was saved or given up."""
    with desk.store.session() as session:
        drafts.drop(session, key)
