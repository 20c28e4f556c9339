"""Draws a periodic report up from cases, coverage and the rest. Pure."""

from collections.abc import Sequence

from gridapp.domain import late
from gridapp.domain.covering import Coverage
from gridapp.domain.indicators import Counted, indicators, summed
from gridapp.domain.metrics import Flow, case_flow
from gridapp.domain.receptions import Turnout
from gridapp.reports import wording as shared
from gridapp.reports.periodic import lines, sentences, wording
from gridapp.reports.periodic.inputs import ReportInputs
from gridapp.reports.periodic.listed import prominent_rows, supervised_rows
from gridapp.reports.periodic.model import (
    CoverageRow,
    Head,
    IndicatorRow,
    PeriodReport,
    TrendPoint,
)
from gridapp.reports.periodic.parts import proxy_rows, reception_rows


def draft(inputs: ReportInputs) -> PeriodReport:
    """Draw the report up. Every number of it comes from ``domain.metrics`` and its neighbours."""
    period = inputs.period
    counted = count(inputs)
    rows = lines.lines(inputs.lines, [*counted, *_gone(inputs)])
    total = summed(one for row in rows for one in row.counted)
    came = sum((one.turnout for one in inputs.receptions), Turnout())
    levels, leaders = proxy_rows(inputs.proxies)
    return PeriodReport(
        unit_id=inputs.unit_id,
        level=inputs.level,
        period=period,
        head=_head(inputs),
        summary=_summary(inputs, total),
        indicators=_indicator_rows(inputs, counted),
        trend=_trend(inputs, total),
        flow=lines.flow_rows(rows),
        categories=lines.categories(rows),
        matrix=lines.category_rows(rows),
        coverage=_coverage_rows(inputs),
        proxies=levels,
        leaders=leaders,
        receptions=reception_rows(inputs.receptions, came),
        turnout=sentences.turnout(period, came),
        prominent=prominent_rows(inputs.prominent),
        supervised=supervised_rows(inputs.supervised, inputs.judged_on),
        check=sentences.check(total),
        notes=wording.notes(late=bool(total.late_arrived or total.late_concluded)),
        closing=late.close(period.first, period.last, counted),
        texts=inputs.texts,
    )


def count(inputs: ReportInputs) -> list[Counted]:
    """Each case with its part in the balance, beginning with what was signed."""
    first, last, on = inputs.period.first, inputs.period.last, inputs.judged_on
    opening = inputs.opening
    if opening is None:
        return [Counted(case, case_flow(case, first, last, on)) for case in inputs.cases]
    return [Counted(case, late.flow(case, first, last, on, opening)) for case in inputs.cases]


def _gone(inputs: ReportInputs) -> list[Counted]:
    if inputs.opening is None:
        return []
    return late.gone(inputs.opening, inputs.cases, inputs.line_of)


def _head(inputs: ReportInputs) -> Head:
    period, unit = inputs.period, shared.printable(inputs.unit_name)
    return Head(
        title=wording.title(unit, period),
        issue=wording.issue(period),
        period=shared.period(period.first, period.last),
        unit=unit,
        reporter=shared.printable(inputs.reporter),
        drafted_on=inputs.today,
    )


def _summary(inputs: ReportInputs, total: Flow) -> str:
    """With what was signed of the period before it is compared as it was signed."""
    before, last_year = inputs.period.previous(), inputs.year_before
    if inputs.opening is not None:
        arrived = inputs.opening.arrived
    else:
        entered = (move for case in inputs.cases for move in case.moves if move.enters)
        arrived = sum(before.first <= move.day <= before.last for move in entered)
    then = None if last_year is None else last_year.flow.arrived
    return sentences.summary(inputs.period, total, arrived, then)


def _trend(inputs: ReportInputs, total: Flow) -> tuple[TrendPoint, ...]:
    """The earlier periods, and this one as its table has it."""
    points = (*inputs.trend, (inputs.period, total.arrived, total.concluded))
    return tuple(TrendPoint(wording.point(period), came, went) for period, came, went in points)


def _indicator_rows(inputs: ReportInputs, counted: Sequence[Counted]) -> tuple[IndicatorRow, ...]:
    covered = sum(inputs.coverage.values(), Coverage())
    last_year = {} if inputs.year_before is None else inputs.year_before.shares
    return tuple(
        IndicatorRow(
            one.code,
            one.numerator,
            one.denominator,
            inputs.before.get(one.code),
            last_year.get(one.code),
        )
        for one in indicators(counted, inputs.notices, covered)
    )


def _coverage_rows(inputs: ReportInputs) -> tuple[CoverageRow, ...]:
    """Like the cases, households of no line come last, so that the total holds them."""
    rows = [
        CoverageRow(line_id, shared.printable(name), inputs.coverage.get(line_id, Coverage()))
        for line_id, name in inputs.lines
    ]
    total = sum(inputs.coverage.values(), Coverage())
    names = dict(inputs.lines)
    own = sum((c for line_id, c in inputs.coverage.items() if line_id not in names), Coverage())
    if own != Coverage():
        rows.append(CoverageRow(None, wording.OWN_LEVEL, own))
    return (*rows, CoverageRow(None, wording.TOTAL, total))
