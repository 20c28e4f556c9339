"""Numbered problems that the county answers with; the laptop turns them into sentences."""

from enum import StrEnum

from sqlmodel import Field, SQLModel


class Problem(StrEnum):
    """Why the county refused a request, a batch or one change. The number never changes."""

    MALFORMED = "400.1 malformed"
    TOKEN = "401.1 token"
    SIGNATURE = "401.2 signature"
    UNKNOWN_DEVICE = "401.3 unknown_device"
    CODE_UNKNOWN = "403.1 enrolment_code"
    REVOKED = "403.2 revoked"
    OUT_OF_SCOPE = "403.3 out_of_scope"
    DSEQ_GAP = "409.1 dseq_gap"
    DEVICE_FORKED = "409.2 device_forked"
    BATCH_REUSED = "409.3 batch_reused"
    CHANGE_ID_REUSED = "409.4 change_id_reused"
    RECORD_EXISTS = "409.5 record_exists"
    RECORD_MISSING = "409.6 record_missing"
    TRANSITION = "409.7 transition"
    OFFSET = "409.8 offset"
    ERASED = "410.1 erased"
    TOO_LARGE = "413.1 too_large"
    INVALID_FIELDS = "422.1 invalid_fields"
    APPEND_ONLY = "422.2 append_only"
    QUARANTINED = "422.3 quarantined"
    TOO_OLD = "426.1 too_old"
    TOO_OFTEN = "429.1 too_often"
    BUSY = "503.1 busy"
    DISK_FULL = "507.1 disk_full"


class ProblemReply(SQLModel):
    """The body of every refusal."""

    code: str
    expected: int | None = None
    """``dseq_gap``: the next dseq that the county waits for; ``too_old``: the lowest schema;

    ``signature``: the county's time in Unix seconds, when the laptop's clock is too far off;

    ``offset``: how many bytes of the body the county has.
    """
    detail: str = Field(default="")
    """For logs only, in English, without personal data."""
