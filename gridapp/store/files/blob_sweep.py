"""Wiping the bytes of attachments that are no longer here."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col, select

from gridapp.contract.sync import Op
from gridapp.store import meta
from gridapp.store.bookkeeping import ChangeRow, OperationRow
from gridapp.store.files import blobs, sealed_files
from gridapp.store.files.blobs import BlobRow
from gridapp.store.forgetting import SCRUB
from gridapp.store.tables import Attachment

UNDOING = timedelta(days=7)
"""So long the bytes of a removed file wait for its removal to be undone, if it was not sent."""


def sweep(session: Session, now: datetime) -> int:
    """Wipe the bytes that no attachment names any longer; how many files they were.

    Those that the county still waits for stay until it has them: their record left this laptop
    after it was written here. Those whose removal can be undone stay too.
    """
    named_here = select(Attachment.sha256)
    lost = session.exec(select(BlobRow).where(col(BlobRow.sha256).not_in(named_here))).all()
    undoable = _undoable(session, now) if lost else {}
    joined = meta.get(session, "device") is not None
    dead = [
        row.sha256
        for row in lost
        if not undoable.get(row.attachment_id, not row.settled and joined)
    ]
    for sha256 in dead:
        blobs.drop_pieces(session, sha256)
        session.connection().execute(delete(BlobRow).where(col(BlobRow.sha256) == sha256))
    session.expire_all()
    # Only now, as what has no key is taken for a leftover.
    keys = session.exec(select(BlobRow.key).where(BlobRow.key != b""))
    sealed_files.keep_only(session, keys)
    if dead:
        meta.put(session, SCRUB, value=True)
    return len(dead)


def _undoable(session: Session, now: datetime) -> dict[UUID, bool]:
    """Attachments that were removed here, and whether that may still be undone."""
    rows = session.execute(
        select(ChangeRow.record_id, ChangeRow.batch_id, OperationRow.made_at)
        .join(OperationRow, col(OperationRow.id) == col(ChangeRow.operation_id))
        .where(col(ChangeRow.kind) == "attachment", col(ChangeRow.op) == Op.DELETE.value)
        .order_by(col(ChangeRow.dseq))
    )
    return {id_: not batch and now < made_at + UNDOING for id_, batch, made_at in rows}
