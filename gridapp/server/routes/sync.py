"""Push, pull and news: plain routes in packed bytes, without FastAPI's work on each request."""

from random import Random
from time import monotonic
from uuid import UUID

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from gridapp.contract.sync import PullReply, PushReply, PushRequest
from gridapp.contract.wire import pack_pull_reply, pack_push_reply, unpack_pull, unpack_push
from gridapp.server.access.limits import Gate, Rate
from gridapp.server.county import requests as exchange
from gridapp.server.county.county import County
from gridapp.server.exchange import wire
from gridapp.server.exchange.partial import Partials
from gridapp.server.routes import access
from gridapp.server.routes.pieces import Pieces, Upload


def routes(county: County, partials: Partials) -> list[BaseRoute]:
    """The routes below ``/v1/sync``."""
    sync = _Sync(county, partials)
    return [
        Route("/v1/sync/push", sync.push, methods=["POST"]),
        Route("/v1/sync/pull", sync.pull, methods=["POST"]),
        Route("/v1/sync/news", sync.news, methods=["GET"]),
    ]


class _Sync:
    def __init__(self, county: County, partials: Partials) -> None:
        self._county = county
        self._pieces = Pieces(partials)
        self._gate = Gate(monotonic, Random(), county.places)
        self._rate = Rate(monotonic)

    async def push(self, request: Request) -> Response:
        """Take in a batch, which may come in pieces."""
        device = self._let_in(request)
        upload = Upload.of(request.headers)
        if upload is None:
            body = await wire.body_of(request)
            return await self._push(request, device, body)
        kept = await self._pieces.take(request, device, upload)
        if kept is None:
            return Response(status_code=202)
        with self._pieces.answering(device, upload):
            return await self._push(request, device, kept)

    async def pull(self, request: Request) -> Response:
        """Give what is new."""
        device = self._let_in(request)
        body = await wire.body_of(request)
        async with self._gate.place():
            return wire.packed(await run_in_threadpool(self._pull, device, body))

    async def news(self, request: Request) -> Response:
        """304 when the device has seen everything, else an empty 200; from memory alone."""
        device, now = access.device_of(self._county, request), self._county.now()
        self._county.contacts.seen(device, now)
        mark = request.headers.get("if-none-match", "").strip('"')
        quiet = self._county.news.is_quiet(device, mark, now)
        return Response(status_code=304 if quiet else 200)

    def _let_in(self, request: Request) -> UUID:
        """The device, before anything of its body is read."""
        device = access.device_of(self._county, request)
        self._rate.count(device)
        self._gate.check()
        return device

    async def _push(self, request: Request, device: UUID, body: bytes) -> Response:
        """All that takes long is done where it is written: threads hinder one another."""

        def take_in(connection: Connection) -> tuple[PushRequest, PushReply]:
            message = wire.unpack(unpack_push, body)
            exchange.check_schema(message.schema_version)
            access.check_same(device, message.device)
            return message, exchange.take_in(self._county, connection, message, body)

        def answer() -> bytes:
            return pack_push_reply(exchange.give_along(self._county, message, reply))

        async with self._gate.place():
            if device not in self._county.sign_keys:
                await run_in_threadpool(access.learn_keys, self._county)
            access.check_signature(self._county, request, body, device)
            message, reply = await self._county.written(take_in)
            reads = message.pull is not None
            return wire.packed(await run_in_threadpool(answer) if reads else answer())

    def _pull(self, device: UUID, body: bytes) -> bytes:
        message = wire.unpack(unpack_pull, body)
        exchange.check_schema(message.schema_version)
        access.check_same(device, message.device)
        reply: PullReply = exchange.give_pull(self._county, message)
        return pack_pull_reply(reply)
