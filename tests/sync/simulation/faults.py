"""The product broken on purpose, one fault at a time: the checker must see each of them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid5

from sqlalchemy import update
from sqlmodel import col

from gridapp.contract.problems import Problem
from gridapp.contract.sync import ChangeResult
from gridapp.domain.disputes.sealing import EVERYBODY
from gridapp.domain.sync import merging
from gridapp.server.county import requests as exchange
from gridapp.server.database import driver
from gridapp.server.exchange import batch, bench, erasing, journal, pages, push, sealing
from gridapp.server.exchange import pull as county_pull
from gridapp.server.problems import Refusal
from gridapp.store import forgetting
from gridapp.store import journal as laptop_journal
from gridapp.store.bookkeeping import ChangeRow
from gridapp.sync import apply, pull, verdicts
from gridapp.sync import push as laptop_push
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
    _put(stack, journal, "_KEEP", journal._KEEP.replace("INSERT", "REPLACE"))
    insertion = driver._insertion
    _put(stack, driver, "_insertion", lambda t: insertion(t).replace("INSERT", "REPLACE", 1))


def _only_gaps(sender: Any, request: Any, heads: Any, known: Any) -> None:
    if request.changes[0].dseq > sender.last_dseq + 1:
        raise Refusal(Problem.DSEQ_GAP, expected=sender.last_dseq + 1)


@_fault
def _no_gap_check(stack: ExitStack) -> None:
    """The county takes changes although some before them are missing."""
    check, at_end = push._check_sequence, county_pull._is_at_end

    def forgiving(sender: Any, request: Any, heads: Any, known: Any) -> None:
        if request.changes[0].dseq <= sender.last_dseq + 1:
            check(sender, request, heads, known)

    def easy(connection: Any, device: Any, dseq: int, head: str) -> bool:
        return dseq <= device.last_dseq and at_end(connection, device, dseq, head)

    _put(stack, push, "_check_sequence", forgiving)
    _put(stack, county_pull, "_is_at_end", easy)


@_fault
def _unheard_restore(stack: ExitStack) -> None:
    """The county only notices at a push that it was put back, never at a pull."""

    def deaf(connection: Any, device: Any, dseq: int, head: str) -> bool:
        return (dseq, head) == (device.last_dseq, device.head)

    _put(stack, county_pull, "_is_at_end", deaf)


@_fault
def _no_clone_check(stack: ExitStack) -> None:
    """The county takes two histories of one device for one: what it has a number for, it has."""
    keep = push._apply

    def only_new(connection: Any, sender: Any, fresh: list[Any], *rest: Any) -> Any:
        old = [change for change in fresh if change.dseq <= sender.last_dseq]
        new = [change for change in fresh if change.dseq > sender.last_dseq]
        known = [ChangeResult(change.change_id, "duplicate") for change in old]
        results, erased = keep(connection, sender, new, *rest)
        return [*known, *results], erased

    _put(stack, push, "_check_sequence", _only_gaps)
    _put(stack, county_pull, "_was_acknowledged", lambda *_: True)
    _put(stack, push, "_apply", only_new)


@_fault
def _ack_by_high_water_mark(stack: ExitStack) -> None:
    """The laptop takes "all up to n" for answered, and no pull compares the ends of the chain.

    That comparison alone would bring what was taken for answered back: the laptop begins anew.
    """
    _unheard_restore(stack)
    take = verdicts.take

    def taken(session: Any, reply: Any, *rest: Any) -> None:
        take(session, reply, *rest)
        below = (col(ChangeRow.dseq) <= reply.last_dseq) & (col(ChangeRow.state) == "waiting")
        session.execute(update(ChangeRow).where(below).values(state="acknowledged"))

    _put(stack, verdicts, "take", taken)


@_fault
def _no_stub(stack: ExitStack) -> None:
    """Nobody is told that a record has left."""
    _put(stack, bench.Bench, "_leave", lambda *_: None)


@_fault
def _chain_at_position(stack: ExitStack) -> None:
    """A cursor is good if the feed has its position, whatever head the laptop had seen then."""

    def by_position(asked: pages.Asked, _: Any) -> bool:
        return asked.cursor.head_seq == 0 < asked.head.seq or asked.cursor.pos > asked.head.seq

    _put(stack, pages.Asked, "begins_anew", by_position)


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
    push_, replies = push.push, []

    def remembered(*given: Any) -> Any:
        replies.append(push_(*given))
        return replies[-1]

    take = exchange.take_push

    def early(*given: Any) -> Any:
        replies.clear()
        try:
            return take(*given)
        except Crash:
            if not replies:
                raise
            return replies[-1]

    _put(stack, exchange, "push", remembered)
    _put(stack, exchange, "take_push", early)


@_fault
def _outbox_not_in_transaction(stack: ExitStack) -> None:
    """The laptop commits the row, and queues the change after that."""
    queue = laptop_journal._queue

    def late(session: Any, *rest: Any) -> None:
        session.flush()
        session.connection().connection.commit()
        queue(session, *rest)

    _put(stack, laptop_journal, "_queue", late)


@_fault
def _cursor_past_uncommitted(stack: ExitStack) -> None:
    """A page ends after a row that was not there yet when it was read."""
    rows = pages.Reader._rows

    def all_but_one(reader: Any, *args: Any, **kept: Any) -> Any:
        return rows(reader, *args, **kept)[:-1]

    _put(stack, pages.Reader, "_rows", all_but_one)


@_fault
def _last_wins_on_guarded(stack: ExitStack) -> None:
    """A guarded field is simply overwritten."""
    _put(stack, merging, "_takes", lambda *_, **__: True)


@_fault
def _covered_is_seen(stack: ExitStack) -> None:
    """A value that one which waits here hides counts as seen by whoever edits it next."""
    _put(stack, laptop_journal, "_base", lambda _, row, __: row.revision)


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
    """What an ended grant showed stays on the disc, though two rules take it from there."""
    _put(stack, apply, "erase_feed", lambda *_: None)
    _put(stack, pull, "_drop_unseen", lambda *_: None)


@_fault
def _refusal_unseen(stack: ExitStack) -> None:
    """The laptop takes a refused change for done."""
    take = verdicts.take

    def taken(session: Any, reply: Any, *rest: Any) -> None:
        take(session, reply, *rest)
        refused = col(ChangeRow.state) == "refused"
        session.execute(update(ChangeRow).where(refused).values(state="acknowledged"))

    _put(stack, verdicts, "take", taken)


@_fault
def _batch_named_by_numbers(stack: ExitStack) -> None:
    """Two copies of a laptop give different batches the same name."""

    def by_numbers(first: UUID, head: str) -> UUID:
        return uuid5(first, "")

    _put(stack, laptop_push, "uuid5", by_numbers)


@_fault
def _conflict_forgotten(stack: ExitStack) -> None:
    """The county says that a change is in conflict, and keeps no record of it."""
    _put(stack, batch.Judge, "_keep_conflict", lambda *_: None)


@_fault
def _quarantine_blocks(stack: ExitStack) -> None:
    """The county falls over a change that it cannot judge, and the batch with it."""
    _put(stack, batch.Judge, "decide", batch.Judge._decide)


@_fault
def _half_a_change_stays(stack: ExitStack) -> None:
    """What a change had already done when the county stumbled over it is kept."""
    _put(stack, bench.Bench, "step_back", lambda _: None)


@_fault
def _unreadable_change_blocks(stack: ExitStack) -> None:
    """A laptop sends for ever what the county cannot read."""
    _put(stack, laptop_push, "set_aside", lambda *_: False)


@_fault
def _erased_value_at_county(stack: ExitStack) -> None:
    """The county erases a record and keeps what was said of it."""
    _put(stack, erasing, "forget", lambda *_: None)


@_fault
def _erased_value_on_laptop(stack: ExitStack) -> None:
    """A laptop drops an erased record and keeps what it said of it."""
    _put(stack, forgetting, "erased", lambda *_: False)


@_fault
def _own_rows_left_out(stack: ExitStack) -> None:
    """What a laptop wrote itself never travels back to it, not even when it has lost it."""
    at_end = county_pull._is_at_end

    def always(*given: Any) -> bool:
        at_end(*given)
        return True

    _put(stack, county_pull, "_is_at_end", always)


@_fault
def _sealed_case_open(stack: ExitStack) -> None:
    """The county takes a sealed case for one that everybody may see."""
    _put(stack, sealing, "readers", lambda *_: EVERYBODY)


@_fault
def _sealed_without_its_entries(stack: ExitStack) -> None:
    """The county seals a case, and what belongs to it stays open."""
    _put(stack, bench.Bench, "_seal", lambda *_: None)


@_fault
def _sealing_unheard(stack: ExitStack) -> None:
    """Nobody is told that a case they saw has been sealed."""
    _put(stack, bench, "takes_away", lambda *_: False)
