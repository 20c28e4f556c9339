"""Over TLS a laptop knows its county by authority and dates, and with a wrong clock by what it saw.

A certificate that is not valid yet stands for a clock that is behind, an expired one for a clock
that is ahead: the system's own clock cannot be moved.
"""

import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from uuid import UUID

import pytest
import trustme

from gridapp.store import meta
from gridapp.sync import engine, enrol
from gridapp.sync.county import County, Device, Token
from gridapp.sync.faults import Untrusted
from tests.stores import opened

NOW = datetime.now(UTC)
DAY = timedelta(days=1)
BEHIND, AHEAD = (NOW + DAY, NOW + 9 * DAY), (NOW - 9 * DAY, NOW - DAY)
"""How the dates of a good certificate look to a clock that is wrong."""
RIGHT = NOW - DAY, NOW + DAY

Served = Callable[[trustme.LeafCert], str]


class NoNews(BaseHTTPRequestHandler):
    """A county that has nothing new for anybody."""

    def do_GET(self) -> None:
        self.send_response(304)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Quietly."""


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """The county's own, which is installed on this machine."""
    made = trustme.CA()
    made.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return made


@pytest.fixture
def served() -> Iterator[Served]:
    """``served(certificate)``: the address of a county that proves itself by it."""
    with ExitStack() as stack:

        def serve(certificate: trustme.LeafCert) -> str:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            certificate.configure_cert(context)
            server = stack.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), NoNews))
            server.socket = context.wrap_socket(server.socket, server_side=True)
            Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.shutdown)
            return f"https://127.0.0.1:{server.server_port}"

        yield serve


def issued(
    authority: trustme.CA, dates: tuple[datetime, datetime], name: str = "127.0.0.1"
) -> trustme.LeafCert:
    return authority.issue_cert(name, not_before=dates[0], not_after=dates[1])


def der(certificate: trustme.LeafCert) -> bytes:
    return ssl.PEM_cert_to_DER_cert(certificate.cert_chain_pems[0].bytes().decode())


def speak(address: str, certificate: bytes = b"") -> None:
    """Ask the county at this address for news, knowing it by this certificate."""
    device, token = Device(UUID(int=1), bytes(32)), Token("t", NOW + DAY)
    county = County(address, device, lambda: NOW, token, certificate=certificate)
    try:
        assert not county.has_news("mark")
    finally:
        county.close()


def test_after_an_exchange_a_laptop_knows_its_county_by_the_certificate_that_it_saw(
    authority: trustme.CA, served: Served, tmp_path: Path
) -> None:
    good = issued(authority, RIGHT)
    store = opened(tmp_path / "laptop.db")
    facts = {
        "device": {"id": str(UUID(int=1)), "sign_key": "00" * 32},
        "county_address": served(good),
        "token": ["t", (NOW + DAY).isoformat()],
        "mark": "mark",
    }
    with store.session() as session:
        meta.put_all(session, facts)
    for known in (b"", der(good)):
        county = enrol.county_of(store, lambda: NOW)
        assert county.certificate == known
        assert engine.sync_once(store, county, lambda: NOW, lambda _: None).problem is None
        county.close()
    store.close()


@pytest.mark.parametrize("dates", [BEHIND, AHEAD], ids=["behind", "ahead"])
def test_a_laptop_with_a_wrong_clock_reaches_the_county_that_it_knows(
    authority: trustme.CA, served: Served, dates: tuple[datetime, datetime]
) -> None:
    good = issued(authority, dates)
    address = served(good)
    with pytest.raises(Untrusted) as fault:
        speak(address)
    assert fault.value.by_date
    speak(address, der(good))


@pytest.mark.parametrize("dates", [BEHIND, AHEAD], ids=["behind", "ahead"])
def test_with_a_wrong_clock_nobody_else_is_taken_for_the_county(
    authority: trustme.CA, served: Served, dates: tuple[datetime, datetime]
) -> None:
    known = der(issued(authority, dates))
    for other in (issued(authority, dates), issued(trustme.CA(), dates)):
        with pytest.raises(Untrusted):
            speak(served(other), known)
    elsewhere = issued(authority, dates, "grid.example")
    with pytest.raises(Untrusted):
        speak(served(elsewhere), der(elsewhere))


def test_with_good_dates_a_certificate_of_nobody_is_not_trusted_because_it_was_seen(
    authority: trustme.CA, served: Served
) -> None:
    stranger = issued(trustme.CA(), RIGHT)
    with pytest.raises(Untrusted) as fault:
        speak(served(stranger), der(stranger))
    assert not fault.value.by_date
