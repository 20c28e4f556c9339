"""One process that serves the county on a socket that is open already."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from socket import socket
from threading import Thread

import structlog
import uvicorn
from fastapi import FastAPI

from gridapp.server.app import create_app
from gridapp.server.county.following import Following
from gridapp.server.county.opening import open_county

KEEP_ALIVE = 30
"""Seconds for which a laptop's connection is kept between two requests of its exchange."""

LAST_ANSWERS = 20
"""Seconds that requests under way have when the server is told to stop."""

log = structlog.get_logger("gridapp.county")


@dataclass(frozen=True)
class Place:
    """Which county is served."""

    data_dir: Path
    key_file: Path | None
    database_url: str | None


class Server(uvicorn.Server):
    """Says when it listens."""

    def __init__(self, config: uvicorn.Config, on_start: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_start = on_start

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Begin to listen."""
        await super().startup(sockets)
        self._on_start()


def serve(
    place: Place,
    listening: socket,
    on_start: Callable[[], None],
    until: Callable[[], object] | None,
) -> None:
    """Serve until a signal comes or ``until`` returns, which waits in a thread of its own."""
    county = open_county(
        now, place.data_dir, key_file=place.key_file, database_url=place.database_url
    )
    _spare_the_collector()
    following = Following(county)
    following.start()
    try:
        if place.database_url is not None and not county.is_walled:
            log.warning("no row-level security, see doctor")
        server = Server(configured(create_app(county)), on_start)
        if until is not None:
            Thread(target=_stop_after, args=(until, server), daemon=True).start()
        server.run(sockets=[listening])
    finally:
        following.stop()
        county.close()


def _spare_the_collector() -> None:
    """Leave what lives for ever out of its rounds, and let it come less often.

    A batch makes tens of thousands of objects that die by themselves: a fifth of the time went
    into looking for rings among them.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def configured(app: FastAPI) -> uvicorn.Config:
    """How the county is served: no header that a poor line need not carry, no log but our own."""
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=LAST_ANSWERS,
    )


def _stop_after(until: Callable[[], object], server: uvicorn.Server) -> None:
    until()
    server.should_exit = True


def now() -> datetime:
    """The clock of a serving county."""
    return datetime.now(UTC)
