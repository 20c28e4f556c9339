"""A ledger about to be written: its head, its columns, its rows as they come."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gridapp.reports.documents.making import Stamp
from gridapp.reports.ledgers.cells import Portion
from gridapp.reports.ledgers.columns import Column, Cover, Sort

Tell = Callable[[int, int], None]
"""Told how many of how many rows are done; raises to stop the work."""


@dataclass(frozen=True)
class Ledger:
    """What is written. ``portions`` can be read once; ``count`` is how many rows they hold. With a
    purpose in the ``stamp`` numbers and names stand in full, and each page says by whom and why.
    """

    title: str
    unit: str
    period: str
    made_on: date
    columns: Sequence[Column]
    headings: Sequence[str]
    portions: Iterator[Portion]
    count: int
    stamp: Stamp

    @property
    def whole(self) -> bool:
        """Whether nothing is covered."""
        return bool(self.stamp.purpose)

    @property
    def marks(self) -> tuple[str, ...]:
        """The lines at the foot of each page."""
        return self.stamp.marks

    @property
    def sorts(self) -> tuple[Sort, ...]:
        """The type of each column's cells; a covered birthday is no day any more."""
        return tuple(
            Sort.TEXT if column.cover is Cover.BIRTHDAY and not self.whole else column.sort
            for column in self.columns
        )
