"""How much the county takes on at once, how fast one device may ask, how often a code is tried."""

from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from math import ceil
from random import Random
from threading import Lock
from uuid import UUID

from anyio import CapacityLimiter

from gridapp.contract.problems import Problem
from gridapp.server.problems import Refusal

PLACES = 8
"""Exchanges worked on at once in one process: as many as its database connections."""

QUEUE = 64
"""Exchanges that wait for a place, at the most."""

LONGEST_WAIT = 0.7
"""Seconds: when the work goes so slowly that they would wait longer, fewer may wait."""

CROWD_MEMORY = 30.0
"""Seconds for which those who were turned away count as still wanting in."""


class Gate:
    """Lets in so many at once and lets so many wait; the next is asked to come again.

    The crowd outside is told to come again at moments spread over the time that serving all of it
    will take, so that it neither returns at once nor leaves the county idle.
    """

    def __init__(
        self, clock: Callable[[], float], random: Random, places: int = PLACES, queue: int = QUEUE
    ) -> None:
        self._clock, self._random = clock, random
        self._places, self._queue = places, queue
        self._limiter: CapacityLimiter | None = None
        self._inside = 0
        self._turned_away: deque[float] = deque()
        self._seconds_each = 0.1

    def check(self) -> None:
        """Refuse at once when the queue is full: before a long body is read for nothing."""
        queue = min(self._queue, int(LONGEST_WAIT * self._places / self._seconds_each))
        if self._inside >= self._places + queue:
            raise Refusal(Problem.BUSY, retry_after=self._retry_after())

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Hold a place while the block runs."""
        self.check()
        if self._limiter is None:  # it belongs to the event loop that is there only now
            self._limiter = CapacityLimiter(self._places)
        self._inside += 1
        try:
            async with self._limiter:
                began = self._clock()
                yield
                self._seconds_each += 0.05 * (self._clock() - began - self._seconds_each)
        finally:
            self._inside -= 1

    def _retry_after(self) -> int:
        now = self._clock()
        self._turned_away.append(now)
        while self._turned_away[0] < now - CROWD_MEMORY:
            self._turned_away.popleft()
        crowd = len(self._turned_away) + self._queue
        longest = ceil(crowd * self._seconds_each / self._places)
        return self._random.randint(1, max(2, min(longest, 120)))


class Rate:
    """How fast each device may ask: a burst, and then so many a second."""

    def __init__(self, clock: Callable[[], float], burst: int = 300, per_second: float = 1) -> None:
        self._clock = clock
        self._burst, self._per_second = burst, per_second
        self._free_at: dict[UUID, float] = {}

    def count(self, device: UUID) -> None:
        """Count a request of the device, or refuse it. Of the event loop's thread only."""
        now, each = self._clock(), 1 / self._per_second
        longest = self._burst * each
        if len(self._free_at) > 10_000:
            self._free_at = {who: at for who, at in self._free_at.items() if at > now}
        owed = max(self._free_at.get(device, now), now) - now
        if owed + each > longest:
            raise Refusal(Problem.TOO_OFTEN, retry_after=ceil(owed + each - longest))
        self._free_at[device] = now + owed + each


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
