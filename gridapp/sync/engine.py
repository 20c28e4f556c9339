"""One cycle of exchange: push what waits, pull until nothing is new, then the bytes of files."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from uuid import UUID
from weakref import WeakSet

from gridapp.contract.problems import Problem
from gridapp.store import forgetting, meta
from gridapp.store.files import blob_sweep
from gridapp.store.opening import Store, StoreError
from gridapp.store.sync import outbox
from gridapp.sync import enrol, files, mending, outgoing, pace, pull, push, timekeeping, verdicts
from gridapp.sync.county import County
from gridapp.sync.cycle import Cycle
from gridapp.sync.faults import Busy, LineFault, Offline
from gridapp.sync.progress import OnProgress

RUNNING = "sync.running"
DIFFERING = "sync.differing"
"""After reading everything anew, a feed still differs from the county's sum."""


@dataclass(frozen=True)
class SyncResult:
    """What a cycle did. ``problem`` is the code of what stopped it, None when it went through."""

    pushed: int = 0
    pulled: int = 0
    refused: int = 0
    conflicts: int = 0
    kinds: frozenset[str] = frozenset()
    """Kinds of record that changed on this laptop."""
    problem: str | None = None
    retry_after: int | None = None
    """Seconds after which the county asked to come again."""
    files_left: int = 0
    """Files whose bytes can go on at once, now that all text has been exchanged."""


_running: "WeakSet[Store]" = WeakSet()
_running_lock = Lock()


def never() -> bool:
    """Nobody wants it to stop."""
    return False


def sync_once(
    store: Store,
    county: County,
    now: Callable[[], datetime],
    on_progress: OnProgress,
    *,
    stop: Callable[[], bool] = never,
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> SyncResult:
    """Exchange with the county once. Faults of the line end up in the result, never lost work.

    A second cycle on the same store at the same time stops at once. ``stop`` is asked between
    pieces; what is under way is gone on with the next time. ``random_bytes`` makes the keys of a
    device that has to start anew.
    """
    with alone(store) as free:
        if not free:
            return SyncResult(problem=RUNNING)
        with store.session() as session:
            device = UUID(meta.get(session, "device")["id"])
            before = outbox.totals(session)
            pull.start(session)
        cycle = Cycle(store, county, device, now, random_bytes, on_progress)
        cycle.watch(stop)
        carrier = files.Carrier(cycle)
        fault = _run(cycle)
        while _has_gone(fault) and carrier.carry():
            fault = _run(cycle)
        return _result(cycle, before, fault, carrier)


def _has_gone(fault: LineFault | None) -> bool:
    """Whether all text that may has gone; a revoked laptop still hands in what it has."""
    return fault is None or fault.code == Problem.REVOKED


def _run(cycle: Cycle) -> LineFault | None:
    mended = mending.Mended()
    while True:
        try:
            _exchange(cycle)
        except LineFault as fault:
            try:
                if not mending.mend(cycle, fault, mended):
                    return fault
            except LineFault as another:
                return another
        else:
            return None


def _exchange(cycle: Cycle) -> None:
    with cycle.store.session() as session:
        mark = pull.mark(session)
    if mark and not cycle.county.has_news(mark):
        return
    more = _push_all(cycle)
    while more:
        more = _pull_page(cycle)


def _push_all(cycle: Cycle) -> bool:
    """Send batch after batch; whether there is still something to pull."""
    more = True
    while True:
        with cycle.store.session() as session:
            batch = None
            if outgoing.first_waiting(session) is not None:
                ask = pull.request(session, cycle.device, cycle.reading, pace.of(session).rows)
                batch = push.next_batch(session, cycle.device, ask)
                cycle.ahead = outbox.totals(session).waiting
        if batch is None:
            return more
        cycle.to_send = cycle.sent + _estimate(batch, cycle.ahead)
        cycle.tell()
        started = cycle.now()
        reply = cycle.county.push(batch.body, batch.change_ids, resume=batch.resumed)
        now = cycle.now()
        with cycle.store.session() as session:
            verdicts.take(session, reply, now)
            push.answered(session, batch, (now - started).total_seconds())
            if reply.pull is not None:
                more = pull.take_reply(session, reply.pull, batch.cursors, cycle.reading)
        cycle.pushed += len(batch.change_ids)
        cycle.ahead = max(cycle.ahead - len(batch.change_ids), 0)
        cycle.tell()


def _estimate(batch: push.Batch, waiting: int) -> int:
    """Bytes still to be sent: this batch, and what waits behind it if that packs as well."""
    size, count = len(batch.body), len(batch.change_ids)
    return size * max(waiting, count) // count


def _pull_page(cycle: Cycle) -> bool:
    with cycle.store.session() as session:
        ask = pull.request(session, cycle.device, cycle.reading, pace.of(session).rows)
    started, before = cycle.now(), cycle.reading.rows
    try:
        reply = cycle.county.pull(ask)
    except Offline as fault:
        if fault.midway:
            with cycle.store.session() as session:
                pace.broke(session, reading=True)
        raise
    now = cycle.now()
    with cycle.store.session() as session:
        more = pull.take_reply(session, reply, ask.cursors, cycle.reading)
        rows = cycle.reading.rows - before
        pace.received(session, rows, (now - started).total_seconds())
    cycle.ahead = ask.limit if more else 0
    cycle.tell()
    return more


def _result(
    cycle: Cycle, before: outbox.Totals, fault: LineFault | None, carrier: files.Carrier
) -> SyncResult:
    """Say what was done, and keep what the status chip and the next cycle need."""
    problem = fault.code if fault else None
    if problem is None and cycle.reading.differing:
        problem = DIFFERING
    now = cycle.now()
    with cycle.store.session() as session:
        after = outbox.totals(session)
        carrier.keep_problem(session)
        blob_sweep.sweep(session, now)
        enrol.keep_token(session, cycle.county.token)
        heard = timekeeping.facts(cycle.county.clocks) | enrol.known_by(cycle.county.certificate)
        meta.put_all(session, {"last_sync_error": problem} | heard)
        if fault is None:
            meta.put(session, "last_sync_at", now.isoformat())
            forgetting.purge(session, now, cycle.reading.backed_up)
        leaves_traces = meta.get(session, forgetting.SCRUB, default=False)
    if leaves_traces:
        scrub(cycle.store)
    return SyncResult(
        pushed=cycle.pushed,
        pulled=cycle.reading.rows,
        refused=max(after.refused - before.refused, 0),
        conflicts=max(after.conflicts - before.conflicts, 0),
        kinds=frozenset(cycle.reading.kinds),
        problem=problem,
        retry_after=fault.retry_after if isinstance(fault, Busy) else None,
        files_left=carrier.left,
    )


def scrub(store: Store) -> None:
    """Leave nothing in the file of what was erased; when the disk is full, another time."""
    try:
        store.scrub()
    except StoreError:
        return
    with store.session() as session:
        meta.drop(session, forgetting.SCRUB)


@contextmanager
def alone(store: Store) -> Iterator[bool]:
    """Whether no other cycle runs on this store; while the block runs, none can start."""
    with _running_lock:
        free = store not in _running
        _running.add(store)
    try:
        yield free
    finally:
        if free:
            _running.discard(store)
