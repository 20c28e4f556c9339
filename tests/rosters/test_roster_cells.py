"""One cell is understood in every form that people type it, and doubted where it must be."""

from datetime import date, datetime
from pathlib import Path

import pytest

from gridapp.contract.households import Residence
from gridapp.rosters import cells, days, groups
from gridapp.rosters.headings import meaning_of
from gridapp.rosters.proposal import ProposedMember, Roster, RosterFault
from gridapp.rosters.reading import read_roster
from gridapp.rosters.states import State
from gridapp.rosters.vocabulary import Field
from tests.rosters.making import ADULT, CHILD, WIFE, Rows, one_sheet, xls

MARCH = date(1990, 3, 7)


@pytest.mark.parametrize(
    "cell",
    [
        MARCH,
        datetime(1990, 3, 7, 0, 0),
        "1990-03-07",
        "1990/3/7",
        "1990.3.7",
        "1990年3月7日",
        "19900307",
        19900307.0,
        32939.0,
        "１９９０－３－７",
        "1990-03-07 00:00:00",
    ],
)
def test_a_day_is_read_in_every_form(cell: str | float | date) -> None:
    assert days.birthday(cell) == (MARCH, True)


@pytest.mark.parametrize("cell", ["1990-13-07", "三月", "90-3-7x", "19901307"])
def test_a_text_that_is_no_day_is_doubted(cell: str) -> None:
    assert days.birthday(cell) == (None, False)


@pytest.mark.parametrize("cell", ["", "无", "1990年3月", "1990.03", "1990"])
def test_a_missing_day_is_not_doubted(cell: str) -> None:
    assert days.birthday(cell) == (None, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13812345678", ("13812345678", True)),
        ("138 1234 5678", ("13812345678", True)),
        ("138-1234-5678", ("13812345678", True)),
        ("+8613812345678", ("13812345678", True)),
        ("13812345678、13912345678", ("13812345678、13912345678", True)),
        ("13812345678/13912345678", ("13812345678、13912345678", True)),
        ("13812345678 13912345678", ("13812345678、13912345678", True)),
        ("本人:13812345678，妻:13912345678", ("13812345678、13912345678", True)),
        ("0773-8512345", ("07738512345", True)),
        ("8512345", ("8512345", True)),
        ("无", ("", True)),
        ("1381234567", ("1381234567", False)),
        ("12812345678", ("12812345678", False)),
        ("1.38E+10", ("1.38E+10", False)),
    ],
)
def test_phones_are_taken_apart_and_checked(text: str, expected: tuple[str, bool]) -> None:
    assert cells.phones(text) == expected


def test_the_states_of_rosters_are_those_of_members() -> None:
    assert {state.value for state in State} == {state.value for state in Residence}


@pytest.mark.parametrize(
    ("text", "heading", "expected"),
    [
        ("正常", "状态", Residence.PRESENT),
        ("外出务工", "状态", Residence.AWAY),
        ("不在家", "状态", Residence.AWAY),
        ("未外出", "状态", Residence.PRESENT),
        ("已迁出", "状态", Residence.MOVED),
        ("死亡", "状态", Residence.DEAD),
        ("已注销", "状态", Residence.DEAD),
        ("迁出或死亡", "状态", Residence.MOVED),
        ("是", "是否外出", Residence.AWAY),
        ("否", "是否外出", Residence.PRESENT),
        ("否", "是否在家", Residence.AWAY),
        ("天晴", "状态", None),
    ],
)
def test_a_state_is_read_with_its_heading(
    text: str, heading: str, expected: Residence | None
) -> None:
    assert cells.residence(text, heading) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一组",
        "1组",
        "１组",
        "01",
        "1",
        "第一村民小组",
        "第1村民小组",
        "坪岭村一组",
        "第 一 组",
        "1号小组",
    ],
)
def test_every_way_to_write_the_first_group_is_one_group(text: str) -> None:
    assert groups.canonical_group(text) == "1组"


def test_groups_keep_their_numbers_and_names() -> None:
    assert groups.canonical_group("第二十一村民小组") == "21组"
    assert groups.canonical_group("十组") == "10组"
    assert groups.canonical_group("一百零二组") == "102组"
    assert groups.canonical_group("大岭屯") == "大岭屯"


@pytest.mark.parametrize(
    ("title", "village"),
    [
        ("坪岭村农户家庭成员花名册", "坪岭村"),
        ("填报单位：坪岭村委会", "坪岭村"),
        ("永福县百寿镇坪岭村户籍花名册", "坪岭村"),
        ("朝阳社区居民花名册", "朝阳社区"),
        ("第一村民小组", ""),
        ("村民花名册", ""),
    ],
)
def test_a_title_names_its_village(title: str, village: str) -> None:
    assert groups.village_inside(title) == village


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("公民身份号码", Field.CITIZEN_NUMBER),
        ("证件号码（18位）", Field.CITIZEN_NUMBER),
        ("现住门(楼)详址", Field.ADDRESS),
        ("身份证住址", Field.ADDRESS),
        ("户主关系", Field.RELATION),
        ("家庭人口数", Field.SIZE),
        ("*手机号（必填）", Field.PHONE),
        ("户主联系电话", Field.PHONE),
        ("出生年月（阳历）", Field.BORN_ON),
        ("与戶主關係", Field.RELATION),
        ("务工地址", None),
        ("网格员电话", None),
        ("民族", None),
    ],
)
def test_a_heading_means_what_it_says(heading: str, field: Field | None) -> None:
    assert meaning_of(heading).field == field


