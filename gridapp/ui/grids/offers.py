"""What may be done with a unit beyond what has a button of its own, as acts."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from gridapp.contract.grids import Level
from gridapp.store.grids.grids import UnitLine
from gridapp.ui.acts.act import Act
from gridapp.ui.grids import regroup_acts, unit_acts

Lines = Mapping[UUID, UnitLine]


def offers(line: UnitLine, lines: Lines, today: date) -> list[Act]:
    """The acts on a unit, the likely ones first."""
    if line.level == Level.VILLAGE:
        return _village(line, lines, today)
    found: list[Act] = []
    if line.level == Level.MICRO:
        found = _micro(line, lines, today)
    elif line.level == Level.LARGE:
        free = _inside(village_of(line, lines), lines)
        found = [unit_acts.members_act(line, free, set(_inside(line, lines)))]
    edit = unit_acts.edit_act(line)
    ends = line.level in (Level.LARGE, Level.DEDICATED)
    return [*found, edit, unit_acts.end_act(line, today)] if ends else [*found, edit]


def _micro(line: UnitLine, lines: Lines, today: date) -> list[Act]:
    village = village_of(line, lines)
    others = {id_: name for id_, name in _inside(village, lines).items() if id_ != line.id}
    found: list[Act] = [regroup_acts.merge_act(line, others, today)] if others else []
    if line.households > 1:
        found.append(regroup_acts.split_act(line, today))
    return [*found, regroup_acts.dissolve_act(line, today)]


def _village(line: UnitLine, lines: Lines, today: date) -> list[Act]:
    found: list[Act] = [regroup_acts.put_back_act(line, today)]
    micro = _inside(line, lines)
    return [unit_acts.large_act(line, micro, today), *found] if micro else found


def village_of(line: UnitLine, lines: Lines) -> UnitLine:
    """The village in which a unit lies; the unit itself when it lies in none."""
    at: UnitLine | None = line
    while at is not None and at.level != Level.VILLAGE:
        at = lines.get(at.parent_id) if at.parent_id else None
    return at or line


def _inside(above: UnitLine, lines: Lines) -> dict[UUID, str]:
    """The micro-grids in a village or large grid, in their order."""
    within = {above.id}
    found: dict[UUID, str] = {}
    for line in lines.values():
        if line.parent_id in within:
            within.add(line.id)
            if line.level == Level.MICRO:
                found[line.id] = line.name
    return found
