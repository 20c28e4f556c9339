"""How a laptop in the storm asks: signed, with a token, again when told to; resuming what broke."""

import asyncio
import time
from dataclasses import dataclass
from random import Random
from uuid import UUID

from msgspec import json

from gridapp.contract.problems import Problem, ProblemReply
from gridapp.contract.wire import CONTENT_TYPE
from gridapp.server.access.signatures import SIGNATURE_HEADER, TIME_HEADER, signed_text
from tests.bench.storm_laptop import Laptop, PromiseBroken
from tests.bench.storm_line import Answer, Connection, Fate, LineBroke, Meter

FIRST_WAIT, LONGEST_WAIT = 0.2, 5.0
PUSH, PULL, TOKEN = "/v1/sync/push", "/v1/sync/pull", "/v1/devices/token"


@dataclass
class Parcel:
    """A body to send. One that goes in pieces is named by its batch, and resumed at ``offset``."""

    path: str
    body: bytes
    batch: UUID | None = None
    offset: int = 0

    def headers(self) -> dict[str, str]:
        """Which piece of which batch this is."""
        if self.batch is None:
            return {}
        place = {"x-offset": str(self.offset), "x-length": str(len(self.body))}
        return {"x-batch": self.batch.hex, **place}


class Asker:
    """Speaks for one laptop; it has two lines, so that it can send the same thing twice at once."""

    def __init__(self, laptop: Laptop, port: int, meter: Meter, random: Random) -> None:
        self.lines = (Connection(port, meter), Connection(port, meter))
        self._laptop = laptop
        self._random = random
        self._token = ""

    async def insist(self, parcel: Parcel) -> Answer:
        """Ask until there is an answer."""
        failures = 0
        while True:
            try:
                return await self.ask(parcel)
            except LineBroke:
                await self.wait(failures)
                failures += 1

    async def ask(self, parcel: Parcel, fate: Fate = Fate.ANSWERED, line: int = 0) -> Answer:
        """Ask once; come again when the county asks to, as it asks to. Raises LineBroke."""
        while True:
            if parcel.path != TOKEN and not self._token:
                await self._renew()
            piece = parcel.body[parcel.offset :]
            headers = self._headers(parcel)
            answer = await self.lines[line].post(parcel.path, headers, piece, fate)
            if answer.status == 200:
                return answer
            if answer.status in {429, 503}:
                await self.lines[line].close()
                longest = 2 * float(answer.headers.get("retry-after", "1"))
                await asyncio.sleep(self._random.uniform(longest / 2, longest))
            else:
                self._heed(answer, parcel)

    async def wait(self, failures: int) -> None:
        """Full jitter, doubling."""
        longest = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(failures, 10))
        await asyncio.sleep(self._random.random() * longest)

    async def close(self) -> None:
        """Hang up."""
        for line in self.lines:
            await line.close()

    def _heed(self, answer: Answer, parcel: Parcel) -> None:
        """Get a new token, or go on where the county says; there is no other honest refusal."""
        if answer.status >= 500:
            raise LineBroke
        if answer.status == 202:
            parcel.offset = 0  # another connection got in between: ask where to go on
            return
        problem = ProblemReply.model_validate_json(answer.body)
        if problem.code == Problem.TOKEN:
            self._token = ""
        elif problem.code == Problem.OFFSET:
            parcel.offset = problem.expected or 0
        else:
            raise PromiseBroken(f"answered {problem.code}, expected {problem.expected}")

    async def _renew(self) -> None:
        answer = await self.insist(Parcel(TOKEN, json.encode({"device": self._laptop.id})))
        self._token = json.decode(answer.body)["token"]

    def _headers(self, parcel: Parcel) -> dict[str, str]:
        now = str(int(time.time()))
        text = signed_text("POST", parcel.path, parcel.body, now)
        return {
            "authorization": f"Bearer {self._token}",
            "content-type": "application/json" if parcel.path == TOKEN else CONTENT_TYPE,
            SIGNATURE_HEADER: self._laptop.key.sign(text).signature.hex(),
            TIME_HEADER: now,
            **parcel.headers(),
        }
