"""The records of one batch in memory: changed, moved with what they follow, given positions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from gridapp.domain.chain import link
from gridapp.domain.merging import Stored, moved
from gridapp.domain.scope import Tree, UnitNode
from gridapp.server.exchange.feeds import Head
from gridapp.server.exchange.records import Kept, Key, ident, leader_of

NO_POSITION = 0


class Left(Struct, frozen=True):
    """A record that left a unit, for whoever saw it there. ``revision``: its first elsewhere."""

    key: Key
    feed: UUID
    from_unit: UUID
    revision: int
    seq: int = NO_POSITION


class Footing(Struct):
    """Where the bench stood before a change: enough to go back to."""

    records: list[tuple[Key, Kept | None, bool]]
    """Records put since then: as they were before, and whether a change had touched them."""
    left: int
    units: list[tuple[UUID, UnitNode | None]]
    """Units put elsewhere since then, and where they were."""


@dataclass
class Bench:
    """What a batch works on. ``touched`` records get new positions, in the order first touched.

    Each is kept there as it was before.
    The tree is the bench's own when the batch changes units.
    """

    tree: Tree
    records: dict[Key, Kept]
    writer: int
    touched: dict[Key, Kept | None] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._followers: dict[UUID, set[Key]] = {}
        for key, kept in self.records.items():
            self._index(key, kept)
        self.stand()

    def stand(self) -> None:
        """Whatever happens from here on can be undone."""
        self._footing = Footing([], len(self.left), [])

    def step_back(self) -> None:
        """Undo what has happened since ``stand``."""
        for key, before, touched in reversed(self._footing.records):
            if before is None:
                del self.records[key]
            else:
                self.records[key] = before
            if not touched:
                del self.touched[key]
        del self.left[self._footing.left :]
        for unit, node in reversed(self._footing.units):
            self.tree.put(unit, node)
        self.stand()

    def put(self, key: Key, state: Stored, origin: UUID | None) -> None:
        """Keep a new state of a record; what follows it moves along."""
        before = self.records.get(key)
        unit = ident(state.fields["unit_id"])
        feed, leader = self.tree.feed_of(key[0], unit), leader_of(key[0], state.fields)
        kept = Kept(state, unit, feed, leader, origin)
        self._set(key, kept, before)
        self._index(key, kept)
        if before is not None and before.unit_id != unit:
            self.leave(key, before.unit_id, before.feed, unit, state.revision)
            self._bring_along(key[1], unit)

    def leave(self, key: Key, old_unit: UUID, old_feed: UUID, unit: UUID, revision: int) -> None:
        """Tell those of the old unit that a record is gone.

        Nobody loses sight of a record that moved further down: no word is needed then.
        """
        if old_unit not in self.tree.path(unit) or old_feed != self.records[key].feed:
            self.left.append(Left(key, old_feed, old_unit, revision))

    def plant(self, unit: UUID, node: UnitNode) -> None:
        """Put a unit into the tree, or elsewhere; the records below it may change feed.

        They are gone for those of the old feed's unit; who is granted the unit itself keeps them.
        """
        before = self.tree.node(unit)
        if before == node:
            return
        self._footing.units.append((unit, before))
        self.tree.put(unit, node)
        if before is None:
            return
        below = self.tree.below(unit)
        for key in [key for key, kept in self.records.items() if kept.unit_id in below]:
            kept = self.records[key]
            feed = self.tree.feed_of(key[0], kept.unit_id)
            if feed != kept.feed:
                self._set(key, replace(kept, feed=feed, seq=NO_POSITION, origin=None), kept)
                self.left.append(Left(key, kept.feed, kept.feed, kept.state.revision + 1))

    def conflicts_about(self, record_id: UUID) -> Iterable[Key]:
        """The conflicts about a record, settled or not."""
        return [
            (kind, id_)
            for (kind, id_), kept in self.records.items()
            if kind == "conflict" and kept.state.fields.get("record_id") == str(record_id)
        ]

    def feeds(self) -> frozenset[UUID]:
        """Every feed in which something was written."""
        feeds = {self.records[key].feed for key in self.touched}
        return frozenset(feeds | {left.feed for left in self.left})

    def place(self, heads: Mapping[UUID, Head], cause: str) -> dict[UUID, Head]:
        """Give positions after the heads, and return the new heads; ``cause`` is chained in."""
        at = {feed: head.seq for feed, head in heads.items()}
        written: dict[UUID, list[tuple[str, UUID, int]]] = {feed: [] for feed in self.feeds()}
        for key in self.touched:
            kept = self.records[key]
            at[kept.feed] = kept.seq = at[kept.feed] + 1
            written[kept.feed].append((*key, kept.state.revision))
        for index, left in enumerate(self.left):
            at[left.feed] += 1
            self.left[index] = replace(left, seq=at[left.feed])
            written[left.feed].append((*left.key, -left.revision))
        return {
            feed: Head(at[feed], link(heads[feed].chain, [cause, rows]))
            for feed, rows in written.items()
        }

    def _set(self, key: Key, kept: Kept, before: Kept | None) -> None:
        self.records[key] = kept
        touched = len(self.touched)
        self.touched.setdefault(key, before)
        self._footing.records.append((key, before, touched == len(self.touched)))

    def _bring_along(self, leader: UUID, unit: UUID) -> None:
        for key in sorted(self._followers.get(leader, ())):
            kept = self.records.get(key)
            if kept is None or kept.unit_id == unit:
                continue
            if kept.follows == leader:
                self.put(key, moved(kept.state, str(unit), self.writer), None)

    def _index(self, key: Key, kept: Kept) -> None:
        if kept.follows is not None:
            self._followers.setdefault(kept.follows, set()).add(key)
