"""What the county counts about itself, in Prometheus's text format; nothing of any person.

Several worker processes write into files of one folder and are added up when asked.
"""

import os
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""The environment variable by which the client library is told the folder of all workers."""

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 3.0, 10.0)


class Metrics:
    """The counters of one application."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "county_requests", "Requests answered.", ["route", "status"], registry=self._registry
        )
        self._seconds = Histogram(
            "county_request_seconds",
            "Time from a request's first byte to its answer.",
            ["route"],
            buckets=SECONDS,
            registry=self._registry,
        )
        self._received = Counter(
            "county_received_bytes", "Bytes of bodies received.", ["route"], registry=self._registry
        )
        self._sent = Counter(
            "county_sent_bytes", "Bytes of bodies sent.", ["route"], registry=self._registry
        )

    def count(self, route: str, status: int, seconds: float, received: int, sent: int) -> None:
        """Count a request. ``route`` is the pattern of the path, never the path itself."""
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)
        self._received.labels(route).inc(received)
        self._sent.labels(route).inc(sent)

    def text(self) -> bytes:
        """Everything counted, by all workers together."""
        if FOLDER not in os.environ:
            return generate_latest(self._registry)
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry)


def share(folder: Path) -> None:
    """Let the processes that are started from now on count together, from nothing."""
    folder.mkdir(mode=0o700, exist_ok=True)
    for path in folder.glob("*.db"):
        path.unlink()
    os.environ[FOLDER] = str(folder)
