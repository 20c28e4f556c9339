"""The files of a case: add, look at, save a copy for a reason, remove, have them fetched."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from sqlmodel import Session, col, select

from gridapp.contract.attachments import AttachmentRecord
from gridapp.domain.disputes import attachments as rules
from gridapp.domain.disputes.attachments import JPEG, MOST_PHOTO_BYTES, PHOTOS, AttachmentFault
from gridapp.reports import files as outside
from gridapp.store import audit, journal, meta
from gridapp.store.files import blob_sweep, blobs
from gridapp.store.files.blobs import BlobRow, Downloads
from gridapp.store.tables import Attachment, Dispute
from gridapp.usecases.desk import CHINA, Changed, Desk, RejectedError, save
from gridapp.usecases.disputes import photos


@dataclass(frozen=True)
class CaseFile:
    """A file of a case. ``size`` in bytes; ``here`` of them are on this laptop."""

    id: UUID
    name: str
    media_type: str
    size: int
    here: int
    wanted: bool
    """It is to be fetched with the next exchange."""
    waits: bool
    """Its bytes have not reached the county that this laptop has joined."""
    added_by: str
    added_at: datetime
    template: str
    note: str

    @property
    def is_here(self) -> bool:
        """Whether it can be opened."""
        return self.here == self.size

    @property
    def is_photo(self) -> bool:
        """Whether it can be shown inside the program."""
        return self.media_type == JPEG

    @property
    def added_on(self) -> date:
        """The day in China."""
        return self.added_at.astimezone(CHINA).date()


def add(desk: Desk, dispute_id: UUID, path: Path, template: str = "") -> Changed:
    """Keep a file with a case. Raises RejectedError with one AttachmentFault."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_PHOTO_BYTES + 1)
    except OSError as error:
        raise RejectedError([AttachmentFault.FILE_MISSING]) from error
    return keep(desk, dispute_id, path.name, content, template)


def keep(desk: Desk, dispute_id: UUID, name: str, content: bytes, template: str = "") -> Changed:
    """The same with bytes at hand: a photo is shrunk first, anything else stays as it is."""
    fault = rules.fault(content)
    if fault is not None:
        raise RejectedError([fault])
    kind = rules.media_type(content)
    if kind in PHOTOS:
        kind, content = JPEG, _shrunk(content)
    with desk.store.session() as session:
        dispute = session.get_one(Dispute, dispute_id)
        record_id = desk.new_id()
        sha256 = blobs.keep(session, record_id, content)
        _refuse_twice(session, dispute_id, sha256)
        record = AttachmentRecord(
            id=record_id,
            unit_id=dispute.unit_id,
            dispute_id=dispute_id,
            name=name.strip(),
            media_type=kind,
            size=len(content),
            sha256=sha256,
            template=template,
            added_by=desk.person.name,
            added_at=desk.now(),
        )
        edits = [journal.create(desk.new_id(), "attachment", record)]
        return save(desk, session, "attachment.added", record.name, edits, record_id)


def _shrunk(content: bytes) -> bytes:
    try:
        return photos.shrunk(content)
    except photos.PhotoRefused as refused:
        raise RejectedError([refused.code]) from refused


def _refuse_twice(session: Session, dispute_id: UUID, sha256: str) -> None:
    same = (col(Attachment.dispute_id) == dispute_id) & (col(Attachment.sha256) == sha256)
    if session.exec(select(Attachment.id).where(same)).first() is not None:
        raise RejectedError([AttachmentFault.ALREADY_THERE])


def files(desk: Desk, dispute_id: UUID) -> tuple[CaseFile, ...]:
    """The files of a case in the order in which they were added."""
    query = (
        select(Attachment, BlobRow)
        .outerjoin(BlobRow, col(BlobRow.sha256) == col(Attachment.sha256))
        .where(col(Attachment.dispute_id) == dispute_id)
        .order_by(col(Attachment.added_at), col(Attachment.id))
    )
    with desk.store.session() as session:
        joined = meta.get(session, "device") is not None
        return tuple(_file(row, blob, joined=joined) for row, blob in session.exec(query))


def _file(row: Attachment, blob: BlobRow | None, *, joined: bool) -> CaseFile:
    here = blob.held if blob else 0
    return CaseFile(
        id=row.id,
        name=row.name,
        media_type=row.media_type,
        size=row.size,
        here=here,
        wanted=blob is not None and here < row.size,
        waits=joined and blob is not None and not blob.settled,
        added_by=row.added_by,
        added_at=row.added_at,
        template=row.template,
        note=row.note,
    )


def preview(desk: Desk, attachment_id: UUID) -> bytes | None:
    """The bytes for a small picture of it on the page of its case; None when not all are here."""
    with desk.store.session() as session:
        row = session.get(Attachment, attachment_id)
        return None if row is None else blobs.whole(session, row.sha256)


def open_copy(desk: Desk, attachment_id: UUID) -> bytes:
    """The bytes, to be shown inside the program; it is written down that they were read.

    Raises RejectedError when they are not here.
    """
    return _read(desk, attachment_id, "read", {})


def save_copy(desk: Desk, attachment_id: UUID, path: Path, reason: str) -> None:
    """Write the bytes to a file outside, for a reason, which is written down first.

    Raises RejectedError, or ``reports.files.ReportError`` when the machine does not take the file.
    """
    if not reason.strip():
        raise RejectedError([AttachmentFault.REASON_MISSING])
    outside.put(_read(desk, attachment_id, "copied", {"reason": reason.strip()}), path)


def _read(desk: Desk, attachment_id: UUID, act: str, detail: dict[str, str]) -> bytes:
    with desk.store.session() as session:
        row = session.get(Attachment, attachment_id)
        content = None if row is None else blobs.whole(session, row.sha256)
        if content is not None:
            noted = {"attachment": str(attachment_id)} | detail
            audit.note(session, desk.now(), desk.person.name, act, noted)
    if content is None:
        raise RejectedError([AttachmentFault.NOT_HERE])
    return content


def remove(desk: Desk, attachment_id: UUID) -> Changed:
    """Take a file out of its case; its bytes are wiped once that can no longer be undone."""
    with desk.store.session() as session:
        row = session.get_one(Attachment, attachment_id)
        name, case_id = row.name, row.dispute_id
        edits = [journal.remove(desk.new_id(), "attachment", row)]
        changed = save(desk, session, "attachment.removed", name, edits, case_id)
        blob_sweep.sweep(session, desk.now())
        return changed


def fetch(desk: Desk, attachment_id: UUID) -> Changed:
    """Have the bytes brought by the next exchange."""
    with desk.store.session() as session:
        row = session.get_one(Attachment, attachment_id)
        blobs.want(session, row.id, row.sha256, row.size)
    return Changed(frozenset({"attachment"}))


def downloads(desk: Desk) -> Downloads:
    """Which files come by themselves."""
    with desk.store.session() as session:
        return Downloads(meta.get(session, blobs.DOWNLOADS, Downloads.ON_DEMAND.value))


def set_downloads(desk: Desk, which: Downloads) -> None:
    """Choose which files come by themselves."""
    with desk.store.session() as session:
        meta.put(session, blobs.DOWNLOADS, which.value)


def problem(desk: Desk) -> str | None:
    """Code of what kept the county from taking or giving files the last time."""
    with desk.store.session() as session:
        found: str | None = meta.get(session, blobs.PROBLEM)
        return found
