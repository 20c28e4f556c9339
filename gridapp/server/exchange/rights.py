"""What the grants of a laptop let it change, as the records and the tree stand on the bench."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from gridapp.contract.people import Grant, Role
from gridapp.contract.sync import Change, Op
from gridapp.domain.disputes.sealing import reads
from gridapp.domain.sync.scope import may_found, may_write
from gridapp.server.exchange import conflicts
from gridapp.server.exchange.bench import Bench
from gridapp.server.exchange.records import Kept, Key, household_of
from gridapp.server.exchange.sealing import case_named


class Place(NamedTuple):
    """A unit that a record has left, its first revision elsewhere, and who saw it there."""

    unit: UUID
    revision: int
    readers: str


Former = Mapping[Key, Sequence[Place]]
"""The places that records have left."""


class Rights:
    """Whoever wrote before hearing that a record has left, or was sealed, may still write.

    So may whoever wrote under a grant that has ended: ``grants`` and ``once``, the readers of
    sealed records that it was with all of them, hold those too; ``lasting`` ones have not ended.
    """

    def __init__(
        self,
        bench: Bench,
        grants: Sequence[Grant],
        lasting: Sequence[Grant],
        once: frozenset[str],
        former: Former,
    ) -> None:
        self._bench = bench
        self._grants = grants
        self._lasting = lasting
        self._once = once
        self._former = former
        self._allowed: dict[tuple[str, UUID, bool], bool] = {}

    def forget(self) -> None:
        """The tree has changed: what was allowed may not be."""
        self._allowed.clear()

    def writes(self, kind: str, unit: UUID) -> bool:
        """Whether records of this kind may be changed in this unit."""
        return self._allows(kind, unit, lasting=False)

    def keeps(self, kind: str, unit: UUID) -> bool:
        """Whether what the laptop has written there is surely still on it."""
        return self._allows(kind, unit, lasting=True)

    def _allows(self, kind: str, unit: UUID, *, lasting: bool) -> bool:
        found = self._allowed.get((kind, unit, lasting))
        if found is None:
            grants = self._lasting if lasting else self._grants
            found = may_write(grants, self._bench.tree, kind, unit)
            self._allowed[kind, unit, lasting] = found
        return found

    def founds(self, unit: UUID) -> bool:
        """Whether the unit is on the path above the laptop's own."""
        return may_found(self._grants, self._bench.tree, unit)

    def brings(self, change: Change) -> bool:
        """A new unit may come under a unit that is one's own, or on the path above one's own."""
        tree, unit, parent = self._bench.tree, change.record_id, parent_named(change)
        if parent is not None and self.writes("unit", parent):
            return unit not in tree or self.writes("unit", unit)
        node = tree.node(unit)
        if node is not None and node.parent_id != parent:
            return False
        return self.writes("unit", unit) or self.founds(unit)

    def closed(self, change: Change, kept: Kept | None) -> list[Key]:
        """What is concerned by the change and sealed from this laptop: the record, its case."""
        concerned = self._concerned(change, kept)
        return [key for key, found in concerned if not self.reads(found)]

    def hides(self, change: Change, kept: Kept | None) -> bool:
        """Whether the laptop is to hear nothing of what becomes of the change."""
        return not all(self._bench.shows(found) for _, found in self._concerned(change, kept))

    def reads(self, kept: Kept) -> bool:
        """Whether a record is not sealed from this laptop, or was not while it held its grants."""
        return reads(kept.readers, self._once)

    def _concerned(self, change: Change, kept: Kept | None) -> Iterator[tuple[Key, Kept]]:
        """The record that is changed, and its case."""
        if kept is not None:
            yield (change.kind, change.record_id), kept
        case = case_named(change.kind, change.record_id, change.fields)
        of = None if case is None else self._bench.records.get(("dispute", case))
        if case is not None and of is not None:
            yield ("dispute", case), of

    def changes(self, change: Change, kept: Kept | None, unit: UUID, closed: Sequence[Key]) -> bool:
        """Whether the record may be changed where it is, and put where the change wants it.

        ``closed``: what of it is sealed from this laptop.
        """
        if closed and (change.op == Op.ERASE or not self._had_open(closed, change)):
            return False
        if change.op == Op.ERASE:
            return change.kind != "unit" and self._erases(kept.unit_id if kept else unit)
        if change.kind == "unit":
            return self.writes("unit", unit) and self._hangs(change, kept)
        if change.kind == "conflict" and not conflicts.may_touch(change):
            return False
        goes_on = kept is None or change.op == Op.CREATE or "unit_id" in change.fields
        if goes_on and not self.writes(change.kind, unit):
            return False
        here = kept is None or self.writes(change.kind, kept.unit_id)
        return (here or self._left_unheard(change)) and self._joins(change)

    def _had_open(self, closed: Sequence[Key], change: Change) -> bool:
        """Whether all this was open to the laptop when it wrote, for all it says."""
        return all(
            any(
                reads(place.readers, self._once)
                and self.writes(key[0], place.unit)
                and (key[1] != change.record_id or change.base_revision < place.revision)
                for place in self._places(key)
            )
            for key in closed
        )

    def _places(self, key: Key) -> Iterator[Place]:
        """Where a record was seen by others before, in this batch as well."""
        yield from self._former.get(key, ())
        for left in self._bench.left:
            if left.key == key:
                yield Place(left.from_unit, left.revision, left.readers)

    def _erases(self, unit: UUID) -> bool:
        """A legal erasure is the county's business."""
        path = self._bench.tree.path(unit)
        return any(g.role == Role.COUNTY and g.unit_id in path for g in self._grants)

    def _hangs(self, change: Change, kept: Kept | None) -> bool:
        """A unit may be put under a unit that is one's own; where it hangs it may stay."""
        if kept is None or "parent_id" not in change.fields:
            return True
        parent = parent_named(change)
        node = self._bench.tree.node(change.record_id)
        stays = node is not None and node.parent_id == parent
        return stays or (parent is not None and self.writes("unit", parent))

    def _joins(self, change: Change) -> bool:
        """Whether the household that a change names is, or was until lately, within reach."""
        household = household_of(change.kind, change.fields)
        home = self._bench.records.get(("household", household)) if household else None
        if household is None or home is None or self.writes(change.kind, home.unit_id):
            return True
        gone_from = self._former.get(("household", household), ())
        return any(self.writes(change.kind, place.unit) for place in gone_from)

    def _left_unheard(self, change: Change) -> bool:
        gone_from = self._former.get((change.kind, change.record_id), ())
        return any(
            change.base_revision < place.revision and self.writes(change.kind, place.unit)
            for place in gone_from
        )


def parent_named(change: Change) -> UUID | None:
    """The unit under which a change puts a unit."""
    parent = change.fields.get("parent_id")
    return UUID(parent) if parent else None
