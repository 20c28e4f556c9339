"""Bodies on the wire: bounded; JSON, or the columns of ``contract/wire.py``."""

from collections.abc import Callable
from typing import TypeVar

from pydantic import ValidationError
from sqlmodel import SQLModel
from starlette.requests import Request
from starlette.responses import Response

from gridapp.contract import wire
from gridapp.contract.problems import Problem
from gridapp.contract.sync import MAX_BODY_BYTES
from gridapp.server.problems import Refusal

Message = TypeVar("Message", bound=SQLModel)
Read = TypeVar("Read")


async def body_of(request: Request) -> bytes:
    """The body as it came. Reading stops when it is larger than any honest one."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MAX_BODY_BYTES:
            raise Refusal(Problem.TOO_LARGE)
    return bytes(body)


def parse(message: type[Message], body: bytes) -> Message:
    """The message in a JSON body."""
    try:
        return message.model_validate_json(body, strict=True)
    except ValidationError as error:
        raise Refusal(Problem.MALFORMED, detail=f"{error.error_count()} errors") from error


def unpack(read: Callable[[bytes], Read], body: bytes) -> Read:
    """The message in a body of columns; ``read`` is one of ``contract/wire.py``."""
    try:
        return read(body)
    except wire.TooLargeError as error:
        raise Refusal(Problem.TOO_LARGE) from error
    except wire.WireError as error:
        raise Refusal(Problem.MALFORMED, detail=str(error)) from error


def packed(body: bytes) -> Response:
    """Columns as a response."""
    return Response(body, media_type=wire.CONTENT_TYPE)
