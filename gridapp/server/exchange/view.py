"""What a device sees of each feed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from gridapp.contract.people import Grant
from gridapp.domain.disputes.sealing import EVERYBODY, readers_as, reads
from gridapp.domain.sync.chain import link
from gridapp.domain.sync.scope import Scope, Tree, scope_of
from gridapp.server.database import driver


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

    def seen(self, connection: Connection, openly: str) -> tuple[str, list[Any]]:
        """What of the feed can be seen, as a condition and its values.

        ``openly``: the condition for what may be seen from below.
        """
        shown, units = self.in_units(connection, openly)
        told, readers = self.to_readers()
        return f"feed = ? AND {shown} AND {told}", [self.feed.bytes, *units, *readers]

    def in_units(self, connection: Connection, openly: str) -> tuple[str, list[Any]]:
        """Whether something is in a unit that is in view."""
        if self.whole:
            return "TRUE", []
        below, its = driver.among(connection, [unit.bytes for unit in self.below])
        above, their = driver.among(connection, [unit.bytes for unit in self.above])
        return f"(unit_id {below} OR ({openly} AND unit_id {above}))", [*its, *their]

    def to_readers(self) -> tuple[str, list[Any]]:
        """Whether the device is among the readers."""
        told = ["readers = ?", *("readers LIKE ?" for _ in self.readers)]
        return f"({' OR '.join(told)})", [EVERYBODY, *(f"%{one}%" for one in self.readers)]

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
