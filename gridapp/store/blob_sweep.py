"""Wiping the bytes of attachments that are no longer here."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col, select

from gridapp.contract.sync import Op
from gridapp.store import blobs, meta, sealed_files
from gridapp.store.blobs import BlobRow
from gridapp.store.forgetting import SCRUB
from gridapp.store.tables import Attachment, ChangeRow, OperationRow

UNDOING = timedelta(days=7)
"""So long the bytes of a removed file wait for its removal to be undone, if it was not sent."""


def sweep(session: Session, now: datetime) -> int:
    """Wipe the bytes that no attachment names any longer; how many files they were.

    Those that the county still waits for stay until it has them: their record left this laptop
    after it was written here. Those whose removal can be undone stay too.
    """
    named_here = select(Attachment.sha256)
    lost = session.exec(select(BlobRow).where(col(BlobRow.sha256).not_in(named_here))).all()
    if not lost:
        _drop_files(session)
        return 0
    removed = _removed(session)
    joined = meta.get(session, "device") is not None
    dead = [
        row.sha256
        for row in lost
        if (
            removed[row.attachment_id] < now
            if row.attachment_id in removed
            else row.settled or not joined
        )
    ]
    for sha256 in dead:
        blobs.drop_pieces(session, sha256)
        session.connection().execute(delete(BlobRow).where(col(BlobRow.sha256) == sha256))
    session.expire_all()
    if dead:
        meta.put(session, SCRUB, value=True)
    _drop_files(session)
    return len(dead)


def _drop_files(session: Session) -> None:
    """Remove sealed files that no row has the key of."""
    sealed_files.keep_only(session, session.exec(select(BlobRow.key).where(BlobRow.key != b"")))


def _removed(session: Session) -> dict[UUID, datetime]:
    """Attachments that were removed here, and until when that may be undone."""
    rows = session.execute(
        select(ChangeRow.record_id, ChangeRow.batch_id, OperationRow.made_at)
        .join(OperationRow, col(OperationRow.id) == col(ChangeRow.operation_id))
        .where(col(ChangeRow.kind) == "attachment", col(ChangeRow.op) == Op.DELETE.value)
        .order_by(col(ChangeRow.dseq))
    )
    return {id_: made_at if batch else made_at + UNDOING for id_, batch, made_at in rows}
