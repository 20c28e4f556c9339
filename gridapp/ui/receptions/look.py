"""What the receptions of a period look like, asked in one go."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gridapp.domain.receptions.receptions import Turnout
from gridapp.store.receptions.receptions import ReceptionLine
from gridapp.usecases.desk import Desk
from gridapp.usecases.receptions import duty_rosters, receptions
from gridapp.usecases.reports import weekly


@dataclass(frozen=True)
class Period:
    """A year, or with ``month`` from 1 to 12 one month of it."""

    year: int
    month: int = 0

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        if not self.month:
            return date(self.year, 1, 1), date(self.year, 12, 31)
        last = monthrange(self.year, self.month)[1]
        return date(self.year, self.month, 1), date(self.year, self.month, last)

    @property
    def title(self) -> str:
        """As it is printed."""
        return f"{self.year}年{self.month}月" if self.month else f"{self.year}年"


@dataclass(frozen=True)
class Look:
    """``units``: where receptions can be held; ``case_ids``: what the receptions turned into;
    ``second``: what a second plan has added.
    """

    units: dict[UUID, str]
    lines: tuple[ReceptionLine, ...]
    turnout: Turnout
    case_ids: tuple[UUID, ...]
    estimated: bool = False
    """The official calendar of the year is not known yet."""
    second: tuple[UUID, ...] = ()


def look(desk: Desk, period: Period, unit_id: UUID | None) -> Look:
    """The receptions of a unit, or of all units, in a period."""
    lines = receptions.between(desk, *period.days, unit_id)
    with_cases = [line.id for line in lines if line.cases]
    return Look(
        units={unit.id: unit.name for unit in weekly.units(desk)},
        lines=lines,
        turnout=receptions.turnout(lines),
        case_ids=tuple(case.id for case in receptions.cases(desk, with_cases)),
        estimated=duty_rosters.is_estimated(desk, period.year),
        second=receptions.second_plan(desk, unit_id),
    )
