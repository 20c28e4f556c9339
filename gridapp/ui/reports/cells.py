"""The rows of the report's tables as cells; the headings are those of the printed report."""

from gridapp.domain.metrics import Ratio
from gridapp.reports.periodic.model import CategoryRow, CoverageRow, Figure, FlowRow, ReceptionRow

Cell = str | int | Figure | Ratio
Row = tuple[Cell, ...]
"""A name and then numbers, in the order of ``gridapp.reports.tables``."""


def flow(row: FlowRow) -> Row:
    """Table 1."""
    return (
        row.name,
        row.carried,
        row.arrived,
        row.reopened,
        row.concluded,
        row.resolved,
        row.open,
        row.overdue,
        row.resolution,
    )


def categories(row: CategoryRow) -> Row:
    """Table 2."""
    pairs = ((cell.screened, cell.resolved) for cell in (*row.cells, row.total))
    return (row.name, *(figure for pair in pairs for figure in pair))


def coverage(row: CoverageRow) -> Row:
    """Table 3."""
    found = row.coverage
    counts = (found.micro_grids, found.due, found.visited, found.absent)
    return (row.name, *counts, found.reached, found.nil_report)


def reception(row: ReceptionRow) -> Row:
    """Table 4."""
    came = (row.turnout.groups, row.turnout.people)
    return (row.unit, row.day, row.leader, row.place, *came, row.field, row.result)


def text(cell: Cell) -> str:
    """As it is printed."""
    if isinstance(cell, Figure):
        return f"{cell.value:,}"
    if isinstance(cell, Ratio):
        return cell.percent
    return f"{cell:,}" if isinstance(cell, int) else cell


def is_nothing(cell: Cell) -> bool:
    """A zero, which is shown quietly."""
    return text(cell) == "0"
