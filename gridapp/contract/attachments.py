"""Documents, photos and scans of a case: what is known of them; the bytes travel apart."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from gridapp.contract.columns import IdBytes, UtcMoment
from gridapp.contract.records import Record


class AttachmentRecord(Record):
    """A file of a case, named by the hash of its bytes. The text arrives before the bytes do."""

    dispute_id: UUID = Field(index=True, sa_type=IdBytes)
    name: str
    media_type: str
    size: int
    sha256: str = Field(index=True)
    """Hex; of the bytes as they are kept, after a photo was shrunk."""
    template: str = ""
    """Which document of the mediation set it is, when the program drew it up."""
    added_by: str = ""
    added_at: datetime = Field(sa_type=UtcMoment)
    note: str = ""
