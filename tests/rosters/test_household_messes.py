"""Households come out whole, however the sheet says who lives together."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gridapp.rosters.proposal import Roster, RosterFault
from gridapp.rosters.reading import read_roster
from tests.rosters.making import ADULT, CHILD, OTHER, WIFE, Merge, Rows, one_sheet, xlsx

LONG = ["户号", "姓名", "与户主关系", "身份证号码"]
THREE = [["1", "张伟民", "户主", ADULT], ["", "李秀", "妻", WIFE], ["2", "王强", "户主", OTHER]]
TWO_AND_ONE = [["张伟民", "李秀"], ["王强"]]


def names(roster: Roster) -> list[list[str]]:
    return [[member.name for member in household.members] for household in roster.households]


CASES: dict[str, tuple[Rows, list[list[str]]]] = {
    "blank number is as above": ([LONG, *THREE], TWO_AND_ONE),
    "number on each row": (
        [LONG, THREE[0], ["1", *THREE[1][1:]], THREE[2]],
        TWO_AND_ONE,
    ),
    "members of a number stand apart": (
        [LONG, THREE[0], THREE[2], ["1", *THREE[1][1:]]],
        TWO_AND_ONE,
    ),
    "numbers start anew": (
        [LONG, *THREE, ["1", "赵一丁", "户主", ""], ["1", "钱二", "妻", ""]],
        [*TWO_AND_ONE, ["赵一丁", "钱二"]],
    ),
    "number counts persons": (
        [LONG, THREE[0], ["2", *THREE[1][1:]], ["3", *THREE[2][1:]]],
        TWO_AND_ONE,
    ),
    "serial starts anew in each household": (
        [
            ["序号", *LONG[1:]],
            THREE[0],
            ["2", *THREE[1][1:]],
            ["1", *THREE[2][1:]],
            ["2", "赵一", "妻", ""],
        ],
        [["张伟民", "李秀"], ["王强", "赵一"]],
    ),
    "only relations": ([LONG[1:], *(row[1:] for row in THREE)], TWO_AND_ONE),
    "only a mark for heads": (
        [["姓名", "是否户主"], ["张伟民", "是"], ["李秀", "否"], ["王强", "是"]],
        TWO_AND_ONE,
    ),
    "only household sizes": (
        [
            ["家庭人口", "姓名", "身份证号"],
            [2, "张伟民", ADULT],
            ["", "李秀", WIFE],
            [1, "王强", OTHER],
        ],
        TWO_AND_ONE,
    ),
    "only addresses": (
        [
            ["姓名", "身份证号", "住址"],
            *[[r[1], r[3], f"一屯{i // 2}号"] for i, r in enumerate(THREE)],
        ],
        TWO_AND_ONE,
    ),
    "two heads of one name, one after the other": (
        [
            ["户主姓名", "姓名", "与户主关系"],
            *[
                ["张伟民", name, relation]
                for name, relation in (
                    ("张伟民", "户主"),
                    ("李秀", "妻"),
                    ("张伟民", "户主"),
                    ("王秀", "妻"),
                )
            ],
        ],
        [["张伟民", "李秀"], ["张伟民", "王秀"]],
    ),
    "the list of others beside the head": (
        [
            ["户主姓名", "家庭成员姓名", "与户主关系"],
            ["张伟民", "李秀", "妻"],
            ["", "张小", "子"],
            ["王强", "", ""],
        ],
        [["张伟民", "李秀", "张小"], ["王强"]],
    ),
    "heads only": (
        [["序号", "组", "户主姓名", "家庭人口"], [1, "一组", "张伟民", 4], [2, "一组", "王强", 3]],
        [["张伟民"], ["王强"]],
    ),
    "members side by side": (
        [
            [
                "序号",
                "户主姓名",
                "身份证号",
                "成员姓名",
                "关系",
                "身份证号",
                "成员姓名",
                "关系",
                "身份证号",
            ],
            [1, "张伟民", ADULT, "李秀", "妻", WIFE, "张小", "长子", CHILD],
            [2, "王强", OTHER, "", "", "", "", "", ""],
        ],
        [["张伟民", "李秀", "张小"], ["王强"]],
    ),
    "numbered members, field by field": (
        [
            [
                "户主",
                "户主身份证号",
                "成员1姓名",
                "成员2姓名",
                "成员1关系",
                "成员2关系",
                "成员1身份证号",
            ],
            ["张伟民", ADULT, "李秀", "张小", "妻", "长子", WIFE],
        ],
        [["张伟民", "李秀", "张小"]],
    ),
    "a column for each kin": (
        [
            ["户号", "户主姓名", "配偶", "长子"],
            ["1", "张伟民", "李秀", "张小"],
            ["2", "王强", "", ""],
        ],
        [["张伟民", "李秀", "张小"], ["王强"]],
    ),
    "names listed in one cell": (
        [["户号", "户主姓名", "户主身份证号", "家庭成员"], ["1", "张伟民", ADULT, "李秀、张小"]],
        [["张伟民", "李秀", "张小"]],
    ),
    "the table printed twice beside itself": (
        [
            ["序号", *LONG[1:], "序号", *LONG[1:]],
            [*THREE[0], *THREE[2]],
            ["2", *THREE[1][1:], "2", "赵一", "妻", ""],
        ],
        [["张伟民", "李秀"], ["王强", "赵一"]],
    ),
    "columns in another order": (
        [LONG[::-1], *(row[::-1] for row in THREE)],
        TWO_AND_ONE,
    ),
    "the heading again on each page": (
        [LONG, THREE[0], LONG, THREE[1], LONG, THREE[2]],
        TWO_AND_ONE,
    ),
    "blanks, breaks and width in the headings": (
        [["户　号", "姓 名", "与 户 主\n关 系", "公民身份\n号码（１８位）"], *THREE],
        TWO_AND_ONE,
    ),
    "rows that are no persons": (
        [
            ["坪岭村花名册"],
            ["填报单位：坪岭村委会", "", "填报日期：2026年10月8日"],
            LONG,
            ["甲", "乙", "丙", "丁"],
            [1, 2, 3, 4],
            ["必填", "与身份证一致", "见代码表", "18位"],
            ["示例", "张三", "户主", "110101199001011234"],
            ["", "李四", "妻", "11010119900101XXXX"],
            *THREE[:2],
            ["小计", 2, "", ""],
            ["", "本户合计2人", "", ""],
            ["注：以下为迁入户", "", "", ""],
            THREE[2],
            ["合计", "", "", 3],
            ["", "共2户3人", "", ""],
            ["填表人：赵六", "", "审核人：钱七", ""],
            ["村委会（盖章）", "", "", ""],
        ],
        TWO_AND_ONE,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_households_are_those_that_a_person_would_read(case: str, tmp_path: Path) -> None:
    rows, expected = CASES[case]
    assert names(read_roster(one_sheet(tmp_path, rows))) == expected


MERGED: dict[str, tuple[Rows, list[Merge]]] = {
    "one line": (
        [["户号", "姓名", "身份证号"], *[[row[0], row[1], row[3]] for row in THREE]],
        [(1, 0, 2, 0)],
    ),
    "two lines": (
        [
            ["序号", "户主信息", "", "家庭成员", "", "备注"],
            ["", "户主姓名", "住址", "姓名", "身份证号", ""],
            [1, "张伟民", "一屯", "张伟民", ADULT, ""],
            ["", "", "", "李秀", WIFE, ""],
            [2, "王强", "二屯", "王强", OTHER, ""],
        ],
        [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4), (0, 5, 1, 5), (2, 0, 3, 0), (2, 1, 3, 1)],
    ),
    "three lines": (
        [
            ["户籍信息", "", "", "人员信息", "", "", ""],
            ["户号", "地址", "", "姓名", "证件", "", "关系"],
            ["", "村", "组", "", "类型", "号码", ""],
            ["1", "坪岭村", "一组", "张伟民", "身份证", ADULT, "户主"],
            ["", "", "", "李秀", "身份证", WIFE, "妻"],
            ["2", "坪岭村", "一组", "王强", "身份证", OTHER, "户主"],
        ],
        [(0, 0, 0, 2), (0, 3, 0, 6), (1, 1, 1, 2), (1, 4, 1, 5)],
    ),
}


@pytest.mark.parametrize("case", MERGED)
def test_merged_headings_and_household_cells_are_spread(case: str, tmp_path: Path) -> None:
    rows, merges = MERGED[case]
    roster = read_roster(one_sheet(tmp_path, rows, merges))
    assert names(roster) == TWO_AND_ONE
    assert [m.citizen_number for h in roster.households for m in h.members] == [ADULT, WIFE, OTHER]


def test_lists_of_heads_and_codes_beside_the_roster_add_nobody(tmp_path: Path) -> None:
    roster = read_roster(
        xlsx(
            tmp_path / "book.xlsx",
            {
                "汇总": [["组别", "户数", "人口"], ["一组", 2, 3]],
                "户主名单": [["序号", "户主姓名", "人口数"], [1, "张伟民", 2], [2, "王强", 1]],
                "明细": [
                    [*LONG, "", "关系代码", "名称"],
                    [*THREE[0], "", "02", "户主"],
                    [*THREE[1], "", "12", "妻"],
                    [*THREE[2], "", "11", "夫"],
                    ["", "", "", "", "", "22", "长子"],
                ],
                "代码": [["代码", "名称"], ["02", "户主"]],
            },
        )
    )
    assert names(roster) == TWO_AND_ONE
    assert [sheet.heading_row for sheet in roster.sheets] == [0, 1, 1, 0]


def test_a_group_is_known_from_column_section_title_or_sheet_name(tmp_path: Path) -> None:
    by_section = [
        ["坪岭村花名册"],
        ["第一村民小组"],
        LONG[1:],
        *[row[1:] for row in THREE[:2]],
        ["第二村民小组"],
        LONG[1:],
        THREE[2][1:],
        ["三组"],
        ["赵一丁", "户主", ""],
    ]
    roster = read_roster(one_sheet(tmp_path, by_section))
    assert [(h.village, h.group) for h in roster.households] == [
        ("坪岭村", "1组"),
        ("坪岭村", "2组"),
        ("坪岭村", "3组"),
    ]
    by_sheet = {"第十二村民小组": [LONG, *THREE], "2组": [LONG, THREE[0]]}
    roster = read_roster(xlsx(tmp_path / "sheets.xlsx", by_sheet))
    assert [household.group for household in roster.households] == ["12组", "12组", "2组"]
    by_column: Rows = [["组", *LONG], [1, *THREE[0]], ["", *THREE[1]], ["第３组", *THREE[2]]]
    roster = read_roster(one_sheet(tmp_path, by_column))
    assert [household.group for household in roster.households] == ["1组", "3组"]


def test_a_number_counts_within_its_village_and_group(tmp_path: Path) -> None:
    rows: Rows = [
        ["村", "组", *LONG],
        ["坪岭村", "1", *THREE[0]],
        ["百寿村", "1", "1", "王强", "户主", OTHER],
        ["百寿村", "2", "1", "赵一丁", "户主", ""],
    ]
    roster = read_roster(one_sheet(tmp_path, rows))
    assert names(roster) == [["张伟民"], ["王强"], ["赵一丁"]]


def test_a_copy_of_all_groups_beside_their_sheets_adds_nobody(tmp_path: Path) -> None:
    sheets = {"总表": [LONG, *THREE], "一组": [LONG, *THREE[:2]], "二组": [LONG, THREE[2]]}
    roster = read_roster(xlsx(tmp_path / "book.xlsx", sheets))
    assert names(roster) == TWO_AND_ONE
    assert roster.faults == ()


def test_people_whose_numbers_are_masked_are_people_still(tmp_path: Path) -> None:
    rows: Rows = [LONG, ["1", "张伟民", "户主", "450326********4955"], ["", "李秀", "妻", ""]]
    assert names(read_roster(one_sheet(tmp_path, rows))) == [["张伟民", "李秀"]]


def test_a_second_head_under_one_number_is_a_fault(tmp_path: Path) -> None:
    rows: Rows = [LONG, THREE[0], ["1", "王强", "户主", OTHER]]
    roster = read_roster(one_sheet(tmp_path, rows))
    assert [(f.row, f.code) for f in roster.faults] == [(3, RosterFault.TWO_HEADS)]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    sizes=st.lists(st.integers(1, 6), min_size=1, max_size=12),
    repeated=st.lists(st.booleans(), min_size=60, max_size=60),
)
def test_any_mix_of_blank_and_repeated_numbers_keeps_every_household(
    sizes: list[int], repeated: list[bool], tmp_path: Path
) -> None:
    rows: list[str] = ["户号,姓名,与户主关系"]
    for household, size in enumerate(sizes, 1):
        for place in range(size):
            number = household if place == 0 or repeated[len(rows) % 60] else ""
            rows.append(f"{number},张伟民,{'户主' if place == 0 else '子'}")
    path = tmp_path / "roster.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    assert [len(household.members) for household in read_roster(path).households] == sizes
