"""Which household is to be in which grid, while it is arranged and before it is done."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from gridapp.store.households.households import HouseholdLine
from gridapp.ui.grids.house_list import Row
from gridapp.usecases.grids.grid_board import Walk


class Arrangement:
    """Starts with the walks as they are; households are then put at the end of another walk."""

    def __init__(self, walks: Sequence[Walk]) -> None:
        self.walks = {walk.id: walk for walk in walks}
        self._lines: dict[UUID, HouseholdLine] = {}
        self._home: dict[UUID, UUID] = {}
        self._order: dict[UUID, list[UUID]] = {}
        self.cut: list[UUID] = []
        for walk in walks:
            self._order[walk.id] = [line.id for line in walk.households]
            for line in walk.households:
                self._lines[line.id], self._home[line.id] = line, walk.id

    def add(self, walk: Walk) -> None:
        """A new grid, without households as yet."""
        self.walks[walk.id] = walk
        self._order[walk.id] = []

    def put(self, households: Iterable[UUID], unit: UUID) -> None:
        """Put households at the end of the walk of a unit; what was cut is no longer."""
        moving = [id_ for id_ in households if id_ not in self._order[unit]]
        for order in self._order.values():
            order[:] = [id_ for id_ in order if id_ not in moving]
        self._order[unit] += moving
        self.cut = []

    def rows(self, unit: UUID) -> list[Row]:
        """The walk of a unit as it would be."""
        return [
            Row(self._lines[id_], place, self._home[id_] != unit, id_ in self.cut)
            for place, id_ in enumerate(self._order.get(unit, ()), 1)
        ]

    def moves(self) -> dict[UUID, list[UUID]]:
        """Unit → the households that come into it."""
        found = {
            unit: [id_ for id_ in order if self._home[id_] != unit]
            for unit, order in self._order.items()
        }
        return {unit: ids for unit, ids in found.items() if ids}
