"""What the grids page asks for: the tree of a day and what is amiss in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gridapp.domain.grids.grids import Tally
from gridapp.store.grids.grids import UnitLine
from gridapp.ui.grids.tree_rows import tree_row
from gridapp.ui.widgets.tree import TreeRow
from gridapp.usecases.desk import Desk
from gridapp.usecases.grids import grid_checks, grids
from gridapp.usecases.grids.grid_checks import Finding
from gridapp.usecases.grids.grids import TreeView


@dataclass(frozen=True)
class Look:
    """``is_past``: of a day before today, on which nothing can be changed."""

    view: TreeView
    is_past: bool
    lines: Mapping[UUID, UnitLine]
    below: Mapping[UUID | None, Sequence[UnitLine]]
    rows: Sequence[TreeRow]
    findings: Sequence[Finding]

    def may_change(self, unit_id: UUID) -> bool:
        """Whether this person may change the unit on the day."""
        return unit_id in self.view.mine and not self.is_past


NOTHING = Look(TreeView((), Tally(0, 0, 0, 0, 0), 0, 0, frozenset()), False, {}, {}, (), ())
"""Before the first answer."""


def look(desk: Desk, past: date | None) -> Look:
    """The tree of a day before today, or of today; put together off the GUI thread."""
    view = grids.view(desk, past)
    below: dict[UUID | None, list[UnitLine]] = {}
    for line in view.lines:
        below.setdefault(line.parent_id, []).append(line)
    return Look(
        view,
        past is not None,
        {line.id: line for line in view.lines},
        below,
        [tree_row(line) for line in view.lines],
        grid_checks.of_tree(view),
    )
