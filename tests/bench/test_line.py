"""The line that the benchmarks measure on is as poor as it says, and not poorer."""

import http.client
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from threading import Thread
from urllib.parse import urlsplit

import pytest

from tests.bench.line import BAD, SEGMENT, Line, Profile, Way

QUICK = Profile(bits_per_second=1e9, round_trip=0.0)
LOSSY = Profile(bits_per_second=1e8, round_trip=0.01, loss=0.2)
BODY = bytes(range(256)) * 400


class Echo(BaseHTTPRequestHandler):
    """Sends back what it gets."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep the test run quiet."""


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Echo) as echo:
        serving = Thread(target=echo.serve_forever, args=(0.01,))
        serving.start()
        yield f"http://127.0.0.1:{echo.server_port}"
        echo.shutdown()
        serving.join()


def post(address: str) -> bytes:
    connection = http.client.HTTPConnection(urlsplit(address).netloc)
    try:
        connection.request("POST", "/", BODY)
        return connection.getresponse().read()
    finally:
        connection.close()


def arrivals(profile: Profile, segments: int, seed: int = 1) -> list[float]:
    way = Way(profile, Random(seed))
    return [way.arrival(0.0, SEGMENT) for _ in range(segments)]


def test_a_clean_line_takes_its_rate_and_half_a_round_trip() -> None:
    times = arrivals(Profile(64_000, 0.6), 10)
    assert times[0] == pytest.approx(SEGMENT * 8 / 64_000 + 0.3)
    assert times[-1] == pytest.approx(10 * SEGMENT * 8 / 64_000 + 0.3)


def test_a_lost_segment_is_late_by_a_round_trip_and_takes_its_place_twice() -> None:
    clean, lossy = arrivals(Profile(64_000, 0.6), 200), arrivals(Profile(64_000, 0.6, 0.1), 200)
    late = [there - due for there, due in zip(lossy, clean, strict=True)]
    assert late[0] == 0
    assert max(late) > 0.6
    assert late[-1] == pytest.approx(200 * 0.11 * SEGMENT * 8 / 64_000, rel=0.5)


def test_the_same_seed_loses_the_same_segments() -> None:
    assert arrivals(BAD, 100, seed=7) == arrivals(BAD, 100, seed=7)
    assert arrivals(BAD, 100, seed=7) != arrivals(BAD, 100, seed=8)


def test_the_bad_line_is_dead_for_two_seconds_in_twenty() -> None:
    assert [BAD.lives_for(t) for t in (0, 17, 18, 19.9, 20, 37.5)] == [18, 1, 0, 0, 18, 0.5]
    assert Profile(1, 1).lives_for(1e9) == float("inf")


def test_a_line_carries_every_byte_both_ways_and_counts_them(server: str) -> None:
    with Line(QUICK, server, seed=1) as line:
        assert post(line.address) == BODY
        assert post(line.address) == BODY
    assert 2 * len(BODY) < line.up < 2 * len(BODY) + 500
    assert 2 * len(BODY) < line.down < 2 * len(BODY) + 500


def test_what_follows_a_lost_segment_waits_for_it(server: str) -> None:
    with Line(LOSSY, server, seed=1) as line:
        assert post(line.address) == BODY


def test_a_dead_line_refuses_and_a_line_that_dies_breaks_what_is_under_way(server: str) -> None:
    dead = Profile(1e9, 0.0, dead_for=20.0, dead_every=20.0)
    with Line(dead, server, seed=1) as line, pytest.raises(OSError):
        post(line.address)
    dies = Profile(8 * 25_000, 0.0, dead_for=1000.0, dead_every=1000.3)
    with Line(dies, server, seed=1) as line, pytest.raises((OSError, http.client.HTTPException)):
        post(line.address)
    assert line.up < len(BODY)


def test_a_server_that_is_not_there_is_a_broken_connection() -> None:
    with Line(QUICK, "http://127.0.0.1:1", seed=1) as line, pytest.raises(OSError):
        post(line.address)
