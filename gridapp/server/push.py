"""A pushed batch: one transaction, one verdict per change, the same answer if it comes again."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, insert, select, update

from gridapp.contract.problems import Problem
from gridapp.contract.sync import MOST_CHANGES, Change, ChangeResult, PushReply, PushRequest
from gridapp.domain.chain import change_sha, next_head
from gridapp.server import devices, feeds, gather, grid, journal, records
from gridapp.server.batch import Judge
from gridapp.server.bench import Left
from gridapp.server.devices import Device
from gridapp.server.feeds import Head
from gridapp.server.problems import Refusal
from gridapp.server.tables import applied_batch, audit, device, stub

ROUNDS = 5
"""How often the records may move under a batch before it must come again."""

LARGEST = 2**31 - 1


def push(connection: Connection, request: PushRequest, now: datetime) -> PushReply:
    """Take in a batch within the transaction of ``connection``; answer only after its COMMIT."""
    _check_form(request)
    sender = devices.known(connection, request.device, lock=True)
    heads = _heads(request)
    replayed = _replayed(connection, request, heads[-1])
    if replayed is not None:
        return replayed
    answers = journal.first_answers(connection, request.changes)
    _check_sequence(sender, request, heads, set(answers))
    fresh = [change for change in request.changes if change.change_id not in answers]
    answers |= _apply(connection, sender, fresh, heads[-1], now)
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
    in_order = all(change.dseq == first + n for n, change in enumerate(changes))
    once = len({change.change_id for change in changes}) == len(changes)
    if first < 1 or not in_order or not once or changes[-1].dseq > LARGEST:
        raise Refusal(Problem.MALFORMED, detail="dseq or change_id")


def _heads(request: PushRequest) -> list[str]:
    """The device's chain: before the batch, and after each change."""
    heads = [request.previous_head]
    for change in request.changes:
        heads.append(next_head(heads[-1], change.dseq, change_sha(change)))
    return heads


def _replayed(connection: Connection, request: PushRequest, head: str) -> PushReply | None:
    """The first reply to this batch. The head after it is a hash of all that the batch says."""
    row = connection.execute(
        select(applied_batch.c.body_sha, applied_batch.c.response).where(
            applied_batch.c.device_id == request.device,
            applied_batch.c.batch_id == request.batch_id,
        )
    ).first()
    if row is None:
        return None
    if row.body_sha != head:
        raise Refusal(Problem.BATCH_REUSED)
    reply = msgspec.json.decode(row.response, type=PushReply)
    reply.status = "replayed"
    return reply


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


def _apply(
    connection: Connection, sender: Device, fresh: list[Change], head: str, now: datetime
) -> dict[UUID, ChangeResult]:
    """Decide the changes under the locks of every feed that they write to.

    Which feeds these are is known only after deciding; then it is decided again under the locks,
    unless the whole database is locked anyway (SQLite).
    """
    if not fresh:
        return {}
    feeds.lock_tree(connection, to_change=any(change.kind == "unit" for change in fresh))
    alone = connection.dialect.name == "sqlite"
    locked: dict[UUID, Head] = {}
    for _ in range(ROUNDS):
        judge = gather.judge(connection, sender, fresh, now)
        results = {change.change_id: judge.decide(change) for change in fresh}
        missing = judge.bench.feeds() - locked.keys()
        locked |= feeds.lock(connection, missing)
        if alone or not missing:
            _write(connection, judge, fresh, results, judge.bench.place(locked, head), now)
            return results
    raise Refusal(Problem.BUSY, retry_after=2)


def _write(
    connection: Connection,
    judge: Judge,
    fresh: list[Change],
    results: dict[UUID, ChangeResult],
    heads: dict[UUID, Head],
    now: datetime,
) -> None:
    bench = judge.bench
    for change in fresh:
        key = (change.kind, change.record_id)
        if key in bench.touched:
            results[change.change_id].position = bench.records[key].seq
    records.write(connection, {key: bench.records[key] for key in bench.touched})
    if bench.left:
        connection.execute(insert(stub), [_stub_row(left, now) for left in bench.left])
    nodes = {unit: bench.tree.node(unit) for kind, unit in bench.touched if kind == "unit"}
    grid.keep(connection, {unit: node for unit, node in nodes.items() if node is not None})
    journal.keep(connection, judge.device.id, fresh, results, now)
    feeds.advance(connection, heads, now)


def _stub_row(left: Left, now: datetime) -> dict[str, Any]:
    return {
        "feed": left.feed,
        "seq": left.seq,
        "kind": left.key[0],
        "id": left.key[1],
        "from_unit": left.from_unit,
        "revision": left.revision,
        "at": now,
    }


def _remember(
    connection: Connection, sender: Device, request: PushRequest, reply: PushReply, head: str
) -> None:
    """The device's new end of chain, the reply for a second asking, and a line of audit."""
    now = reply.server_time
    if reply.last_dseq == request.changes[-1].dseq:
        connection.execute(
            update(device)
            .where(device.c.id == sender.id)
            .values(last_dseq=reply.last_dseq, head=head)
        )
    connection.execute(
        insert(applied_batch).values(
            device_id=sender.id,
            batch_id=request.batch_id,
            body_sha=head,
            response=msgspec.json.encode(reply).decode(),
            applied_at=now,
        )
    )
    detail = json.dumps({"first": request.changes[0].dseq, "last": request.changes[-1].dseq})
    connection.execute(insert(audit).values(at=now, device_id=sender.id, act="push", detail=detail))
