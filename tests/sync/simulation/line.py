"""What a laptop believes to be the county: the real messages over a line that does its worst."""

from collections import deque
from collections.abc import Callable, Sequence
from enum import StrEnum
from random import Random
from typing import TypeVar
from uuid import UUID

from gridapp.contract import wire
from gridapp.contract.enrolment import EnrolReply, EnrolRequest
from gridapp.contract.sync import PullReply, PullRequest, PushReply
from gridapp.server.problems import Refusal
from gridapp.sync.county import Busy, Offline, Refused, Token
from tests.sync.simulation.county import CountySide
from tests.sync.simulation.ledger import Ledger
from tests.sync.simulation.memory import Crash

Answer = TypeVar("Answer")

REMEMBERED = 6
"""Old requests that may still turn up."""

FIRST_STATEMENTS = 60
"""A county that dies does so before one of these statements of a request."""


class Fate(StrEnum):
    """What becomes of one request."""

    LOST = "the request is lost"
    REPLY_LOST = "the reply is lost"
    TWICE = "the request arrives twice"
    COUNTY_DIES = "the county dies over it"
    BUSY = "the county is busy"


class Line:
    """Has the methods of ``sync.county.County``. ``badness``: the share of requests it spoils."""

    def __init__(
        self, county: CountySide, ledger: Ledger, random: Random, tell: Callable[[str], None]
    ) -> None:
        self.token: Token | None = None
        self.badness = 0.0
        self._county = county
        self._ledger = ledger
        self._random = random
        self._tell = tell
        self._old: deque[bytes] = deque(maxlen=REMEMBERED)

    def close(self) -> None:
        """Nothing to close."""

    def enrol(self, request: EnrolRequest) -> EnrolReply:
        """Exchange a one-time code for a device's place in the county."""
        return self._carried(lambda: self._county.enrol(request))

    def push(self, body: bytes, change_ids: Sequence[UUID]) -> PushReply:
        """Send a batch."""
        self._old.append(body)
        reply = self._carried(lambda: self._answer(body))
        return wire.unpack_push_reply(reply, change_ids)

    def pull(self, request: PullRequest) -> PullReply:
        """Ask for what is new."""
        body = wire.pack_pull(request)
        return wire.unpack_pull_reply(self._carried(lambda: self._county.pull(body)))

    def deliver_late(self) -> None:
        """An old copy of a request turns up; nobody hears the answer."""
        if self._old:
            body = self._random.choice(self._old)
            try:
                self._reached(lambda: self._answer(body))
            except (Refused, Busy, Offline) as fault:
                self._tell(f"an old push turns up: {fault.code}")
            else:
                self._tell("an old push turns up and is answered")

    def _answer(self, body: bytes) -> bytes:
        reply = self._county.push(body)
        for result in reply.results:
            self._ledger.answered(result)
        return wire.pack_push_reply(reply)

    def _carried(self, ask: Callable[[], Answer]) -> Answer:
        """One request there and back."""
        fate = None
        if self.badness and self._random.random() < self.badness:
            fate = self._random.choice(list(Fate))
            self._tell(f"… {fate.value}")
        if fate is Fate.LOST:
            raise Offline
        if fate is Fate.BUSY:
            raise Busy(5)
        if fate is Fate.TWICE:
            self._reached(ask)
        if fate is Fate.COUNTY_DIES:
            self._county.memory.crash_after(self._random.randrange(FIRST_STATEMENTS))
        answer = self._reached(ask)
        if fate in {Fate.REPLY_LOST, Fate.COUNTY_DIES}:
            raise Offline
        return answer

    def _reached(self, ask: Callable[[], Answer]) -> Answer:
        """The county's answer, or its refusal as a laptop sees it."""
        try:
            return ask()
        except Crash:
            self._county.memory.revive()
            raise Offline from None
        except Refusal as refusal:
            if refusal.status in {429, 503}:
                raise Busy(refusal.retry_after) from None
            raise Refused(refusal.reply) from None
        finally:
            self._county.memory.crash_after(None)
