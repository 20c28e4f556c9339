"""A push whose body comes in pieces, over one connection after another."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from uuid import UUID

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request

from gridapp.contract.problems import Problem
from gridapp.contract.sync import MAX_BODY_BYTES
from gridapp.server.exchange.partial import Partials
from gridapp.server.problems import Refusal

GATHERED = 0.5
"""Seconds of what arrives that are gathered before they are written."""


@dataclass(frozen=True)
class Upload:
    """Which body the request goes on with: its batch, where the request begins, its length."""

    batch: UUID
    offset: int
    length: int

    @classmethod
    def of(cls, headers: Headers) -> "Upload | None":
        """What the headers say; None for a body that comes in one go."""
        if "x-batch" not in headers:
            return None
        try:
            batch = UUID(hex=headers["x-batch"])
            offset, length = (
                _number(headers.get(f"x-{name}", "")) for name in ("offset", "length")
            )
        except ValueError as error:
            raise Refusal(Problem.MALFORMED, detail="x-batch, x-offset or x-length") from error
        if length > MAX_BODY_BYTES:
            raise Refusal(Problem.TOO_LARGE)
        return cls(batch, offset, length)


class Pieces:
    """Takes the pieces of requests into the partial bodies."""

    def __init__(self, partials: Partials) -> None:
        self._partials = partials

    async def take(self, request: Request, device: UUID, upload: Upload) -> bytes | None:
        """Keep what arrives, also when the line breaks; the whole body, None while it is not."""
        here = self._partials.received(device, upload.batch)
        if upload.offset != here:
            raise Refusal(Problem.OFFSET, expected=here)
        await self._keep(request, device, upload)
        body = self._partials.body(device, upload.batch)
        return body if len(body) == upload.length else None

    @contextmanager
    def answering(self, device: UUID, upload: Upload) -> Iterator[None]:
        """Drop a body that was refused for what it is; keep one that may be asked for again."""
        try:
            yield
        except Refusal as refusal:
            if refusal.status < 500:
                self._partials.drop(device)
            raise

    async def _keep(self, request: Request, device: UUID, upload: Upload) -> None:
        at, waiting, written = upload.offset, bytearray(), monotonic()
        try:
            async for arrived in request.stream():
                waiting += arrived
                if at + len(waiting) > upload.length:
                    waiting.clear()
                    raise Refusal(Problem.TOO_LARGE)
                if monotonic() - written >= GATHERED:
                    at, written = self._write(device, upload, at, waiting), monotonic()
        except ClientDisconnect:
            pass  # the laptop goes on from what is here
        finally:
            self._write(device, upload, at, waiting)

    def _write(self, device: UUID, upload: Upload, at: int, waiting: bytearray) -> int:
        if waiting:
            try:
                self._partials.append(device, upload.batch, at, bytes(waiting))
            except OSError as error:
                raise Refusal(Problem.DISK_FULL) from error
            at += len(waiting)
            waiting.clear()
        return at


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise ValueError(text)
    return int(text)
