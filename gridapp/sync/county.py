"""The county over HTTP: signed, packed, with a token that renews itself."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from nacl.signing import SigningKey
from pydantic import ValidationError
from sqlmodel import SQLModel

from gridapp.contract import wire
from gridapp.contract.enrolment import (
    EnrolReply,
    EnrolRequest,
    RenewRequest,
    TokenReply,
    TokenRequest,
)
from gridapp.contract.problems import Problem
from gridapp.contract.sync import PullReply, PullRequest, PushReply
from gridapp.domain.sync import timekeeping
from gridapp.domain.sync.timekeeping import Compared
from gridapp.sync import http, upload
from gridapp.sync.faults import BadAddress, Busy, LineFault, Offline, Refused, Untrusted
from gridapp.sync.http import UNWATCHED, Answer, Watch
from gridapp.sync.upload import Rest

if TYPE_CHECKING:
    import httpx2

__all__ = ["BadAddress", "Busy", "County", "Device", "LineFault", "Offline", "Refused", "Token"]

MARGIN = timedelta(minutes=1)
"""A token that ends sooner than this is renewed first."""

PUSH, PULL, NEWS = "/v1/sync/push", "/v1/sync/pull", "/v1/sync/news"

Reply = TypeVar("Reply", bound=SQLModel)
Read = TypeVar("Read")


@dataclass(frozen=True)
class Device:
    """What this laptop is to the county: its id and the seed of its signing key."""

    id: UUID
    sign_key: bytes


@dataclass(frozen=True)
class Token:
    """An access token and when it ends, by the county's clock.

    ``county_keys``: the county's public keys (signing, box; hex) if they came with it.
    """

    value: str
    until: datetime
    county_keys: tuple[str, str] = ("", "")


class County:
    """A county server at an address, spoken to as this device.

    ``client`` is made when it is not given. ``token`` may be kept between exchanges. ``rest``
    waits before the line is tried again under a body that broke off. By its ``certificate`` (DER)
    the county is known even if the clock here is wrong.
    """

    def __init__(
        self,
        address: str,
        device: Device | None,
        now: Callable[[], datetime],
        token: Token | None = None,
        client: httpx2.Client | None = None,
        rest: Rest = upload.rest,
        certificate: bytes = b"",
    ) -> None:
        self.token = token
        self.certificate = certificate
        self.clocks: Compared | None = None
        """Its clock and this one when it was last heard."""
        self.watch: Watch = UNWATCHED
        self._device = device
        self._now = now
        self._ahead = timedelta()
        self._address = address
        self._client = client or http.client(address)
        self._rest = rest

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def become(self, device: Device, token: Token) -> None:
        """Speak as another device from now on."""
        self._device, self.token = device, token

    def enrol(self, request: EnrolRequest) -> EnrolReply:
        """Exchange a one-time code for a device's place in the county."""
        return self._ask("/v1/devices/enrol", request, EnrolReply)

    def renew(self, request: RenewRequest) -> EnrolReply:
        """Ask for another device's place; asking again for the same one does no harm."""
        return self._ask_signed("/v1/devices/renew", request, EnrolReply)

    def push(self, body: bytes, change_ids: Sequence[UUID], *, resume: bool = False) -> PushReply:
        """Send a batch, a packed ``PushRequest`` of these changes.

        ``resume``: it was sent before, and the county may have a part of it.
        """
        asked = self._now()
        answer = upload.send(self._post_part, self._received, body, self._rest, resume=resume)
        reply = _understood(lambda: wire.unpack_push_reply(answer, change_ids))
        self._hear(asked, reply.server_time)
        return reply

    def pull(self, request: PullRequest) -> PullReply:
        """Ask for what is new."""
        body = wire.pack_pull(request)
        asked = self._now()
        answer = self._with_token(lambda: self._send("POST", PULL, body, self._bearer()))
        reply = _understood(lambda: wire.unpack_pull_reply(answer.body))
        self._hear(asked, reply.server_time)
        return reply

    def has_news(self, mark: str) -> bool:
        """Whether there is anything new since the county gave this mark."""
        answer = self._with_token(
            lambda: self._send("GET", NEWS, b"", self._bearer() | {"If-None-Match": mark})
        )
        return answer.status != HTTPStatus.NOT_MODIFIED

    def ask(
        self,
        method: str,
        path: str,
        body: bytes,
        headers: dict[str, str],
        read: Callable[[bytes], Read],
    ) -> Read:
        """Exchange bytes that need no signature of their own; what ``read`` makes of the answer."""
        answer = self._with_token(lambda: self._send(method, path, body, self._bearer() | headers))
        return _understood(lambda: read(answer.body))

    def _post_part(self, body: bytes, offset: int, headers: dict[str, str]) -> bytes:
        """Send a batch from an offset on; the signature is that of the whole."""

        def ask() -> Answer:
            signed = self._proof("POST", PUSH, body) | self._bearer() | headers
            return self._send("POST", PUSH, body[offset:], signed)

        return self._with_token(ask).body

    def _received(self, batch: str) -> int:
        """How much the county has of a batch."""
        path = f"{PUSH}/{batch}"
        answer = self._with_token(lambda: self._send("GET", path, b"", self._bearer()))
        return _understood(lambda: upload.Received.model_validate_json(answer.body)).received

    def _with_token(self, ask: Callable[[], Answer]) -> Answer:
        if self.token is None or self.token.until - MARGIN <= self._now() + self._ahead:
            self._renew_token()
        try:
            return ask()
        except Refused as refused:
            if refused.code not in {Problem.TOKEN, Problem.SIGNATURE}:
                raise
        self._renew_token()
        return ask()

    def _hear(self, asked: datetime, county: datetime) -> None:
        self.clocks = timekeeping.compared(asked, county, self._now())

    def _renew_token(self) -> None:
        self.token = None
        request = TokenRequest(device=self._identity().id)
        reply = self._ask_signed("/v1/devices/token", request, TokenReply)
        keys = reply.county_sign_key, reply.county_box_key
        self.token = Token(reply.token, reply.token_until, keys)

    def _bearer(self) -> dict[str, str]:
        token = "" if self.token is None else self.token.value
        return {"Authorization": f"Bearer {token}"}

    def _proof(self, method: str, path: str, body: bytes) -> dict[str, str]:
        """The device's signature over method, path, body and time."""
        time = str(int((self._now() + self._ahead).timestamp()))
        text = "\n".join([method, path, hashlib.sha256(body).hexdigest(), time])
        signature = SigningKey(self._identity().sign_key).sign(text.encode()).signature
        return {"X-Device-Sig": signature.hex(), "X-Device-Time": time}

    def _identity(self) -> Device:
        if self._device is None:
            raise LookupError("this laptop has not joined a county")
        return self._device

    def _ask_signed(self, path: str, request: SQLModel, reply: type[Reply]) -> Reply:
        """Exchange a signed message. A laptop with a wrong clock is told the time, signs anew."""
        try:
            return self._ask(path, request, reply, signed=True)
        except Refused as refused:
            if refused.code != Problem.SIGNATURE or refused.expected is None:
                raise
            now, county = self._now(), datetime.fromtimestamp(refused.expected, UTC)
            self._ahead = county - now
            self._hear(now, county)
        return self._ask(path, request, reply, signed=True)

    def _ask(
        self, path: str, request: SQLModel, reply: type[Reply], *, signed: bool = False
    ) -> Reply:
        """Exchange a message in plain JSON."""
        body = request.model_dump_json().encode()
        headers = self._proof("POST", path, body) if signed else {}
        answer = self._send("POST", path, body, {"Content-Type": "application/json"} | headers)
        return _understood(lambda: reply.model_validate_json(answer.body))

    def _send(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        kind = {"Content-Type": wire.CONTENT_TYPE} if method == "POST" else {}
        try:
            answer = http.request(self._client, method, path, body, kind | headers, self.watch)
        except Untrusted as fault:
            if not (fault.by_date and self.certificate):
                raise
            self._client.close()
            self._client = http.client(self._address, self.certificate)
            answer = http.request(self._client, method, path, body, kind | headers, self.watch)
        self.certificate = answer.certificate or self.certificate
        return answer


def _understood(read: Callable[[], Read]) -> Read:
    """What answered is not a county if its answer cannot be read."""
    try:
        return read()
    except (ValidationError, wire.WireError) as error:
        raise Offline from error
