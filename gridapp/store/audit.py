"""The audit trail: what was done, by whom, when; append-only and chained by hash."""

import hashlib
import json
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session, col, select

from gridapp.store import plain
from gridapp.store.bookkeeping import AuditRow


def note(session: Session, at: datetime, actor: str, action: str, detail: dict[str, Any]) -> None:
    """Add an entry. ``detail`` names kinds, ids and fields, never values."""
    rows = plain.ask(session, "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")
    last, before = rows[0] if rows else (0, "")
    written = json.dumps(detail, ensure_ascii=False, sort_keys=True)
    entry = {
        "seq": last + 1,
        "at": at,
        "actor": actor,
        "action": action,
        "detail": written,
        "hash": _link(before, at, actor, action, written),
    }
    session.connection().execute(insert(AuditRow), entry)


def first_break(session: Session) -> int | None:
    """The seq of the first entry that was altered, removed or inserted; None when all is whole."""
    previous, expected = "", 1
    for row in session.exec(select(AuditRow).order_by(col(AuditRow.seq))):
        sound = row.hash == _link(previous, row.at, row.actor, row.action, row.detail)
        if row.seq != expected or not sound:
            return expected
        previous, expected = row.hash, expected + 1
    return None


def _link(previous: str, at: datetime, actor: str, action: str, detail: str) -> str:
    content = json.dumps([previous, at.timestamp(), actor, action, detail])
    return hashlib.sha256(content.encode()).hexdigest()
