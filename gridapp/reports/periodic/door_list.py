"""The list behind table 3: the households due in the rounds of a period. Pure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gridapp.contract.grids import Level
from gridapp.reports.excel_sheets import Links, first_row
from gridapp.reports.periodic import wording
from gridapp.reports.periodic.model import Part, PeriodReport
from gridapp.reports.tables import Heading, Table

_REACHED, _ABSENT, _NOT_CALLED = range(3)
_WORDS = ("已走访", "不在家", "未走访")
DUE_COLUMN = 2
"""Of table 3; those reached and those found empty stand beside it."""


class ListedHousehold(NamedTuple):
    """A household that is due; nobody is named."""

    grid: str
    number: str
    address: str
    called: bool
    reached: bool

    @property
    def state(self) -> int:
        """In which order it is listed."""
        if self.reached:
            return _REACHED
        return _ABSENT if self.called else _NOT_CALLED


Households = Sequence[Sequence[ListedHousehold]]
"""For each line of table 3, but for the total, those that are due in walking order."""


def door_list(report: PeriodReport, households: Households) -> tuple[Table, Links]:
    """By line those reached, those found empty, those not called on; and what each number opens."""
    apart = report.level != Level.VILLAGE  # the lines of a village are its micro-grids
    heads = wording.DOOR_HEADS if apart else wording.DOOR_HEADS[1:]
    headings = (
        Heading(wording.line_heading(report.level), wide=6),
        *(Heading(name, wide=wide) for name, wide in heads),
    )
    rows = tuple(
        (line.name, *((one.grid,) if apart else ()), one.number, one.address, _WORDS[one.state])
        for line, some in zip(report.coverage, households, strict=False)
        for one in sorted(some, key=lambda one: one.state)
    )
    table = Table(wording.DOORS_CAPTION, headings, rows, total=False)
    above, last = first_row(table) + 1, len(report.coverage) - 1
    links: dict[tuple[int, int], str] = {}
    for line, column, row in _starts(households):
        target = f"internal:'{wording.LIST_SHEETS[Part.COVERAGE]}'!A{above + row}"
        links[line, column] = target
        links.setdefault((last, column), target)
    return table, links


def _starts(households: Households) -> Iterator[tuple[int, int, int]]:
    """(Line, column of table 3, first row of the list) of each number that is not 0."""
    row = 0
    for line, some in enumerate(households):
        states = Counter(one.state for one in some)
        if some:
            yield line, DUE_COLUMN, row
        if states[_REACHED]:
            yield line, DUE_COLUMN + 1, row
        if states[_ABSENT]:
            yield line, DUE_COLUMN + 2, row + states[_REACHED]
        row += len(some)
