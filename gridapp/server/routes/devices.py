"""Enrolment of devices, and their tokens."""

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool

from gridapp.contract.enrolment import EnrolReply, EnrolRequest, TokenReply, TokenRequest
from gridapp.server import enrol, signatures, tokens, wire
from gridapp.server.county import County
from gridapp.server.limits import Tries
from gridapp.server.routes import access

TRIES_A_MINUTE = 60


def routes(county: County) -> APIRouter:
    """The routes below ``/v1/devices``."""
    router = APIRouter(prefix="/v1/devices")
    tries = Tries(TRIES_A_MINUTE)

    def let_in(message: EnrolRequest) -> EnrolReply:
        tries.count(county.now())
        access.check_schema(message.schema_version)
        with county.writing() as connection:
            return enrol.enrol(connection, message, county.now())

    def renew(request: Request, body: bytes) -> TokenReply:
        message = wire.parse(TokenRequest, body)
        now = county.now()
        with county.reading() as connection:
            access.check_signature(connection, request, body, message.device)
        signatures.check_time(request.headers.get(signatures.TIME_HEADER, ""), now)
        token, until = tokens.issue(county.token_key, message.device, now)
        return TokenReply(token=token, token_until=until, **county.keys.public())

    @router.post("/enrol")
    async def enrol_device(request: Request) -> EnrolReply:
        message = wire.parse(EnrolRequest, await wire.body_of(request))
        return await run_in_threadpool(let_in, message)

    @router.post("/token")
    async def new_token(request: Request) -> TokenReply:
        body = await wire.body_of(request)
        return await run_in_threadpool(renew, request, body)

    return router
