"""The part of an address that sets a household apart."""

import pytest

from gridapp.ui.screening.addresses import without_shared_start


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        (["苏桥社区居委会1组12号", "苏桥社区居委会1组13号"], ["1组12号", "1组13号"]),
        (["坪岭1组1号", "坪岭1组10号"], ["1组1号", "1组10号"]),
        (["坪岭一组三号", "坪岭二组三号"], ["一组三号", "二组三号"]),
        (["大塘屯东头", "大塘屯西头"], ["东头", "西头"]),
        (["坪岭1组1号", "苏桥1组1号"], ["坪岭1组1号", "苏桥1组1号"]),
        (["坪岭", "坪岭1号"], ["坪岭", "坪岭1号"]),
        (["坪岭1组1号"], ["1组1号"]),
        (["", ""], ["", ""]),
        ([], []),
    ],
)
def test_what_all_share_is_dropped_but_no_number_is_cut(whole: list[str], short: list[str]) -> None:
    assert without_shared_start(whole) == short
