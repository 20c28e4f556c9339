"""Access tokens of 15 minutes: signed JWTs that name a device."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey
from sqlalchemy import Connection, insert, select

from gridapp.contract.problems import Problem
from gridapp.server.problems import Refusal
from gridapp.server.tables import setting

LIFE = timedelta(minutes=15)
KEY_NAME = "token_key"


def signing_key(connection: Connection) -> OctKey:
    """The key of all tokens, made once; every process of the county shares it.

    Its row stays locked until the transaction ends.
    """
    query = select(setting.c.value).where(setting.c.name == KEY_NAME).with_for_update()
    found = connection.execute(query).scalar()
    if found is None:
        found = secrets.token_hex(32)
        connection.execute(insert(setting).values(name=KEY_NAME, value=found))
    return OctKey.import_key(bytes.fromhex(found))


def issue(key: OctKey, device: UUID, now: datetime) -> tuple[str, datetime]:
    """A token for the device, and the moment it ends."""
    until = now + LIFE
    claims = {"sub": str(device), "exp": int(until.timestamp())}
    return jwt.encode({"alg": "HS256"}, claims, key), until


def device_of(key: OctKey, authorization: str, now: datetime) -> UUID:
    """The device that an ``Authorization`` header names. Refuses a false or ended token."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer":
        raise Refusal(Problem.TOKEN)
    try:
        claims = jwt.decode(token, key, algorithms=["HS256"]).claims
        device, until = UUID(claims["sub"]), int(claims["exp"])
    except (JoseError, KeyError, ValueError) as error:
        raise Refusal(Problem.TOKEN) from error
    if now.timestamp() >= until:
        raise Refusal(Problem.TOKEN)
    return device
