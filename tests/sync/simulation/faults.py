"""The product broken on purpose, one fault at a time: the checker must see each of them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from sqlalchemy import insert, update
from sqlmodel import col

from gridapp.contract.problems import Problem
from gridapp.contract.sync import ChangeResult, Cursor
from gridapp.domain import merging
from gridapp.server import batch, bench, journal, push
from gridapp.server import pull as county_pull
from gridapp.server.feeds import Head
from gridapp.server.problems import Refusal
from gridapp.store import journal as laptop_journal
from gridapp.store.tables import ChangeRow
from gridapp.sync import apply, verdicts
from tests.sync.simulation import county as county_side
from tests.sync.simulation.memory import Crash

Fault = Callable[[ExitStack], None]
FAULTS: dict[str, Fault] = {}


def _fault(put_in: Fault) -> Fault:
    FAULTS[put_in.__name__.removeprefix("_")] = put_in
    return put_in


@contextmanager
def switched_on(name: str | None) -> Iterator[None]:
    """While the block runs, the product has this fault."""
    with ExitStack() as stack:
        if name is not None:
            FAULTS[name](stack)
        yield


def _put(stack: ExitStack, where: Any, name: str, instead: Any) -> None:
    stack.enter_context(patch.object(where, name, instead))


@_fault
def _no_idempotency(stack: ExitStack) -> None:
    """The county knows neither batches nor changes that it has had."""
    _put(stack, push, "_replayed", lambda *_: None)
    _put(stack, push, "_check_sequence", _only_gaps)
    _put(stack, journal, "first_answers", lambda *_: {})
    _put(stack, journal, "insert", lambda table: insert(table).prefix_with("OR REPLACE"))
    _put(stack, push, "insert", lambda table: insert(table).prefix_with("OR REPLACE"))


def _only_gaps(sender: Any, request: Any, heads: Any, known: Any) -> None:
    if request.changes[0].dseq > sender.last_dseq + 1:
        raise Refusal(Problem.DSEQ_GAP, expected=sender.last_dseq + 1)


@_fault
def _no_gap_check(stack: ExitStack) -> None:
    """The county takes changes although some before them are missing."""
    check = push._check_sequence

    def forgiving(sender: Any, request: Any, heads: Any, known: Any) -> None:
        if request.changes[0].dseq <= sender.last_dseq + 1:
            check(sender, request, heads, known)

    _put(stack, push, "_check_sequence", forgiving)


@_fault
def _no_clone_check(stack: ExitStack) -> None:
    """The county takes two histories of one device for one: what it has a number for, it has."""

    def believing(sender: Any, request: Any, heads: Any, known: set[Any]) -> None:
        _only_gaps(sender, request, heads, known)

    keep = push._apply

    def only_new(connection: Any, sender: Any, fresh: list[Any], *rest: Any) -> dict[Any, Any]:
        old = [change for change in fresh if change.dseq <= sender.last_dseq]
        new = [change for change in fresh if change.dseq > sender.last_dseq]
        known = {c.change_id: ChangeResult(c.change_id, "duplicate") for c in old}
        return known | keep(connection, sender, new, *rest)

    _put(stack, push, "_check_sequence", believing)
    _put(stack, push, "_apply", only_new)


@_fault
def _ack_by_high_water_mark(stack: ExitStack) -> None:
    """The laptop takes "all up to n" for answered."""
    take = verdicts.take

    def taken(session: Any, reply: Any, *rest: Any) -> None:
        take(session, reply, *rest)
        below = (col(ChangeRow.dseq) <= reply.last_dseq) & (col(ChangeRow.state) == "waiting")
        session.execute(update(ChangeRow).where(below).values(state="acknowledged"))

    _put(stack, verdicts, "take", taken)


@_fault
def _no_stub(stack: ExitStack) -> None:
    """Nobody is told that a record has left."""
    _put(stack, bench.Bench, "leave", lambda *_: None)


@_fault
def _chain_at_position(stack: ExitStack) -> None:
    """A cursor is good if the feed has its position, whatever head the laptop had seen then."""

    def by_position(_: Any, __: Any, cursor: Cursor, head: Head) -> bool:
        return cursor.head_seq > 0 and cursor.pos <= head.seq

    _put(stack, county_pull._Reader, "_is_valid", by_position)


@_fault
def _swallowed_moved_edit(stack: ExitStack) -> None:
    """An edit of a record that has moved on is answered well and dropped."""
    take = batch.Judge._take

    def swallow(judge: Any, key: Any, change: Any, kept: Any, merged: Any) -> ChangeResult:
        if kept is not None and key in judge.former and change.op == "update":
            return ChangeResult(change.change_id, "applied", kept.state.revision, kept.seq)
        return take(judge, key, change, kept, merged)

    _put(stack, batch.Judge, "_take", swallow)


@_fault
def _reply_before_commit(stack: ExitStack) -> None:
    """The county answers, and then commits, if it still lives."""

    def early(side: county_side.CountySide, body: bytes) -> Any:
        request, reply = county_side._read(county_side.wire.unpack_push, body), None
        try:
            with side.county.writing() as connection:
                reply = push.push(connection, request, side.now())
        except Crash:
            if reply is None:
                raise
            side.memory.revive()
        return reply

    _put(stack, county_side.CountySide, "push", early)


@_fault
def _outbox_not_in_transaction(stack: ExitStack) -> None:
    """The laptop commits the row, and queues the change after that."""
    queue = laptop_journal._queue

    def late(session: Any, *rest: Any) -> None:
        session.commit()
        queue(session, *rest)

    _put(stack, laptop_journal, "_queue", late)


@_fault
def _cursor_past_uncommitted(stack: ExitStack) -> None:
    """A page ends after a row that was not there yet when it was read."""
    rows = county_pull._Reader._rows

    def all_but_one(reader: Any, *args: Any, **kept: Any) -> Any:
        return rows(reader, *args, **kept)[:-1]

    _put(stack, county_pull._Reader, "_rows", all_but_one)


@_fault
def _last_wins_on_guarded(stack: ExitStack) -> None:
    """A guarded field is simply overwritten."""
    _put(stack, merging, "_takes", lambda *_, **__: True)


@_fault
def _dropped_unknown_field(stack: ExitStack) -> None:
    """An older laptop drops the fields that it does not know."""
    read = apply._values

    def known_only(row: Any) -> Any:
        values = read(row)
        return None if values is None else {**values, "extra": {}}

    _put(stack, apply, "_values", known_only)


@_fault
def _ended_grant_stays(stack: ExitStack) -> None:
    """What an ended grant showed stays on the disc."""
    _put(stack, apply, "erase_feed", lambda *_: None)


@_fault
def _refusal_unseen(stack: ExitStack) -> None:
    """The laptop takes a refused change for done."""
    take = verdicts.take

    def taken(session: Any, reply: Any, *rest: Any) -> None:
        take(session, reply, *rest)
        refused = col(ChangeRow.state) == "refused"
        session.execute(update(ChangeRow).where(refused).values(state="acknowledged"))

    _put(stack, verdicts, "take", taken)
