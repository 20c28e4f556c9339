"""Random histories of a county's cases, with paper entered late, cases set right and taken back.

In each week the villages sign first, then the townships, then the county, each by what is known by
then; each report begins with what the last one left.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from hypothesis import strategies as st

from gridapp.contract.disputes import Conclusion, EventKind
from gridapp.contract.grids import Level
from gridapp.domain.reports.late import Closing, chained
from gridapp.domain.reports.metrics import CaseLine, balance_moves
from gridapp.domain.reports.periods import Period
from gridapp.domain.reports.weeks import Week
from gridapp.reports.periodic.draft import draft
from gridapp.reports.periodic.inputs import ReportInputs
from gridapp.reports.periodic.model import PeriodReport

WEEKS = tuple(Period.of_week(Week(2026, number)) for number in range(44, 49))
COUNTY = UUID(int=1)
STAGES = 3 * len(WEEKS)
"""In each week the villages sign first, then the townships, then the county."""
TOWNSHIPS = {UUID(int=10): "青山镇", UUID(int=20): "河东乡"}
VILLAGES = {UUID(int=11): UUID(int=10), UUID(int=12): UUID(int=10), UUID(int=21): UUID(int=20)}
_FIRST, _LAST = WEEKS[0].first - timedelta(days=21), WEEKS[-1].last
Reports = dict[UUID, PeriodReport]
_MOVING = (EventKind.REGISTERED, EventKind.CONCLUDED, EventKind.CONCLUDED, EventKind.REOPENED)


@dataclass(frozen=True)
class Entry:
    """A step of a case. ``known``: the stage at which it reached the offices."""

    kind: str
    day: date
    conclusion: str | None
    known: int


@dataclass(frozen=True)
class History:
    """A case as it became known. ``places``: its unit from a stage on; None once it is taken back,
    or sealed.
    """

    case: UUID
    due_on: date
    entries: tuple[Entry, ...]
    places: tuple[tuple[int, UUID | None], ...]

    def place(self, at: int) -> UUID | None:
        """Where it stands by what is known then."""
        return [unit for since, unit in self.places if since <= at][-1]


_units = st.sampled_from([*VILLAGES, *TOWNSHIPS])
_days = st.dates(WEEKS[0].first, _LAST)
_known = st.integers(0, STAGES - 1)
_moved = st.tuples(st.integers(1, STAGES - 1), st.none() | _units)
_in_time = st.integers(0, STAGES - 3)
_entries = st.builds(
    Entry,
    st.sampled_from(_MOVING),
    st.dates(_FIRST, _LAST),
    st.sampled_from([None, *Conclusion]),
    _known,
)


@st.composite
def histories(draw: st.DrawFn) -> tuple[History, ...]:
    """A few cases; most stay where they are."""
    found = []
    for number in range(draw(st.integers(1, 6))):
        first = (0, draw(_units))
        later = draw(
            st.lists(st.tuples(st.integers(1, STAGES - 1), st.none() | _units), max_size=1)
        )
        entries = tuple(draw(st.lists(_entries, max_size=6)))
        due = draw(st.dates(_FIRST, _LAST))
        found.append(History(UUID(int=100 + number), due, entries, (first, *later)))
    return tuple(found)


@st.composite
def rounds(draw: st.DrawFn) -> tuple[History, ...]:
    """Cases that came in and perhaps went out once, from the first week on, each step written down
    some time later, before the villages sign for the last time.
    """
    found = []
    for number in range(draw(st.integers(1, 8))):
        came, went = sorted(draw(st.tuples(_days, _days)))
        steps = [Entry(EventKind.REGISTERED, came, None, draw(_in_time))]
        if draw(st.booleans()):
            end = draw(st.sampled_from([*Conclusion]))
            steps.append(Entry(EventKind.CONCLUDED, went, end, draw(_in_time)))
        place = ((0, draw(_units)),)
        found.append(History(UUID(int=100 + number), draw(_days), tuple(steps), place))
    return tuple(found)


def signed_weeks(
    found: Sequence[History], skipped: Collection[tuple[int, UUID]] = ()
) -> list[Reports]:
    """The reports of all weeks, each signed before the next; ``skipped``: (week, unit) of those
    that were never signed.
    """
    weeks: list[Reports] = []
    for week in range(len(WEEKS)):
        made: Reports = {}
        for unit in (*VILLAGES, *TOWNSHIPS, COUNTY):
            told = [
                past[unit].closing
                for number, past in enumerate(weeks)
                if (number, unit) not in skipped
            ]
            below = {line: made[line] for line in _lines(unit) if (week, line) not in skipped}
            made[unit] = _report(found, week, unit, chained(told), below)
        weeks.append(made)
    return weeks


def _report(
    found: Sequence[History], week: int, unit: UUID, closing: Closing | None, below: Reports
) -> PeriodReport:
    return draft(
        ReportInputs(
            unit_id=unit,
            unit_name="单位",
            level=level(unit),
            period=WEEKS[week],
            reporter="填报人",
            today=WEEKS[week].last,
            lines=tuple((line, f"线{line.int}") for line in _lines(unit)),
            cases=known(found, week, unit),
            coverage={},
            closing=closing,
            line_of={**VILLAGES, **{one: one for one in TOWNSHIPS}} if unit == COUNTY else {},
            signed=below,
        )
    )


def level(unit: UUID) -> Level:
    """Of a unit of this county."""
    if unit == COUNTY:
        return Level.COUNTY
    return Level.TOWNSHIP if unit in TOWNSHIPS else Level.VILLAGE


def _lines(unit: UUID) -> list[UUID]:
    if unit == COUNTY:
        return [*TOWNSHIPS]
    return [village for village, township in VILLAGES.items() if township == unit]


def known(found: Sequence[History], week: int, unit: UUID) -> tuple[CaseLine, ...]:
    """The cases of a unit by what it knows when it signs: a village first, the county last."""
    at = 3 * week + {Level.VILLAGE: 0, Level.TOWNSHIP: 1, Level.COUNTY: 2}[level(unit)]
    cases = (_case(history, at, unit) for history in found)
    return tuple(case for case in cases if case is not None)


def _case(history: History, at: int, unit: UUID) -> CaseLine | None:
    """On its line of the report of this unit; None when it is not in it."""
    place = history.place(at)
    if place is None:
        return None
    township = VILLAGES.get(place, place)
    if unit not in (COUNTY, township, place):
        return None
    line = township if unit == COUNTY else place
    events = ((e.kind, e.day, e.conclusion) for e in history.entries if e.known <= at)
    return CaseLine(history.case, place, line, "0201", history.due_on, balance_moves(events))
