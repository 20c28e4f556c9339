"""The weekly report as data: what screen, Excel and Word all show."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gridapp.contract.grids import Level
from gridapp.domain.metrics import Coverage, Ratio
from gridapp.domain.receptions import Turnout
from gridapp.domain.weeks import Week


@dataclass(frozen=True)
class Head:
    """The head of the report. The reviewer (审核人) signs on paper."""

    title: str
    issue: str
    period: str
    unit: str
    reporter: str
    drafted_on: date


@dataclass(frozen=True)
class Figure:
    """A number and the cases behind it (a case that came in twice is named once)."""

    value: int
    cases: tuple[UUID, ...]


@dataclass(frozen=True)
class FlowRow:
    """A line of table 1; ``line_id`` is None for the total and for the unit's own cases."""

    line_id: UUID | None
    name: str
    carried: Figure
    arrived: Figure
    reopened: Figure
    concluded: Figure
    resolved: Figure
    open: Figure
    overdue: Figure
    late_arrived: Figure
    late_concluded: Figure
    resolution: Ratio

    @property
    def balances(self) -> bool:
        """Whether carried + arrived − concluded = open."""
        return self.carried.value + self.arrived.value - self.concluded.value == self.open.value


@dataclass(frozen=True)
class CategoryCell:
    """What came in (排查) and what was resolved (化解) of one category on one line."""

    screened: Figure
    resolved: Figure


@dataclass(frozen=True)
class CategoryRow:
    """A line of table 2: one cell per category of the report, then their total."""

    line_id: UUID | None
    name: str
    cells: tuple[CategoryCell, ...]
    total: CategoryCell


@dataclass(frozen=True)
class CoverageRow:
    """A line of table 3."""

    line_id: UUID | None
    name: str
    coverage: Coverage


@dataclass(frozen=True)
class ReceptionRow:
    """A line of table 4: a reception that was held, or the total."""

    unit: str
    day: str
    leader: str
    place: str
    turnout: Turnout
    field: str
    result: str


@dataclass(frozen=True)
class PeriodReport:
    """The draft. ``categories`` are the top-level categories with something to tell: (key, name).

    The last row of each table is the total; without a reception, table 4 has no row at all.
    """

    week: Week
    level: Level
    head: Head
    summary: str
    flow: tuple[FlowRow, ...]
    categories: tuple[tuple[str, str], ...]
    matrix: tuple[CategoryRow, ...]
    coverage: tuple[CoverageRow, ...]
    receptions: tuple[ReceptionRow, ...]
    turnout: str
    check: str
    notes: tuple[str, ...]

    @property
    def balances(self) -> bool:
        """Whether every line and the total of table 1 balance."""
        return all(row.balances for row in self.flow)
