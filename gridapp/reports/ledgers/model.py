"""A ledger about to be written: its head, its columns, its rows as they come."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gridapp.reports.ledgers.cells import Row
from gridapp.reports.ledgers.columns import Column, Cover, Sort

Tell = Callable[[int, int], None]
"""Told how many of how many rows are done; raises to stop the work."""


@dataclass(frozen=True)
class Ledger:
    """What is written. ``portions`` can be read once; ``count`` is how many rows they hold.
    ``whole``: numbers and names stand in full, and ``marks`` say on each page by whom and why.
    """

    title: str
    unit: str
    period: str
    made_on: date
    columns: Sequence[Column]
    headings: Sequence[str]
    portions: Iterator[list[Row]]
    count: int
    whole: bool = False
    marks: tuple[str, ...] = ()

    @property
    def sorts(self) -> tuple[Sort, ...]:
        """The type of each column's cells; a covered birthday is no day any more."""
        return tuple(
            Sort.TEXT if column.cover is Cover.BIRTHDAY and not self.whole else column.sort
            for column in self.columns
        )
