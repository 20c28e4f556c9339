"""The bytes of attachments on their way: asked for and sent by the attachment's id, in pieces.

``POST /v1/blobs/lacking``: which of these the county lacks. ``/v1/blobs/bytes`` for the one that
``X-Attachment`` names: ``POST`` the next bytes, which begin at ``X-Offset``, answered by ``Taken``;
``GET`` at most ``X-Limit`` bytes from ``X-Offset`` on.
"""

from uuid import UUID

from sqlmodel import Field, SQLModel

MOST_ASKED = 500
"""Attachments of one question."""


class LackingRequest(SQLModel):
    """Attachments whose bytes a laptop has."""

    attachments: list[UUID] = Field(max_length=MOST_ASKED)


class LackingReply(SQLModel):
    """Of those asked for, what the county still needs.

    ``lacking``: how many bytes it has of each that it wants, by id. ``unknown``: it has no such
    record, or none that this laptop may know. It has all the others whole.
    """

    lacking: dict[UUID, int]
    unknown: list[UUID]


class Taken(SQLModel):
    """How many bytes of the file the county has now."""

    received: int
