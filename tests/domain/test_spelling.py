"""A name is found as it is said; family names are read as family names."""

import pytest

from gridapp.domain.spelling import MOST, endings, in_name
from gridapp.host import pinyin
from gridapp.store.search import search_words


def ways(name: str) -> list[str]:
    return [" ".join(way) for way in in_name(name, pinyin.readings, pinyin.surnames())]


@pytest.mark.parametrize(
    ("name", "right", "also"),
    [
        ("单福", "shan fu", "dan fu"),
        ("曾强", "zeng qiang", "ceng qiang"),
        ("仇英", "qiu ying", "chou ying"),
        ("翟明", "zhai ming", "di ming"),
        ("解军", "xie jun", "jie jun"),
        ("查英", "zha ying", "cha ying"),
        ("区军", "ou jun", "qu jun"),
        ("朴英", "piao ying", "pu ying"),
        ("盖军", "ge jun", "gai jun"),
        ("任军", "ren jun", "ren jun"),
        ("单于明", "chan yu ming", "dan yu ming"),
        ("尉迟军", "yu chi jun", "wei chi jun"),
        ("吕军", "lv jun", "lyu jun"),
    ],
)
def test_a_family_name_is_read_as_one_first_and_found_by_its_other_readings(
    name: str, right: str, also: str
) -> None:
    assert ways(name)[0] == right
    assert also in ways(name)


def test_rare_characters_are_read_and_those_without_a_reading_are_passed_over() -> None:
    assert ways("王㛃")[0] == "wang jie"
    assert ways("王𠮷")[0] == "wang ji"
    assert ways("王\ue5e5明")[0] == "wang ming"
    assert ways("Tom") == []


def test_a_name_of_many_readings_keeps_the_nearest_to_the_usual_one() -> None:
    found = ways("盖大石乐行")
    assert len(found) == MOST
    assert found[0].startswith("ge da shi")
    assert len(set(found)) == MOST


def test_a_reading_is_typed_from_any_character_on_whole_or_by_initials() -> None:
    assert endings(("zhang", "san")) == {"zhangsan", "san", "zs", "s"}
    assert "huangyf" in endings(("huang", "yong", "fu"))


def test_no_reading_has_a_tone_and_no_character_stands_twice() -> None:
    text, _ = pinyin._parts()
    lines = [line.split("\t") for line in text.splitlines()]
    characters = "".join(some for _, some in lines)
    assert len(set(characters)) == len(characters) > 40_000
    readings = {one for some, _ in lines for one in some.split()}
    assert all(one.isascii() and one.isalpha() and one.islower() for one in readings)


def test_wide_letters_old_code_pages_and_dots_in_names_do_not_matter() -> None:
    assert search_words.pieces("阿·买提 Ｔｏｍ１２") == ["阿", "买", "提", "tom", "12"]
    assert search_words.pieces("\uf9e0") == search_words.pieces("易")
    assert search_words.pieces("\ue863\U00020bb7") == ["\ue863", "\U00020bb7"]


@pytest.mark.parametrize(
    "text", ["", "%", '"', "*", "^", "' OR 1", "a AND", "(", ")", "-", "{words}:"]
)
def test_nothing_that_is_typed_is_taken_for_the_language_of_the_index(text: str) -> None:
    asked = [search_words.for_name(text), search_words.for_text(text)]
    for question in asked:
        bare = question.replace(" AND ", " ").replace('"', "").replace("*", "")
        assert all(word.isalnum() for word in bare.split())
