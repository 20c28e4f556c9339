"""What a device sees of each feed."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, true

from gridapp.domain.chain import link
from gridapp.domain.scope import OPEN_KINDS, Scope, Tree
from gridapp.server.database.tables import record


@dataclass(frozen=True)
class View:
    """One feed through a device's grants: whole, or only these units of it."""

    feed: UUID
    whole: bool
    below: tuple[UUID, ...] = ()
    above: tuple[UUID, ...] = ()

    def condition(self) -> ColumnElement[bool]:
        """Which of the feed's records can be seen."""
        if self.whole:
            return true()
        openly = record.c.kind.in_(OPEN_KINDS) & record.c.unit_id.in_(self.above)
        return record.c.unit_id.in_(self.below) | openly

    def seal(self, chain: str) -> str:
        """The feed's chain as this device is told it.

        It holds what the device sees as well: when the grants change, its cursor is no longer
        valid, and it reads the feed again from the start.
        """
        if self.whole:
            return chain
        return link(chain, [[str(unit) for unit in units] for units in (self.below, self.above)])


def views(scope: Scope, tree: Tree) -> list[View]:
    """A view of each feed in which something can be seen, the county's first, villages last."""
    below = _by_feed(scope.below, tree)
    above = _by_feed(scope.above, tree)
    feeds = sorted(scope.feeds(tree), key=lambda feed: (len(tree.path(feed)), feed))
    return [
        View(feed, True)
        if feed in scope.below
        else View(feed, False, tuple(below.get(feed, ())), tuple(above.get(feed, ())))
        for feed in feeds
    ]


def _by_feed(units: frozenset[UUID], tree: Tree) -> dict[UUID, list[UUID]]:
    """Units by the feeds in which their own record or their other records travel."""
    found: dict[UUID, list[UUID]] = {}
    for unit in sorted(units):
        for feed in {tree.feed_of("unit", unit), tree.feed_of("post", unit)}:
            found.setdefault(feed, []).append(unit)
    return found
