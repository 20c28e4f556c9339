"""The households behind a number of table 3 (排查覆盖), as they stand."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from gridapp.reports.periodic.model import PeriodReport
from gridapp.store.reports import covering
from gridapp.store.reports.covering import DueHousehold
from gridapp.usecases.desk import Desk
from gridapp.usecases.reports.report_area import area


class Reach(StrEnum):
    """How far the rounds of the period have come with a household."""

    REACHED = "reached"
    ABSENT = "absent"
    """Called on, and only found empty."""
    NOT_CALLED = "not_called"


@dataclass(frozen=True)
class HouseholdBehind:
    """A household that a number counts."""

    id: UUID
    unit_name: str
    number: str
    address: str
    reach: Reach


_COUNTED: dict[int, Callable[[Reach], bool]] = {
    2: lambda _reach: True,
    3: lambda reach: reach == Reach.REACHED,
    4: lambda reach: reach == Reach.ABSENT,
}

COLUMNS = frozenset(_COUNTED)
"""Columns of ``reports.periodic.tables.coverage_table`` that count households: due, reached,
absent.
"""


def households(desk: Desk, report: PeriodReport, row: int, column: int) -> list[HouseholdBehind]:
    """Those that the number in this row and column of table 3 counts, in walking order."""
    period, lines = report.period, [one.line_id for one in report.coverage]
    with desk.store.session() as session:
        at = area(session, report.unit_id)
        ran = covering.rounds_between(session, period.first, period.last)
        names = {unit.id: unit.name for unit in at.tree}
        found = [
            home
            for some, units in at.walked(ran).items()
            for home in covering.households(
                session,
                [unit for unit in units if _is_on(row, at.line_of[unit], lines)],
                some,
                period.last,
            )
        ]
    return [
        HouseholdBehind(one.id, names.get(one.unit_id, ""), one.number, one.address, _reach(one))
        for one in found
        if _COUNTED[column](_reach(one))
    ]


def _is_on(row: int, line: UUID, lines: list[UUID | None]) -> bool:
    """The last row is the total; one without a line has what is on no other."""
    if row == len(lines) - 1:
        return True
    return lines[row] == line if lines[row] is not None else line not in lines


def _reach(one: DueHousehold) -> Reach:
    if one.reached:
        return Reach.REACHED
    return Reach.ABSENT if one.called else Reach.NOT_CALLED
