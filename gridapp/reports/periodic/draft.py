"""Drafts the weekly report 矛盾纠纷排查化解工作周报 from cases and coverage. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from gridapp.contract.codes import CATEGORIES
from gridapp.contract.grids import Level
from gridapp.domain.masking import mask_text
from gridapp.domain.metrics import CaseLine, Coverage, Flow, case_flow
from gridapp.domain.receptions import Turnout
from gridapp.domain.weeks import Week
from gridapp.reports import wording
from gridapp.reports.periodic.model import (
    CategoryCell,
    CategoryRow,
    CoverageRow,
    Figure,
    FlowRow,
    Head,
    PeriodReport,
    ReceptionRow,
)


@dataclass(frozen=True)
class Reception:
    """A reception that was held in the week by the unit or one below it."""

    unit_name: str
    held_on: date
    leader: str
    post: str
    place: str
    turnout: Turnout
    field: str
    """As it is printed."""
    result: str


@dataclass(frozen=True)
class ReportInputs:
    """All that a draft needs. ``lines`` are the units below: (id, name) in the order printed.

    Lines are a county's townships, a township's villages, a village's micro-grids; ``coverage`` is
    by the same ids. ``cases`` may go back as far as they like. What belongs to none of ``lines``
    (a case that arose at the unit itself, households not yet in a micro-grid) gets a line of its
    own at the end.
    """

    unit_name: str
    level: Level
    week: Week
    reporter: str
    today: date
    lines: tuple[tuple[UUID, str], ...]
    cases: tuple[CaseLine, ...]
    coverage: Mapping[UUID, Coverage]
    receptions: tuple[Reception, ...] = ()


@dataclass(frozen=True)
class _Counted:
    """A case with its part in the balance."""

    case: CaseLine
    flow: Flow


_Line = tuple[UUID | None, str, list[_Counted]]


def draft(inputs: ReportInputs) -> PeriodReport:
    """Draw the report up. Lateness is judged on the last day, or today while the week runs."""
    week = inputs.week
    on = min(inputs.today, week.last)
    counted = [_Counted(c, case_flow(c, week.first, week.last, on)) for c in inputs.cases]
    lines = _lines(inputs.lines, counted)
    whole: _Line = (None, wording.TOTAL, [c for _, _, cases in lines for c in cases])
    categories = _categories(counted)
    total = sum((c.flow for c in counted), Flow())
    came = sum((one.turnout for one in inputs.receptions), Turnout())
    return PeriodReport(
        week=week,
        level=inputs.level,
        head=_head(inputs),
        summary=wording.summary(total, _arrived(inputs.cases, week.previous())),
        flow=tuple(_flow_row(line) for line in (*lines, whole)),
        categories=tuple((key, _category_name(key)) for key in categories),
        matrix=tuple(_category_row(line, categories) for line in (*lines, whole)),
        coverage=_coverage_rows(inputs),
        receptions=_reception_rows(inputs.receptions, came),
        turnout=wording.turnout(came),
        check=wording.check(total),
        notes=wording.NOTES,
    )


def _head(inputs: ReportInputs) -> Head:
    week, unit = inputs.week, wording.printable(inputs.unit_name)
    return Head(
        title=wording.title(unit),
        issue=wording.issue(week.year, week.number),
        period=wording.period(week.first, week.last),
        unit=unit,
        reporter=wording.printable(inputs.reporter),
        drafted_on=inputs.today,
    )


def _lines(names: Iterable[tuple[UUID, str]], counted: Sequence[_Counted]) -> list[_Line]:
    """The cases by line; those of no line come last, so that no total loses a case."""
    by_line: dict[UUID, list[_Counted]] = {line_id: [] for line_id, _ in names}
    own: list[_Counted] = []
    for item in counted:
        by_line.get(item.case.line_id, own).append(item)
    lines: list[_Line] = [
        (line_id, wording.printable(name), by_line[line_id]) for line_id, name in names
    ]
    if any(item.flow != Flow() for item in own):
        lines.append((None, wording.OWN_LEVEL, own))
    return lines


def _arrived(cases: Iterable[CaseLine], week: Week) -> int:
    return sum(case_flow(case, week.first, week.last, week.last).arrived for case in cases)


def _figure(name: str, counted: Iterable[_Counted]) -> Figure:
    found = [(c.case.dispute_id, value) for c in counted if (value := getattr(c.flow, name))]
    return Figure(sum(value for _, value in found), tuple(case for case, _ in found))


def _flow_row(line: _Line) -> FlowRow:
    line_id, name, counted = line
    figures = {field.name: _figure(field.name, counted) for field in fields(Flow)}
    resolution = sum((c.flow for c in counted), Flow()).resolution
    return FlowRow(line_id, name, resolution=resolution, **figures)


def _categories(counted: Iterable[_Counted]) -> list[str]:
    return sorted({c.case.category[:2] for c in counted if c.flow.arrived or c.flow.resolved})


def _category_name(key: str) -> str:
    return CATEGORIES[key][0] if key in CATEGORIES else wording.printable(key)


def _category_row(line: _Line, categories: Iterable[str]) -> CategoryRow:
    line_id, name, counted = line
    cells = (
        _category_cell([c for c in counted if c.case.category[:2] == key]) for key in categories
    )
    return CategoryRow(line_id, name, tuple(cells), _category_cell(counted))


def _category_cell(counted: Sequence[_Counted]) -> CategoryCell:
    return CategoryCell(_figure("arrived", counted), _figure("resolved", counted))


def _coverage_rows(inputs: ReportInputs) -> tuple[CoverageRow, ...]:
    """Like the cases, households of no line come last, so that the total holds them."""
    rows = [
        CoverageRow(line_id, wording.printable(name), inputs.coverage.get(line_id, Coverage()))
        for line_id, name in inputs.lines
    ]
    total = sum(inputs.coverage.values(), Coverage())
    names = dict(inputs.lines)
    own = sum((c for line_id, c in inputs.coverage.items() if line_id not in names), Coverage())
    if own != Coverage():
        rows.append(CoverageRow(None, wording.OWN_LEVEL, own))
    return (*rows, CoverageRow(None, wording.TOTAL, total))


def _reception_rows(held: Sequence[Reception], came: Turnout) -> tuple[ReceptionRow, ...]:
    """By day; a leader is named with what they are, as everywhere in print."""
    clean = wording.printable
    rows = [
        ReceptionRow(
            clean(one.unit_name),
            wording.month_and_day(one.held_on),
            clean(f"{one.leader}（{one.post}）" if one.post else one.leader),
            clean(one.place),
            one.turnout,
            clean(one.field),
            clean(mask_text(one.result)),
        )
        for one in held
    ]
    total = ReceptionRow(wording.TOTAL, "", "", "", came, "", "")
    return (*rows, total) if rows else ()
