"""The tables of a periodic report."""

from collections.abc import Sequence

from gridapp.reports.periodic import wording
from gridapp.reports.periodic.model import (
    CategoryRow,
    CoverageRow,
    FlowRow,
    IndicatorRow,
    PeriodReport,
    ProminentRow,
    ProxyRow,
    ReceptionRow,
    SupervisedRow,
)
from gridapp.reports.tables import Cell, Heading, Table


def indicator_table(report: PeriodReport) -> Table:
    """The indicators with both their numbers, and what they were before."""
    words = wording.WORDS[report.period.kind]
    year_before = any(row.year_before is not None for row in report.indicators)
    names = (*wording.INDICATOR_HEADS, words.this, words.before)
    headings = tuple(map(Heading, (*names, "去年同期") if year_before else names))
    rows = tuple(_indicator_cells(row, year_before) for row in report.indicators)
    return Table(wording.INDICATORS_CAPTION, headings, rows, total=False)


def _indicator_cells(row: IndicatorRow, year_before: bool) -> tuple[Cell, ...]:
    name = wording.SHARES[row.code]
    then = (row.before, row.year_before) if year_before else (row.before,)
    shares = ("" if one is None else one for one in then)
    return (name, row.numerator, row.denominator, row.ratio, *shares)


def flow_table(report: PeriodReport) -> Table:
    """Table 1: the balance by line; with 补报 in columns of its own where there is any."""
    late = report.has_late
    headings = (
        Heading(wording.line_heading(report.level)),
        Heading(wording.CARRIED),
        _group(wording.ARRIVED, late=late),
        _group(wording.CONCLUDED, late=late),
        Heading(*wording.OPEN),
        Heading(wording.RESOLUTION),
    )
    rows = tuple(_flow_cells(row, late=late) for row in report.flow)
    return Table(wording.FLOW_CAPTION, headings, rows)


def _group(words: tuple[str, tuple[str, ...]], *, late: bool) -> Heading:
    name, parts = words
    return Heading(name, (*parts, wording.LATE) if late else parts)


def _flow_cells(row: FlowRow, *, late: bool) -> tuple[Cell, ...]:
    arrived = (row.arrived, row.reopened, *((row.late_arrived,) if late else ()))
    concluded = (row.concluded, row.resolved, *((row.late_concluded,) if late else ()))
    open_ones = (row.open, row.overdue)
    return (row.name, row.carried, *arrived, *concluded, *open_ones, row.resolution)


def category_table(report: PeriodReport) -> Table:
    """Table 2: screened and resolved of each category, by line."""
    names = (*(name for _, name in report.categories), wording.TOTAL)
    headings = (
        Heading(wording.line_heading(report.level)),
        *(Heading(name, wording.SCREENED_AND_RESOLVED) for name in names),
    )
    return Table(wording.CATEGORIES_CAPTION, headings, tuple(map(_category_cells, report.matrix)))


def _category_cells(row: CategoryRow) -> tuple[Cell, ...]:
    cells = (*row.cells, row.total)
    return (row.name, *(figure for cell in cells for figure in (cell.screened, cell.resolved)))


def coverage_table(report: PeriodReport) -> Table:
    """Table 3: how far the rounds have come, by line."""
    headings = (
        Heading(wording.line_heading(report.level)),
        *(Heading(text) for text in wording.COVERAGE_HEADS),
        Heading(wording.nil_report_heading(report.level)),
    )
    return Table(wording.COVERAGE_CAPTION, headings, tuple(map(_coverage_cells, report.coverage)))


def _coverage_cells(row: CoverageRow) -> tuple[Cell, ...]:
    found = row.coverage
    counts = (found.micro_grids, found.due, found.visited, found.absent)
    return (row.name, *counts, found.reached, found.nil_report)


def proxy_table(report: PeriodReport) -> Table:
    """Table 4: proxy handling by level."""
    headings = tuple(map(Heading, wording.PROXY_HEADS))
    return Table(wording.PROXIES_CAPTION, headings, tuple(map(_proxy_cells, report.proxies)))


def _proxy_cells(row: ProxyRow) -> tuple[Cell, ...]:
    return (row.name, row.agents, row.cases, row.done, row.rate)


TURNOUT = (4, 5)
"""Columns of table 5 that count: 批次, 人次."""


def reception_table(report: PeriodReport) -> Table:
    """Table 5: the receptions that were held, with 批 and 人次."""
    rows = tuple(map(_reception_cells, report.receptions))
    return Table(wording.RECEPTIONS_CAPTION, _texts(wording.RECEPTION_HEADS), rows)


def receptions_behind(report: PeriodReport, row: int) -> tuple[ReceptionRow, ...]:
    """The receptions that the numbers of a line of table 5 count: its own, or all of them."""
    *held, _total = report.receptions
    return tuple(held) if row == len(held) else (held[row],)


def reception_list(report: PeriodReport) -> Table:
    """The receptions behind table 5."""
    rows = tuple(map(_reception_cells, report.receptions[:-1]))
    caption, headings = wording.RECEPTIONS_LIST_CAPTION, _texts(wording.RECEPTION_HEADS)
    return Table(caption, headings, rows, total=False)


def _texts(heads: Sequence[tuple[str, int]]) -> tuple[Heading, ...]:
    return tuple(Heading(text, wide=wide) for text, wide in heads)


def _reception_cells(row: ReceptionRow) -> tuple[Cell, ...]:
    came = (row.turnout.groups, row.turnout.people)
    return (row.unit, row.day, row.leader, row.place, *came, row.field, row.result)


def prominent_table(report: PeriodReport) -> Table:
    """Table 6: the prominent cases, one by one."""
    rows = tuple(_prominent_cells(*numbered) for numbered in enumerate(report.prominent, 1))
    headings = _texts(wording.PROMINENT_HEADS)
    return Table(wording.PROMINENT_CAPTION, headings, rows, total=False)


def _prominent_cells(number: int, row: ProminentRow) -> tuple[Cell, ...]:
    case = (row.unit, row.brief, row.answerable, row.limit)
    return (str(number), *case, row.progress, row.supervision, row.struck_off)


def supervised_table(report: PeriodReport) -> Table:
    """Table 7: what is late or nearly so, and what was done about it."""
    rows = tuple(_supervised_cells(*numbered) for numbered in enumerate(report.supervised, 1))
    headings = _texts(wording.SUPERVISED_HEADS)
    return Table(wording.SUPERVISED_CAPTION, headings, rows, total=False)


def _supervised_cells(number: int, row: SupervisedRow) -> tuple[Cell, ...]:
    case = (row.unit, row.brief, row.answerable, row.limit)
    return (str(number), *case, row.standing, row.supervision)
