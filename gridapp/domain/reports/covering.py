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
    """How the households of a unit went in the rounds of a period: each number is of the one before
    it.
    """

    due: int
    called: int
    """Somebody was at the door."""
    reached: int
    """In one of the rounds the latest visit is a ``REACHED`` one."""
    disputes: int
    """One of these found a dispute."""


def coverage(micro_grids: int, tallies: Iterable[Tally]) -> Coverage:
    """The coverage of a unit from the tallies of those below it.

    The unit reports nil when it reached a household and no visit found a dispute.
    """
    due = visited = absent = disputes = 0
    for tally in tallies:
        due += tally.due
        visited += tally.reached
        absent += tally.called - tally.reached
        disputes += tally.disputes
    return Coverage(micro_grids, due, visited, absent, int(visited > 0 and disputes == 0))
