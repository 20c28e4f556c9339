"""A laptop on the line: it sends all that waits and reads all that is new, whatever breaks."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from gridapp.contract import SCHEMA
from gridapp.contract.sync import Cursor, PullRequest, PushRequest
from gridapp.contract.wire import pack_pull, pack_push, unpack_pull_reply, unpack_push_reply
from tests.bench.storm_asking import PULL, PUSH, Asker, Parcel
from tests.bench.storm_laptop import Key, Laptop, Seen, after
from tests.bench.storm_line import Answer, Fate, LineBroke, Meter

BATCH = 200


class Session:
    """One laptop while it is on the line. ``luck`` is the share of each kind of mishap."""

    def __init__(
        self, laptop: Laptop, port: int, meter: Meter, random: Random, luck: float = 0.0
    ) -> None:
        self._laptop = laptop
        self._random = random
        self._luck = luck
        self._asker = Asker(laptop, port, meter, random)

    async def exchange(self) -> None:
        """One reconnection, to its end."""
        try:
            while self._laptop.waiting:
                await self._push()
            more = True
            while more:
                asked = self._laptop.question()
                answer = await self._asker.insist(Parcel(PULL, pack_pull(asked)))
                more = self._laptop.take_pull(asked, unpack_pull_reply(answer.body))
        finally:
            await self._asker.close()

    async def view(self) -> dict[Key, Seen]:
        """All that the county shows this device, read from the start."""
        seen: dict[Key, Seen] = {}
        cursors: dict[str, Cursor] = {}
        more = True
        while more:
            asked = PullRequest(self._laptop.id, SCHEMA, (0, ""), cursors)
            answer = await self._asker.insist(Parcel(PULL, pack_pull(asked)))
            pages = unpack_pull_reply(answer.body).feeds
            for feed, page in pages.items():
                cursors[feed] = after(page)
                seen.update({(row.kind, row.id): (row.revision, row.fields) for row in page.rows})
            more = any(page.more for page in pages.values())
        await self._asker.close()
        return seen

    async def _push(self) -> None:
        """Send the next batch until it is answered: the same bytes, or cut anew."""
        request = self._laptop.batch(BATCH)
        failures = 0
        while True:
            try:
                answers = await self._send(self._parcel(request))
                break
            except LineBroke:
                await self._asker.wait(failures)
                failures += 1
            if self._random.random() < 0.5:
                request = self._laptop.batch(max(1, len(request.changes) // 2))
        self._take(request, answers)

    def _parcel(self, request: PushRequest) -> Parcel:
        """A batch as it goes out: in pieces that can be resumed, or in one."""
        in_pieces = self._random.random() < 0.5
        return Parcel(PUSH, pack_push(request), request.batch_id if in_pieces else None)

    async def _send(self, parcel: Parcel) -> list[Answer]:
        """Send a batch once, or twice at the same time, as luck has it."""
        chance = self._random.random() / self._luck if self._luck else 3.0
        if chance < 1:
            both = [self._asker.ask(replace(parcel), line=line) for line in (0, 1)]
            return _heard(await asyncio.gather(*both, return_exceptions=True))
        fate = {1: Fate.CUT, 2: Fate.UNHEARD}.get(int(chance), Fate.ANSWERED)
        return [await self._asker.ask(parcel, fate)]

    def _take(self, request: PushRequest, answers: Sequence[Answer]) -> None:
        ids = [change.change_id for change in request.changes]
        replies = [unpack_push_reply(answer.body, ids) for answer in answers]
        for reply in replies:
            self._laptop.take_answer(request.changes, reply)
        self._laptop.done_with(request.changes)
        if request.pull is not None and replies[0].pull is not None:
            self._laptop.take_pull(request.pull, replies[0].pull)


def _heard(outcomes: Sequence[Answer | BaseException]) -> list[Answer]:
    """What came back of a batch that was sent twice; if nothing did, the line broke."""
    for outcome in outcomes:
        if isinstance(outcome, BaseException) and not isinstance(outcome, LineBroke):
            raise outcome
    answers = [outcome for outcome in outcomes if isinstance(outcome, Answer)]
    if not answers:
        raise LineBroke
    return answers
