"""A table of a paper as heading and rows, ready to be shown or set in Excel or Word."""

from dataclasses import dataclass

from gridapp.domain.reports.metrics import Figure, Ratio

Cell = str | int | Ratio | Figure
"""A ``Figure`` is a number that opens the cases behind it."""


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
