"""The report of a period as data: what screen, Excel, Word and the frozen copy are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from gridapp.contract.grids import Level
from gridapp.domain.receptions.receptions import Turnout
from gridapp.domain.reports.covering import Coverage
from gridapp.domain.reports.indicators import Share
from gridapp.domain.reports.late import Closing
from gridapp.domain.reports.metrics import Figure, Ratio
from gridapp.domain.reports.periods import Period


class Part(StrEnum):
    """The nine parts, in their order; free text is kept by these keys."""

    OVERVIEW = "overview"
    FLOW = "flow"
    CATEGORIES = "categories"
    COVERAGE = "coverage"
    PROXIES = "proxies"
    RECEPTIONS = "receptions"
    PROMINENT = "prominent"
    SUPERVISED = "supervised"
    NEXT = "next"


@dataclass(frozen=True)
class Head:
    """The head of the report. A draft has neither number nor ``reviewer`` (审核人)."""

    title: str
    issue: str
    period: str
    unit: str
    reporter: str
    drafted_on: date
    number: str = ""
    reviewer: str = ""


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator; ``before`` and ``year_before``: the same of the period before and of last year,
    None when it was not counted for those days.
    """

    code: Share
    numerator: Figure
    denominator: Figure
    before: Ratio | None = None
    year_before: Ratio | None = None

    @property
    def ratio(self) -> Ratio:
        """The share itself."""
        return Ratio(self.numerator.value, self.denominator.value)


@dataclass(frozen=True)
class FlowRow:
    """A line of table 1; ``line_id`` is None for the total and for the unit's own cases.

    The figures are those of ``domain.reports.metrics.Flow``; with 补报 among them,
    ``late_arrived`` and ``late_concluded`` are columns of their own.
    """

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
    on_time: Figure
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
    """A line of table 3; ``usecases.reports.behind.households`` names the households."""

    line_id: UUID | None
    name: str
    coverage: Coverage


@dataclass(frozen=True)
class ProxyRow:
    """A line of table 4: a level, or the total."""

    name: str
    agents: int
    cases: Figure
    done: Figure

    @property
    def rate(self) -> Ratio:
        """办结率."""
        return Ratio(self.done.value, self.cases.value)


@dataclass(frozen=True)
class ReceptionRow:
    """A line of table 5: a reception that was held, or the total, which has no ``reception``.
    Neither id nor day are known of those that the first program has kept.
    """

    unit: str
    day: str
    leader: str
    place: str
    turnout: Turnout
    field: str
    result: str
    reception: UUID | None = None
    held_on: date | None = None


@dataclass(frozen=True)
class ProminentRow:
    """A line of table 6 (突出矛盾纠纷), as printed."""

    case: UUID
    unit: str
    brief: str
    answerable: str
    limit: str
    progress: str
    supervision: str
    struck_off: str


@dataclass(frozen=True)
class SupervisedRow:
    """A line of table 7 (临期超期及督办), as printed; ``late``: its last day is over."""

    case: UUID
    unit: str
    brief: str
    answerable: str
    limit: str
    standing: str
    supervision: str
    late: bool


@dataclass(frozen=True)
class TrendPoint:
    """A period of the chart: how it is called, what came in and what left."""

    name: str
    arrived: int
    concluded: int


@dataclass(frozen=True)
class FrozenCase:
    """A case behind a number, as it stood when the report was handed in; its title is masked."""

    id: UUID
    number: str
    title: str
    state: str
    due_on: date


@dataclass(frozen=True)
class PeriodReport:
    """The draft; ``reports.periodic.sections`` tells it in the order and words of the paper.

    ``categories`` are the top-level categories with something to tell: (key, name). The last row
    of each table of numbers is the total; without a reception, table 5 has no row at all.
    ``texts``: what the person has written under a part. ``closing`` is what the next report begins
    with once this one is signed.
    """

    unit_id: UUID
    level: Level
    period: Period
    head: Head
    summary: str
    indicators: tuple[IndicatorRow, ...]
    trend: tuple[TrendPoint, ...]
    flow: tuple[FlowRow, ...]
    categories: tuple[tuple[str, str], ...]
    matrix: tuple[CategoryRow, ...]
    coverage: tuple[CoverageRow, ...]
    proxies: tuple[ProxyRow, ...]
    leaders: ProxyRow
    receptions: tuple[ReceptionRow, ...]
    turnout: str
    prominent: tuple[ProminentRow, ...]
    supervised: tuple[SupervisedRow, ...]
    check: str
    notes: tuple[str, ...]
    closing: Closing
    texts: Mapping[Part, str] = field(default_factory=dict)
    prominent_count: int = 0
    """How many there are; table 6 has the most urgent ones. 0 in a report that had them all."""

    @property
    def balances(self) -> bool:
        """Whether every line and the total of table 1 balance."""
        return all(row.balances for row in self.flow)

    @property
    def has_late(self) -> bool:
        """Whether anything in it is 补报."""
        total = self.flow[-1]
        return bool(total.late_arrived.value or total.late_concluded.value)

    @property
    def is_nil(self) -> bool:
        """Nothing new was found in the period (零报告)."""
        total = self.flow[-1]
        return total.arrived.value == total.reopened.value
