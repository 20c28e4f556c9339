"""A pushed batch: one transaction, one verdict per change, the same answer if it comes again."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from msgspec import structs
from sqlalchemy import Connection

from gridapp.contract.problems import Problem
from gridapp.contract.sync import (
    MOST_CHANGES,
    Change,
    ChangeResult,
    PushReply,
    PushRequest,
    Verdict,
)
from gridapp.contract.wire import pack_push_reply, unpack_push_reply
from gridapp.domain.sync.chain import change_sha, next_head
from gridapp.server.access import devices
from gridapp.server.access.devices import Device
from gridapp.server.database import driver
from gridapp.server.database.tables import applied_batch, quarantine
from gridapp.server.exchange import alike, effects, erasing, feeds, gather, grid, journal
from gridapp.server.exchange.batch import Judge
from gridapp.server.exchange.journal import First
from gridapp.server.operations import audit
from gridapp.server.problems import Refusal

ROUNDS = 5
"""How often the records may move under a batch before it must come again."""

LARGEST = 2**31 - 1

Said = tuple[Change, str]
"""A change, and what it says hashed."""


def push(connection: Connection, request: PushRequest, now: datetime) -> PushReply:
    """Take in a batch within the transaction of ``connection``; answer only after its COMMIT."""
    _check_form(request)
    sender = devices.known(connection, request.device, lock=True)
    shas = [change_sha(change) for change in request.changes]
    heads = _heads(request, shas)
    replayed = _replayed(connection, request, heads[-1])
    if replayed is not None:
        return replayed
    first = journal.first_answers(connection, request.changes, shas)
    _check_sequence(sender, request, heads, set(first))
    _share_histories(connection, sender, first.values())
    answers = {change_id: journal.again(known.result) for change_id, known in first.items()}
    said = zip(request.changes, shas, strict=True)
    fresh = [(change, sha) for change, sha in said if change.change_id not in first]
    results = _apply(connection, sender, fresh, heads[-1], now)
    answers.update((result.change_id, result) for result in results)
    reply = PushReply(
        status="applied",
        results=[answers[change.change_id] for change in request.changes],
        last_dseq=max(sender.last_dseq, request.changes[-1].dseq),
        server_time=now,
    )
    _remember(connection, sender, request, reply, heads[-1])
    return reply


def _check_form(request: PushRequest) -> None:
    changes = request.changes
    if len(changes) > MOST_CHANGES:
        raise Refusal(Problem.TOO_LARGE)
    first = changes[0].dseq if changes else 0
    in_order = all(change.dseq == dseq for dseq, change in enumerate(changes, first))
    once = len({change.change_id for change in changes}) == len(changes)
    if first < 1 or not in_order or not once or changes[-1].dseq > LARGEST:
        raise Refusal(Problem.MALFORMED, detail="dseq or change_id")


def _heads(request: PushRequest, shas: Sequence[str]) -> list[str]:
    """The device's chain: before the batch, and after each change."""
    heads = [request.previous_head]
    for change, sha in zip(request.changes, shas, strict=True):
        heads.append(next_head(heads[-1], change.dseq, sha))
    return heads


def _replayed(connection: Connection, request: PushRequest, head: str) -> PushReply | None:
    """The first reply to this batch. The head after it is a hash of all that the batch says."""
    rows = driver.ask(
        connection,
        "SELECT body_sha, response FROM applied_batch WHERE device_id = ? AND batch_id = ?",
        request.device.bytes,
        request.batch_id.bytes,
    )
    if not rows:
        return None
    [(sha, response)] = rows
    if sha != head:
        raise Refusal(Problem.BATCH_REUSED)
    reply = unpack_push_reply(response, [change.change_id for change in request.changes])
    reply.status = "replayed"
    contested = {r.change_id for r in reply.results if r.outcome == Verdict.CONFLICT}
    if contested:
        _put_values_back(connection, request, reply, contested)
    return reply


def _put_values_back(
    connection: Connection, request: PushRequest, reply: PushReply, contested: set[UUID]
) -> None:
    """Both values of each conflict: they are kept in the journal only."""
    changes = [change for change in request.changes if change.change_id in contested]
    first = journal.first_answers(connection, changes, [change_sha(c) for c in changes])
    for result in reply.results:
        if result.change_id in contested:
            result.conflicts = first[result.change_id].result.conflicts


