"""Draws a periodic report up from cases, coverage and the rest. Pure."""

from collections.abc import Sequence

from gridapp.domain.receptions.receptions import Turnout
from gridapp.domain.reports import late
from gridapp.domain.reports.covering import Coverage
from gridapp.domain.reports.indicators import Counted, indicators
from gridapp.domain.reports.metrics import Flow, case_flow
from gridapp.reports import wording as shared
from gridapp.reports.periodic import lines, sentences, summing, wording
from gridapp.reports.periodic.inputs import ReportInputs
from gridapp.reports.periodic.lines import Line
from gridapp.reports.periodic.listed import prominent_rows, supervised_rows
from gridapp.reports.periodic.model import (
    CoverageRow,
    Head,
    IndicatorRow,
    PeriodReport,
    TrendPoint,
)
from gridapp.reports.periodic.parts import proxy_rows, reception_rows
from gridapp.reports.periodic.summing import Taken


def draft(inputs: ReportInputs) -> PeriodReport:
    """Draw the report up. Every number comes from ``domain.reports.metrics`` and its neighbours."""
    period = inputs.period
    signed = summing.taken(inputs)
    counted = _count(inputs, signed)
    rows = lines.lines(inputs.lines, [*counted, *_gone(inputs, signed)], signed)
    total = lines.balance(rows[-1])
    came = sum((one.turnout for one in inputs.receptions), Turnout())
    levels, leaders = proxy_rows(inputs.proxies)
    return PeriodReport(
        unit_id=inputs.unit_id,
        level=inputs.level,
        period=period,
        head=_head(inputs),
        summary=_summary(inputs, total),
        indicators=_indicator_rows(inputs, rows[-1], counted, signed),
        trend=_trend(inputs),
        flow=lines.flow_rows(rows),
        categories=lines.categories(rows),
        matrix=lines.category_rows(rows),
        coverage=_coverage_rows(inputs, signed),
        proxies=levels,
        leaders=leaders,
        receptions=reception_rows(inputs.receptions, came),
        turnout=sentences.turnout(period, came),
        prominent=prominent_rows(inputs.prominent),
        supervised=supervised_rows(inputs.supervised, inputs.judged_on),
        check=sentences.check(total),
        notes=wording.notes(
            late=bool(total.late_arrived or total.late_concluded),
            signed=tuple(shared.printable(name) for id_, name in inputs.lines if id_ in signed),
        ),
        closing=late.together(
            late.close(period.first, period.last, counted),
            (report.closing for report in signed.values()),
        ),
        texts=inputs.texts,
        prominent_count=inputs.prominent_count,
    )


def _count(inputs: ReportInputs, signed: Taken) -> list[Counted]:
    """Each case of the lines that are not signed with its part in the balance, beginning with what
    the last report left.
    """
    first, last, on = inputs.period.first, inputs.period.last, inputs.judged_on
    cases = [case for case in inputs.cases if case.line_id not in signed]
    opening = inputs.opening
    if opening is None:
        return [Counted(case, case_flow(case, first, last, on)) for case in cases]
    return [Counted(case, late.flow(case, first, last, on, opening)) for case in cases]


def _gone(inputs: ReportInputs, signed: Taken) -> list[Counted]:
    if inputs.opening is None:
        return []
    found = late.gone(inputs.opening, inputs.cases, inputs.line_of)
    return [one for one in found if one.case.line_id not in signed]


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


def _trend(inputs: ReportInputs) -> tuple[TrendPoint, ...]:
    return tuple(
        TrendPoint(wording.point(period), came, went) for period, came, went in inputs.trend
    )


def _indicator_rows(
    inputs: ReportInputs, total: Line, counted: Sequence[Counted], signed: Taken
) -> tuple[IndicatorRow, ...]:
    covered = sum(summing.coverage(inputs, signed).values(), Coverage())
    own = indicators(total.sums, counted, inputs.notices, covered)
    last_year = {} if inputs.year_before is None else inputs.year_before.shares
    return tuple(
        IndicatorRow(
            one.code,
            one.numerator,
            one.denominator,
            inputs.before.get(one.code),
            last_year.get(one.code),
        )
        for one in summing.indicators(own, signed)
    )


def _coverage_rows(inputs: ReportInputs, signed: Taken) -> tuple[CoverageRow, ...]:
    """Like the cases, households of no line come last, so that the total holds them."""
    covered = summing.coverage(inputs, signed)
    rows = [
        CoverageRow(line_id, shared.printable(name), covered.get(line_id, Coverage()))
        for line_id, name in inputs.lines
    ]
    names = dict(inputs.lines)
    own = sum((one for line_id, one in covered.items() if line_id not in names), Coverage())
    if own != Coverage():
        rows.append(CoverageRow(None, wording.OWN_LEVEL, own))
    return (*rows, CoverageRow(None, wording.TOTAL, sum(covered.values(), Coverage())))
