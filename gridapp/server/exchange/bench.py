"""The records of one batch in memory: changed, moved with what they follow, given positions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from gridapp.domain.disputes.sealing import EVERYBODY, reads, takes_away
from gridapp.domain.sync.chain import link
from gridapp.domain.sync.merging import Stored, moved
from gridapp.domain.sync.scope import Tree, UnitNode
from gridapp.server.exchange import sealing
from gridapp.server.exchange.feeds import Head
from gridapp.server.exchange.records import Kept, Key, ident, leader_of

NO_POSITION = 0


class Left(Struct, frozen=True):
    """A record that left a unit, or some of its readers, for whoever saw it there until then.

    ``revision``: its first elsewhere.
    """

    key: Key
    feed: UUID
    from_unit: UUID
    revision: int
    readers: str = EVERYBODY
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
    The tree is the bench's own when the batch changes units. ``writer``: the number of the device,
    ``me``: the readers of sealed records that it is.
    """

    tree: Tree
    records: dict[Key, Kept]
    writer: int
    me: frozenset[str] = frozenset()
    touched: dict[Key, Kept | None] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._followers: dict[UUID, set[Key]] = {}
        self._cases: dict[UUID, set[Key]] = {}
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
        """Keep a new state of a record; what follows it moves along, its case is sealed alike."""
        before = self.records.get(key)
        kept = self._put(key, state, origin)
        if before is not None and before.unit_id != kept.unit_id:
            self._bring_along(key[1], kept.unit_id)
        if kept.case is not None and self._decides(key[0], before, kept):
            self._seal(kept.case)

    def of_case(self, case: UUID) -> list[tuple[Key, Kept]]:
        """A case and what belongs to it, in order: all of it, when it is sealed."""
        found = ((key, self.records.get(key)) for key in sorted(self._cases.get(case, ())))
        return [(key, kept) for key, kept in found if kept is not None and kept.case == case]

    def parties(self, case: UUID) -> list[Stored]:
        """The parties of a case: all of them, when it is sealed or is to be."""
        return [kept.state for (kind, _), kept in self.of_case(case) if kind == "party"]

    def _put(self, key: Key, state: Stored, origin: UUID | None) -> Kept:
        before = self.records.get(key)
        unit = ident(state.fields["unit_id"])
        feed, leader = self.tree.feed_of(key[0], unit), leader_of(key[0], state.fields)
        case = sealing.case_of(key, state, before, self.records)
        kept = Kept(state, unit, feed, leader, origin, case=case)
        kept.readers = self._readers(key, kept, before)
        self._set(key, kept, before)
        self._index(key, kept)
        if before is not None and self._is_lost_to_some(before, kept):
            self._leave(key, before, state.revision)
        return kept

    def shows(self, kept: Kept) -> bool:
        """Whether a record is not sealed from the writer."""
        return reads(kept.readers, self.me)

    def take_from_writer(self, key: Key) -> None:
        """Tell the writer alone that a record is not for this laptop."""
        kept = self.records[key]
        mine = " ".join(sorted(self.me))
        self.left.append(Left(key, kept.feed, kept.unit_id, kept.state.revision, mine))

    def _leave(self, key: Key, before: Kept, revision: int) -> None:
        """Tell whoever saw it; what was sealed within the batch that brought it, nobody did."""
        if self.touched[key] is None and before.unit_id == self.records[key].unit_id:
            self.take_from_writer(key)
        else:
            left = Left(key, before.feed, before.unit_id, revision, before.readers)
            self.left.append(left)

    def _is_lost_to_some(self, before: Kept, kept: Kept) -> bool:
        """Whether somebody who saw a record does no longer.

        Nobody loses sight of a record that moved further down: no word is needed then.
        """
        went = before.unit_id != kept.unit_id and (
            before.unit_id not in self.tree.path(kept.unit_id) or before.feed != kept.feed
        )
        return went or takes_away(before.readers, kept.readers)

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
                left = Left(key, kept.feed, kept.feed, kept.state.revision + 1, kept.readers)
                self.left.append(left)

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

    def to_lock(self) -> frozenset[UUID]:
        """These feeds, and those of the cases that were written to: who sees them must stand."""
        cases = {self.records[key].case for key in self.touched}
        found = (self.records.get(("dispute", case)) for case in cases if case is not None)
        return self.feeds() | {case.feed for case in found if case is not None}

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

    def _readers(self, key: Key, kept: Kept, before: Kept | None) -> str:
        if kept.case is None:
            return EVERYBODY
        case = self.records.get(("dispute", kept.case))
        if kept.state.erased or (case is None and key[0] != "dispute"):
            return before.readers if before is not None else EVERYBODY
        if key[0] != "dispute" and case is not None:
            return case.readers
        return sealing.readers(kept.state, self.parties(kept.case))

    def _decides(self, kind: str, before: Kept | None, kept: Kept) -> bool:
        """Whether who sees the rest of the case may have changed with a record."""
        if kind == "dispute":
            return kept.readers != (before.readers if before is not None else EVERYBODY)
        return kind == "party" and kept.readers != EVERYBODY and not kept.state.erased

    def _seal(self, case: UUID) -> None:
        """What belongs to a case is seen by those who see the case; the accused never do."""
        about = ("dispute", case)
        if about not in self.records or self.records[about].state.erased:
            return
        self._tell_again(about)
        for key, _ in self.of_case(case):
            self._tell_again(key)

    def _tell_again(self, key: Key) -> None:
        kept = self.records[key]
        if not kept.state.erased and kept.readers != self._readers(key, kept, kept):
            self._put(key, sealing.told_again(kept.state), None)

    def _index(self, key: Key, kept: Kept) -> None:
        if kept.follows is not None:
            self._followers.setdefault(kept.follows, set()).add(key)
        if kept.case is not None:
            self._cases.setdefault(kept.case, set()).add(key)
