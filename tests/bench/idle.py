"""Measures the idle check: bytes both ways, statements that ran, requests a second; in one run.

    python tests/bench/idle.py [--requests 2000]

A real server in a thread, so that its statements can be counted; requests byte by byte as a laptop
sends them, over one kept connection. The floor is the emptiest answer the same server can give
(``/v1/live``). Goals: at most 400 bytes both ways with headers and token, and no statement.
"""

import argparse
import json
import logging
import socket
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import structlog
import uvicorn
from nacl.signing import SigningKey
from sqlalchemy import Engine, event
from uuid_utils.compat import uuid7

from gridapp.contract import SCHEMA
from gridapp.contract.enrolment import EnrolRequest
from gridapp.contract.grids import division_id
from gridapp.contract.people import Role
from gridapp.contract.sync import PullRequest
from gridapp.server.app import create_app
from gridapp.server.county import enrol
from gridapp.server.county import requests as exchange
from gridapp.server.county.county import County
from gridapp.server.county.opening import open_county
from gridapp.server.serving.process import configured

HOST = "sync.yongfu.gov.cn:8443"
MOST_BYTES = 400


def main() -> None:
    """Print one JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=2000)
    requests = parser.parse_args().requests
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory() as folder:
        county = open_county(lambda: datetime.now(UTC), Path(folder))
        token, mark = founded(county)
        news = request("/v1/sync/news", Authorization=f"Bearer {token}", **{"If-None-Match": mark})
        line = socket.create_connection(("127.0.0.1", serve(county)))
        statements: list[str] = []
        event.listen(Engine, "before_cursor_execute", lambda *told: statements.append(told[2]))
        seconds, answer = timed(line, news, requests)
        floor, _ = timed(line, request("/v1/live"), requests)
        county.close()
    if not answer.startswith(b"HTTP/1.1 304"):
        raise SystemExit(f"not idle: {answer!r}")
    print(
        json.dumps(
            {
                "request_bytes": len(news),
                "reply_bytes": len(answer),
                "bytes": len(news) + len(answer),
                "most_bytes": MOST_BYTES,
                "statements": len(statements),
                "per_second": round(requests / seconds),
                "times_the_floor": round(seconds / floor, 2),
            }
        )
    )


def founded(county: County) -> tuple[str, str]:
    """A laptop that has seen everything: its token and its mark."""
    device = uuid7()
    with county.writing() as connection:
        unit = division_id("450326")
        code = enrol.make_code(connection, unit, Role.COUNTY, county.now())
        reply = enrol.enrol(connection, enrolment(device, code), county.now())
    asked = PullRequest(device=device, schema_version=SCHEMA, ack=(0, ""), cursors={})
    return reply.token, exchange.give_pull(county, asked).mark


def enrolment(device: UUID, code: str) -> EnrolRequest:
    """The request of a laptop to be let in."""
    key = SigningKey.generate().verify_key.encode().hex()
    return EnrolRequest(
        code=code,
        device=device,
        sign_key=key,
        box_key="00" * 32,
        person="何某",
        schema_version=SCHEMA,
    )


def serve(county: County) -> int:
    """Serve in a thread as ``gridapp-county serve`` does it; the port."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(configured(create_app(county)))
    threading.Thread(target=server.run, args=([listening],), daemon=True).start()
    return int(listening.getsockname()[1])


def request(path: str, **headers: str) -> bytes:
    """A request as it goes over the line."""
    lines = [f"GET {path} HTTP/1.1", f"Host: {HOST}", *(f"{n}: {v}" for n, v in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode()


def timed(line: socket.socket, asked: bytes, times: int) -> tuple[float, bytes]:
    """Seconds for so many round trips, and the last answer."""
    began = time.perf_counter()
    for _ in range(times):
        line.sendall(asked)
        answer = line.recv(4096)
        while not answer.endswith(b"\r\n\r\n"):
            answer += line.recv(4096)
    return time.perf_counter() - began, answer


if __name__ == "__main__":
    main()
