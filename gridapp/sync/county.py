"""The county over HTTP: signed, packed, with a token that renews itself; its faults by code."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from nacl.signing import SigningKey
from pydantic import ValidationError
from sqlmodel import SQLModel

from gridapp.contract import wire
from gridapp.contract.enrolment import EnrolReply, EnrolRequest, TokenReply, TokenRequest
from gridapp.contract.problems import Problem, ProblemReply
from gridapp.contract.sync import PullReply, PullRequest, PushReply

if TYPE_CHECKING:
    import httpx2

_UNENCRYPTED = {("http", host) for host in ("127.0.0.1", "::1", "localhost")}
"""Only on this machine itself: the demo."""

MARGIN = timedelta(minutes=1)
"""A token that ends sooner than this is renewed first."""

Reply = TypeVar("Reply", bound=SQLModel)
Read = TypeVar("Read")


class LineFault(Exception):
    """The exchange stopped; ``code`` says why. Nothing is lost: it goes on another time."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Offline(LineFault):
    """There is no line, or what answered is not a county."""

    def __init__(self) -> None:
        super().__init__("sync.offline")


class BadAddress(LineFault):
    """The address is not one of a county."""

    def __init__(self) -> None:
        super().__init__("sync.address")


class Busy(LineFault):
    """The county asks to come again, if it says so after ``retry_after`` seconds."""

    def __init__(self, retry_after: int | None) -> None:
        super().__init__(Problem.BUSY.value)
        self.retry_after = retry_after


class Refused(LineFault):
    """The county refused the request; ``expected`` as in its problem reply."""

    def __init__(self, reply: ProblemReply) -> None:
        super().__init__(reply.code)
        self.expected = reply.expected


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

    ``client`` is made when it is not given. ``token`` may be kept between exchanges.
    """

    def __init__(
        self,
        address: str,
        device: Device | None,
        now: Callable[[], datetime],
        token: Token | None = None,
        client: httpx2.Client | None = None,
    ) -> None:
        self.token = token
        self._device = device
        self._now = now
        self._ahead = timedelta()
        self._client = client or _client(address)

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def enrol(self, request: EnrolRequest) -> EnrolReply:
        """Exchange a one-time code for a device's place in the county."""
        return self._ask("/v1/devices/enrol", request, EnrolReply)

    def push(self, body: bytes, change_ids: Sequence[UUID]) -> PushReply:
        """Send a batch, a packed ``PushRequest`` of these changes."""
        reply = self._with_token("/v1/sync/push", body)
        return _understood(lambda: wire.unpack_push_reply(reply, change_ids))

    def pull(self, request: PullRequest) -> PullReply:
        """Ask for what is new."""
        reply = self._with_token("/v1/sync/pull", wire.pack_pull(request))
        return _understood(lambda: wire.unpack_pull_reply(reply))

    def _with_token(self, path: str, body: bytes) -> bytes:
        if self.token is None or self.token.until - MARGIN <= self._now() + self._ahead:
            self._renew()
        try:
            return self._post(path, body, self._proof(path, body))
        except Refused as refused:
            if refused.code not in {Problem.TOKEN, Problem.SIGNATURE}:
                raise
        self._renew()
        return self._post(path, body, self._proof(path, body))

    def _renew(self) -> None:
        """Get a new token. A laptop with a wrong clock is told the time, and signs anew."""
        self.token = None
        request = TokenRequest(device=self._identity().id)
        try:
            reply = self._ask("/v1/devices/token", request, TokenReply, signed=True)
        except Refused as refused:
            if refused.code != Problem.SIGNATURE or refused.expected is None:
                raise
            self._ahead = timedelta(seconds=refused.expected - self._now().timestamp())
            reply = self._ask("/v1/devices/token", request, TokenReply, signed=True)
        keys = reply.county_sign_key, reply.county_box_key
        self.token = Token(reply.token, reply.token_until, keys)

    def _proof(self, path: str, body: bytes) -> dict[str, str]:
        """The token, and the device's signature over method, path, body and time."""
        time = str(int((self._now() + self._ahead).timestamp()))
        text = "\n".join(["POST", path, hashlib.sha256(body).hexdigest(), time])
        signature = SigningKey(self._identity().sign_key).sign(text.encode()).signature
        headers = {"X-Device-Sig": signature.hex(), "X-Device-Time": time}
        if self.token is not None:
            headers["Authorization"] = f"Bearer {self.token.value}"
        return headers

    def _identity(self) -> Device:
        if self._device is None:
            raise LookupError("this laptop has not joined a county")
        return self._device

    def _ask(
        self, path: str, request: SQLModel, reply: type[Reply], *, signed: bool = False
    ) -> Reply:
        """Exchange a message in plain JSON."""
        body = request.model_dump_json().encode()
        headers = self._proof(path, body) if signed else {}
        answer = self._post(path, body, {"Content-Type": "application/json", **headers})
        return _understood(lambda: reply.model_validate_json(answer))

    def _post(self, path: str, body: bytes, headers: dict[str, str]) -> bytes:
        import httpx2

        try:
            response = self._client.post(
                path, content=body, headers={"Content-Type": wire.CONTENT_TYPE, **headers}
            )
        except (httpx2.TransportError, httpx2.DecodingError) as error:
            raise Offline from error
        if response.status_code != 200:
            raise _fault(response)
        return bytes(response.content)


def _understood(read: Callable[[], Read]) -> Read:
    """What answered is not a county if its answer cannot be read."""
    try:
        return read()
    except (ValidationError, wire.WireError) as error:
        raise Offline from error


def _fault(response: httpx2.Response) -> LineFault:
    wait = response.headers.get("retry-after", "")
    if response.status_code in {429, 502, 503, 504}:
        return Busy(int(wait) if wait.isdigit() else None)
    try:
        return Refused(ProblemReply.model_validate_json(response.content))
    except ValidationError:
        return Offline()


def _client(address: str) -> httpx2.Client:
    """A client that trusts what the machine trusts, and waits as long as a poor line needs."""
    import ssl

    import httpx2
    import truststore

    try:
        url = httpx2.URL(address)
        if url.scheme != "https" and (url.scheme, url.host) not in _UNENCRYPTED:
            raise BadAddress
        return httpx2.Client(
            base_url=address,
            verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            timeout=httpx2.Timeout(60.0, connect=10.0, pool=5.0),
        )
    except httpx2.InvalidURL as error:
        raise BadAddress from error
