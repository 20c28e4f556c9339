"""Money, days and ages as Chinese documents write them."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridapp.reports.documents import wording

YUAN = 100


@pytest.mark.parametrize(
    ("fen", "written"),
    [
        (0, "零元整"),
        (120_000, "壹仟贰佰元整"),
        (10 * YUAN, "壹拾元整"),
        (1_001 * YUAN, "壹仟零壹元整"),
        (10_010 * YUAN, "壹万零壹拾元整"),
        (100_100 * YUAN, "壹拾万零壹佰元整"),
        (919_730 * YUAN, "玖拾壹万玖仟柒佰叁拾元整"),
        (320_000_050 * YUAN, "叁亿贰仟万零伍拾元整"),
        (123_456, "壹仟贰佰叁拾肆元伍角陆分"),
        (60_050, "陆佰元伍角整"),
        (1_001, "壹拾元零壹分"),
        (50, "伍角整"),
        (5, "伍分"),
    ],
)
def test_money_in_capital_numerals(fen: int, written: str) -> None:
    assert wording.capital_money(fen) == written


_VALUES = {sign: value for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}
_UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def read_back(written: str) -> int:
    """What the numerals say, in fen; independent of how they were written."""
    whole, _, rest = written.rpartition("元")
    total = section = digit = 0
    for sign in whole:
        if sign in _VALUES:
            digit = _VALUES[sign]
        elif sign in _UNITS:
            section, digit = section + digit * _UNITS[sign], 0
        else:
            total, section, digit = (total + section + digit) * 10_000, 0, 0
            if sign == "亿" and "万" not in whole[whole.index("亿") :]:
                total *= 10_000
    fen = (total + section + digit) * YUAN
    for sign, unit in pairwise(rest):
        fen += _VALUES.get(sign, 0) * {"角": 10, "分": 1}.get(unit, 0)
    return fen


@given(st.integers(min_value=0, max_value=10**11 - 1))
def test_capital_numerals_say_the_very_sum(fen: int) -> None:
    written = wording.capital_money(fen)
    assert read_back(written) == fen
    assert "零零" not in written


def test_ages_and_days() -> None:
    born = date(1974, 3, 1)
    assert wording.age(born, date(2026, 2, 28)) == "51岁"
    assert wording.age(born, date(2026, 3, 1)) == "52岁"
    assert wording.day(date(2026, 1, 5)) == "2026年1月5日"
    assert wording.age(None, born) == wording.day(None) == wording.money(None) == ""
    assert wording.money(60_050) == "600.50元"
