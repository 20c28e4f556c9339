"""Who may see and write which records, and in which feed a record travels."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from gridapp.contract.grids import Level, division_id
from gridapp.contract.people import Grant, Role

FEED_LEVELS = frozenset({Level.VILLAGE.value, Level.TOWNSHIP.value, Level.COUNTY.value})
"""Units of these levels have a feed of their own."""

OPEN_KINDS = frozenset({"unit", "round", "post", "rule", "calendar_day"})
"""Kinds that everybody below their unit may see: the path, its rounds, who is responsible, what the
county has set.
"""

LEADER_NEVER_WRITES = OPEN_KINDS | {"reception", "meeting", "report"}
"""What is above a micro-grid leader; every other kind, a newer one too, is day-to-day work."""


@dataclass(frozen=True)
class UnitNode:
    """A grid unit as the rules see it. An unknown level has no feed of its own."""

    parent_id: UUID | None
    level: str


class Tree:
    """The grid tree. Units that it does not know stand alone."""

    def __init__(self, nodes: Mapping[UUID, UnitNode]) -> None:
        self._nodes = dict(nodes)
        self._children: dict[UUID, list[UUID]] = {}
        self._paths: dict[UUID, tuple[UUID, ...]] = {}
        self._feeds: dict[UUID, UUID] = {}
        for unit, node in self._nodes.items():
            if node.parent_id is not None:
                self._children.setdefault(node.parent_id, []).append(unit)

    def __contains__(self, unit: UUID) -> bool:
        return unit in self._nodes

    def node(self, unit: UUID) -> UnitNode | None:
        """The unit, or None when the tree does not know it."""
        return self._nodes.get(unit)

    def units(self) -> Collection[UUID]:
        """Every unit that it knows."""
        return self._nodes.keys()

    def copy(self) -> "Tree":
        """A tree of its own, to change."""
        return Tree(self._nodes)

    def put(self, unit: UUID, node: UnitNode | None) -> None:
        """Add a unit, or put it elsewhere; None takes it out again."""
        self._paths.clear()
        self._feeds.clear()
        before = self._nodes.pop(unit, None)
        if before is not None and before.parent_id is not None:
            self._children[before.parent_id].remove(unit)
        if node is None:
            return
        self._nodes[unit] = node
        if node.parent_id is not None:
            self._children.setdefault(node.parent_id, []).append(unit)

    def path(self, unit: UUID) -> tuple[UUID, ...]:
        """The unit and its ancestors, upwards. A ring of parents ends where it closes."""
        found = self._paths.get(unit)
        if found is None:
            found = self._paths[unit] = tuple(self._upwards(unit))
        return found

    def _upwards(self, unit: UUID) -> Iterator[UUID]:
        seen: set[UUID] = set()
        at: UUID | None = unit
        while at is not None and at not in seen:
            seen.add(at)
            yield at
            node = self._nodes.get(at)
            at = node.parent_id if node else None

    def below(self, unit: UUID) -> frozenset[UUID]:
        """The unit and everything under it."""
        found, waiting = {unit}, [unit]
        while waiting:
            for child in self._children.get(waiting.pop(), ()):
                if child not in found:
                    found.add(child)
                    waiting.append(child)
        return frozenset(found)

    def feed_of(self, kind: str, unit_id: UUID) -> UUID:
        """The feed of a record: the nearest village, township or county at or above its unit.

        A unit's own record travels with its parent, so that whoever may see the parent learns of
        a new child; the county's record travels in the county's feed.
        """
        node = self._nodes.get(unit_id) if kind == "unit" else None
        if node is not None and node.parent_id is not None:
            return self._nearest_feed(node.parent_id)
        return self._nearest_feed(unit_id)

    def _nearest_feed(self, unit: UUID) -> UUID:
        found = self._feeds.get(unit)
        if found is None:
            found = self._feeds[unit] = self._find_feed(unit)
        return found

    def _find_feed(self, unit: UUID) -> UUID:
        path = self.path(unit)
        for at in path:
            node = self._nodes.get(at)
            if node is not None and node.level in FEED_LEVELS:
                return at
        return path[-1]


@dataclass(frozen=True)
class Scope:
    """What some grants cover: their units with all ``below``, and the units ``above`` them."""

    below: frozenset[UUID]
    above: frozenset[UUID]

    def sees(self, kind: str, unit_id: UUID) -> bool:
        """Whether a record of this kind and unit may be seen."""
        return unit_id in self.below or (kind in OPEN_KINDS and unit_id in self.above)

    def feeds(self, tree: Tree) -> frozenset[UUID]:
        """The feeds in which something can be seen."""
        units = self.below | self.above
        return frozenset(tree.feed_of(kind, unit) for unit in units for kind in ("unit", "post"))


def scope_of(grants: Iterable[Grant], tree: Tree) -> Scope:
    """What the grants cover together."""
    below: set[UUID] = set()
    above: set[UUID] = set()
    for grant in grants:
        below |= tree.below(grant.unit_id)
        above.update(tree.path(grant.unit_id)[1:])
    return Scope(frozenset(below), frozenset(above - below))


def may_see(grants: Iterable[Grant], tree: Tree, kind: str, unit_id: UUID) -> bool:
    """Whether the grants show a record of this kind and unit."""
    return scope_of(grants, tree).sees(kind, unit_id)


def may_write(grants: Iterable[Grant], tree: Tree, kind: str, unit_id: UUID) -> bool:
    """Whether the grants allow to change a record of this kind and unit."""
    path = tree.path(unit_id)
    return any(grant.unit_id in path and _role_writes(grant.role, kind) for grant in grants)


def may_found(grants: Iterable[Grant], tree: Tree, unit_id: UUID) -> bool:
    """Whether the grants allow to bring in a unit that the county does not have yet.

    A laptop that was set up offline brings its own path: county, township, village.
    """
    return any(unit_id in tree.path(grant.unit_id)[1:] for grant in grants)


def _role_writes(role: str, kind: str) -> bool:
    if role == Role.LEADER:
        return kind not in LEADER_NEVER_WRITES
    return role in {Role.VILLAGE, Role.TOWNSHIP, Role.COUNTY}


def division_path(code: str) -> dict[UUID, UnitNode]:
    """The units that an area code of 6, 9 or 12 digits names: itself and those above it.

    GB/T 2260 and GB/T 10114: six digits county, three township, three village; trailing zeros
    stand for "all of it". Empty for anything else.
    """
    code = _without_zeros(code)
    if not (code.isascii() and code.isdigit()) or len(code) not in {6, 9, 12}:
        return {}
    levels = {6: Level.COUNTY, 9: Level.TOWNSHIP, 12: Level.VILLAGE}
    return {
        division_id(code[:length]): UnitNode(
            division_id(code[: length - 3]) if length > 6 else None, level.value
        )
        for length, level in levels.items()
        if length <= len(code)
    }


def _without_zeros(code: str) -> str:
    while len(code) in {9, 12} and code.endswith("000"):
        code = code[:-3]
    return code
