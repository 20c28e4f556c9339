"""A text from WeChat becomes guesses, each with its words; what is not plain stays empty."""

from datetime import date

import pytest

from gridapp.contract.codes import CATEGORIES
from gridapp.domain.disputes.pasted_days import find_day
from gridapp.domain.disputes.pasting import read_pasted
from gridapp.domain.disputes.pasting_words import WORDS

TODAY = date(2026, 11, 22)
"""A Sunday."""

UNITS = ("永福镇", "坪岭村", "坪岭村1组", "曾村村")


def test_a_message_says_who_where_what_and_when() -> None:
    text = (
        "我是坪岭村1组的黄永福，昨天黄永福和李春兰因排水沟的事又吵起来了，"
        "水沟堵了没人管，电话138-0000-0003"
    )
    found = read_pasted(text, UNITS, TODAY)
    assert found.first == ("黄永福", "黄永福和李春兰")
    assert found.second is not None
    assert found.second.value == "李春兰"
    assert found.phone == ("13800000003", "138-0000-0003")
    assert found.unit == ("坪岭村1组", "坪岭村1组")
    assert found.category == ("0201", "排水、水沟")
    assert found.day == (date(2026, 11, 21), "昨天")
    assert found.text == text


def test_who_spoke_and_when_is_read_from_the_lines_above() -> None:
    text = "莫文海 2026年11月18日 15:32\n昨天工地又拖欠工资，找不到包工头\n韦国平 15:40\n收到"
    found = read_pasted(text, UNITS, TODAY)
    assert found.first == ("莫文海", "莫文海 2026年11月18日 15:32")
    assert found.day == (date(2026, 11, 17), "昨天"), "the day before it was written"
    assert found.category is not None
    assert found.category.value == "0701"
    spoken = read_pasted("覃秀英：\n分家的事想请村里调解", UNITS, TODAY)
    assert spoken.first == ("覃秀英", "覃秀英：")


def test_names_stand_for_themselves_or_stay_empty() -> None:
    for text, name in (
        ("我叫王建军，住曾村村", "王建军"),
        ("反映人：欧阳明 13800000000", "欧阳明"),
        ("大家好，今晚停水", None),
        ("请村里和镇里来人看看", None),
    ):
        found = read_pasted(text, UNITS, TODAY)
        assert (found.first and found.first.value) == name, text
        assert found.second is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("今早吵架", date(2026, 11, 22)),
        ("大前天", date(2026, 11, 19)),
        ("三天前打的", date(2026, 11, 19)),
        ("上周五晚上", date(2026, 11, 13)),
        ("周五晚上", date(2026, 11, 20)),
        ("这个星期一", date(2026, 11, 16)),
        ("11月20日下午", date(2026, 11, 20)),
        ("12月20日", date(2025, 12, 20)),
        ("2026/11/3", date(2026, 11, 3)),
        ("上个月20号", date(2026, 10, 20)),
        ("25号来过", date(2026, 10, 25)),
        ("住在25号楼", None),
        ("2月30日", None),
        ("没有说", None),
    ],
)
def test_days_are_found_as_people_name_them(said: str, day: date | None) -> None:
    found = find_day(said, TODAY)
    assert (found and found.value) == day


def test_every_category_of_the_words_is_one_that_can_be_chosen() -> None:
    leaves = {code for _, below in CATEGORIES.values() for code in below}
    assert set(WORDS) <= leaves


def test_an_empty_text_says_nothing() -> None:
    assert read_pasted(" \n ", UNITS, TODAY) == ("", *[None] * 6)
