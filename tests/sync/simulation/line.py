"""What a laptop believes to be the county: the real messages over a line that does its worst."""

from collections import deque
from collections.abc import Callable, Sequence
from enum import StrEnum
from random import Random
from typing import Any, TypeVar
from uuid import UUID

from gridapp.contract import wire
from gridapp.contract.enrolment import EnrolReply, EnrolRequest, RenewRequest
from gridapp.contract.sync import Op, PullReply, PullRequest, PushReply
from gridapp.server.problems import Refusal
from gridapp.sync import upload
from gridapp.sync.county import Device, Token
from gridapp.sync.faults import Busy, Offline, Refused
from tests.sync.simulation.county import CountySide, FellOver
from tests.sync.simulation.ledger import Ledger
from tests.sync.simulation.memory import Crash

Answer = TypeVar("Answer")

REMEMBERED = 6
"""Old requests that may still turn up."""

FIRST_STATEMENTS = 40
"""A county that dies does so before one of these statements of a request."""


class Fate(StrEnum):
    """What becomes of one request."""

    LOST = "the request is lost"
    CUT = "the line breaks within the request"
    REPLY_LOST = "the reply is lost"
    TWICE = "the request arrives twice"
    COUNTY_DIES = "the county dies over it"
    BUSY = "the county is busy"


def _nothing_arrives() -> None:
    """The line broke before anything was through."""


def _nothing_happens() -> None:
    """Nobody does anything while the laptop waits for an answer."""


def _no_rest(tries: int) -> None:
    """Nobody waits here."""


class Line:
    """Has the methods of ``sync.county.County``.

    ``badness``: the share of requests it spoils; ``meanwhile``: what happens during one.
    """

    def __init__(
        self, county: CountySide, ledger: Ledger, random: Random, tell: Callable[[str], None]
    ) -> None:
        self.token: Token | None = None
        self.clocks, self.certificate = None, b""
        self.watch: Any = None
        self.badness = 0.0
        self.meanwhile: Callable[[], None] = _nothing_happens
        self._county = county
        self._ledger = ledger
        self._random = random
        self._tell = tell
        self._device: UUID | None = None
        self._old: deque[bytes] = deque(maxlen=REMEMBERED)

    def become(self, device: Device, token: Token) -> None:
        """Speak as this device from now on."""
        self._device, self.token = device.id, token

    def enrol(self, request: EnrolRequest) -> EnrolReply:
        """Exchange a one-time code for a device's place in the county."""
        return self._carried(lambda: self._county.enrol(request))

    def renew(self, request: RenewRequest) -> EnrolReply:
        """Go on as another device."""
        self._tell("… it asks to be a device of its own")
        return self._carried(lambda: self._county.renew(request))

    def has_news(self, mark: str) -> bool:
        """Whether anything came since the county gave this mark."""
        device = self._device
        return device is None or self._carried(lambda: self._county.has_news(device, mark))

    def push(self, body: bytes, change_ids: Sequence[UUID], *, resume: bool = False) -> PushReply:
        """Send a batch; what has arrived of it before is not sent again."""
        reply = upload.send(self._post_part, self._received, body, _no_rest, resume=resume)
        return wire.unpack_push_reply(reply, change_ids)

    def pull(self, request: PullRequest) -> PullReply:
        """Ask for what is new."""
        self._device = request.device
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
                self._ledger.judged_unheard |= self._ledger.went_back
                self._tell("an old push turns up and is answered")

    def _post_part(self, body: bytes, offset: int, headers: dict[str, str]) -> bytes:
        """Send a batch from an offset on."""
        self._old.append(body)
        name, rest = headers.get("X-Batch", ""), body[offset:]

        def ask() -> bytes:
            return self._answer(self._county.whole(name, offset, rest) if name else body)

        def break_off() -> None:
            if name:
                self._county.keep_part(name, offset, rest[: self._random.randrange(len(rest))])

        return self._carried(ask, break_off)

    def _received(self, name: str) -> int:
        """How much the county has of a batch."""
        return self._carried(lambda: len(self._county.parts.get(name, b"")))

    def _answer(self, body: bytes) -> bytes:
        reply = self._county.push(body)
        kept = self._county.journal()
        said = wire.unpack_push(body).changes
        for change, result in zip(said, reply.results, strict=True):
            if change.op != Op.SET_ASIDE:  # it only stands for the change that has this id
                self._ledger.answered(result, is_kept=result.change_id in kept)
        return wire.pack_push_reply(reply)

    def _carried(
        self, ask: Callable[[], Answer], break_off: Callable[[], None] = _nothing_arrives
    ) -> Answer:
        """One request; when its answer comes, the world may have gone on."""
        try:
            return self._there_and_back(ask, break_off)
        finally:
            self.meanwhile()

    def _there_and_back(self, ask: Callable[[], Answer], break_off: Callable[[], None]) -> Answer:
        fate = None
        if self.badness and self._random.random() < self.badness:
            fate = self._random.choice(list(Fate))
            self._tell(f"… {fate.value}")
        if fate is Fate.CUT:
            break_off()
        if fate in {Fate.LOST, Fate.CUT}:
            raise Offline(midway=fate is Fate.CUT)
        if fate is Fate.BUSY:
            raise Busy(5)
        if fate is Fate.TWICE:
            self._reached(ask)
        if fate is Fate.COUNTY_DIES:
            self._county.memory.crash_after(self._random.randrange(FIRST_STATEMENTS))
        answer = self._reached(ask)
        if fate is Fate.REPLY_LOST:
            raise Offline(midway=True)
        return answer

    def _reached(self, ask: Callable[[], Answer]) -> Answer:
        """The county's answer, or its refusal as a laptop sees it."""
        try:
            return ask()
        except Crash:
            self._county.restart()
            raise Offline(midway=True) from None
        except FellOver:
            raise Offline from None
        except Refusal as refusal:
            if refusal.status in {429, 503}:
                raise Busy(refusal.retry_after) from None
            raise Refused(refusal.reply) from None
        finally:
            self._county.memory.crash_after(None)
