"""The bytes of attachments by their hash, in pieces, inside the encrypted database."""

from typing import ClassVar

from sqlmodel import Field

from gridapp.store.tables import Local


class BlobRow(Local, table=True):
    """The bytes of a file, as far as they are here."""

    __tablename__: ClassVar[str] = "blob"

    sha256: str = Field(primary_key=True)
    size: int
    held: int = 0
    """How many of them are here, from the start."""
    settled: bool = False
    """The county has them all, or does not want them."""


class BlobPieceRow(Local, table=True):
    """A part of them, from a place on."""

    __tablename__: ClassVar[str] = "blob_piece"

    sha256: str = Field(primary_key=True)
    start: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    content: bytes
