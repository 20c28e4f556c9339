"""The tables of the weekly report as heading and rows, ready to be set in Excel or Word."""

from dataclasses import dataclass

from gridapp.domain.metrics import Ratio
from gridapp.reports import wording
from gridapp.reports.periodic.model import (
    CategoryRow,
    CoverageRow,
    FlowRow,
    PeriodReport,
    ReceptionRow,
)

Cell = str | int | Ratio


@dataclass(frozen=True)
class Heading:
    """A column, or with ``parts`` a group of columns under one heading.

    ``wide``: Chinese characters on a line of a column of text; 0 for a column of numbers.
    """

    text: str
    parts: tuple[str, ...] = ()
    wide: int = 0

    @property
    def width(self) -> int:
        """How many columns it spans."""
        return max(1, len(self.parts))


@dataclass(frozen=True)
class Table:
    """A table; the first column holds names, and with ``total`` the last row is the total."""

    caption: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: bool = True

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return sum(heading.width for heading in self.headings)

    @property
    def heading_rows(self) -> int:
        """Two when some columns are grouped."""
        return 2 if any(heading.parts for heading in self.headings) else 1

    @property
    def wide(self) -> tuple[int, ...]:
        """``Heading.wide`` of each column."""
        return tuple(heading.wide for heading in self.headings for _ in range(heading.width))

    def is_total(self, row: int) -> bool:
        """Whether this row is the total."""
        return self.total and row == len(self.rows) - 1


def flow_table(report: PeriodReport) -> Table:
    """Table 1: the balance by line."""
    headings = (
        Heading(wording.line_heading(report.level)),
        Heading(wording.CARRIED),
        Heading(*wording.ARRIVED),
        Heading(*wording.CONCLUDED),
        Heading(*wording.OPEN),
        Heading(wording.RESOLUTION),
    )
    return Table(wording.FLOW_CAPTION, headings, tuple(map(_flow_cells, report.flow)))


def _flow_cells(row: FlowRow) -> tuple[Cell, ...]:
    figures = (
        row.carried,
        row.arrived,
        row.reopened,
        row.concluded,
        row.resolved,
        row.open,
        row.overdue,
    )
    return (row.name, *(figure.value for figure in figures), row.resolution)


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
    figures = (figure for cell in cells for figure in (cell.screened, cell.resolved))
    return (row.name, *(figure.value for figure in figures))


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


def reception_table(report: PeriodReport) -> Table:
    """Table 4: the receptions that were held, with 批 and 人次."""
    headings = tuple(Heading(text, wide=wide) for text, wide in wording.RECEPTION_HEADS)
    return Table(
        wording.RECEPTIONS_CAPTION, headings, tuple(map(_reception_cells, report.receptions))
    )


def _reception_cells(row: ReceptionRow) -> tuple[Cell, ...]:
    came = (row.turnout.groups, row.turnout.people)
    return (row.unit, row.day, row.leader, row.place, *came, row.field, row.result)
