"""200 laptops push 50 changes each, at once: our county against a naive server, in one run.

    python -m tests.bench.crowd [--laptops 200] [--changes 50] [--repeats 5]

Both are real processes on loopback and keep what they answer on the disk (FULL). Ours runs on
SQLite and on PostgreSQL, with everything on: encryption, tokens, signatures, rights, audit; on
PostgreSQL as one process like the others, and as two, which only it allows. The yardstick is
``naive_county.py``. Good: 10 times its rate, goal 25; PostgreSQL half of SQLite.
"""

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any

import msgspec
from nacl.signing import SigningKey
from uuid_utils.compat import uuid7

from gridapp.contract import SCHEMA, wire
from gridapp.contract.sync import PushRequest
from gridapp.server.access import tokens
from gridapp.server.access.signatures import SIGNATURE_HEADER, TIME_HEADER, signed_text
from gridapp.server.county.opening import open_county
from tests.bench.storm_county import Database
from tests.bench.storm_founding import found
from tests.bench.storm_laptop import Laptop

AT_ONCE = 16
"""Connections that are open at the same time."""

PAUSE = 0.05
"""Seconds after which a laptop comes again that was told so: no crowd stands outside here."""

KEPT = 3
"""Repeats that count: the least disturbed."""

WORKERS = {"sqlite": 1, "postgresql": 1, "postgresql_by_two": 2}
"""Our counties, each named after its database, and how many processes serve it."""


def main() -> None:
    """Print the rates and ratios as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--laptops", type=int, default=200)
    parser.add_argument("--changes", type=int, default=50)
    parser.add_argument("--repeats", type=int, default=5)
    asked = parser.parse_args()
    rates: dict[str, list[float]] = {name: [] for name in ("naive", *WORKERS)}
    for _ in range(asked.repeats):
        for name, measured in rates.items():
            measured.append(rate(name, asked.laptops, asked.changes))
    best = {name: mean(sorted(found)[-KEPT:]) for name, found in rates.items()}
    ratios = {
        "sqlite_to_naive": round(best["sqlite"] / best["naive"], 1),
        "postgresql_to_naive": round(best["postgresql"] / best["naive"], 1),
        "postgresql_to_sqlite": round(best["postgresql"] / best["sqlite"], 2),
        "postgresql_by_two_to_sqlite": round(best["postgresql_by_two"] / best["sqlite"], 2),
    }
    print(json.dumps({"changes_a_second": {n: round(r) for n, r in best.items()}, **ratios}))


def rate(name: str, laptops: int, changes: int) -> float:
    """Changes a second that a fresh server of this name takes in."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        data = Path(folder)
        if name == "naive":
            bodies = naive_requests(people(laptops, changes))
            port = start(stack, "-m", "tests.bench.naive_county", folder)
        else:
            database = Database(data, name.removesuffix("_by_two"))
            stack.callback(database.close)
            ours = founded(data, database.url, laptops, changes)
            bodies = our_requests(ours, token_key(data, database.url))
            options = ["--database-url", database.url] if database.url else []
            options += ["--workers", str(WORKERS[name])]
            serve = ("-m", "gridapp.server", "serve", "--data-dir", str(data / "county"))
            port = start(stack, *serve, "--port", "0", *options)
        seconds = asyncio.run(crowd(port, bodies))
    return laptops * changes / seconds


def people(laptops: int, changes: int) -> list[Laptop]:
    """Laptops of no county, with as much work."""
    nobody = SigningKey.generate()
    made = [Laptop(uuid7(), nobody, uuid7(), uuid7(), uuid7()) for _ in range(laptops)]
    return worked(made, changes)


def founded(data: Path, url: str | None, laptops: int, changes: int) -> list[Laptop]:
    """Laptops of a county just founded."""
    return worked(found(data / "county", url, laptops), changes)


def worked(laptops: list[Laptop], changes: int) -> list[Laptop]:
    """The laptops, after half a day offline."""
    for number, laptop in enumerate(laptops):
        laptop.work(changes, Random(number))
    return laptops


def token_key(data: Path, url: str | None) -> bytes:
    """The key with which the county makes its tokens."""
    county = open_county(lambda: datetime.now(UTC), data / "county", database_url=url)
    try:
        return county.token_key
    finally:
        county.close()


def naive_requests(laptops: Sequence[Laptop]) -> list[bytes]:
    """One request for each laptop, as it goes over the line."""
    return [
        request("/push", msgspec.json.encode({"device": laptop.id, "changes": laptop.waiting}))
        for laptop in laptops
    ]


def our_requests(laptops: Sequence[Laptop], key: bytes) -> list[bytes]:
    """The same, packed, with token and signature."""
    now = datetime.now(UTC)
    made = []
    for laptop in laptops:
        body = wire.pack_push(PushRequest(uuid7(), laptop.id, SCHEMA, "", laptop.waiting))
        time = str(int(now.timestamp()))
        text = signed_text("POST", "/v1/sync/push", body, time)
        headers = {
            "Authorization": f"Bearer {tokens.issue(key, laptop.id, now)[0]}",
            SIGNATURE_HEADER: laptop.key.sign(text).signature.hex(),
            TIME_HEADER: time,
        }
        made.append(request("/v1/sync/push", body, headers))
    return made


def request(path: str, body: bytes, headers: dict[str, str] | None = None) -> bytes:
    """A whole HTTP request."""
    lines = {"Host": "county", "Content-Length": str(len(body)), **(headers or {})}
    lines.setdefault("Content-Type", "application/json" if path == "/push" else wire.CONTENT_TYPE)
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"POST {path} HTTP/1.1\r\n{head}Connection: close\r\n\r\n".encode() + body


def start(stack: ExitStack, *arguments: str) -> int:
    """Start a server; its port, once it listens. It is stopped with the stack."""
    process: subprocess.Popen[Any] = subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
    )
    stack.callback(process.wait)
    stack.callback(process.terminate)
    assert process.stdout is not None
    said = json.loads(process.stdout.readline())["listening"]
    return int(str(said).rsplit(":", 1)[-1])


async def crowd(port: int, requests: Sequence[bytes]) -> float:
    """Seconds until every laptop has its answer."""
    places = asyncio.Semaphore(AT_ONCE)

    async def exchange(body: bytes) -> None:
        async with places:
            while (status := await ask(port, body)) == 503:
                await asyncio.sleep(PAUSE)
        assert status == 200, status

    await exchange(requests[0])  # the server imports and compiles what it has put off
    began = time.perf_counter()
    await asyncio.gather(*(exchange(body) for body in requests[1:]))
    return (time.perf_counter() - began) * len(requests) / (len(requests) - 1)


async def ask(port: int, body: bytes) -> int:
    """Send a request on a connection of its own, and read the whole answer; its status."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(body)
    answer = await reader.read()
    writer.close()
    return int(answer.split(b" ", 2)[1])


if __name__ == "__main__":
    main()
