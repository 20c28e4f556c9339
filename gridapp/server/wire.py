"""Bodies on the wire: bounded, gzip both ways, JSON of the contract's messages."""

import gzip
import zlib
from typing import TypeVar

from fastapi import Request, Response
from pydantic import ValidationError
from sqlmodel import SQLModel

from gridapp.contract.problems import Problem
from gridapp.contract.sync import MAX_BODY_BYTES
from gridapp.server.problems import Refusal

WORTH_PACKING = 600
"""Bytes of a reply below which gzip saves nothing."""

Message = TypeVar("Message", bound=SQLModel)


async def body_of(request: Request) -> bytes:
    """The body as it came. Reading stops when it is larger than any honest one."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MAX_BODY_BYTES:
            raise Refusal(Problem.TOO_LARGE)
    return bytes(body)


def parse(message: type[Message], request: Request, body: bytes) -> Message:
    """The message in a body, unpacked when it says that it is packed."""
    if request.headers.get("content-encoding") == "gzip":
        body = _unpacked(body)
    try:
        return message.model_validate_json(body)
    except ValidationError as error:
        raise Refusal(Problem.MALFORMED, detail=f"{error.error_count()} errors") from error


def reply(request: Request, message: SQLModel) -> Response:
    """The message as a response, packed when that helps. Values by default are left out."""
    body = message.model_dump_json(exclude_defaults=True).encode()
    headers = {"content-type": "application/json"}
    if len(body) > WORTH_PACKING and "gzip" in request.headers.get("accept-encoding", ""):
        body = gzip.compress(body, compresslevel=5, mtime=0)
        headers["content-encoding"] = "gzip"
    return Response(body, headers=headers)


def _unpacked(body: bytes) -> bytes:
    """At most MAX_BODY_BYTES, however small the packed body is."""
    stream = zlib.decompressobj(wbits=31)
    try:
        plain = stream.decompress(body, MAX_BODY_BYTES + 1)
    except zlib.error as error:
        raise Refusal(Problem.MALFORMED, detail="gzip") from error
    if len(plain) > MAX_BODY_BYTES:
        raise Refusal(Problem.TOO_LARGE)
    if not stream.eof:
        raise Refusal(Problem.MALFORMED, detail="gzip")
    return plain
