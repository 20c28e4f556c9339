"""How much the county takes on at once, and how often a code may be tried."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import BoundedSemaphore, Lock

from gridapp.contract.problems import Problem
from gridapp.server.problems import Refusal


class Gate:
    """Lets in so many requests at once; the next one is asked to come again."""

    def __init__(self, places: int) -> None:
        self._places = BoundedSemaphore(places)

    @contextmanager
    def place(self) -> Iterator[None]:
        """Hold a place while the block runs."""
        if not self._places.acquire(blocking=False):
            raise Refusal(Problem.BUSY, retry_after=5)
        try:
            yield
        finally:
            self._places.release()


class Tries:
    """Counts tries of the last minute, of all callers together: codes are too long to guess."""

    def __init__(self, most: int, window: timedelta = timedelta(minutes=1)) -> None:
        self._most = most
        self._window = window
        self._moments: deque[datetime] = deque()
        self._lock = Lock()

    def count(self, now: datetime) -> None:
        """Count a try, or refuse it."""
        with self._lock:
            while self._moments and self._moments[0] <= now - self._window:
                self._moments.popleft()
            if len(self._moments) >= self._most:
                raise Refusal(Problem.BUSY, retry_after=int(self._window.total_seconds()))
            self._moments.append(now)
