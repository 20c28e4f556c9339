"""A pushed batch: one transaction, one verdict per change, the same answer if it comes again."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from operator import eq
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from gridapp.contract.alike import dseqs, kinds, raw_change_ids
from gridapp.contract.problems import Problem
from gridapp.contract.sync import (
    MOST_CHANGES,
    Change,
    ChangeResult,
    PushReply,
    PushRequest,
    Verdict,
)
from gridapp.domain.sync import chain
from gridapp.server import audit
from gridapp.server.access import devices
from gridapp.server.access.devices import Device
from gridapp.server.database import driver
from gridapp.server.database.tables import quarantine
from gridapp.server.exchange import alike, effects, erasing, feeds, gather, grid, journal
from gridapp.server.exchange.alike import Fresh
from gridapp.server.exchange.batch import Judge
from gridapp.server.exchange.journal import Entry
from gridapp.server.exchange.records import Key
from gridapp.server.problems import Refusal

ROUNDS = 5
"""How often the records may move under a batch before it must come again."""

LARGEST = 2**31 - 1


def push(connection: Connection, request: PushRequest, body: bytes, now: datetime) -> PushReply:
    """Take in a batch within the transaction of ``connection``; answer only after its COMMIT.

    ``body``: the request as it came, packed.
    """
    _check_form(request)
    sender = devices.known(connection, request.device, lock=True)
    heads = chain.heads(request.previous_head, request.changes)
    results = _replayed(connection, request, heads[-1])
    status = "applied" if results is None else "replayed"
    if results is None:
        results = _taken(connection, sender, request, heads, body, now)
    last = max(sender.last_dseq, request.changes[-1].dseq)
    return PushReply(status=status, results=results, last_dseq=last, server_time=now)


def _taken(
    connection: Connection,
    sender: Device,
    request: PushRequest,
    heads: Sequence[str],
    body: bytes,
    now: datetime,
) -> Sequence[ChangeResult]:
    """The answers to a new batch, in order: what it brings is applied, what is known stays so."""
    changes = request.changes
    first = journal.first_answers(connection, changes)
    _check_sequence(sender, request, heads, first.keys())
    _share_histories(connection, sender, first.values())
    fresh = [change for change in changes if change.change_id not in first] if first else changes
    results, erased = _apply(connection, sender, fresh, heads[-1], now)
    if first:
        answers = {change_id: journal.again(known.result) for change_id, known in first.items()}
        answers |= {result.change_id: result for result in results}
        results = [answers[change.change_id] for change in changes]
    journal.keep(connection, request, body, results, first.keys(), heads[-1], now)
    erasing.forget(connection, erased)
    if changes[-1].dseq >= sender.last_dseq:
        row = (changes[-1].dseq, heads[-1], sender.id.bytes)
        driver.do(connection, "UPDATE device SET last_dseq = ?, head = ? WHERE id = ?", row)
    detail = {"first": changes[0].dseq, "last": changes[-1].dseq}
    audit.note(connection, now, sender.id, "push", detail)
    return results


def _check_form(request: PushRequest) -> None:
    changes = request.changes
    if len(changes) > MOST_CHANGES:
        raise Refusal(Problem.TOO_LARGE)
    first = changes[0].dseq if changes else 0
    in_order = all(map(eq, dseqs(changes), count(first)))
    once = len(set(raw_change_ids(changes))) == len(changes)
    if first < 1 or not in_order or not once or changes[-1].dseq > LARGEST:
        raise Refusal(Problem.MALFORMED, detail="dseq or change_id")


def _replayed(
    connection: Connection, request: PushRequest, head: str
) -> Sequence[ChangeResult] | None:
    """The first answers to this batch. The head after it is a hash of all that the batch says."""
    kept = journal.answers_to(connection, request)
    if kept is None:
        return None
    sha, results = kept
    if sha != head:
        raise Refusal(Problem.BATCH_REUSED)
    if any(_is_bare(result) for result in results):
        first = journal.first_answers(connection, request.changes)
        return [first[one.change_id].result if _is_bare(one) else one for one in results]
    return results


def _is_bare(result: ChangeResult) -> bool:
    """Whether both values of a conflict are kept with the first answer only."""
    return result.outcome == Verdict.CONFLICT and not result.conflicts


def _check_sequence(
    sender: Device, request: PushRequest, heads: Sequence[str], known: Collection[UUID]
) -> None:
    """The device's changes must continue its chain: no gap, no second history."""
    first, last = request.changes[0].dseq, sender.last_dseq
    if first > last + 1:
        raise Refusal(Problem.DSEQ_GAP, expected=last + 1)
    old = request.changes[: last + 1 - first]
    if any(change.change_id not in known for change in old):
        raise Refusal(Problem.DEVICE_FORKED)
    reaches_end = request.changes[-1].dseq >= last
    if reaches_end and heads[last + 1 - first] != sender.head:
        raise Refusal(Problem.DEVICE_FORKED)


