"""The county server of a run: the real code, asked without HTTP, over a database in memory."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from gridapp.contract import wire
from gridapp.contract.enrolment import EnrolReply, EnrolRequest
from gridapp.contract.people import Role
from gridapp.contract.problems import Problem
from gridapp.contract.sync import Change, ChangeResult, PushReply
from gridapp.server import enrol
from gridapp.server.batch import Judge
from gridapp.server.county import County
from gridapp.server.problems import Refusal
from gridapp.server.pull import pull
from gridapp.server.push import push
from tests.sync.simulation.memory import Memory

UNREADABLE = "unreadable"
"""What a name ends with if the county cannot read the message that holds it."""

STUMBLE = "stumble"
"""What a name ends with over which the county's own rules fall."""


def _stumbling(decide: Callable[[Judge, Change], ChangeResult]) -> Any:
    """The real verdict, but for a change over which the county's program has a fault."""

    def decided(judge: Judge, change: Change) -> ChangeResult:
        result = decide(judge, change)
        if str(change.fields.get("name")).endswith(STUMBLE):
            raise ZeroDivisionError
        return result

    return decided


Judge.decide = _stumbling(Judge.decide)  # type: ignore[method-assign]


class CountySide:
    """What a request meets: the real ``push``, ``pull`` and ``enrol`` and their transactions."""

    def __init__(self, memory: Memory, now: Callable[[], datetime]) -> None:
        self.memory = memory
        self.now = now
        self.county = County(memory.engine, now)

    def push(self, body: bytes) -> PushReply:
        """Answer a push; like the server, only after COMMIT."""
        request = _read(wire.unpack_push, body)
        if any(str(c.fields.get("name")).endswith(UNREADABLE) for c in request.changes):
            raise Refusal(Problem.MALFORMED)
        try:
            return exchange.take_push(self.county, request)
        except IntegrityError as error:
            raise Refusal(Problem.BUSY) from error

    def pull(self, body: bytes) -> bytes:
        """Answer a pull."""
        request = _read(wire.unpack_pull, body)
        return wire.pack_pull_reply(exchange.give_pull(self.county, request))

    def enrol(self, request: EnrolRequest) -> EnrolReply:
        """Let a device in."""
        with self.county.writing() as connection:
            return enrol.enrol(connection, request, self.now())

    def code(self, unit: UUID, role: Role) -> str:
        """A one-time code."""
        with self.county.writing() as connection:
            return enrol.make_code(connection, unit, role, self.now())

    def journal(self) -> set[UUID]:
        """The changes that the county has judged."""
        return {UUID(bytes=id_) for (id_,) in self.memory.rows("SELECT change_id FROM journal")}


def _read(unpack: Callable[[bytes], Any], body: bytes) -> Any:
    try:
        return unpack(body)
    except wire.TooLargeError as error:
        raise Refusal(Problem.TOO_LARGE) from error
    except wire.WireError as error:
        raise Refusal(Problem.MALFORMED) from error
