"""Forming micro-grids: nobody is left out, order is kept, the band is respected."""

from hypothesis import given
from hypothesis import strategies as st

from gridapp.domain.grids import grids
from gridapp.domain.grids.grids import Tally


@given(st.integers(0, 2000))
def test_an_even_split_keeps_every_household_in_walking_order(count: int) -> None:
    walk = list(range(count))
    parts = grids.split_evenly(walk)
    assert [household for part in parts for household in part] == walk


@given(st.integers(1, 2000))
def test_an_even_split_makes_the_fewest_parts_of_at_most_20_that_differ_by_one(count: int) -> None:
    sizes = [len(part) for part in grids.split_evenly(range(count))]
    assert max(sizes) <= 20
    assert len(sizes) == (count + 19) // 20
    assert max(sizes) - min(sizes) <= 1


def test_groups_come_in_the_order_of_their_number_and_a_large_one_is_split() -> None:
    walk = [("10组", n) for n in range(3)] + [("2组", n) for n in range(30)] + [("", 99)]
    formed = [(group, len(part)) for group, part in grids.by_group(walk)]
    assert formed == [("2组", 15), ("2组", 15), ("10组", 3), ("", 1)]


def test_the_model_county_has_1985_units() -> None:
    levels = ["county"] + ["township"] * 9 + ["village"] * 99
    levels += ["micro"] * 1770 + ["dedicated"] * 106
    assert grids.tally(levels) == Tally(1, 9, 99, 1770, 106)
    assert grids.tally(levels).total == 1985


def test_a_village_is_called_by_its_own_name() -> None:
    names = ["龙泉社区居委会", "坪岭村委会", "东青村民委员会", "向阳社区", "村"]
    assert [grids.short_name(name) for name in names] == ["龙泉", "坪岭", "东青", "向阳", "村"]
