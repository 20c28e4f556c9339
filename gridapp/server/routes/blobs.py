"""The bytes of attachments: what the county lacks, the next bytes up, the next bytes down."""

import shutil
from collections.abc import Callable
from random import Random
from time import monotonic
from typing import TypeVar
from uuid import UUID

from fastapi import APIRouter, Depends
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from gridapp.contract.blobs import LackingReply, LackingRequest, Taken
from gridapp.contract.problems import Problem
from gridapp.contract.sync import MAX_BODY_BYTES
from gridapp.server.access.limits import Gate, Rate
from gridapp.server.county.county import County
from gridapp.server.exchange import blobs, wire
from gridapp.server.exchange.blobs import Named
from gridapp.server.problems import Refusal
from gridapp.server.routes import access
from gridapp.server.routes.described import AT_ANY_TIME, TOKEN, refusals, with_body

PLACES, QUEUE = 2, 16
"""Fewer than for text, which photos must never keep waiting."""

RESERVE = 2 << 30
"""Bytes of the disk that are left to text."""

Answer = TypeVar("Answer")


def routes(county: County) -> APIRouter:
    """The routes below ``/v1/blobs``; those of bytes alone are not in ``/openapi.json``."""
    router, made = APIRouter(prefix="/v1/blobs"), _Blobs(county)
    router.add_api_route(
        "/lacking",
        made.lacking,
        methods=["POST"],
        responses=refusals(
            Problem.MALFORMED, Problem.TOKEN, Problem.TOO_LARGE, Problem.TOO_OFTEN, *AT_ANY_TIME
        ),
        openapi_extra=with_body(LackingRequest),
        dependencies=[Depends(TOKEN)],
    )
    router.routes += [
        Route("/v1/blobs/bytes", made.take, methods=["POST"]),
        Route("/v1/blobs/bytes", made.give, methods=["GET"]),
    ]
    return router


class _Blobs:
    def __init__(self, county: County) -> None:
        self._county = county
        self._gate = Gate(monotonic, Random(), PLACES, QUEUE)
        self._rate = Rate(monotonic, per_second=10)

    async def lacking(self, request: Request) -> LackingReply:
        """Of the attachments that a laptop has, those that the county needs."""
        device = self._let_in(request)
        asked = wire.parse(LackingRequest, await wire.body_of(request))
        return await self._work(lambda: self._lacking(device, asked.attachments))

    async def take(self, request: Request) -> Response:
        """The next bytes of a file; what arrived stays, also when the line breaks.

        They need no signature: the record that names their hash was signed.
        """
        device = self._let_in(request)
        attachment, offset = _attachment(request), _number(request, "x-offset")
        self._leave_room()
        named = await self._work(lambda: self._may_bring(device, attachment))
        content = await _arrived(request)
        now = self._county.now()

        def keep() -> int:
            return self._county.write(
                lambda connection: blobs.append(connection, named, offset, content, now)
            )

        received = Taken(received=await self._work(keep))
        return Response(received.model_dump_json(), media_type="application/json")

    async def give(self, request: Request) -> Response:
        """The next bytes of a file."""
        device = self._let_in(request)
        attachment, offset = _attachment(request), _number(request, "x-offset")
        most = min(_number(request, "x-limit"), MAX_BODY_BYTES)
        content = await self._work(lambda: self._part(device, attachment, offset, most))
        return Response(content, media_type="application/octet-stream")

    def _let_in(self, request: Request) -> UUID:
        device = access.device_of(self._county, request)
        self._rate.count(device)
        self._gate.check()
        return device

    def _leave_room(self) -> None:
        """Of a PostgreSQL on another machine only its own limits are known."""
        folder = self._county.folder
        if folder is not None and shutil.disk_usage(folder).free < RESERVE:
            raise Refusal(Problem.DISK_FULL, detail="reserve for text")

    async def _work(self, work: Callable[[], Answer]) -> Answer:
        async with self._gate.place():
            return await run_in_threadpool(work)

    def _brought(self, device: UUID, ids: list[UUID]) -> dict[UUID, Named]:
        """Attachments that the device may see or has written."""
        with self._county.reading() as connection:
            found = blobs.written(connection, device, ids)
        with self._county.reading(device) as connection:
            return found | blobs.seen(connection, device, ids)

    def _lacking(self, device: UUID, ids: list[UUID]) -> LackingReply:
        named = self._brought(device, ids)
        with self._county.reading() as connection:
            here = blobs.received(connection, named.values())
        lacking = {
            id_: here.get(one, 0) for id_, one in named.items() if here.get(one, 0) < one.size
        }
        return LackingReply(lacking=lacking, unknown=[id_ for id_ in ids if id_ not in named])

    def _may_bring(self, device: UUID, attachment: UUID) -> Named:
        named = self._brought(device, [attachment]).get(attachment)
        if named is None:
            raise Refusal(Problem.RECORD_MISSING)
        return named

    def _part(self, device: UUID, attachment: UUID, offset: int, most: int) -> bytes:
        """Whether there is no such record, or only none for this device, is not told."""
        with self._county.reading(device) as connection:
            named = blobs.seen(connection, device, [attachment]).get(attachment)
        with self._county.reading() as connection:
            content = None if named is None else blobs.part(connection, named, offset, most)
        if content is None:
            raise Refusal(Problem.RECORD_MISSING)
        return content


async def _arrived(request: Request) -> bytes:
    """The body, or as much of it as came before the line broke."""
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > MAX_BODY_BYTES:
                raise Refusal(Problem.TOO_LARGE)
    except ClientDisconnect:
        pass  # the laptop goes on from what is here
    return bytes(body)


def _attachment(request: Request) -> UUID:
    try:
        return UUID(request.headers.get("x-attachment", ""))
    except ValueError as error:
        raise Refusal(Problem.MALFORMED, detail="x-attachment") from error


def _number(request: Request, header: str) -> int:
    text = request.headers.get(header, "")
    if not (text.isascii() and text.isdigit()) or len(text) > 12:
        raise Refusal(Problem.MALFORMED, detail=header)
    return int(text)
