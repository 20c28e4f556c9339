"""HTTP for thousands of laptops in one process: plain sockets, and every way a line can break."""

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from time import perf_counter

PATIENCE = 60.0
"""Seconds that a laptop waits for an answer."""


class Fate(Enum):
    """What becomes of a request."""

    ANSWERED = "answered"
    CUT = "cut in the middle of the body"
    UNHEARD = "sent whole, and the line gone before the answer"


class LineBroke(Exception):
    """No answer came; whether the county worked is not known."""


@dataclass(frozen=True)
class Answer:
    """Status, headers in small letters, body."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Meter:
    """What the laptops met: seconds of each answered request, statuses, broken lines."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    broken: int = 0

    def percentile(self, share: float) -> float:
        """Seconds within which this share of the requests was answered with 200."""
        ordered = sorted(self.seconds) or [0.0]
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


class Connection:
    """One laptop's connection: kept while it holds, made again when it broke."""

    def __init__(self, port: int, meter: Meter) -> None:
        self._port = port
        self._meter = meter
        self._open: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._one_at_a_time = asyncio.Lock()

    async def post(
        self, path: str, headers: dict[str, str], body: bytes, fate: Fate = Fate.ANSWERED
    ) -> Answer:
        """Send a request and read the answer. Raises LineBroke."""
        async with self._one_at_a_time:
            started = perf_counter()
            try:
                async with asyncio.timeout(PATIENCE):
                    answer = await self._exchange(_request(path, headers, body), len(body), fate)
            except (OSError, EOFError, ValueError) as error:
                self._meter.broken += fate is Fate.ANSWERED
                await self.close()
                raise LineBroke from error
        self._meter.statuses[answer.status] += 1
        if answer.status == 200:
            self._meter.seconds.append(perf_counter() - started)
        return answer

    async def close(self) -> None:
        """Hang up."""
        if self._open is not None:
            writer = self._open[1]
            self._open = None
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _exchange(self, message: bytes, length: int, fate: Fate) -> Answer:
        if self._open is not None and self._open[0].at_eof():
            await self.close()  # the county has hung up meanwhile, as it may
        if self._open is None:
            self._open = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._open
        writer.write(message if fate is not Fate.CUT else message[: -length // 2])
        await writer.drain()
        if fate is not Fate.ANSWERED:
            raise EOFError
        answer = await _answer(reader)
        if answer.headers.get("connection") == "close":
            await self.close()
        return answer


def _request(path: str, headers: dict[str, str], body: bytes) -> bytes:
    lines = [f"POST {path} HTTP/1.1", "host: county", f"content-length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


async def _answer(reader: asyncio.StreamReader) -> Answer:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.split("\r\n")
    pairs = (line.partition(":") for line in lines if line)
    headers = {name.lower(): value.strip() for name, _, value in pairs}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Answer(int(first.split()[1]), headers, body)
