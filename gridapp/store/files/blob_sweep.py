"""Wiping the bytes of attachments that are no longer here."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col, select

from gridapp.contract.sync import Op
from gridapp.store import meta, plain
from gridapp.store.bookkeeping import ChangeRow, OperationRow
from gridapp.store.files import blobs, sealed_files
from gridapp.store.files.blobs import BlobRow
from gridapp.store.forgetting import SCRUB

UNDOING = timedelta(days=7)
"""So long the bytes of a removed file wait for its removal to be undone, if it was not sent."""


_LOST = """
    SELECT sha256, attachment_id, settled FROM blob
    WHERE sha256 NOT IN (SELECT sha256 FROM attachment)
"""
_KEYS = "SELECT key FROM blob WHERE key <> x''"


def sweep(session: Session, now: datetime) -> int:
    """Wipe the bytes that no attachment names any longer; how many files they were.

    Those that the county still waits for stay until it has them, or says that it has no use for
    them: their record left this laptop after it was written here, or was removed here and lives on
    there, as a change of another laptop beats that. Those whose removal can be undone stay too.
    """
    lost = plain.ask(session, _LOST)
    dead = _dead(session, lost, now) if lost else []
    for sha256 in dead:
        blobs.drop_pieces(session, sha256)
        session.connection().execute(delete(BlobRow).where(col(BlobRow.sha256) == sha256))
    if dead:
        session.expire_all()
        meta.put(session, SCRUB, value=True)
    # Only now, as what has no key is taken for a leftover.
    sealed_files.keep_only(session, (key for (key,) in plain.ask(session, _KEYS)))
    return len(dead)


def _dead(session: Session, lost: Sequence[plain.Row], now: datetime) -> list[str]:
    """Those of which nobody needs the bytes any more."""
    undoable = _undoable(session, now)
    joined = meta.get(session, "device") is not None
    return [
        sha256
        for sha256, attachment, settled in lost
        if not (undoable.get(UUID(bytes=attachment), False) or (joined and not settled))
    ]


def _undoable(session: Session, now: datetime) -> dict[UUID, bool]:
    """Attachments that were removed here, and whether that may still be undone."""
    rows = session.execute(
        select(ChangeRow.record_id, ChangeRow.batch_id, OperationRow.made_at)
        .join(OperationRow, col(OperationRow.id) == col(ChangeRow.operation_id))
        .where(col(ChangeRow.kind) == "attachment", col(ChangeRow.op) == Op.DELETE.value)
        .order_by(col(ChangeRow.dseq))
    )
    return {id_: not batch and now < made_at + UNDOING for id_, batch, made_at in rows}
