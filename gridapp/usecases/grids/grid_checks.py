"""What is not in order in the tree of grids; every finding has a place where it is mended."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from gridapp.contract.grids import Level
from gridapp.domain.grids.grids import Size, size_of
from gridapp.store.grids import grid_checks
from gridapp.store.grids.grids import UnitLine
from gridapp.usecases.desk import Desk
from gridapp.usecases.grids.grids import TreeView


class Check(StrEnum):
    """What is looked for."""

    LOOSE = "loose"
    """Households in no micro-grid."""
    TWICE = "twice"
    """A person or household in two grids."""
    VACANT = "vacant"
    """A micro-grid without a leader."""
    OUTSIDE = "outside"
    """A micro-grid outside the band of households."""


@dataclass(frozen=True)
class Finding:
    """``subject``: the unit or person; ``number``: households, 0 for a person or a vacancy.

    ``household_id``: the place is this household's sheet, else it is the unit.
    """

    check: Check
    unit_id: UUID
    subject: str
    number: int = 0
    household_id: UUID | None = None
    unit_name: str = ""


def of_tree(view: TreeView) -> list[Finding]:
    """What the tree itself tells: in no grid, without a leader, outside the band."""
    own = {line.id: line.unassigned for line in view.lines}
    for line in view.lines:
        if line.parent_id is not None:
            own[line.parent_id] -= line.unassigned
    found = [
        Finding(Check.LOOSE, line.id, line.name, own[line.id])
        for line in view.lines
        if own[line.id] > 0
    ]
    micro = [line for line in view.lines if line.level == Level.MICRO]
    found += [Finding(Check.VACANT, m.id, m.name, m.households) for m in micro if not m.leader]
    return found + [
        Finding(Check.OUTSIDE, m.id, m.name, m.households)
        for m in micro
        if size_of(m.households) != Size.FITTING
    ]


def twice(desk: Desk, lines: Mapping[UUID, UnitLine]) -> list[Finding]:
    """Persons and households in two grids; all of them are read, so it takes its time."""
    with desk.store.session() as session:
        found = grid_checks.twice(session)
    return [
        Finding(
            Check.TWICE,
            one.unit_id,
            one.who,
            household_id=one.household_id,
            unit_name=lines[one.unit_id].name,
        )
        for one in found
        if one.unit_id in lines
    ]