def _check_sequence(
    sender: Device, request: PushRequest, heads: Sequence[str], known: set[UUID]
) -> None:
    """The device's changes must continue its chain: no gap, no second history."""
    first, last = request.changes[0].dseq, sender.last_dseq
    if first > last + 1:
        raise Refusal(Problem.DSEQ_GAP, expected=last + 1)
    old = [change for change in request.changes if change.dseq <= last]
    if any(change.change_id not in known for change in old):
        raise Refusal(Problem.DEVICE_FORKED)
    reaches_end = request.changes[-1].dseq >= last
    if reaches_end and heads[last + 1 - first] != sender.head:
        raise Refusal(Problem.DEVICE_FORKED)


def _share_histories(connection: Connection, sender: Device, known: Iterable[First]) -> None:
    """Whoever offers a change that came from another device has the history of that one."""
    up_to: dict[UUID, int] = {}
    for first in known:
        if first.device != sender.id and first.result.code != Problem.CHANGE_ID_REUSED:
            up_to[first.device] = max(first.dseq, up_to.get(first.device, 0))
    driver.do(
        connection,
        "INSERT INTO shared_history AS s (device_id, former_id, dseq) VALUES (?, ?, ?)"
        " ON CONFLICT (device_id, former_id) DO UPDATE SET dseq = excluded.dseq"
        " WHERE s.dseq < excluded.dseq",
        *[(sender.id.bytes, former.bytes, dseq) for former, dseq in up_to.items()],
    )


def _apply(
    connection: Connection,
    sender: Device,
    fresh: Sequence[Said],
    head: str,
    now: datetime,
) -> list[ChangeResult]:
    """Decide the changes under the locks of every feed that they write to.

    Which feeds these are is known for certain only after deciding; when the guess was wrong, it is
    decided again under the further locks. SQLite's whole database is locked anyway.
    """
    if not fresh:
        return []
    changes = [change for change, _ in fresh]
    feeds.lock_tree(connection, to_change=any(change.kind == "unit" for change in changes))
    tree = grid.load(connection)
    several = driver.is_postgresql(connection)
    locked = feeds.lock(connection, gather.likely_feeds(tree, changes) if several else ())
    for _ in range(ROUNDS):
        judge = gather.judge(connection, tree, sender, changes, now)
        results = alike.decide(judge, changes)
        missing = judge.bench.to_lock() - locked.keys()
        locked |= feeds.lock(connection, missing)
        if not missing or not several:
            effects.write(connection, judge.bench, locked, head, now)
            _journal(connection, judge, fresh, results, now)
            return results
    raise Refusal(Problem.BUSY, retry_after=2)


def _journal(
    connection: Connection,
    judge: Judge,
    fresh: Sequence[Said],
    results: Sequence[ChangeResult],
    now: datetime,
) -> None:
    """Keep the changes: of an erased record no value, what could not be judged whole."""
    bench, at = judge.bench, driver.moment(now)
    for (change, _), result in zip(fresh, results, strict=True):
        key = (change.kind, change.record_id)
        if key in bench.touched:
            result.position = bench.records[key].seq
    journal.keep(connection, judge.device.id, fresh, results, now)
    whole = msgspec.msgpack.encode
    aside = [
        (c.change_id.bytes, judge.device.id.bytes, c.record_id.bytes, whole(c), fault, at)
        for c, fault in judge.faults
    ]
    driver.insert(connection, quarantine, aside)
    erasing.forget(connection, [key for key, kept in bench.records.items() if kept.state.erased])


def _remember(
    connection: Connection, sender: Device, request: PushRequest, reply: PushReply, head: str
) -> None:
    """The device's new end of chain, the reply for a second asking, and a line of audit."""
    now = reply.server_time
    if reply.last_dseq == request.changes[-1].dseq:
        row = (reply.last_dseq, head, sender.id.bytes)
        driver.do(connection, "UPDATE device SET last_dseq = ?, head = ? WHERE id = ?", row)
    kept = pack_push_reply(structs.replace(reply, results=[_bare(r) for r in reply.results]))
    ids = (sender.id.bytes, request.batch_id.bytes)
    driver.insert(connection, applied_batch, [(*ids, head, kept, driver.moment(now))])
    detail = {"first": request.changes[0].dseq, "last": request.changes[-1].dseq}
    audit.note(connection, now, sender.id, "push", detail)


def _bare(result: ChangeResult) -> ChangeResult:
    return structs.replace(result, conflicts=[]) if result.conflicts else result
