"""Who is asking: the token and, where it must be the device itself, its signature."""

from uuid import UUID

from fastapi import Request
from sqlalchemy import Connection

from gridapp.contract import MIN_SCHEMA
from gridapp.contract.problems import Problem
from gridapp.server import devices, signatures, tokens
from gridapp.server.county import County
from gridapp.server.problems import Refusal


def check_schema(version: int) -> None:
    """Refuse a laptop that is too old, and tell it how new it must be."""
    if version < MIN_SCHEMA:
        raise Refusal(Problem.TOO_OLD, expected=MIN_SCHEMA)


def check_token(county: County, request: Request, device: UUID) -> None:
    """Refuse a request whose token is false, has ended, or names another device."""
    header = request.headers.get("authorization", "")
    if tokens.device_of(county.token_key, header, county.now()) != device:
        raise Refusal(Problem.TOKEN)


def check_signature(connection: Connection, request: Request, body: bytes, device: UUID) -> None:
    """Refuse a request that the device has not signed as it stands."""
    time = request.headers.get(signatures.TIME_HEADER, "")
    text = signatures.signed_text(request.method, request.url.path, body, time)
    sign_key = devices.known(connection, device).sign_key
    signatures.check(sign_key, text, request.headers.get(signatures.SIGNATURE_HEADER, ""))
