"""What the units below have signed stands in the report above as they signed it (汇总). Pure."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from gridapp.domain.reports.covering import Coverage
from gridapp.domain.reports.indicators import OF_CASES, Indicator
from gridapp.domain.reports.metrics import Figure
from gridapp.reports.periodic.inputs import ReportInputs
from gridapp.reports.periodic.model import PeriodReport

Taken = Mapping[UUID, PeriodReport]
"""The signed report of a line."""


def taken(inputs: ReportInputs) -> Taken:
    """The signed reports of these very days that stand on their lines: those that begin with what
    the last report of this unit left there. Any other line is counted from what is known.
    """
    return {
        line: report
        for line, report in inputs.signed.items()
        if report.period == inputs.period and _follows(inputs, line, report)
    }


def _follows(inputs: ReportInputs, line: UUID, report: PeriodReport) -> bool:
    if inputs.opening is None:
        return True
    left = {
        case
        for place, cases in inputs.opening.open.items()
        if inputs.line_of.get(place, place) == line
        for case in cases
    }
    return left == set(report.flow[-1].carried.cases)


def coverage(inputs: ReportInputs, signed: Taken) -> dict[UUID, Coverage]:
    """By line, as it was signed where it was."""
    return {**inputs.coverage, **{line: one.coverage[-1].coverage for line, one in signed.items()}}


def indicators(own: Sequence[Indicator], signed: Taken) -> tuple[Indicator, ...]:
    """Those of the other lines and of the signed ones together; what comes out of the balance or
    the coverage holds the signed lines already.
    """
    below = [{row.code: row for row in report.indicators} for report in signed.values()]
    return tuple(
        Indicator(
            one.code,
            Figure.total((one.numerator, *(rows[one.code].numerator for rows in below))),
            Figure.total((one.denominator, *(rows[one.code].denominator for rows in below))),
        )
        if below and one.code in OF_CASES
        else one
        for one in own
    )
