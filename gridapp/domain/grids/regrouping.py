"""Rules about putting households into other micro-grids: what it comes to, what stands against it.

Pure: a plan is made and looked at before anything is done.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from gridapp.contract.grids import UnitRecord
from gridapp.domain.grids.grids import BAND, Size, covers, size_of


class RegroupFault(StrEnum):
    """Why households cannot be regrouped so."""

    NOTHING_MOVES = "regroup.nothing_moves"
    IN_FUTURE = "regroup.in_future"
    BEFORE_GRID = "regroup.before_grid"
    """One of the grids did not stand yet on that day."""
    BEFORE_LAST_MOVE = "regroup.before_last_move"
    """One of the households came to where it is after that day, or was not there yet."""
    FEW_GRIDS = "regroup.few_grids"
    """A merge takes two at least."""
    PARTS_WRONG = "regroup.parts_wrong"
    """A split makes two parts at least, none of them empty."""
    CHANGED_SINCE = "regroup.changed_since"
    """None of the households is still where the regrouping has put it."""


class Fate(StrEnum):
    """What becomes of a grid."""

    STAYS = "stays"
    FOUNDED = "founded"
    DISSOLVED = "dissolved"
    REOPENED = "reopened"


@dataclass(frozen=True)
class Home:
    """A household as the rules see it. ``settled``: the day on which it came to where it is."""

    id: UUID
    unit_id: UUID
    people: int
    open_cases: int
    settled: date | None


@dataclass(frozen=True)
class Grid:
    """A micro-grid, or the village for households in none (``banded`` False)."""

    id: UUID
    name: str
    since: date | None
    banded: bool
    leaders: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """A regrouping about to be done, from ``day`` on.

    ``what`` names it, for undo (``grid.merged``), ``name`` its subject. ``moves``: unit → the
    households that come into it, in walking order, behind those that it has.
    """

    what: str
    name: str
    day: date
    moves: Mapping[UUID, Sequence[UUID]]
    founded: tuple[UnitRecord, ...] = ()
    dissolved: frozenset[UUID] = frozenset()
    reopened: frozenset[UUID] = frozenset()
    faults: tuple[StrEnum, ...] = ()
    """What was wrong with the wish already."""


@dataclass(frozen=True)
class GridChange:
    """A grid before and after, with those whose laptop gets other households."""

    id: UUID
    name: str
    before: int
    after: int
    fate: Fate
    banded: bool
    leaders: tuple[str, ...]

    @property
    def size(self) -> Size | None:
        """Where it will stand to the band; None when it has none."""
        return size_of(self.after) if self.banded and self.fate != Fate.DISSOLVED else None


@dataclass(frozen=True)
class Preview:
    """What a plan comes to, before it is done."""

    households: int = 0
    people: int = 0
    open_cases: int = 0
    grids: tuple[GridChange, ...] = ()
    faults: tuple[StrEnum, ...] = field(default=())


def proposed_parts(households: int) -> int:
    """Into how many a micro-grid is best split: the fewest that are not above the band."""
    return max(2, -(-households // BAND[1]))


def preview(plan: Plan, grids: Iterable[Grid], homes: Iterable[Home], today: date) -> Preview:
    """What a plan comes to. ``grids`` and ``homes``: all that it touches, as they are now.

    A household that has gone since the plan was made is left out.
    """
    known = {home.id: home for home in homes}
    target = {id_: unit for unit, ids in plan.moves.items() for id_ in ids}
    moving = [known[i] for i, unit in target.items() if i in known and known[i].unit_id != unit]
    standing = list(grids)
    return Preview(
        households=len(moving),
        people=sum(home.people for home in moving),
        open_cases=sum(home.open_cases for home in moving),
        grids=tuple(_changes(plan, standing, known.values(), target)),
        faults=(*plan.faults, *_faults(plan, standing, moving, today)),
    )


def _changes(
    plan: Plan, grids: Sequence[Grid], homes: Iterable[Home], target: Mapping[UUID, UUID]
) -> list[GridChange]:
    founded = [Grid(unit.id, unit.name, None, banded=True) for unit in plan.founded]
    before: dict[UUID, int] = {}
    after: dict[UUID, int] = {}
    for home in homes:
        goes = target.get(home.id, home.unit_id)
        before[home.unit_id] = before.get(home.unit_id, 0) + 1
        after[goes] = after.get(goes, 0) + 1
    return [
        GridChange(
            grid.id,
            grid.name,
            before.get(grid.id, 0),
            after.get(grid.id, 0),
            _fate(plan, grid.id),
            grid.banded,
            grid.leaders,
        )
        for grid in (*grids, *founded)
    ]


def _fate(plan: Plan, unit: UUID) -> Fate:
    if unit in plan.dissolved:
        return Fate.DISSOLVED
    if unit in plan.reopened:
        return Fate.REOPENED
    return Fate.FOUNDED if any(one.id == unit for one in plan.founded) else Fate.STAYS


def _faults(
    plan: Plan, grids: Sequence[Grid], moving: Sequence[Home], today: date
) -> list[RegroupFault]:
    found = []
    if not (moving or plan.founded or plan.dissolved or plan.faults):
        found.append(RegroupFault.NOTHING_MOVES)
    if plan.day > today:
        found.append(RegroupFault.IN_FUTURE)
    stood = all(
        covers(grid.since, None, plan.day) for grid in grids if grid.id not in plan.reopened
    )
    if not stood:
        found.append(RegroupFault.BEFORE_GRID)
    if any(home.settled is not None and home.settled > plan.day for home in moving):
        found.append(RegroupFault.BEFORE_LAST_MOVE)
    return found
