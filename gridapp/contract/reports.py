"""Reports that a unit has handed in: frozen with the data that they were computed from."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from gridapp.contract.columns import IdBytes, UtcMoment
from gridapp.contract.records import Record


class ReportPeriod(StrEnum):
    """Which period a report tells of."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    OTHER = "other"


class ReportRecord(Record):
    """A report of the unit that owns it, for ``first`` to ``last``, both included.

    Handed in by one person and signed by another; from then on nothing of it changes. Who finds it
    wrong issues another under a new number that ``replaces`` it.
    """

    period: str
    first: date = Field(index=True)
    last: date
    number: str = ""
    """``2026-47``, a re-issue ``2026-47-2``; drawn when it is signed."""
    title: str = ""
    submitted_by: str
    submitted_at: datetime = Field(sa_type=UtcMoment)
    returned_for: str = ""
    """Why the second person sent it back instead; the unit hands in another."""
    signed_by: str = ""
    signed_at: datetime | None = Field(default=None, sa_type=UtcMoment)
    replaces: UUID | None = Field(default=None, sa_type=IdBytes)
    nil: bool = False
    """Nothing was found in the period (零报告)."""
    body: str
    """The report with the data behind each number: JSON, zstd, base64 (``reports.frozen``)."""
    sha256: str
    """Hex; of the JSON before it was packed."""
