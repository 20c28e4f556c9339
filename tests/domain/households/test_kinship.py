"""When another becomes the head, every relation is told anew or left open; families worked out."""

from datetime import date
from uuid import UUID

import pytest

from gridapp.contract.codes import RELATIONS
from gridapp.domain.households.kinship import Relative, under_new_head, under_other_head

COARSE = {"01", "02", "10", "40", "49", "50", "60", "70", "79"}
"""The head, and codes that say less than the sex does."""


def family(*people: str) -> list[Relative]:
    """``name relation sex year``; the name may hold no blank, sex and year may be missing."""
    found = []
    for number, text in enumerate(people):
        _name, relation, *rest = text.split()
        sex = rest[0] if rest else "0"
        born = date(int(rest[1]), 1, 1) if len(rest) > 1 else None
        found.append(Relative(UUID(int=number), relation, sex, born))
    return found


def told(people: list[Relative], head: int) -> list[str]:
    """The relations in the order of the people, ``?`` behind what is not sure."""
    found = under_new_head(people, UUID(int=head))
    return [found[one.id].relation + ("" if found[one.id].sure else "?") for one in people]


def test_three_generations_under_their_only_son() -> None:
    people = family(
        "爷 02 1 1950",
        "奶 12 2 1952",
        "子 22 1 1975",
        "媳 38 2 1977",
        "孙 41 1 2000",
        "孙女 42 2 2003",
    )
    assert told(people, 2) == ["51", "52", "02", "12", "20", "30"]


def test_three_generations_under_the_daughter_in_law() -> None:
    people = family("爷 02 1", "奶 12 2", "子 21 1", "媳 38 2", "孙 41 1")
    assert told(people, 3) == ["53", "54", "11", "02", "20"]


def test_three_generations_under_the_grandson() -> None:
    people = family("爷 02 1", "奶 12 2", "子 21 1", "媳 38 2", "孙 41 1 2000", "孙女 42 2 2003")
    assert told(people, 4) == ["61", "62", "51", "52", "02", "77"]


def test_the_wife_keeps_the_children_as_they_are_and_gets_parents_in_law() -> None:
    people = family(
        "夫 02 1", "妻 12 2", "长子 22 1", "次女 33 2", "婿 28 1", "父 51 1", "岳母 56 2"
    )
    assert told(people, 1) == ["11", "02", "22", "33", "28", "53", "52"]


def test_brothers_are_older_or_younger_by_their_birthdays() -> None:
    people = family("父 02 1", "长子 22 1 1970", "次子 23 1 1974", "三女 34 2 1978")
    assert told(people, 2) == ["51", "71", "02", "77"]
    people = family("父 02 1", "长子 22 1", "次子 23 1")
    assert told(people, 2) == ["51", "70", "02"]


def test_whose_wife_and_whose_child_is_left_open_where_there_are_two_sons() -> None:
    people = family(
        "父 02 1", "长子 22 1 1970", "次子 23 1 1974", "媳 38 2", "孙 41 1", "外孙 43 1"
    )
    assert told(people, 1) == ["51", "02", "73", "?", "?", "95"]


def test_two_grandchildren_whose_father_is_not_in_the_household_are_brothers_or_cousins() -> None:
    people = family("爷 02 1", "奶 12 2", "孙 41 1 2000", "孙 41 1 2002")
    assert told(people, 2) == ["61", "62", "02", "?"]


def test_uncles_and_aunts_by_the_side_of_father_and_mother() -> None:
    fathers = family(
        "父 02 1", "子 21 1", "兄 71 1", "弟 73 1", "弟媳 74 2", "姐 75 2", "妹夫 78 1"
    )
    assert told(fathers, 1) == ["51", "02", "81", "83", "84", "90", "89"]
    mothers = family("母 02 2", "女 31 2", "兄 71 1", "嫂 72 2", "妹 77 2", "姐夫 76 1")
    assert told(mothers, 1) == ["52", "02", "85", "86", "88", "87"]


def test_the_father_as_head_sees_a_wife_a_child_and_grandchildren() -> None:
    people = family("子 02 1", "妻 12 2", "女 31 2", "父 51 1", "母 52 2", "弟 73 1", "祖母 62 2")
    assert told(people, 3) == ["20", "38", "42", "02", "12", "20", "52"]


def test_the_wifes_father_sees_his_daughter_and_her_children_as_of_the_other_line() -> None:
    people = family("婿 02 1", "妻 12 2", "子 21 1", "岳父 55 1", "岳母 56 2")
    assert told(people, 3) == ["28", "30", "43", "02", "12"]


def test_brother_and_sister_keep_their_order() -> None:
    people = family("户主 02 1", "兄 71 1", "嫂 72 2", "弟 73 1", "侄子 93 1")
    assert told(people, 1) == ["73", "02", "12", "73", "?"]


def test_adoption_is_kept_and_whose_parent_the_spouse_is_stays_open() -> None:
    people = family("父 02 1", "妻 12 2", "养子 27 1")
    assert told(people, 2) == ["57", "?", "02"]


def test_strangers_stay_strangers_and_other_kin_is_checked_by_a_person() -> None:
    people = family("户主 02 1", "子 20 1", "租户 98 1", "亲戚 97 1", "空  1")
    assert told(people, 1)[2:4] == ["98", "97?"]
    assert told(people, 2) == ["98", "98", "02", "98", "98"]


def test_kin_without_a_code_of_its_own_is_other_kin() -> None:
    people = family("夫 02 1", "妻 12 2", "弟 73 1", "伯父 81 1")
    assert told(people, 1) == ["11", "02", "97", "97"]


def test_a_household_whose_head_is_gone_still_tells_who_belongs_together() -> None:
    people = family("妻 12 2", "长子 22 1 1980", "长女 32 2 1982")
    assert told(people, 0) == ["02", "22", "32"]


def test_a_household_comes_under_the_head_of_another_as_its_head_is_related_to_that_one() -> None:
    people = family("父 02 1", "母 12 2", "弟 23 1 1990", "祖母 52 2")
    head = Relative(UUID(int=99), "02", "1", date(1985, 1, 1))
    found = under_other_head(people, "51", head)
    assert [found[one.id].relation for one in people] == ["51", "52", "73", "62"]
    found = under_other_head(people, "93", head)
    assert [found[one.id].sure for one in people] == [True, True, True, False]
    assert found[people[2].id].relation == "97"


@pytest.mark.parametrize("code", sorted(set(RELATIONS) - COARSE))
def test_what_is_told_surely_there_and_back_is_what_it_was(code: str) -> None:
    """Two become head, one after the other; only the order of birth is lost on the way."""
    people = family(
        "甲 02 1 1970", f"乙 {code} {sex_of(code)} 1960", "丙 21 1 1995", "丁 12 2 1972"
    )
    there = under_new_head(people, UUID(int=1))
    turned = [Relative(one.id, there[one.id].relation, one.sex, one.born_on) for one in people]
    back = under_new_head(turned, UUID(int=0))
    for one in people:
        if there[one.id].sure and back[one.id].sure and there[one.id].relation != "97":
            assert unnumbered(back[one.id].relation) == unnumbered(one.relation)


def unnumbered(code: str) -> str:
    first = {"2": "20", "3": "30"}.get(code[0], "") if code[1] in "1234569" else ""
    return first or code


def sex_of(code: str) -> str:
    women = "12 34 42 44 45 48 52 54 56 58 62 64 67 72 74 75 77 82 84 86 88 90 94 96"
    return "2" if code in women.split() or "30" <= code <= "39" else "1"
