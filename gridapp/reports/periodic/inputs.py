"""All that a periodic report is drawn up from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from gridapp.contract.grids import Level
from gridapp.domain.receptions.receptions import Turnout
from gridapp.domain.reports.covering import Coverage
from gridapp.domain.reports.indicators import Measured, Notice, Share
from gridapp.domain.reports.late import Closing
from gridapp.domain.reports.metrics import CaseLine, Ratio
from gridapp.domain.reports.periods import Period
from gridapp.domain.reports.proxies import ProxyFigures
from gridapp.reports.periodic.model import Part, PeriodReport


@dataclass(frozen=True)
class Reception:
    """A reception that was held in the period by the unit or one below it."""

    unit_name: str
    held_on: date
    leader: str
    post: str
    place: str
    turnout: Turnout
    field: str
    """As it is printed."""
    result: str
    id: UUID


@dataclass(frozen=True)
class ListedCase:
    """A case that stands in table 6 or 7 with its own line. ``pressed``: letters, talks, whistles
    and instructions as ``kind|number|asked_on|done_on``, one a line; ``names``: its parties, who
    are masked in what somebody wrote.
    """

    dispute_id: UUID
    unit_name: str
    number: str
    title: str
    state: str
    due_on: date
    answerable: str
    progress: str
    pressed: str
    struck_off_on: date | None
    names: tuple[str, ...]


@dataclass(frozen=True)
class ReportInputs:
    """``lines`` are the units below: (id, name) in the order printed.

    Lines are a county's townships, a township's villages, a village's micro-grids; ``coverage`` is
    by the same ids. ``cases`` go back to the beginning of the period before. What belongs to none
    of ``lines`` (a case that arose at the unit itself, households not yet in a micro-grid) gets a
    line of its own at the end. ``closing``: of the signed reports before; it binds only when it
    ended the day before. ``before``: the indicators of the period before; ``year_before``: what
    last year had in these days, None when nothing is known of it. ``trend``: the periods of
    the chart, this one last, with what came in and went out by the day on which it did.
    """

    unit_id: UUID
    unit_name: str
    level: Level
    period: Period
    reporter: str
    today: date
    lines: tuple[tuple[UUID, str], ...]
    cases: tuple[CaseLine, ...]
    coverage: Mapping[UUID, Coverage]
    closing: Closing | None = None
    line_of: Mapping[UUID, UUID] = field(default_factory=dict)
    """The line of each unit below."""
    signed: Mapping[UUID, PeriodReport] = field(default_factory=dict)
    """What the units of lines have signed for this period; ``notices`` are without them."""
    notices: tuple[Notice, ...] = ()
    before: Mapping[Share, Ratio] = field(default_factory=dict)
    year_before: Measured | None = None
    trend: tuple[tuple[Period, int, int], ...] = ()
    proxies: ProxyFigures | None = None
    receptions: tuple[Reception, ...] = ()
    prominent: tuple[ListedCase, ...] = ()
    prominent_count: int = 0
    """More than are listed, where there are many."""
    supervised: tuple[ListedCase, ...] = ()
    texts: Mapping[Part, str] = field(default_factory=dict)

    @property
    def judged_on(self) -> date:
        """Lateness is judged on the last day, or today while the period runs."""
        return min(self.today, self.period.last)

    @property
    def opening(self) -> Closing | None:
        """The closing, when the period follows it."""
        closing = self.closing
        return closing if closing is not None and closing.binds(self.period.first) else None
