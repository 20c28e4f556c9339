"""Requests over HTTP: lean, watched piece by piece, what goes wrong by code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from pydantic import ValidationError

from gridapp.contract.problems import ProblemReply
from gridapp.sync.faults import (
    BadAddress,
    Busy,
    InTheWay,
    LineFault,
    Offline,
    Refused,
    Stopped,
    Untrusted,
)

if TYPE_CHECKING:
    import httpx2

PIECE = 4096
"""Bytes between two looks at whether to stop: half a second of a poor line."""

_UNENCRYPTED = {("http", host) for host in ("127.0.0.1", "::1", "localhost")}
"""Only on this machine itself: the demo."""

_BUSY = {429, 502, 503, 504}

_WAIT_DIGITS = 5
"""Of seconds: whoever says more than a day is not asked to come again then."""


@dataclass(frozen=True)
class Watch:
    """Who is told of bytes as they come and go, and says when to stop."""

    sent: Callable[[int], None]
    received: Callable[[int], None]
    stop: Callable[[], bool]


UNWATCHED = Watch(lambda _: None, lambda _: None, lambda: False)


@dataclass(frozen=True)
class Answer:
    """What came back, with a status that is not a refusal."""

    status: int
    body: bytes
    certificate: bytes = b""
    """By which the county was known (DER)."""


def client(address: str, certificate: bytes = b"") -> httpx2.Client:
    """A client that trusts whom the machine trusts, or only who has this certificate; it waits as
    long as a poor line needs.

    Proxies are those of the environment or the system. Raises BadAddress.
    """
    import httpx2

    from gridapp.sync import tls

    try:
        url = httpx2.URL(address)
        if url.scheme != "https" and (url.scheme, url.host) not in _UNENCRYPTED:
            raise BadAddress
        made = httpx2.Client(
            base_url=address,
            verify=tls.trusting(certificate) if certificate else tls.trusting_the_machine(),
            timeout=httpx2.Timeout(60.0, connect=10.0, pool=5.0),
        )
    except httpx2.InvalidURL as error:
        raise BadAddress from error
    made.headers.clear()  # none of them says anything to a county
    return made


def request(
    line: httpx2.Client,
    method: str,
    path: str,
    body: bytes,
    headers: dict[str, str],
    watch: Watch,
) -> Answer:
    """One request. Raises a LineFault for whatever is not an answer of a county."""
    import httpx2

    from gridapp.sync import tls

    if watch.stop():
        raise Stopped
    length = {"Content-Length": str(len(body))} if method == "POST" else {}
    content = _pieces(body, watch) if body else None
    try:
        with line.stream(method, path, content=content, headers=headers | length) as response:
            certificate = tls.seen(response)  # while the connection is sure to stand
            came = b"".join(_arriving(response, watch))
            answer = Answer(response.status_code, came, certificate)
    except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
        rejected = tls.rejection(error)
        if rejected is None:
            raise Offline from error
        raise Untrusted(by_date=tls.is_by_date(rejected)) from error
    except httpx2.ProxyError as error:
        raise InTheWay from error
    except (httpx2.TransportError, httpx2.DecodingError) as error:
        raise Offline(midway=True) from error
    if answer.status not in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}:
        raise _fault(answer, response.headers.get("retry-after", ""))
    if response.headers.get("content-type", "").startswith("text/html"):
        raise InTheWay
    return answer


def _pieces(body: bytes, watch: Watch) -> Iterator[bytes]:
    for at in range(0, len(body), PIECE):
        if watch.stop():
            raise Stopped
        piece = body[at : at + PIECE]
        yield piece
        watch.sent(len(piece))


def _arriving(response: httpx2.Response, watch: Watch) -> Iterator[bytes]:
    for piece in response.iter_bytes():
        if watch.stop():
            raise Stopped
        watch.received(len(piece))
        yield piece


def _fault(answer: Answer, wait: str) -> LineFault:
    if answer.status in _BUSY:
        return Busy(int(wait) if wait.isdecimal() and len(wait) <= _WAIT_DIGITS else None)
    if answer.status == HTTPStatus.ACCEPTED:  # a part of the body, so the line broke
        return Offline(midway=True)
    try:
        return Refused(ProblemReply.model_validate_json(answer.body))
    except ValidationError:
        pass
    moved = HTTPStatus.MULTIPLE_CHOICES <= answer.status < HTTPStatus.BAD_REQUEST
    if moved or answer.status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
        return InTheWay()
    return Offline()
