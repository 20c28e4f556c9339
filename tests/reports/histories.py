"""Random histories of a county's cases, with paper entered late, cases set right and taken back.

Reports are drawn up for every village, township and the county at the end of each week, from what
is known by then, and signed at once; each begins with what the last one left.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from hypothesis import strategies as st

from gridapp.contract.disputes import Conclusion, EventKind
from gridapp.contract.grids import Level
from gridapp.domain.late import Closing, chained
from gridapp.domain.metrics import CaseLine
from gridapp.domain.periods import Period
from gridapp.domain.weeks import Week
from gridapp.reports.periodic.draft import draft
from gridapp.reports.periodic.inputs import ReportInputs
from gridapp.reports.periodic.model import PeriodReport

WEEKS = tuple(Period.of_week(Week(2026, number)) for number in range(44, 49))
COUNTY = UUID(int=1)
TOWNSHIPS = {UUID(int=10): "青山镇", UUID(int=20): "河东乡"}
VILLAGES = {UUID(int=11): UUID(int=10), UUID(int=12): UUID(int=10), UUID(int=21): UUID(int=20)}
_FIRST, _LAST = WEEKS[0].first - timedelta(days=21), WEEKS[-1].last
Reports = dict[UUID, PeriodReport]
_MOVING = (EventKind.REGISTERED, EventKind.CONCLUDED, EventKind.CONCLUDED, EventKind.REOPENED)


@dataclass(frozen=True)
class Entry:
    """A step of a case. ``known``: the number of the week in which it reached the offices."""

    kind: str
    day: date
    conclusion: str | None
    known: int


@dataclass(frozen=True)
class History:
    """A case as it became known. ``places``: its unit from a week on; None once it is taken back,
    or sealed.
    """

    case: UUID
    due_on: date
    entries: tuple[Entry, ...]
    places: tuple[tuple[int, UUID | None], ...]

    def place(self, week: int) -> UUID | None:
        """Where it stands by the knowledge of that week."""
        return [unit for since, unit in self.places if since <= week][-1]


_units = st.sampled_from([*VILLAGES, *TOWNSHIPS])
_days = st.dates(WEEKS[0].first, _LAST)
_known = st.integers(0, len(WEEKS) - 1)
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
        later = draw(st.lists(st.tuples(st.integers(1, 4), st.none() | _units), max_size=1))
        entries = tuple(draw(st.lists(_entries, max_size=6)))
        due = draw(st.dates(_FIRST, _LAST))
        found.append(History(UUID(int=100 + number), due, entries, (first, *later)))
    return tuple(found)


@st.composite
def rounds(draw: st.DrawFn) -> tuple[History, ...]:
    """Cases that came in and perhaps went out once, from the first week on, each step written down
    some time later.
    """
    found = []
    for number in range(draw(st.integers(1, 8))):
        came, went = sorted(draw(st.tuples(_days, _days)))
        steps = [Entry(EventKind.REGISTERED, came, None, draw(_known))]
        if draw(st.booleans()):
            end = draw(st.sampled_from([*Conclusion]))
            steps.append(Entry(EventKind.CONCLUDED, went, end, draw(_known)))
        place = ((0, draw(_units)),)
        found.append(History(UUID(int=100 + number), draw(_days), tuple(steps), place))
    return tuple(found)


def reports(found: Sequence[History], week: int, signed: Mapping[UUID, Closing | None]) -> Reports:
    """Every report of a week."""
    made = {COUNTY: _report(found, week, COUNTY, Level.COUNTY, signed.get(COUNTY))}
    for unit in TOWNSHIPS:
        made[unit] = _report(found, week, unit, Level.TOWNSHIP, signed.get(unit))
    for unit in VILLAGES:
        made[unit] = _report(found, week, unit, Level.VILLAGE, signed.get(unit))
    return made


def signed_weeks(found: Sequence[History], chain: int = 9) -> list[Reports]:
    """The reports of all weeks, each signed before the next; ``chain``: how many of the signed
    ones are looked back at.
    """
    weeks: list[Reports] = []
    for week in range(len(WEEKS)):
        before = {
            unit: chained([past[unit].closing for past in weeks[-chain:]])
            for unit in (COUNTY, *TOWNSHIPS, *VILLAGES)
        }
        weeks.append(reports(found, week, before))
    return weeks


def _report(
    found: Sequence[History], week: int, unit: UUID, level: Level, closing: Closing | None
) -> PeriodReport:
    lines = _lines(unit, level)
    return draft(
        ReportInputs(
            unit_id=unit,
            unit_name="单位",
            level=level,
            period=WEEKS[week],
            reporter="填报人",
            today=WEEKS[week].last,
            lines=tuple((line, f"线{line.int}") for line in lines),
            cases=known(found, week, unit, level),
            coverage={},
            closing=closing,
            line_of={**VILLAGES, **{unit: unit for unit in TOWNSHIPS}}
            if level == Level.COUNTY
            else {},
        )
    )


def _lines(unit: UUID, level: Level) -> list[UUID]:
    if level == Level.COUNTY:
        return [*TOWNSHIPS]
    return [village for village, township in VILLAGES.items() if township == unit]


def known(found: Sequence[History], week: int, unit: UUID, level: Level) -> tuple[CaseLine, ...]:
    """The cases of a unit by the knowledge of a week."""
    cases = (_case(history, week, unit, level) for history in found)
    return tuple(case for case in cases if case is not None)


def _case(history: History, week: int, unit: UUID, level: Level) -> CaseLine | None:
    """As it is known in that week, on its line of this report; None when it is not in it."""
    place = history.place(week)
    if place is None:
        return None
    township = VILLAGES.get(place, place)
    line = {Level.COUNTY: township, Level.TOWNSHIP: place, Level.VILLAGE: place}[level]
    inside = {Level.COUNTY: True, Level.TOWNSHIP: township == unit}.get(level, place == unit)
    events = tuple((e.kind, e.day, e.conclusion) for e in history.entries if e.known <= week)
    return CaseLine(history.case, place, line, "0201", history.due_on, events) if inside else None
