"""A laptop on the line: it sends all that waits and reads all that is new, whatever breaks."""

import asyncio
import time
from random import Random

from msgspec import json

from gridapp.contract import SCHEMA
from gridapp.contract.problems import Problem
from gridapp.contract.sync import Cursor, PullRequest, PushRequest
from gridapp.contract.wire import (
    CONTENT_TYPE,
    pack_pull,
    pack_push,
    unpack_pull_reply,
    unpack_push_reply,
)
from gridapp.server.signatures import SIGNATURE_HEADER, TIME_HEADER, signed_text
from tests.bench.storm_laptop import Key, Laptop, PromiseBroken, Seen, after
from tests.bench.storm_line import Answer, Connection, Fate, LineBroke, Meter

BATCH = 200
FIRST_WAIT, LONGEST_WAIT = 0.2, 5.0
PUSH, PULL, TOKEN = "/v1/sync/push", "/v1/sync/pull", "/v1/devices/token"


class Session:
    """One laptop while it is on the line. ``luck`` is the share of each kind of mishap."""

    def __init__(
        self, laptop: Laptop, port: int, meter: Meter, random: Random, luck: float = 0.0
    ) -> None:
        self._laptop = laptop
        self._random = random
        self._luck = luck
        self._line, self._other_line = Connection(port, meter), Connection(port, meter)
        self._token = ""

    async def exchange(self) -> None:
        """One reconnection, to its end."""
        try:
            while self._laptop.waiting:
                await self._push()
            more = True
            while more:
                asked = self._laptop.question()
                answer = await self._insist(PULL, pack_pull(asked))
                more = self._laptop.take_pull(asked, unpack_pull_reply(answer.body))
        finally:
            await self.close()

    async def view(self) -> dict[Key, Seen]:
        """All that the county shows this device, read from the start."""
        seen: dict[Key, Seen] = {}
        cursors: dict[str, Cursor] = {}
        more = True
        while more:
            asked = PullRequest(self._laptop.id, SCHEMA, (0, ""), cursors)
            answer = await self._insist(PULL, pack_pull(asked))
            pages = unpack_pull_reply(answer.body).feeds
            for feed, page in pages.items():
                cursors[feed] = after(page)
                seen.update({(row.kind, row.id): (row.revision, row.fields) for row in page.rows})
            more = any(page.more for page in pages.values())
        await self.close()
        return seen

    async def close(self) -> None:
        """Hang up."""
        await self._line.close()
        await self._other_line.close()

    async def _push(self) -> None:
        """Send the next batch until it is answered: the same bytes, or cut anew."""
        request = self._laptop.batch(BATCH)
        body = pack_push(request)
        for failures in range(1_000_000):
            try:
                answers = await self._send(body)
                break
            except LineBroke:
                await self._wait(failures)
            if self._random.random() < 0.5:
                request = self._laptop.batch(max(1, len(request.changes) // 2))
                body = pack_push(request)
        self._take(request, answers)

    def _take(self, request: PushRequest, answers: list[Answer]) -> None:
        ids = [change.change_id for change in request.changes]
        replies = [unpack_push_reply(answer.body, ids) for answer in answers]
        for reply in replies:
            self._laptop.take_answer(request.changes, reply)
        self._laptop.done_with(request.changes)
        if request.pull is not None and replies[0].pull is not None:
            self._laptop.take_pull(request.pull, replies[0].pull)

    async def _send(self, body: bytes) -> list[Answer]:
        """Send a batch once, or twice at the same time, as luck has it."""
        chance = self._random.random() / self._luck if self._luck else 1.0
        if chance < 1:
            both = [self._ask(PUSH, body, line=line) for line in (self._line, self._other_line)]
            return _heard(await asyncio.gather(*both, return_exceptions=True))
        fate = {1: Fate.CUT, 2: Fate.UNHEARD}.get(int(chance), Fate.ANSWERED)
        return [await self._ask(PUSH, body, fate)]

    async def _insist(self, path: str, body: bytes) -> Answer:
        """Ask until there is an answer."""
        failures = 0
        while True:
            try:
                return await self._ask(path, body)
            except LineBroke:
                await self._wait(failures)
                failures += 1

    async def _ask(
        self, path: str, body: bytes, fate: Fate = Fate.ANSWERED, line: Connection | None = None
    ) -> Answer:
        """Ask once; come again when the county asks to, with a new token when it wants one."""
        line = line or self._line
        while True:
            if path != TOKEN and not self._token:
                await self._renew()
            answer = await line.post(path, self._headers(path, body), body, fate)
            if answer.status == 200:
                return answer
            await self._heed(answer)

    async def _heed(self, answer: Answer) -> None:
        if answer.status in {429, 503}:
            wait = float(answer.headers.get("retry-after", "1"))
            await asyncio.sleep(wait * (1 + self._random.random()))
        elif answer.status >= 500:
            raise LineBroke
        elif json.decode(answer.body)["code"] == Problem.TOKEN:
            self._token = ""
        else:
            raise PromiseBroken(f"answered {answer.status} {answer.body!r}")

    async def _renew(self) -> None:
        answer = await self._insist(TOKEN, json.encode({"device": self._laptop.id}))
        self._token = json.decode(answer.body)["token"]

    def _headers(self, path: str, body: bytes) -> dict[str, str]:
        now = str(int(time.time()))
        signature = self._laptop.key.sign(signed_text("POST", path, body, now)).signature
        return {
            "authorization": f"Bearer {self._token}",
            "content-type": "application/json" if path == TOKEN else CONTENT_TYPE,
            SIGNATURE_HEADER: signature.hex(),
            TIME_HEADER: now,
        }

    async def _wait(self, failures: int) -> None:
        """Full jitter, doubling."""
        longest = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(failures, 10))
        await asyncio.sleep(self._random.random() * longest)


def _heard(outcomes: list[Answer | BaseException]) -> list[Answer]:
    """What came back of a batch that was sent twice; if nothing did, the line broke."""
    for outcome in outcomes:
        if isinstance(outcome, BaseException) and not isinstance(outcome, LineBroke):
            raise outcome
    answers = [outcome for outcome in outcomes if isinstance(outcome, Answer)]
    if not answers:
        raise LineBroke
    return answers
