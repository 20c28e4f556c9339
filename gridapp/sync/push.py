"""What goes up: batches cut to the line, kept as bytes until they are answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

import zstandard
from sqlmodel import Session, select

from gridapp.contract import SCHEMA, wire
from gridapp.contract.alike import change_ids
from gridapp.contract.sync import MAX_BODY_BYTES, Cursor, PullRequest, PushRequest
from gridapp.store import meta, plain
from gridapp.store.bookkeeping import BatchRow, ChangeRow
from gridapp.store.sync.outbox import CLOSED, State
from gridapp.sync import outgoing, pace

_STARTED = "SELECT batch_id, first_dseq, last_dseq, body FROM batch LIMIT 1"
_START = "INSERT INTO batch (batch_id, first_dseq, last_dseq, body) VALUES (?, ?, ?, ?)"
_CHANGE_IDS = "SELECT change_id FROM change WHERE dseq BETWEEN ? AND ? ORDER BY dseq"

ROOM = 1.25
"""A body may be larger than the line's measure by so much before it is packed anew."""


@dataclass(frozen=True)
class Batch:
    """A batch on its way. ``body`` is sent as it is, however often."""

    id: UUID
    last_dseq: int
    change_ids: Sequence[UUID]
    body: bytes
    cursors: dict[str, Cursor]
    """With which the pull that rides in it, if one does, asked."""
    resumed: bool
    """It was sent before: the county may have a part of it."""


def next_batch(session: Session, device: UUID, pull: PullRequest) -> Batch | None:
    """The batch that was started and not answered, else a new one; None when nothing waits.

    The same changes make the same batch.
    """
    for id_, first_dseq, last_dseq, body in plain.ask(session, _STARTED):
        ids = _ids(session, first_dseq, last_dseq)
        return Batch(UUID(bytes=id_), last_dseq, ids, body, _cursors_in(body), resumed=True)
    first = outgoing.first_waiting(session)
    return None if first is None else _start(session, first, device, pull)


def _start(session: Session, first: int, device: UUID, pull: PullRequest) -> Batch:
    now = pace.of(session)
    request = message(session, first, device, now.changes)
    body = fit(session, request, now.size, pull)
    last = request.changes[-1].dseq
    ids = change_ids(request.changes)
    plain.do(session, _START, (request.batch_id.bytes, first, last, body))
    outgoing.sent(session, request.batch_id, first, last)
    return Batch(request.batch_id, last, ids, body, pull.cursors, resumed=False)


def message(session: Session, first: int, device: UUID, most: int) -> PushRequest:
    """A batch of at most so many changes; ``fit`` gives it its name."""
    return PushRequest(
        batch_id=device,
        device=device,
        schema_version=SCHEMA,
        previous_head=outgoing.head_after(session, first - 1) or "",
        changes=outgoing.messages(session, first, first + most - 1),
    )


def fit(session: Session, request: PushRequest, size: int, pull: PullRequest | None) -> bytes:
    """Leave so many changes in a batch as pack into this size; the body. The last takes the pull.

    It is named after its first change and the head after it: what says the same is the same.
    """
    end, _ = meta.journal_end(session)
    while True:
        changes = request.changes
        head = outgoing.head_after(session, changes[-1].dseq) or ""
        request.batch_id = uuid5(changes[0].change_id, head)
        request.pull = pull if changes[-1].dseq >= end else None
        body = wire.pack_push(request)
        unpacked = zstandard.frame_content_size(body)
        if len(changes) == 1 or (len(body) <= size * ROOM and unpacked <= MAX_BODY_BYTES):
            return body
        share = min(size / len(body), 0.9 * MAX_BODY_BYTES / unpacked)
        request.changes = changes[: max(1, int(len(changes) * share))]


def _ids(session: Session, first: int, last: int) -> Sequence[UUID]:
    rows = plain.ask(session, _CHANGE_IDS, first, last)
    return [UUID(bytes=id_) for (id_,) in rows]


def answered(session: Session, batch: Batch, seconds: float) -> None:
    """The county has answered, after so many seconds: the batch is done with."""
    outgoing.sent_again(session, batch.last_dseq)
    plain.do(session, "DELETE FROM batch WHERE batch_id = ?", (batch.id.bytes,))
    pace.sent(session, len(batch.change_ids), len(batch.body), seconds)


def cut(session: Session, problem: str) -> bool:
    """The county cannot read a batch as it is, or it is too large: half as much goes next.

    A change that is refused all alone is set aside. False when nothing can be done: even what
    stands in its place is refused.
    """
    started = session.exec(select(BatchRow)).first()
    if started is None:
        return False
    changes = started.last_dseq - started.first_dseq + 1
    session.delete(started)
    session.flush()
    if changes > 1:
        pace.at_most(session, changes // 2)
        return True
    return set_aside(session, started.first_dseq, problem)


def set_aside(session: Session, dseq: int, problem: str) -> bool:
    """Keep a change here, in sight, and let the chain go on over it.

    If it is already, the fault was not the change's: it waits again.
    """
    change = session.get_one(ChangeRow, dseq)
    helps = change.state not in CLOSED
    if helps:
        change.state, change.problem = State.QUARANTINED.value, problem
    elif change.state == State.QUARANTINED:
        change.state, change.problem = State.WAITING.value, ""
    session.add(change)
    session.flush()
    outgoing.rewind(session, dseq)
    return helps


def _cursors_in(body: bytes) -> dict[str, Cursor]:
    """What it asked with; nothing when it is too large for any county, which will say so."""
    try:
        riding = wire.riding_pull(body)
    except wire.TooLargeError:
        return {}
    return riding.cursors if riding else {}
