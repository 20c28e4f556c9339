"""The county server of a run: the real code, asked without HTTP, over a database in memory."""

from collections.abc import Callable
from datetime import datetime
from traceback import format_exc
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from gridapp.contract import wire
from gridapp.contract.enrolment import EnrolReply, EnrolRequest, RenewRequest
from gridapp.contract.people import Role
from gridapp.contract.problems import Problem
from gridapp.contract.sync import Change, ChangeResult, PushReply
from gridapp.server.county import bundle, enrol
from gridapp.server.county import requests as exchange
from gridapp.server.county.county import County
from gridapp.server.county.following import Following
from gridapp.server.exchange import erasing
from gridapp.server.exchange.batch import Judge
from gridapp.server.problems import Refusal
from tests.sync.simulation.memory import Crash, Memory

UNREADABLE = "unreadable"
"""What a name ends with if the county cannot read the message that holds it."""

STUMBLE = "stumble"
"""What a name ends with over which the county's own rules fall."""


_take = Judge._take


def _stumble(judge: Judge, key: Any, change: Change, *rest: Any) -> ChangeResult:
    """The real verdict, but for a change over which the county's program has a fault."""
    result = _take(judge, key, change, *rest)
    if str(change.fields.get("name")).endswith(STUMBLE):
        raise ZeroDivisionError
    return result


Judge._take = _stumble

_unpack = bundle.unpack


def readable(request: Any) -> Any:
    """A message, if it is not a push with a change that the county cannot read."""
    changes = getattr(request, "changes", ())
    if any(str(change.fields.get("name")).endswith(UNREADABLE) for change in changes):
        raise Refusal(Problem.MALFORMED)
    return request


bundle.unpack = lambda read, body: readable(_unpack(read, body))


class FellOver(Exception):
    """The county answers with a 500."""


class CountySide:
    """What a request meets: the real ``push``, ``pull`` and ``enrol`` and their transactions."""

    def __init__(self, memory: Memory, now: Callable[[], datetime]) -> None:
        self.memory = memory
        self.now = now
        self.county = County(memory.engine, now)
        self.fell: list[str] = []
        """Where it fell over requests."""
        self.parts: dict[str, bytes] = {}
        """Beginnings of pushes that the line broke, by name."""

    def restart(self) -> None:
        """Start the server anew on what is in its database."""
        self.memory.revive()
        self.county.news.forget()
        self.following = Following(self.county)
        self.following.look()

    def push(self, body: bytes) -> PushReply:
        """Answer a push; like the server, only after COMMIT."""
        request = readable(_read(wire.unpack_push, body))
        try:
            return exchange.take_push(self.county, request, body)
        except IntegrityError as error:
            raise Refusal(Problem.BUSY) from error
        except (Refusal, Crash):
            raise
        except Exception as fault:
            self.fell.append(format_exc())
            raise FellOver from fault

    def keep_part(self, name: str, offset: int, part: bytes) -> None:
        """Keep what has arrived of a push, if it goes on where the last part ended."""
        kept = self.parts.get(name, b"")
        if offset != len(kept):
            raise Refusal(Problem.OFFSET, expected=len(kept))
        self.parts[name] = kept + part

    def whole(self, name: str, offset: int, rest: bytes) -> bytes:
        """A push of which the rest has arrived."""
        self.keep_part(name, offset, rest)
        return self.parts.pop(name)

    def pull(self, body: bytes) -> bytes:
        """Answer a pull."""
        request = _read(wire.unpack_pull, body)
        return wire.pack_pull_reply(exchange.give_pull(self.county, request))

    def enrol(self, request: EnrolRequest) -> EnrolReply:
        """Let a device in."""
        with self.county.writing() as connection:
            return enrol.enrol(connection, request, self.now())

    def renew(self, request: RenewRequest) -> EnrolReply:
        """Let a device go on as another."""
        with self.county.writing() as connection:
            return enrol.renew(connection, request, self.now())

    def has_news(self, device: UUID, mark: str) -> bool:
        """Whether the device should pull."""
        return not self.county.news.is_quiet(device, mark, self.now())

    def erase(self, kind: str, record_id: UUID) -> None:
        """Erase a record by law, at an operator's word."""
        with self.county.writing() as connection:
            erasing.erase(connection, kind, record_id, self.now())

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
