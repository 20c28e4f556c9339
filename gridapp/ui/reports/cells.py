"""The cells of the report's tables as they are shown."""

from gridapp.domain.metrics import Figure, Ratio
from gridapp.reports.tables import Cell

Row = tuple[Cell, ...]
"""As ``gridapp.reports.tables.Table`` has it."""


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
