"""The national list: any county by its name, and everything in it."""

import pytest

from gridapp.host.divisions import Division, below, counties


def test_yongfu_is_found_with_the_way_to_it() -> None:
    assert counties("永福") == [Division("450326", "永福县", "广西壮族自治区 桂林市")]


def test_yongfu_has_9_townships_and_99_villages() -> None:
    inside = below("450326")
    townships = [place for place in inside if len(place.code) == 9]
    villages = [place for place in inside if len(place.code) == 12]
    assert (len(townships), len(villages)) == (9, 99)
    assert {place.path_name for place in townships} == {"永福县"}
    names = {place.code: place.name for place in townships}
    assert all(place.path_name == f"永福县 {names[place.code[:9]]}" for place in villages)


def test_one_name_in_several_provinces_gives_all_of_them() -> None:
    paths = {place.path_name for place in counties("城关")}
    assert paths == {"西藏自治区 拉萨市", "甘肃省 兰州市"}


def test_a_city_and_a_county_together_narrow_the_search() -> None:
    assert len(counties("桂林")) == 17
    assert [place.name for place in counties("桂林 永福")] == ["永福县"]


def test_levels_that_exist_only_in_the_numbering_are_not_shown() -> None:
    (dongcheng,) = counties("北京 东城")
    assert dongcheng == Division("110101", "东城区", "北京市")
    (xiantao,) = counties("仙桃")
    assert xiantao.path_name == "湖北省"


@pytest.mark.parametrize("nothing", ["", "  ", "没有这个县"])
def test_no_match_is_an_empty_list(nothing: str) -> None:
    assert counties(nothing) == []


def test_a_code_that_is_no_county_has_nothing_below() -> None:
    assert below("999999") == []
    with pytest.raises(ValueError, match="45"):
        below("45")
