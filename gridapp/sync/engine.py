"""One cycle of exchange: push what waits, then pull until nothing is new."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from uuid import UUID
from weakref import WeakSet

from gridapp.contract.problems import Problem
from gridapp.store import meta, outbox
from gridapp.store.opening import Store
from gridapp.sync import enrol, pull, push, verdicts
from gridapp.sync.county import Busy, County, LineFault, Offline, Refused
from gridapp.sync.pull import Reading

OnProgress = Callable[[int, int], None]
"""Told (changes and rows exchanged, how many there are as far as is known)."""

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


@dataclass
class _Cycle:
    store: Store
    county: County
    device: UUID
    now: Callable[[], datetime]
    on_progress: OnProgress
    reading: Reading = field(default_factory=Reading)
    pushed: int = 0


_running: "WeakSet[Store]" = WeakSet()
_running_lock = Lock()


def sync_once(
    store: Store,
    county: County,
    now: Callable[[], datetime],
    on_progress: OnProgress,
) -> SyncResult:
    """Exchange with the county once. Faults of the line end up in the result, never lost work.

    A second cycle on the same store at the same time stops at once.
    """
    with alone(store) as free:
        if not free:
            return SyncResult(problem=RUNNING)
        with store.session() as session:
            device = UUID(meta.get(session, "device")["id"])
            before = outbox.totals(session)
            pull.start(session)
        cycle = _Cycle(store, county, device, now, on_progress)
        fault = _run(cycle)
        return _result(cycle, before, fault)


def _run(cycle: _Cycle) -> LineFault | None:
    try:
        more = _push_all(cycle)
        while more:
            more = _pull_page(cycle)
    except LineFault as fault:
        return fault
    return None


def _push_all(cycle: _Cycle) -> bool:
    """Send batch after batch; whether there is still something to pull."""
    more = True
    while True:
        with cycle.store.session() as session:
            ask = pull.request(session, cycle.device, cycle.reading)
            batch = push.next_batch(session, cycle.device, ask)
            waiting = outbox.totals(session).waiting
        if batch is None:
            return more
        cycle.on_progress(cycle.pushed, cycle.pushed + waiting)
        try:
            reply = cycle.county.push(batch.body, batch.change_ids)
        except LineFault as fault:
            if not _mended(cycle, fault):
                raise
            continue
        with cycle.store.session() as session:
            verdicts.take(session, reply, cycle.now())
            push.answered(session, batch)
            if reply.pull is not None:
                asked = push.cursors_in(batch.body)
                more = pull.take_reply(session, reply.pull, asked, cycle.reading)
        cycle.pushed += len(batch.change_ids)


def _mended(cycle: _Cycle, fault: LineFault) -> bool:
    """Whether the batch can be sent at once in another way."""
    with cycle.store.session() as session:
        if isinstance(fault, Refused) and fault.code == Problem.DSEQ_GAP and fault.expected:
            return push.send_again_from(session, fault.expected)
        if fault.code == Problem.TOO_LARGE:
            return push.failed(session, too_large=True)
        if isinstance(fault, Offline):
            push.failed(session)
    return False


def _pull_page(cycle: _Cycle) -> bool:
    with cycle.store.session() as session:
        ask = pull.request(session, cycle.device, cycle.reading)
    reply = cycle.county.pull(ask)
    with cycle.store.session() as session:
        more = pull.take_reply(session, reply, ask.cursors, cycle.reading)
    done = cycle.pushed + cycle.reading.rows
    cycle.on_progress(done, done + (pull.PAGE_ROWS if more else 0))
    return more


def _result(cycle: _Cycle, before: outbox.Totals, fault: LineFault | None) -> SyncResult:
    """Say what was done, and keep what the status chip and the next cycle need."""
    problem = fault.code if fault else None
    if problem is None and cycle.reading.differing:
        problem = DIFFERING
    with cycle.store.session() as session:
        after = outbox.totals(session)
        enrol.keep_token(session, cycle.county.token)
        meta.put(session, "last_sync_error", problem)
        if fault is None:
            meta.put(session, "last_sync_at", cycle.now().isoformat())
    return SyncResult(
        pushed=cycle.pushed,
        pulled=cycle.reading.rows,
        refused=max(after.refused - before.refused, 0),
        conflicts=max(after.conflicts - before.conflicts, 0),
        kinds=frozenset(cycle.reading.kinds),
        problem=problem,
        retry_after=fault.retry_after if isinstance(fault, Busy) else None,
    )


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
