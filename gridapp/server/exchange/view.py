"""What a device sees of each feed."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, or_, true

from gridapp.contract.people import Grant
from gridapp.domain.disputes.sealing import EVERYBODY, readers_as, reads
from gridapp.domain.sync.chain import link
from gridapp.domain.sync.scope import OPEN_KINDS, Scope, Tree, scope_of
from gridapp.server.database.tables import record


@dataclass(frozen=True)
class Sight:
    """What a device sees: what its grants cover, and of sealed cases those that it may read."""

    scope: Scope
    readers: frozenset[str]

    def sees(self, kind: str, unit_id: UUID, readers: str) -> bool:
        """Whether a record of this kind and unit, for these readers, may be seen."""
        return self.scope.sees(kind, unit_id) and reads(readers, self.readers)


def sight_of(person: str, grants: Sequence[Grant], tree: Tree) -> Sight:
    """What the device of a person with these grants sees."""
    return Sight(scope_of(grants, tree), readers_as(person, grants))


@dataclass(frozen=True)
class View:
    """One feed through a device's grants: whole, or only these units of it."""

    feed: UUID
    whole: bool
    readers: tuple[str, ...]
    below: tuple[UUID, ...] = ()
    above: tuple[UUID, ...] = ()

    def condition(self) -> ColumnElement[bool]:
        """Which of the feed's records can be seen."""
        openly = record.c.kind.in_(OPEN_KINDS) & record.c.unit_id.in_(self.above)
        units = true() if self.whole else record.c.unit_id.in_(self.below) | openly
        return units & self.readable(record.c.readers)

    def readable(self, readers: ColumnElement[str]) -> ColumnElement[bool]:
        """Whether the device is among the readers."""
        return or_(readers == EVERYBODY, *(readers.contains(one) for one in self.readers))

    def seal(self, chain: str) -> str:
        """The feed's chain as this device is told it.

        It holds what the device sees as well: when the grants change, its cursor is no longer
        valid, and it reads the feed again from the start.
        """
        units = [[str(unit) for unit in units] for units in (self.below, self.above)]
        return link(chain, [*([] if self.whole else units), list(self.readers)])


def views(sight: Sight, tree: Tree) -> list[View]:
    """A view of each feed in which something can be seen, the county's first, villages last."""
    scope, readers = sight.scope, tuple(sorted(sight.readers))
    below = _by_feed(scope.below, tree)
    above = _by_feed(scope.above, tree)
    feeds = sorted(scope.feeds(tree), key=lambda feed: (len(tree.path(feed)), feed))
    return [
        View(feed, True, readers)
        if feed in scope.below
        else View(feed, False, readers, tuple(below.get(feed, ())), tuple(above.get(feed, ())))
        for feed in feeds
    ]


def _by_feed(units: frozenset[UUID], tree: Tree) -> dict[UUID, list[UUID]]:
    """Units by the feeds in which their own record or their other records travel."""
    found: dict[UUID, list[UUID]] = {}
    for unit in sorted(units):
        for feed in {tree.feed_of("unit", unit), tree.feed_of("post", unit)}:
            found.setdefault(feed, []).append(unit)
    return found
