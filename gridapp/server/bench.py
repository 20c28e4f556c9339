"""The records of one batch in memory: changed, moved with their household, then given positions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from gridapp.domain.chain import link
from gridapp.domain.merging import Stored, moved
from gridapp.domain.scope import Tree
from gridapp.server.feeds import Head
from gridapp.server.records import Kept, Key, household_of

NO_POSITION = 0


@dataclass(frozen=True)
class Left:
    """A record that left a unit, for whoever saw it there. ``revision``: its first elsewhere."""

    key: Key
    feed: UUID
    from_unit: UUID
    revision: int
    seq: int = NO_POSITION


@dataclass
class Bench:
    """What a batch works on. ``touched`` records get new positions, in the order first touched."""

    tree: Tree
    records: dict[Key, Kept]
    writer: int
    touched: dict[Key, None] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._of_household: dict[UUID, set[Key]] = {}
        for key, kept in self.records.items():
            self._index(key, kept.state)

    def put(self, key: Key, state: Stored, origin: UUID | None) -> None:
        """Keep a new state of a record; what belongs to a moved household follows it."""
        before = self.records.get(key)
        unit = UUID(state.fields["unit_id"])
        feed = self.tree.feed_of(key[0], unit)
        self.records[key] = Kept(state, feed, NO_POSITION, origin)
        self.touched[key] = None
        self._index(key, state)
        if before is not None and before.unit_id != unit:
            self.leave(key, before.unit_id, before.feed, unit, state.revision)
            if key[0] == "household":
                self._bring_along(key[1], unit)

    def leave(self, key: Key, old_unit: UUID, old_feed: UUID, unit: UUID, revision: int) -> None:
        """Tell those of the old unit that a record is gone.

        Nobody loses sight of a record that moved further down: no word is needed then.
        """
        if old_unit not in self.tree.path(unit) or old_feed != self.records[key].feed:
            self.left.append(Left(key, old_feed, old_unit, revision))

    def follow_unit(self, keys: Iterable[Key]) -> None:
        """Put records into the feed where they belong after their unit was put elsewhere.

        They are gone for those of the old feed's unit; who is granted the unit itself keeps them.
        """
        for key in keys:
            kept = self.records[key]
            feed = self.tree.feed_of(key[0], kept.unit_id)
            if feed != kept.feed:
                self.records[key] = replace(kept, feed=feed, seq=NO_POSITION, origin=None)
                self.touched[key] = None
                self.left.append(Left(key, kept.feed, kept.feed, kept.state.revision + 1))

    def feeds(self) -> frozenset[UUID]:
        """Every feed in which something was written."""
        feeds = {self.records[key].feed for key in self.touched}
        return frozenset(feeds | {left.feed for left in self.left})

    def place(self, heads: Mapping[UUID, Head], device_head: str) -> dict[UUID, Head]:
        """Give positions after the heads, and return the new heads."""
        at = {feed: head.seq for feed, head in heads.items()}
        written: dict[UUID, list[tuple[str, str, int]]] = {feed: [] for feed in self.feeds()}
        for key in self.touched:
            kept = self.records[key]
            at[kept.feed] += 1
            self.records[key] = replace(kept, seq=at[kept.feed])
            written[kept.feed].append((key[0], str(key[1]), kept.state.revision))
        for index, left in enumerate(self.left):
            at[left.feed] += 1
            self.left[index] = replace(left, seq=at[left.feed])
            written[left.feed].append((left.key[0], str(left.key[1]), -left.revision))
        return {
            feed: Head(at[feed], link(heads[feed].chain, [device_head, rows]))
            for feed, rows in written.items()
        }

    def _bring_along(self, household: UUID, unit: UUID) -> None:
        for key in sorted(self._of_household.get(household, ())):
            kept = self.records[key]
            if kept.unit_id != unit and household_of(key[0], kept.state.fields) == household:
                self.put(key, moved(kept.state, str(unit), self.writer), None)

    def _index(self, key: Key, state: Stored) -> None:
        household = household_of(key[0], state.fields)
        if household is not None:
            self._of_household.setdefault(household, set()).add(key)
