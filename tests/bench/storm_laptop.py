"""What a laptop in the storm knows: its work, what was acknowledged, what it has been shown.

It knows the county by its answers alone, and says at once when one breaks a promise.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

from nacl.signing import SigningKey
from uuid_utils.compat import uuid7

from gridapp.contract import SCHEMA
from gridapp.contract.sync import (
    Change,
    ChangeResult,
    Cursor,
    FeedPage,
    Op,
    PullReply,
    PullRequest,
    PushReply,
    PushRequest,
    Verdict,
)
from gridapp.domain.sync.chain import digest, heads

Key = tuple[str, UUID]
Seen = tuple[int, dict[str, Any]]
"""Revision and fields of a record."""


class PromiseBroken(Exception):
    """The county answered what it must never answer."""


@dataclass
class Laptop:
    """One device of a micro-grid. ``shared`` is a person whose record others change too."""

    id: UUID
    key: SigningKey
    unit: UUID
    village: UUID
    shared: UUID
    waiting: list[Change] = field(default_factory=list)
    made: dict[Key, Seen] = field(default_factory=dict)
    """Records that only this laptop writes, as they must be in the end."""
    answers: dict[UUID, tuple[int, int]] = field(default_factory=dict)
    """Revision and position in the first answer to each change."""
    dseq: int = 0
    head: str = ""
    """The last change that was acknowledged, and the chain's head after it."""
    cursors: dict[str, Cursor] = field(default_factory=dict)
    held: dict[str, dict[Key, int]] = field(default_factory=dict)
    """Revisions by feed: own work as acknowledged, all else as pulled."""
    leftovers: dict[str, set[Key]] = field(default_factory=dict)
    """Of feeds that are being read anew: what has not come again yet."""

    def work(self, changes: int, random: Random) -> None:
        """Half a year offline: households with people and visits, each edited once more."""
        while len(self.waiting) < changes:
            home, person = uuid7(), uuid7()
            address = f"{random.randrange(1000)}号"
            self._create("household", home, number=str(len(self.made)), address=address)
            self._create("member", person, household_id=str(home), name="何某", phone="13800001111")
            self._create("visit", uuid7(), **_visit(home))
            self._edit("household", home, note=f"狗 {random.randrange(1000)}")
            self._edit("member", person, phone=f"138{random.randrange(10**8):08}")
            if random.random() < 0.1:
                said = {"phone": f"139{random.randrange(10**8):08}", "note": address}
                self._change(Op.UPDATE, "member", self.shared, 1, said)
        del self.waiting[changes:]
        self.made = _in_the_end(self.waiting, self.shared)

    def _create(self, kind: str, record_id: UUID, **fields: Any) -> None:
        self._change(Op.CREATE, kind, record_id, 0, fields)

    def _edit(self, kind: str, record_id: UUID, **fields: Any) -> None:
        self._change(Op.UPDATE, kind, record_id, 0, fields)

    def _change(self, op: Op, kind: str, record_id: UUID, base: int, fields: Any) -> None:
        dseq = self.dseq + len(self.waiting) + 1
        self.waiting.append(
            Change(uuid7(), dseq, self.unit, kind, record_id, op.value, base, fields)
        )

    def batch(self, size: int) -> PushRequest:
        """The next changes that wait; a pull rides along when they are the last."""
        changes = self.waiting[:size]
        last = len(changes) == len(self.waiting)
        return PushRequest(
            batch_id=uuid7(),
            device=self.id,
            schema_version=SCHEMA,
            previous_head=self.head,
            changes=changes,
            pull=self.question() if last else None,
        )

    def question(self) -> PullRequest:
        """Ask for what is new."""
        ack = (0, "") if self.leftovers else (self.dseq, self.head)
        return PullRequest(self.id, SCHEMA, ack, dict(self.cursors))

    def take_answer(self, changes: Sequence[Change], reply: PushReply) -> None:
        """Note the verdicts. Raises PromiseBroken for a second answer unlike the first."""
        for change, result in zip(changes, reply.results, strict=True):
            if result.outcome == Verdict.REFUSED:
                raise PromiseBroken(f"refused {result.code} a sound {change.op} of {change.kind}")
            said = (result.revision, result.position)
            if self.answers.setdefault(change.change_id, said) != said:
                raise PromiseBroken("another answer to the same change")
            self._hold(str(self.village), (change.kind, change.record_id), result)

    def _hold(self, feed: str, key: Key, result: ChangeResult) -> None:
        held = self.held.setdefault(feed, {})
        held[key] = max(held.get(key, 0), result.revision)

    def done_with(self, changes: Sequence[Change]) -> None:
        """These are acknowledged; the chain goes on after them."""
        self.head = heads(self.head, changes)[-1]
        self.dseq = changes[-1].dseq
        del self.waiting[: len(changes)]

    def take_pull(self, asked: PullRequest, reply: PullReply) -> bool:
        """Take in what is new; whether there is more. An answer to an old question is left."""
        if asked.cursors != self.cursors:
            return True
        for feed, page in reply.feeds.items():
            self._take_page(feed, page)
        return any(page.more for page in reply.feeds.values())

    def _take_page(self, feed: str, page: FeedPage) -> None:
        held = self.held.setdefault(feed, {})
        if page.reset:
            self.leftovers[feed] = set(held)
        for row in page.rows:
            key = (row.kind, row.id)
            held[key] = max(held.get(key, 0), row.revision)
            self.leftovers.get(feed, set()).discard(key)
        self.cursors[feed] = after(page)
        if page.more:
            return
        for key in self.leftovers.pop(feed, ()):
            del held[key]
        sums = (len(held), digest((record_id, seen) for (_, record_id), seen in held.items()))
        if not self.waiting and sums != (page.count, page.digest):
            raise PromiseBroken("the county shows this laptop something else than it holds")


def after(page: FeedPage) -> Cursor:
    """The cursor after a page."""
    return Cursor(page.to, page.head_seq, page.head_chain)


def _visit(home: UUID) -> dict[str, Any]:
    return {
        "round_id": str(home),
        "household_id": str(home),
        "outcome": "quiet",
        "visited_on": "2026-11-16",
        "recorded_at": "2026-11-16T08:00:00+00:00",
        "visitor": "王建军",
    }


def _in_the_end(changes: Sequence[Change], shared: UUID) -> dict[Key, Seen]:
    """What the records of these changes must be: a revision for each change, the last values."""
    records: dict[Key, Seen] = {}
    for change in changes:
        if change.record_id != shared:
            revision, fields = records.get((change.kind, change.record_id), (0, {}))
            records[change.kind, change.record_id] = (revision + 1, fields | change.fields)
    return records
