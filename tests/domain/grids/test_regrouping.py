"""What a plan of a regrouping comes to, before anything is done."""

from datetime import date
from uuid import UUID

from gridapp.domain.grids.grids import Size
from gridapp.domain.grids.regrouping import Fate, Grid, Home, Plan, RegroupFault, preview

FIRST, SECOND = UUID(int=1), UUID(int=2)
DAY, TODAY = date(2026, 11, 1), date(2026, 11, 22)
GRIDS = [Grid(FIRST, "甲", None, banded=True), Grid(SECOND, "乙", date(2026, 10, 1), banded=True)]


def homes(settled: date | None = None) -> list[Home]:
    """Sixteen in the first grid, fifteen in the second; three people and no case in each."""
    return [Home(UUID(int=10 + n), FIRST if n < 16 else SECOND, 3, 0, settled) for n in range(31)]


def test_sizes_are_told_as_they_will_be() -> None:
    plan = Plan("grid.moved", "", DAY, {SECOND: [UUID(int=10), UUID(int=11)]})
    seen = preview(plan, GRIDS, homes(), TODAY)
    assert (seen.households, seen.people, seen.faults) == (2, 6, ())
    assert [(g.before, g.after, g.size, g.fate) for g in seen.grids] == [
        (16, 14, Size.SMALL, Fate.STAYS),
        (15, 17, Size.FITTING, Fate.STAYS),
    ]


def test_a_household_that_has_gone_since_the_plan_was_made_is_left_out() -> None:
    plan = Plan("grid.moved", "", DAY, {SECOND: [UUID(int=10), UUID(int=99)]})
    assert preview(plan, GRIDS, homes(), TODAY).households == 1
    only_gone = Plan("grid.moved", "", DAY, {SECOND: [UUID(int=99)]})
    assert preview(only_gone, GRIDS, homes(), TODAY).faults == (RegroupFault.NOTHING_MOVES,)


def test_all_that_stands_against_a_day_is_told_at_once() -> None:
    plan = Plan("grid.moved", "", date(2026, 9, 1), {SECOND: [UUID(int=10)]})
    assert preview(plan, GRIDS, homes(settled=DAY), TODAY).faults == (
        RegroupFault.BEFORE_GRID,
        RegroupFault.BEFORE_LAST_MOVE,
    )
