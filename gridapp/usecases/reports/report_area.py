"""The unit of a report in the tree: which units below it belong to which line."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.grids import Level
from gridapp.domain.grids.grids import covers
from gridapp.domain.reports import covering
from gridapp.domain.reports.covering import Coverage, Tally
from gridapp.store.grids import grids
from gridapp.store.grids.grids import Node


@dataclass(frozen=True)
class Area:
    """The reporting unit and the units below it. ``tree``: parents before children."""

    unit: Node
    tree: Sequence[Node]

    @cached_property
    def line_of(self) -> dict[UUID, UUID]:
        """Unit → the child of the reporting unit in which it lies; the unit itself is its own
        line. The micro-grids of a large grid are lines of their village like the others.
        """
        line_of = {self.unit.id: self.unit.id}
        large = {unit.id: unit.parent_id for unit in self.tree if unit.level == Level.LARGE}
        for unit in self.tree:
            above = large.get(unit.parent_id, unit.parent_id) if unit.parent_id else None
            if above == self.unit.id:
                line_of[unit.id] = unit.id
            elif above in line_of:
                line_of[unit.id] = line_of[above]
        return line_of

    @property
    def units(self) -> Collection[UUID] | None:
        """The unit and those below it; None when this laptop holds no other."""
        return None if len(self.line_of) == len(self.tree) else self.line_of

    def lines(self, day: date, with_cases: Collection[UUID]) -> tuple[tuple[UUID, str], ...]:
        """The lines printed: a dedicated grid, which has no households, only with a case; a large
        grid and a unit that does not stand on the last day likewise.
        """
        return tuple(
            (unit.id, unit.name)
            for unit in self.tree
            if unit.id != self.unit.id
            and self.line_of.get(unit.id) == unit.id
            and (unit.id in with_cases or self._stands(unit, day))
        )

    def _stands(self, unit: Node, day: date) -> bool:
        holds = unit.level not in (Level.DEDICATED, Level.LARGE)
        return holds and covers(unit.since, unit.until, day)

    @cached_property
    def village_of(self) -> dict[UUID, Node]:
        """Unit → the village in which it lies, or itself when it is in none."""
        found: dict[UUID, Node] = {}
        for unit in self.tree:
            above = found.get(unit.parent_id) if unit.parent_id else None
            inside = above is not None and above.level == Level.VILLAGE
            found[unit.id] = above if above is not None and inside else unit
        return found

    @cached_property
    def places(self) -> dict[UUID, tuple[UUID, UUID]]:
        """Unit → the place that its cases are counted by, and its line."""
        return {unit: (self.village_of[unit].id, line) for unit, line in self.line_of.items()}

    def walked(self, ran: Mapping[UUID, UUID]) -> dict[tuple[UUID, ...], list[UUID]]:
        """The units in which households are due, by the rounds that cover them. ``ran``: round →
        the unit that it covers, and those below.
        """
        own: dict[UUID, tuple[UUID, ...]] = {}
        for round_id, unit_id in ran.items():
            own[unit_id] = (*own.get(unit_id, ()), round_id)
        over: dict[UUID | None, tuple[UUID, ...]] = {}
        found: dict[tuple[UUID, ...], list[UUID]] = {}
        for unit in self.tree:
            rounds = over[unit.id] = (*over.get(unit.parent_id, ()), *own.get(unit.id, ()))
            if rounds and unit.id in self.line_of:
                found.setdefault(rounds, []).append(unit.id)
        return found

    def coverage(self, tallies: Mapping[UUID, Tally], day: date) -> dict[UUID, Coverage]:
        """Coverage by line, counted per village: a village, not a township, reports nil."""
        micro: dict[UUID, int] = {}
        met: dict[UUID, list[Tally]] = {}
        for unit in self.tree:
            if unit.id in self.line_of:
                part = self._counted_in(unit)
                is_micro = unit.level == Level.MICRO and self._stands(unit, day)
                micro[part] = micro.get(part, 0) + is_micro
                if unit.id in tallies:
                    met.setdefault(part, []).append(tallies[unit.id])
        found: dict[UUID, Coverage] = {}
        for part, number in micro.items():
            line = self.line_of[part]
            own = covering.coverage(number, met.get(part, ()))
            found[line] = found.get(line, Coverage()) + own
        return found

    def _counted_in(self, unit: Node) -> UUID:
        """The village of a unit when it lies below its line, else the line itself."""
        village, line = self.village_of[unit.id], self.line_of[unit.id]
        below = self.line_of.get(village.id) == line and village.level == Level.VILLAGE
        return village.id if below and village.id != self.unit.id else line


def area(session: Session, unit_id: UUID) -> Area:
    """The reporting unit in the tree as it stands."""
    tree = grids.units(session)
    return Area(next(unit for unit in tree if unit.id == unit_id), tree)