def read_one(folder: Path, headings: list[str], *rows: list[object]) -> Roster:
    return read_roster(one_sheet(folder, [headings, *rows]))  # type: ignore[list-item]


def members(roster: Roster) -> list[ProposedMember]:
    return [member for household in roster.households for member in household.members]


def test_numbers_stored_as_numbers_are_flagged_and_kept(tmp_path: Path) -> None:
    rows: dict[str, Rows] = {
        "一组": [
            ["户号", "姓名", "与户主关系", "身份证号码", "电话"],
            [1.0, "张伟民", "户主", 450326197301213123.0, 13812345678.0],
            ["", "李秀", "妻", 110105491231002.0, ""],
            ["", "张小", "子", "4.50326E+17", ""],
        ]
    }
    roster = read_roster(xls(tmp_path / "old.xls", rows))
    head = members(roster)[0]
    assert (roster.households[0].number, head.phone) == ("1", "13812345678")
    assert head.citizen_number == "450326197301213000"
    assert [(f.row, f.column, f.code) for f in roster.faults] == [
        (2, "身份证号码", RosterFault.LOST_DIGITS),
        (3, "身份证号码", RosterFault.OLD_NUMBER),
        (4, "身份证号码", RosterFault.LOST_DIGITS),
    ]


def test_each_fault_of_a_person_stands_at_its_row_and_heading(tmp_path: Path) -> None:
    roster = read_one(
        tmp_path,
        ["户号", "姓名", "与户主\n关系", "性别", "身份证号", "出生日期", "电话", "状态"],
        ["1", "张伟民", "户主", "女", ADULT, "1967-03-14", "1381234", "正常"],
        ["", "李秀", "迁出或死亡", "？", WIFE[:-1] + "0", "不记得", "138123456789", "不明"],
        ["", "", "子", "男", CHILD, "", "", ""],
        ["", "赵一", "妻", "女", ADULT, "", "", ""],
    )
    assert {(f.row, f.column, f.code.name) for f in roster.faults} == {
        (2, "性别", "SEX_DIFFERS"),
        (2, "出生日期", "BIRTHDAY_DIFFERS"),
        (3, "与户主关系", "RELATION_UNKNOWN"),
        (3, "性别", "SEX_UNKNOWN"),
        (3, "身份证号", "CHECK_DIGIT"),
        (3, "出生日期", "BIRTHDAY_UNREADABLE"),
        (3, "电话", "PHONE_DOUBTFUL"),
        (3, "状态", "STATE_UNKNOWN"),
        (4, "姓名", "NAME_MISSING"),
        (5, "性别", "SEX_DIFFERS"),
        (5, "身份证号", "DUPLICATE_NUMBER"),
    }
    assert [member.residence for member in members(roster)] == ["present", "moved", "present"]


def test_names_lose_blanks_numbering_and_brackets_only(tmp_path: Path) -> None:
    roster = read_one(
        tmp_path,
        ["户号", "姓名", "与户主关系"],
        ["1", "于　国", "户主"],
        ["", "李 秀（已故）", "妻"],
        ["", "3、阿依古丽·买买提", "儿媳"],
        ["", "Anna Li", "女"],
        ["2", "王强（户主）", ""],
    )
    found = members(roster)
    assert [m.name for m in found] == ["于国", "李秀", "阿依古丽·买买提", "Anna Li", "王强"]
    assert found[1].residence == "dead"
    assert found[4].relation == "02"


def test_sex_and_birthday_come_from_a_good_number_when_no_column_tells(tmp_path: Path) -> None:
    roster = read_one(
        tmp_path,
        ["户号", "姓名", "与户主关系", "身份证号"],
        ["1", "张伟民", "户主", ADULT],
        ["", "李秀", "子女", WIFE],
    )
    man, woman = members(roster)
    assert (man.sex, man.born_on) == ("1", date(1967, 3, 13))
    assert (woman.sex, woman.born_on, woman.relation) == ("2", date(1959, 9, 22), "30")


def test_where_a_household_lives_is_taken_before_where_it_is_registered(tmp_path: Path) -> None:
    roster = read_one(
        tmp_path,
        ["户号", "户籍地址", "姓名", "与户主关系", "现居住地址", "备注"],
        ["1", "一屯1号", "张伟民", "户主", "县城2号", "常回村"],
        ["", "", "李秀", "妻", "", "常回村"],
        ["2", "二屯1号", "王强", "户主", "", "独居"],
    )
    assert [(h.address, h.note) for h in roster.households] == [
        ("县城2号", "常回村"),
        ("二屯1号", ""),
    ]
    assert members(roster)[2].note == "独居"
