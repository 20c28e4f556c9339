"""Who may stand in the rosters twice, and who surely does not."""

from uuid import UUID

import pytest

from gridapp.domain.households.duplicates import Likeness, Record, folded, pairs

GOOD, OTHER, OLD = "450326197502080051", "450326198005010022", "450326750208005"


def one(number: int, name: str, **known: str) -> Record:
    facts = {"citizen_number": "", "born_on": "", "phone": "", "address": ""} | known
    return Record(UUID(int=number).bytes, name, **facts)


def sound(name: str) -> str:
    """Enough of it for these names."""
    return " ".join(
        {"芬": "fen", "芳": "fang", "方": "fang", "王": "wang"}[letter] for letter in name
    )


def found(*records: Record) -> list[str]:
    return [pair.likeness for pair in pairs(records, sound)]


@pytest.mark.parametrize(
    ("left", "right", "likeness"),
    [
        ({"citizen_number": GOOD}, {"citizen_number": GOOD}, [Likeness.NUMBER]),
        ({"citizen_number": GOOD}, {"citizen_number": OLD}, [Likeness.NUMBER]),
        ({"citizen_number": GOOD}, {"citizen_number": OTHER}, []),
        ({"born_on": "1975-02-08"}, {"born_on": "1975-02-08"}, [Likeness.NAME_AND_BIRTH]),
        ({"born_on": "1975-02-08"}, {"born_on": "1976-02-08"}, []),
        ({"phone": "13800000001"}, {"phone": "13800000001"}, [Likeness.SOUND]),
        ({"address": "1组1号"}, {"address": "1组1号"}, [Likeness.SOUND]),
        ({"address": "1组1号"}, {"address": "1组2号"}, []),
        ({}, {}, []),
    ],
)
def test_what_two_of_one_name_have_in_common(
    left: dict[str, str], right: dict[str, str], likeness: list[Likeness]
) -> None:
    assert found(one(1, "王芳", **left), one(2, "王芳", **right)) == likeness


def test_one_number_is_enough_and_another_name_of_the_same_sound_needs_more() -> None:
    number = {"citizen_number": GOOD}
    assert found(one(1, "王芳", **number), one(2, "王芬", **number)) == [Likeness.NUMBER]
    born = {"born_on": "1975-02-08"}
    assert found(one(1, "王芳", **born), one(2, "王方", **born)) == [Likeness.SOUND]
    assert found(one(1, "王芳", **born), one(2, "王芬", **born)) == []


def test_two_good_numbers_that_differ_are_two_people_whatever_else_is_alike() -> None:
    alike = {"born_on": "1975-02-08", "phone": "13800000001"}
    left = one(1, "王芳", citizen_number=GOOD, **alike)
    assert found(left, one(2, "王芳", citizen_number=OTHER, **alike)) == []
    assert found(left, one(2, "王芳", citizen_number="45032619", **alike)) == [
        Likeness.NAME_AND_BIRTH
    ]


def test_the_surest_come_first_each_pair_once_and_those_known_to_be_two_not_at_all() -> None:
    records = [
        one(1, "王芳", born_on="1975-02-08", phone="13800000001"),
        one(2, "王芳", born_on="1975-02-08", phone="13800000001"),
        one(3, "王芬", citizen_number=GOOD),
        one(4, "王芬", citizen_number=GOOD),
    ]
    assert [(pair.first.int, pair.second.int) for pair in pairs(records, sound)] == [(3, 4), (1, 2)]
    apart = [frozenset((UUID(int=3), UUID(int=4)))]
    assert [pair.first.int for pair in pairs(records, sound, apart)] == [1]


def test_names_are_heard_as_where_nobody_tells_zh_from_z_nor_ang_from_an() -> None:
    assert folded(("zhang", "shan", "cheng")) == "zan san cen"
    assert folded(("chen", "ming", "hong")) == "cen min hong"
