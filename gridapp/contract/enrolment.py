"""The messages by which a device becomes part of a county and gets its tokens. Plain JSON."""

from datetime import datetime
from uuid import UUID

from sqlmodel import SQLModel

from gridapp.contract.people import Grant


class EnrolRequest(SQLModel):
    """A one-time code against a device; keys are hex."""

    code: str
    device: UUID
    sign_key: str
    box_key: str
    person: str
    schema_version: int


class RenewRequest(SQLModel):
    """A forked device asks to go on under a new id and keys; signed with the key of the old one."""

    device: UUID
    new_device: UUID
    sign_key: str
    box_key: str
    schema_version: int


class EnrolReply(SQLModel):
    """What the device is now: its short number (for case numbers), grants and a token."""

    device: UUID
    device_number: int
    county_name: str
    grants: list[Grant]
    token: str
    token_until: datetime
    server_time: datetime
    county_sign_key: str = ""
    """Public keys of the county, in hex, for what is carried on a stick."""
    county_box_key: str = ""


class TokenRequest(SQLModel):
    """Ask for a new token; the request carries the device's signature."""

    device: UUID


class TokenReply(SQLModel):
    """An access token of 15 minutes, and the county's public keys as in ``EnrolReply``."""

    token: str
    token_until: datetime
    county_sign_key: str = ""
    county_box_key: str = ""
