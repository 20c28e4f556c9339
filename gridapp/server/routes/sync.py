"""Push and pull."""

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from msgspec import structs

from gridapp.contract.problems import Problem
from gridapp.contract.sync import PullReply, PullRequest, PushReply, PushRequest
from gridapp.contract.wire import (
    pack_pull_reply,
    pack_push_reply,
    unpack_pull,
    unpack_push,
)
from gridapp.server import devices, wire
from gridapp.server.contacts import held
from gridapp.server.county import County
from gridapp.server.devices import Device
from gridapp.server.limits import Gate
from gridapp.server.problems import Refusal
from gridapp.server.pull import pull
from gridapp.server.push import push
from gridapp.server.routes import access

PLACES = 32
"""Exchanges at once; more wait at the laptops."""


def routes(county: County) -> APIRouter:
    """The routes below ``/v1/sync``."""
    router = APIRouter(prefix="/v1/sync")
    gate = Gate(PLACES)

    def answer_push(request: Request, body: bytes) -> PushReply:
        message = wire.unpack(unpack_push, body)
        access.check_schema(message.schema_version)
        access.check_token(county, request, message.device)
        with gate.place():
            with county.reading() as connection:
                access.check_signature(connection, request, body, message.device)
            with county.writing() as connection:
                reply = push(connection, message, county.now())
            county.contacts.seen(message.device, reply.server_time)
            reply.pull = _riding(county, message)
        return reply

    def answer_pull(request: Request, body: bytes) -> PullReply:
        message = wire.unpack(unpack_pull, body)
        access.check_schema(message.schema_version)
        access.check_token(county, request, message.device)
        with gate.place(), county.reading() as connection:
            reply = pull(connection, message, county.now())
        county.contacts.seen(message.device, reply.server_time, held(message, reply))
        return reply

    @router.post("/push")
    async def take_push(request: Request) -> Response:
        body = await wire.body_of(request)
        reply = await run_in_threadpool(answer_push, request, body)
        return wire.packed(pack_push_reply(reply))

    @router.post("/pull")
    async def give_pull(request: Request) -> Response:
        body = await wire.body_of(request)
        reply = await run_in_threadpool(answer_pull, request, body)
        return wire.packed(pack_pull_reply(reply))

    return router


def _riding(county: County, message: PushRequest) -> PullReply | None:
    """The pull that rode along, in a transaction after the push.

    A revoked device may hand in its work and reads nothing; it learns so when it pulls.
    """
    if message.pull is None:
        return None
    if message.pull.device != message.device:
        raise Refusal(Problem.MALFORMED, detail="two devices")
    try:
        with county.reading() as connection:
            asked = _after_push(message.pull, message, devices.known(connection, message.device))
            reply = pull(connection, asked, county.now())
    except Refusal as refusal:
        if refusal.code is not Problem.REVOKED:
            raise
        return None
    county.contacts.seen(message.device, reply.server_time, held(asked, reply))
    return reply


def _after_push(asked: PullRequest, message: PushRequest, device: Device) -> PullRequest:
    """A laptop that held everything before this batch still does after it."""
    first, last = message.changes[0].dseq, message.changes[-1].dseq
    before = (first - 1, message.previous_head)
    if tuple(asked.ack) != before or last != device.last_dseq:
        return asked
    return structs.replace(asked, ack=(device.last_dseq, device.head))
