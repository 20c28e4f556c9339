"""Access tokens of 15 minutes: the device and the end, under a MAC, in 43 characters."""

import base64
import binascii
import hmac
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, insert, select

from gridapp.contract.problems import Problem
from gridapp.server.database.tables import setting
from gridapp.server.problems import Refusal

LIFE = timedelta(minutes=15)
KEY_NAME = "token_key"

MAC_BYTES = 12
"""96 bits: each guess is a request, and a token lives for 15 minutes."""

SAID_BYTES = 20
"""The device's id, and the end in Unix seconds."""


def signing_key(connection: Connection) -> bytes:
    """The key of all tokens, made once; every process of the county shares it.

    Its row stays locked until the transaction ends.
    """
    query = select(setting.c.value).where(setting.c.name == KEY_NAME).with_for_update()
    found = connection.execute(query).scalar()
    if found is None:
        found = secrets.token_hex(32)
        connection.execute(insert(setting).values(name=KEY_NAME, value=found))
    return bytes.fromhex(found)


def derived(key: bytes, purpose: str) -> bytes:
    """A key for another purpose than tokens, made out of theirs."""
    return hmac.digest(key, purpose.encode(), "sha256")


def issue(key: bytes, device: UUID, now: datetime) -> tuple[str, datetime]:
    """A token for the device, and the moment it ends."""
    until = now.replace(microsecond=0) + LIFE
    said = device.bytes + int(until.timestamp()).to_bytes(4, "big")
    return base64.urlsafe_b64encode(said + _mac(key, said)).decode().rstrip("="), until


def device_of(key: bytes, authorization: str, now: datetime) -> UUID:
    """The device that an ``Authorization`` header names. Refuses a false or ended token."""
    scheme, _, token = authorization.partition(" ")
    try:
        raw = base64.b64decode(token + "=", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refusal(Problem.TOKEN) from error
    said, mac = raw[:SAID_BYTES], raw[SAID_BYTES:]
    genuine = hmac.compare_digest(mac, _mac(key, said))
    if scheme.lower() != "bearer" or not genuine or len(said) != SAID_BYTES:
        raise Refusal(Problem.TOKEN)
    if now.timestamp() >= int.from_bytes(said[16:], "big"):
        raise Refusal(Problem.TOKEN)
    return UUID(bytes=said[:16])


def _mac(key: bytes, said: bytes) -> bytes:
    return hmac.digest(key, said, "sha256")[:MAC_BYTES]
