"""A unit as a line of the tree: a micro-grid with its households, others with the units below."""

from gridapp.contract.grids import Level
from gridapp.store.grids.grids import UnitLine
from gridapp.ui.grids.sizing import size_tone
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.tree import TreeRow


def tree_row(unit: UnitLine) -> TreeRow:
    """The line of a unit."""
    return TreeRow(unit.id, unit.parent_id, unit.name, _count(unit), _tone(unit))


def _count(unit: UnitLine) -> str:
    if unit.level == Level.MICRO:
        return f"{unit.households}"
    return "" if unit.level == Level.DEDICATED else f"{unit.units:,}"


def _tone(unit: UnitLine) -> Tone:
    return size_tone(unit.households) if unit.level == Level.MICRO else Tone.NEUTRAL