def _share_histories(connection: Connection, sender: Device, known: Iterable[Entry]) -> None:
    """Whoever offers a change that came from another device has the history of that one."""
    up_to: dict[UUID, int] = {}
    for first in known:
        if first.device != sender.id and first.result.code != Problem.CHANGE_ID_REUSED:
            up_to[first.device] = max(first.change.dseq, up_to.get(first.device, 0))
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
    fresh: Sequence[Change],
    head: str,
    now: datetime,
) -> tuple[Sequence[ChangeResult], Sequence[Key]]:
    """Decide the changes under the locks of every feed that they write to.

    Which feeds these are is known for certain only after deciding; when the guess was wrong, it is
    decided again under the further locks. SQLite's whole database is locked anyway.
    Returns the answers, and the records of the batch that are erased by law.
    """
    if not fresh:
        return [], []
    feeds.lock_tree(connection, to_change="unit" in kinds(fresh))
    tree = grid.load(connection)
    several = driver.is_postgresql(connection)
    locked = feeds.lock(connection, gather.likely_feeds(tree, fresh) if several else ())
    for _ in range(ROUNDS):
        work: Fresh | _Judged | None = alike.fresh(connection, tree, sender, fresh, now)
        if work is None:
            work = _Judged.of(gather.judge(connection, tree, sender, fresh, now), fresh)
        missing = work.feeds() - locked.keys()
        locked |= feeds.lock(connection, missing)
        if missing and several:
            continue
        if isinstance(work, Fresh):
            return effects.add(connection, work, locked, head, now), []
        effects.write(connection, work.judge.bench, locked, head, now)
        _set_aside(connection, work.judge, now)
        return work.placed(), work.erased()
    raise Refusal(Problem.BUSY, retry_after=2)


@dataclass(frozen=True)
class _Judged:
    """Changes that were decided one by one."""

    judge: Judge
    changes: Sequence[Change]
    results: Sequence[ChangeResult]

    @classmethod
    def of(cls, judge: Judge, changes: Sequence[Change]) -> "_Judged":
        """Decide them."""
        return cls(judge, changes, [judge.decide(change) for change in changes])

    def feeds(self) -> frozenset[UUID]:
        """The feeds that must be locked for what has come of them."""
        return self.judge.bench.to_lock()

    def placed(self) -> Sequence[ChangeResult]:
        """The answers, each with where the record now stands."""
        bench = self.judge.bench
        for change, result in zip(self.changes, self.results, strict=True):
            key = (change.kind, change.record_id)
            if key in bench.touched:
                result.position = bench.records[key].seq
        return self.results

    def erased(self) -> list[Key]:
        """The records among them that are erased by law."""
        return [key for key, kept in self.judge.bench.records.items() if kept.state.erased]


def _set_aside(connection: Connection, judge: Judge, now: datetime) -> None:
    """Keep whole what could not be judged."""
    at, whole = driver.moment(now), msgspec.msgpack.encode
    aside = [
        (c.change_id.bytes, judge.device.id.bytes, c.record_id.bytes, whole(c), fault, at)
        for c, fault in judge.faults
    ]
    driver.insert(connection, quarantine, aside)
