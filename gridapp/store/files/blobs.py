"""The bytes of attachments by their hash: whole as sealed files, until then in pieces."""

import hashlib
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import ClassVar, NamedTuple
from uuid import UUID

from sqlalchemy import delete, update
from sqlmodel import Field, Session, col, select

from gridapp.contract.columns import IdBytes
from gridapp.store import plain
from gridapp.store.files import sealed_files
from gridapp.store.tables import Attachment, Local

DOWNLOADS = "downloads"
"""The fact which bytes this laptop fetches by itself: a value of ``Downloads``."""

PROBLEM = "blobs.problem"
"""The fact why the county did not take files the last time: the code of a problem, or none."""


class Downloads(StrEnum):
    """Which files of cases come to this laptop by themselves."""

    ALL = "all"
    ON_DEMAND = "on_demand"


class BlobRow(Local, table=True):
    """The bytes of a file, as far as they are here. A row without all of them is wanted."""

    __tablename__: ClassVar[str] = "blob"

    sha256: str = Field(primary_key=True)
    size: int
    held: int = 0
    """How many of them are here, from the start."""
    settled: bool = False
    """The county has them all, or does not want them."""
    attachment_id: UUID = Field(sa_type=IdBytes)
    """The record under whose name they go to the county, also when it has left this laptop."""
    key: bytes = b""
    """Of the sealed file, once all of them are here."""


class BlobPieceRow(Local, table=True):
    """A part of what is being fetched, from a place on."""

    __tablename__: ClassVar[str] = "blob_piece"

    sha256: str = Field(primary_key=True)
    start: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    content: bytes


class Travelling(NamedTuple):
    """A file of which bytes are to go up or to come down."""

    sha256: str
    attachment: UUID
    """The record by which to ask: one that is here, else the one that brought the file."""
    size: int
    held: int


_TRAVELLING = """
    SELECT sha256, size, held, coalesce(
        (SELECT min(id) FROM attachment WHERE attachment.sha256 = blob.sha256), attachment_id
    ) FROM blob
"""
_TO_SEND = f"{_TRAVELLING} WHERE NOT settled AND held = size ORDER BY size, sha256"
_WANTED = f"{_TRAVELLING} WHERE held < size ORDER BY held DESC, sha256"


def keep(session: Session, attachment_id: UUID, content: bytes) -> str:
    """Keep the bytes of a new file; their hash. What is here already is kept once."""
    sha256 = hashlib.sha256(content).hexdigest()
    row = want(session, attachment_id, sha256, len(content))
    if row.held < row.size:
        drop_pieces(session, sha256)
        row.key, row.held = sealed_files.put(session, content), row.size
    # An earlier file with these bytes may have been removed at the county.
    row.settled, row.attachment_id = False, attachment_id
    session.add(row)
    session.flush()
    return sha256


def want(session: Session, attachment_id: UUID, sha256: str, size: int) -> BlobRow:
    """Have bytes fetched from the county, unless they are here."""
    row = session.get(BlobRow, sha256)
    if row is None:
        row = BlobRow(sha256=sha256, size=size, settled=True, attachment_id=attachment_id)
        session.add(row)
        session.flush()
    return row


def whole(session: Session, sha256: str) -> bytes | None:
    """The bytes; None when they are not, or not all, here."""
    row = session.get(BlobRow, sha256)
    if row is None or row.held < row.size:
        return None
    content = sealed_files.get(session, row.key)
    if content is None:  # somebody removed the file: it can be fetched again
        row.held, row.settled = 0, True
        session.add(row)
    return content


def take(session: Session, sha256: str, content: bytes) -> bool:
    """Add the next bytes that the county gave; False when the whole is not what its hash says.

    Then nothing of it stays.
    """
    row = session.get_one(BlobRow, sha256)
    session.add(BlobPieceRow(sha256=sha256, start=row.held, content=content))
    row.held += len(content)
    session.add(row)
    session.flush()
    if row.held < row.size:
        return True
    pieces = select(BlobPieceRow).where(col(BlobPieceRow.sha256) == sha256)
    ordered = session.exec(pieces.order_by(col(BlobPieceRow.start)))
    found = b"".join(piece.content for piece in ordered)
    sound = hashlib.sha256(found).hexdigest() == sha256
    drop_pieces(session, sha256)
    row.key, row.held = (sealed_files.put(session, found), row.size) if sound else (b"", 0)
    session.add(row)
    return sound


def to_send(session: Session) -> list[Travelling]:
    """Whole files that the county may lack, the smallest first."""
    return _travelling(session, _TO_SEND)


def wanted(session: Session) -> list[Travelling]:
    """Files that are to be fetched, those begun first."""
    return _travelling(session, _WANTED)


def _travelling(session: Session, question: str) -> list[Travelling]:
    return [
        Travelling(sha256, UUID(bytes=name), size, held)
        for sha256, size, held, name in plain.ask(session, question)
    ]


def want_all(session: Session) -> None:
    """Have the bytes of every attachment fetched."""
    missing = select(Attachment).where(col(Attachment.sha256).not_in(select(BlobRow.sha256)))
    for row in session.exec(missing).all():
        want(session, row.id, row.sha256, row.size)


def settle(session: Session, hashes: Iterable[str]) -> None:
    """The county needs nothing more of these."""
    for sha256 in hashes:
        one = update(BlobRow).where(col(BlobRow.sha256) == sha256)
        session.connection().execute(one.values(settled=True))
    session.expire_all()


def hashes_of(session: Session, attachments: Sequence[UUID]) -> set[str]:
    """The bytes of these attachments, also of such as have left this laptop."""
    here = plain.ask_among(session, "SELECT sha256 FROM attachment WHERE id IN ids", attachments)
    gone = plain.ask_among(
        session, "SELECT sha256 FROM blob WHERE attachment_id IN ids", attachments
    )
    return {sha256 for (sha256,) in (*here, *gone)}


def offer_again(session: Session) -> None:
    """The county may have lost what it had."""
    whole_ones = update(BlobRow).where(col(BlobRow.held) == col(BlobRow.size))
    session.connection().execute(whole_ones.values(settled=False))
    session.expire_all()


def named(session: Session, sha256: str) -> UUID | None:
    """An attachment on this laptop that has these bytes."""
    query = select(Attachment.id).where(col(Attachment.sha256) == sha256)
    return session.exec(query.order_by(col(Attachment.id)).limit(1)).first()


def drop_pieces(session: Session, sha256: str) -> None:
    """Wipe what is here of these bytes: pages are overwritten by ``PRAGMA secure_delete``."""
    session.connection().execute(delete(BlobPieceRow).where(col(BlobPieceRow.sha256) == sha256))
    session.expire_all()
