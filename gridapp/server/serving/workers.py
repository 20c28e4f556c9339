"""Several processes that serve on one socket; one that dies is started again."""

import signal
from collections.abc import Callable
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from socket import socket
from threading import Event

import structlog

from gridapp.server.county.opening import open_county
from gridapp.server.operations import metrics
from gridapp.server.serving import logs
from gridapp.server.serving.process import LAST_ANSWERS, Place, now, serve

METRICS = "metrics"
"""The folder in which the workers count together, in the county's folder."""

LOOK = 0.5
"""Seconds between two looks at the workers: also how soon a dead one is replaced."""

log = structlog.get_logger("gridapp.county")


def serve_with(
    workers: int, place: Place, listening: socket, on_start: Callable[[], None], stop: Event
) -> None:
    """Keep so many workers serving until ``stop`` is set; then let them finish."""
    # Brought up to date once, before anybody serves: what is wrong with it shows here.
    open_county(
        now, place.data_dir, key_file=place.key_file, database_url=place.database_url
    ).close()
    metrics.share(place.data_dir / METRICS)
    listening.listen(2048)
    start = partial(_start, place, listening)
    running = [start() for _ in range(workers)]
    on_start()
    while not stop.wait(LOOK):
        for at, process in enumerate(running):
            if not process.is_alive():
                log.error("a worker died", exit=process.exitcode)
                running[at] = start()
    for process in running:
        process.terminate()
    for process in running:
        process.join(LAST_ANSWERS + 5)
        process.kill()


def _start(place: Place, listening: socket) -> BaseProcess:
    process = get_context("spawn").Process(target=_work, args=(place, listening))
    process.start()
    return process


def _work(place: Place, listening: socket) -> None:
    """A worker's whole life. It ends with the process that started it, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to pass on
    logs.set_up()
    parent = parent_process()
    serve(place, listening, lambda: None, lambda: wait([parent.sentinel]) if parent else None)
