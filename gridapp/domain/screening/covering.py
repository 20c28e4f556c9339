"""How far the rounds of a period have come (覆盖): households due, reached, found empty. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import NamedTuple

from gridapp.domain.reports.metrics import Ratio


@dataclass(frozen=True)
class Coverage:
    """How far the rounds have come in a period. ``sum(lines, Coverage())`` adds lines up."""

    micro_grids: int = 0
    due: int = 0
    """Households to be visited (应走访户)."""
    visited: int = 0
    """Households reached (已走访)."""
    absent: int = 0
    """Households called on and only found empty (不在家)."""
    nil_report: int = 0
    """1 for a unit walked without finding a dispute (零报告); in a sum, how many of them."""

    def __add__(self, other: "Coverage") -> "Coverage":
        return Coverage(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Coverage)))

    @property
    def reached(self) -> Ratio:
        """覆盖率: households reached ÷ households due."""
        return Ratio(self.visited, self.due)


class Tally(NamedTuple):
    """So many households of a unit went alike in the rounds of a period."""

    households: int
    called: bool
    """Somebody was at the door."""
    reached: bool
    """In one of the rounds the latest visit is a ``REACHED`` one."""
    dispute: bool
    """One of these found a dispute."""


def coverage(micro_grids: int, tallies: Iterable[Tally]) -> Coverage:
    """The coverage of a unit from its households due in the period.

    The unit reports nil when it reached a household and no visit found a dispute.
    """
    due = visited = absent = disputes = 0
    for tally in tallies:
        due += tally.households
        visited += tally.households * tally.reached
        absent += tally.households * (tally.called and not tally.reached)
        disputes += tally.households * tally.dispute
    return Coverage(micro_grids, due, visited, absent, int(visited > 0 and disputes == 0))
