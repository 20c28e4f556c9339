"""What waits here as a file for the county, to be carried on a USB stick.

The messages are those of the network. A file may be carried late, twice, or in vain because the
network was there first; so ``State`` travels with it and comes back in the answer, and what does
not fit the laptop any more is left (``bundle_answer.py``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec
from sqlmodel import Session

from gridapp.contract import bundle, wire
from gridapp.contract.bundle import BundleError, BundleFault, Header, Outgoing, Way
from gridapp.contract.sync import MAX_BODY_BYTES, MOST_CHANGES, PushRequest
from gridapp.store import meta
from gridapp.sync import outgoing, pull, push
from gridapp.sync.pull import Reading

BATCH = MOST_CHANGES
ALONE = "stick_alone"
"""The fact that the county could not read a batch of the last file: in the next each change goes
alone. By network a batch is halved and halved again; nobody carries a stick so often.
"""

PAGE_ROWS = 5_000
"""On a stick there is no line to suit."""


@dataclass(frozen=True)
class Draft:
    """A file for the county, and the batches in it: id, first and last number of its changes."""

    data: bytes
    batches: Sequence[tuple[UUID, int, int]]

    @property
    def changes(self) -> int:
        """How many changes it holds."""
        return sum(last - first + 1 for _, first, last in self.batches)


class State(NamedTuple):
    """What the exchange was at: pulls taken in so far, and from which change it sends again."""

    pulls: int
    again: int | None


class Parties(NamedTuple):
    """This device with its private keys, the county with its public ones."""

    device: UUID
    sign_key: bytes
    box_key: bytes
    county_sign_key: bytes
    county_box_key: bytes


def write(session: Session, now: datetime) -> Draft:
    """All that waits, as far as a file holds it, and what this laptop asks for.

    Raises BundleError: not joined, or the county's keys are not known yet.
    """
    us = parties(session)
    pull.start(session)
    alone = meta.get(session, ALONE, default=False)
    pushes = list(_pushes(session, us.device, 1 if alone else BATCH))
    first = outgoing.first_waiting(session) if alone else None
    contents = Outgoing(
        state=msgspec.msgpack.encode((*state(session), first)),
        pushes=[body for _, body in pushes],
        pull=wire.pack_pull(pull.request(session, us.device, Reading(), PAGE_ROWS)),
    )
    header = Header(
        way=Way.OUT.value,
        county=bundle.fingerprint(us.county_sign_key),
        device=us.device,
        number=_next_number(session),
        made_at=int(now.timestamp()),
    )
    data = bundle.seal(header, contents, us.sign_key, us.county_box_key)
    return Draft(data, [(p.batch_id, p.changes[0].dseq, p.changes[-1].dseq) for p, _ in pushes])


def carried(session: Session, draft: Draft) -> None:
    """The file is written: its changes count as sent, and can no longer be undone silently."""
    for batch in draft.batches:
        outgoing.sent(session, *batch)


def state(session: Session) -> State:
    """What the exchange is at now."""
    return State(pull.taken(session), outgoing.sends_again_from(session))


def told_by(packed: bytes) -> tuple[State, int | None]:
    """What a file said of it; and of its first change, if each was alone, the number."""
    pulls, again, *more = msgspec.msgpack.decode(packed)
    return State(pulls, again), more[0] if more else None


def parties(session: Session) -> Parties:
    """Who writes to whom. Raises BundleError when this laptop does not know it yet."""
    device, county = meta.get(session, "device"), meta.get(session, "county_keys")
    if device is None:
        raise BundleError(BundleFault.NOT_JOINED)
    if county is None:
        raise BundleError(BundleFault.NO_COUNTY_KEYS)
    keys = (device["sign_key"], device["box_key"], *county)
    return Parties(UUID(device["id"]), *map(bytes.fromhex, keys))


def _pushes(session: Session, device: UUID, most: int) -> Iterator[tuple[PushRequest, bytes]]:
    """Batches of at most so many changes, as large as the county takes them, with their bytes."""
    first, room = outgoing.first_waiting(session), bundle.ROOM
    while first is not None and room > 0:
        request = push.message(session, first, device, most)
        if not request.changes:
            return
        body = push.fit(session, request, MAX_BODY_BYTES, None)
        yield request, body
        first, room = request.changes[-1].dseq + 1, room - len(body)


def _next_number(session: Session) -> int:
    number: int = meta.get(session, "bundle_number", 0) + 1
    meta.put(session, "bundle_number", number)
    return number
