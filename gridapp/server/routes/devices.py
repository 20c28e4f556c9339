"""Enrolment of devices, their renewal after a fork, and their tokens."""

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool

from gridapp.contract.enrolment import (
    EnrolReply,
    EnrolRequest,
    RenewRequest,
    TokenReply,
    TokenRequest,
)
from gridapp.contract.problems import Problem
from gridapp.server.access import tokens
from gridapp.server.access.limits import Tries
from gridapp.server.county import enrol, requests
from gridapp.server.county.county import County
from gridapp.server.exchange import wire
from gridapp.server.routes import access
from gridapp.server.routes.described import AT_ANY_TIME, refusals, with_body

TRIES_A_MINUTE = 60

SIGNED = (Problem.MALFORMED, Problem.SIGNATURE, Problem.UNKNOWN_DEVICE, Problem.TOO_LARGE)
"""What may be wrong with a signed message."""


def routes(county: County) -> APIRouter:
    """The routes below ``/v1/devices``."""
    router = APIRouter(prefix="/v1/devices")
    tries = Tries(TRIES_A_MINUTE)

    def let_in(message: EnrolRequest) -> EnrolReply:
        tries.count(county.now())
        requests.check_schema(message.schema_version)
        with county.writing() as connection:
            return enrol.enrol(connection, message, county.now())

    def renew(request: Request, body: bytes) -> EnrolReply:
        message = wire.parse(RenewRequest, body)
        requests.check_schema(message.schema_version)
        access.check_fresh(county, request, body, message.device)
        with county.writing() as connection:
            return enrol.renew(connection, message, county.now())

    def issue(request: Request, body: bytes) -> TokenReply:
        message = wire.parse(TokenRequest, body)
        access.check_fresh(county, request, body, message.device)
        token, until = tokens.issue(county.token_key, message.device, county.now())
        return TokenReply(token=token, token_until=until, **county.keys.public())

    @router.post(
        "/enrol",
        responses=refusals(
            Problem.MALFORMED,
            Problem.CODE_UNKNOWN,
            Problem.TOO_LARGE,
            Problem.TOO_OLD,
            *AT_ANY_TIME,
        ),
        openapi_extra=with_body(EnrolRequest),
    )
    async def enrol_device(request: Request) -> EnrolReply:
        message = wire.parse(EnrolRequest, await wire.body_of(request))
        return await run_in_threadpool(let_in, message)

    @router.post(
        "/renew",
        responses=refusals(
            *SIGNED, Problem.CODE_UNKNOWN, Problem.REVOKED, Problem.TOO_OLD, *AT_ANY_TIME
        ),
        openapi_extra=with_body(RenewRequest, signed=True),
    )
    async def renew_device(request: Request) -> EnrolReply:
        return await run_in_threadpool(renew, request, await wire.body_of(request))

    @router.post(
        "/token",
        responses=refusals(*SIGNED, *AT_ANY_TIME),
        openapi_extra=with_body(TokenRequest, signed=True),
    )
    async def new_token(request: Request) -> TokenReply:
        return await run_in_threadpool(issue, request, await wire.body_of(request))

    return router
