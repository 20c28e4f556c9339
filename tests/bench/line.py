"""A poor line between a client and a server on this machine: slow, far, lossy, now and then dead.

    with Line(BAD, "http://127.0.0.1:8000", seed=1) as line:
        ...  # speak to line.address; line.up and line.down count the bytes

TCP hides loss: a lost segment is sent again, takes its place on the line twice, and whatever
follows waits for it. Congestion control is left out, because under the loss and round trip of
``BAD`` it settles at about the rate of that line anyhow.
"""

import asyncio
import socket
from collections import deque
from dataclasses import dataclass
from random import Random
from threading import Thread
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

SEGMENT = 1400
"""Bytes of payload that travel, and get lost, together."""

QUEUE = 16 * 1024
"""Bytes that the kernel may take ahead of the line: a sender feels how slow it is."""


@dataclass(frozen=True)
class Profile:
    """A line: bits per second each way, seconds there and back, and what goes wrong.

    ``loss`` is the share of lost segments. In every ``dead_every`` seconds the line is dead for
    the last ``dead_for``: its connections break and new ones are refused.
    """

    bits_per_second: float
    round_trip: float
    loss: float = 0.0
    dead_for: float = 0.0
    dead_every: float = 20.0

    def seconds(self, size: int) -> float:
        """How long so many bytes occupy one way of the line."""
        return size * 8 / self.bits_per_second

    def lives_for(self, elapsed: float) -> float:
        """Seconds until the line dies next, counted from its start; 0 while it is dead."""
        if not self.dead_for:
            return float("inf")
        return max(0.0, self.dead_every - self.dead_for - elapsed % self.dead_every)


BAD = Profile(bits_per_second=64_000, round_trip=0.6, loss=0.10, dead_for=2.0, dead_every=20.0)


class Way:
    """One direction of a line, shared by its connections. Reckons; moves nothing itself."""

    def __init__(self, profile: Profile, random: Random) -> None:
        self.bytes = 0
        self.free_at = 0.0
        """When the sender may put the next segment on the line."""
        self._profile = profile
        self._random = random

    def arrival(self, now: float, size: int) -> float:
        """Put a segment on the line; when it is there, however often it was lost.

        A loss is noticed after one round trip, a second loss of the same segment after two more.
        """
        lost = 0
        while self._random.random() < self._profile.loss:
            lost += 1
        self.bytes += size
        self.free_at = max(now, self.free_at) + self._profile.seconds(size) * (lost + 1)
        return self.free_at + self._profile.round_trip * (0.5 + 2**lost - 1)


class Line:
    """A proxy in a thread of its own. ``up`` is the way from the client to the server."""

    def __init__(self, profile: Profile, target: str, seed: int) -> None:
        url = urlsplit(target)
        self._profile = profile
        self._target = (url.hostname, url.port)
        random = Random(seed)
        self._up, self._down = Way(profile, random), Way(profile, random)
        self._writers: set[asyncio.StreamWriter] = set()
        self._connections: set[asyncio.Task[None]] = set()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, QUEUE)
        self.address = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = Thread(target=self._loop.run_until_complete, args=(self._run(),))

    @property
    def up(self) -> int:
        """Bytes that the client has put on the line, those that a cut swallowed included."""
        return self._up.bytes

    @property
    def down(self) -> int:
        """Bytes that the server has put on the line."""
        return self._down.bytes

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()
        self._loop.close()

    async def _run(self) -> None:
        self._started = self._loop.time()
        server = await asyncio.start_server(self._connected, sock=self._listening, limit=QUEUE)
        dying = asyncio.create_task(self._die_now_and_then())
        await self._stop.wait()
        dying.cancel()
        server.close()
        under_way = list(self._connections)
        for connection in under_way:
            connection.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)

    async def _die_now_and_then(self) -> None:
        while True:
            left = self._profile.lives_for(self._elapsed())
            if left == float("inf"):
                return
            await asyncio.sleep(left or self._profile.dead_for)
            if left:
                self._break()

    def _elapsed(self) -> float:
        return self._loop.time() - self._started

    def _break(self) -> None:
        for writer in self._writers:
            writer.transport.abort()

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = self._loop.create_task(self._connect(reader, writer))
        self._connections.add(connection)
        connection.add_done_callback(self._connections.discard)

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one connection; shaking hands takes a round trip before the first byte goes up."""
        ends = {writer}
        try:
            if self._profile.lives_for(self._elapsed()):
                there, to_server = await asyncio.open_connection(*self._target, limit=QUEUE)
                ends.add(to_server)
                self._writers |= ends
                shaken = self._loop.time() + self._profile.round_trip
                async with asyncio.TaskGroup() as both:
                    both.create_task(self._carry(reader, to_server, self._up, shaken))
                    both.create_task(self._carry(there, writer, self._down, shaken))
        except* OSError:
            pass  # one end broke, or the line did: the other end is told by the abort
        finally:
            self._writers -= ends
            for end in ends:
                end.transport.abort()

    async def _carry(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, way: Way, last: float
    ) -> None:
        """Move one direction of a connection, in order, as fast as the line takes it."""
        on_the_line: deque[bytes] = deque()
        while (data := await source.read(SEGMENT)) and not sink.is_closing():
            last = max(last, way.arrival(self._loop.time(), len(data)))
            on_the_line.append(data)
            self._loop.call_at(last, _hand_over, on_the_line, sink)
            await asyncio.sleep(way.free_at - self._loop.time())
        await asyncio.sleep(last - self._loop.time())
        if not sink.is_closing():
            sink.write_eof()


def _hand_over(on_the_line: deque[bytes], sink: asyncio.StreamWriter) -> None:
    """The next segment has arrived; it is for nobody if the connection is gone by then."""
    data = on_the_line.popleft()
    if not sink.is_closing():
        sink.write(data)
