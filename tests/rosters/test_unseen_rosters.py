"""Rosters of other counties and offices, unlike those that are known, are read as a person would.

Each is small; what it must yield was worked out by hand: per household its group, number and
address, per person the name, relation, last digits of the number, day of birth, phone and state.
"""

from datetime import date
from pathlib import Path

import pytest

from gridapp.rosters.proposal import ProposedMember, Roster
from gridapp.rosters.reading import read_roster
from tests.rosters.making import Merge, Rows, number, one_sheet, xls, xlsx

WEI, LIU, JUN, HUANG, MO = (
    number("19740301", 451),
    number("19770102", 24),
    number("20010708", 117),
    number("19500505", 33),
    number("19520606", 44),
)
"""韦大明 and his wife 刘小梅 and son 韦军; 黄永福 and his wife 莫秀英."""

PHONE, OTHER_PHONE = "13800000001", "13900000002"
W = f"韦大明 02 {WEI[-4:]} 1974-03-01"
L = f"刘小梅 12 {LIU[-4:]} 1977-01-02"
J = f"韦军 22 {JUN[-4:]} 2001-07-08"
H = f"黄永福 02 {HUANG[-4:]} 1950-05-05"
M = f"莫秀英 12 {MO[-4:]} 1952-06-06"


def told(roster: Roster) -> list[list[str]]:
    """Each household as [group|number|address, person, person, …]."""
    return [
        [f"{h.group}|{h.number}|{h.address}", *(_person(member) for member in h.members)]
        for h in roster.households
    ]


def _person(m: ProposedMember) -> str:
    known = [m.name, m.relation, m.citizen_number[-4:], str(m.born_on or ""), m.phone]
    state = "" if m.residence == "present" else m.residence
    return " ".join(part for part in [*known, state] if part)


def flagged(roster: Roster) -> list[tuple[int, str]]:
    return [(fault.row, fault.code.name) for fault in roster.faults]


COLLECTIVE: Rows = [
    ["××县坪岭村股份经济合作社成员名册", *[""] * 10],
    ["编制单位（盖章）：坪岭村民委员会", *[""] * 8, "编制日期：2026年3月1日", ""],
    [
        "序号",
        "户 编 号",
        "户 主\n姓 名",
        "成 员 信 息",
        "",
        "",
        "",
        "",
        "股权",
        "联系\n电话",
        "签名",
    ],
    [
        "",
        "",
        "",
        "姓  名",
        "性 别",
        "与户主\n关  系",
        "公民身份号码",
        "出生\n日期",
        "股份数",
        "",
        "",
    ],
    [1, "PL01", "韦大明", "韦大明", "男", "户主", WEI, date(1974, 3, 1), 1, 13800000001, ""],
    ["", "", "", "刘小梅", "女", "妻子", LIU, "1977.1.2", 1, "", ""],
    ["", "", "", "韦 军", "男", "大儿子", JUN, "2001年07月08日", 1, "", ""],
    [2, "PL02", "黄永福", "黄永福", "男", "本人", HUANG, 19500505, 1, "13800000001/8512345", ""],
    ["", "", "", "莫秀英", "女", "之妻", MO, 19151, 0, "", ""],
    ["合 计", "2户", "", "5人", "", "", "", "", 4, "", ""],
    ["填表人：赵一", "", "", "审核人：钱二", *[""] * 4, "日期：2026.3.1", "", ""],
]
COLLECTIVE_MERGES: list[Merge] = [
    (0, 0, 0, 10),
    *[(2, column, 3, column) for column in (0, 1, 2, 9, 10)],
    (2, 3, 2, 7),
    *[(4, column, 6, column) for column in (0, 1, 2)],
    *[(7, column, 8, column) for column in (0, 1, 2)],
]


def test_a_register_of_a_collective_with_two_lines_of_headings(tmp_path: Path) -> None:
    roster = read_roster(one_sheet(tmp_path, COLLECTIVE, COLLECTIVE_MERGES))
    assert told(roster) == [
        ["|PL01|", f"{W} {PHONE}", L, J],
        ["|PL02|", f"{H} {PHONE}、8512345", M],
    ]
    assert {household.village for household in roster.households} == {"坪岭村"}
    assert flagged(roster) == []


def test_an_epidemic_list_with_a_household_in_a_row(tmp_path: Path) -> None:
    member = ["姓名", "关系", "身份证号"]
    rows: Rows = [
        ["坪岭村三组疫情防控摸排登记表"],
        ["序号", "户主", "", "", "成员一", "", "", "成员二", "", "", "现住址", "是否外出"],
        ["", "姓名", "身份证号", "电话", *member, *member, "", ""],
        [1, "韦大明", WEI, PHONE, "刘小梅", "妻", LIU, "韦军", "长子", JUN, "坪岭1号", "否"],
        [2, "黄永福", HUANG, "", "莫秀英", "妻", MO, "", "", "", "坪岭2号", "是"],
    ]
    merges = [
        (1, 0, 2, 0),
        (1, 1, 1, 3),
        (1, 4, 1, 6),
        (1, 7, 1, 9),
        (1, 10, 2, 10),
        (1, 11, 2, 11),
    ]
    assert [part[:3] for part in told(read_roster(one_sheet(tmp_path, rows, merges)))] == [
        ["3组||坪岭1号", f"{W} {PHONE}", L],
        ["3组||坪岭2号", f"{H} away", M],
    ]


def test_an_export_of_the_police_in_codes(tmp_path: Path) -> None:
    rows = [
        "户号,户类型,姓名,曾用名,性别代码,民族代码,公民身份号码,出生日期,与户主关系代码,住址,人员状态,变动原因",
        f"000123,家庭户,韦大明,,1,08,{WEI},19740301,02,坪岭5号,正常,",
        f"000123,家庭户,刘小梅,刘梅,2,01,{LIU},19770102,12,坪岭5号,注销,死亡",
        f"000124,家庭户,黄永福,,1,01,{HUANG},19500505,02,坪岭6号,正常,迁入",
    ]
    path = tmp_path / "export.csv"
    quoted = ["\t".join(f'"{cell}"' for cell in row.split(",")) for row in rows]
    path.write_bytes("\r\n".join(quoted).encode("gb18030"))
    roster = read_roster(path)
    assert told(roster) == [["|000123|坪岭5号", W, f"{L} dead"], ["|000124|坪岭6号", H]]
    assert "刘梅" not in repr(roster)


def test_a_list_of_the_insured_names_heads_only(tmp_path: Path) -> None:
    rows: Rows = [
        ["2026年城乡居民基本医疗保险参保缴费名册"],
        [
            "序号",
            "村组名称",
            "参保人",
            "证件类型",
            "证件号码",
            "参保身份",
            "户主",
            "户主证件号码",
            "金额",
        ],
        [1, "坪岭村1组", "韦大明", "居民身份证", WEI, "普通", "韦大明", WEI, 400],
        [2, "坪岭村1组", "刘小梅", "居民身份证", LIU, "普通", "韦大明", WEI, 400],
        [3, "坪岭村第二村民小组", "黄永福", "居民身份证", HUANG, "普通", "黄永福", HUANG, 400],
        ["", "", "合计", "", "", "", "", "", 1200],
    ]
    roster = read_roster(one_sheet(tmp_path, rows))
    assert told(roster) == [["1组||", W, L.replace(" 12", "")], ["2组||", H]]
    assert {household.village for household in roster.households} == {"坪岭村"}


LISTS = {
    "names with relations in brackets": ("刘小梅（妻）、韦军（长子）", "黄永福，莫秀英（妻）"),
    "relations before names": ("妻：刘小梅；长子：韦军", "妻：莫秀英"),
    "one a line, relations joined to names": ("妻刘小梅\n长子韦军", "妻莫秀英"),
    "numbered, with blanks": ("1.刘 小 梅 妻 2.韦 军 长子".replace(" 2", "；2"), "1、莫秀英 妻"),
}


@pytest.mark.parametrize("case", LISTS)
def test_all_others_of_a_household_in_one_cell(case: str, tmp_path: Path) -> None:
    first, second = LISTS[case]
    rows: Rows = [
        ["村小组", "户主", "身份证", "人口", "家庭成员（姓名、关系）", "电话", "住址"],
        ["1组", "韦大明", WEI, 3, first, PHONE, "坪岭1号"],
        ["1组", "黄永福", HUANG, 2, second, "", "坪岭2号"],
        ["2组", "覃有福", "", 1, "", "", ""],
    ]
    assert told(read_roster(one_sheet(tmp_path, rows))) == [
        ["1组||坪岭1号", f"{W} {PHONE}", "刘小梅 12", "韦军 22"],
        ["1组||坪岭2号", H, "莫秀英 12"],
        ["2组||", "覃有福 02"],
    ]


def test_people_with_their_numbers_in_one_cell_and_cells_of_several_lines(tmp_path: Path) -> None:
    in_one: Rows = [
        ["户主", "身份证号", "家庭成员"],
        ["韦大明", WEI, f"刘小梅 妻 {LIU}；韦军 长子{JUN}"],
        ["黄永福", HUANG, f"莫秀英，女，妻，{MO}，{OTHER_PHONE}"],
    ]
    assert told(read_roster(one_sheet(tmp_path, in_one))) == [
        ["||", W, L, J],
        ["||", H, f"{M} {OTHER_PHONE}"],
    ]
    lines: Rows = [
        ["户号", "户主", "家庭成员", "与户主关系", "身份证号码"],
        ["1", "韦大明", "韦大明\n刘小梅\n韦军", "户主\n妻\n长子", f"{WEI}\n{LIU}\n{JUN}"],
        ["2", "黄永福", "黄永福\n莫秀英", "户主\n妻", f"{HUANG}\n{MO}"],
    ]
    assert told(read_roster(one_sheet(tmp_path, lines))) == [["|1|", W, L, J], ["|2|", H, M]]


def test_a_register_of_cards_one_a_household(tmp_path: Path) -> None:
    heading = ["姓名", "与户主关系", "性别", "身份证号", "出生日期", "备注"]
    rows: Rows = [
        ["坪岭村一组户籍底册"],
        ["户号：001", "", "户主：韦大明", "", "住址：坪岭1号", f"电话：{PHONE}"],
        heading,
        ["韦大明", "户主", "男", WEI, "一九七四年三月一日", ""],
        ["刘小梅", "妻", "女", LIU, "", "2026年外出务工"],
        [""],
        ["户号：", "002", "户主：黄永福", "", f"身份证号：{HUANG}", "住址：坪岭2号"],
        heading,
        ["莫秀英", "妻", "女", MO, "", ""],
    ]
    assert told(read_roster(one_sheet(tmp_path, rows))) == [
        ["1组|001|坪岭1号", f"{W} {PHONE}", f"{L} away"],
        ["1组|002|坪岭2号", H, M],
    ]


def test_a_sheet_a_group_beside_instructions_codes_and_a_summary(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "填表说明": [["填表说明"], ["1. 姓名：按身份证填写"], ["2. 与户主关系：见代码表"]],
        "汇总表": [["人口汇总表"], ["组别", "户数", "人口", "备注"], ["一组", 1, 2, ""]],
        "一组": [["身份证号", "姓 名", "与户主关系", "户号"], [WEI, "韦大明", "户主", "1"]],
        "二组": [["户号", "与户主关系", "姓名", "身份证号"], ["1", "户主", "黄永福", HUANG]],
        "代码": [["关系代码", "关系名称"], ["02", "户主"], ["12", "妻"]],
        "Sheet7": [],
    }
    sheets["二组"].append(["", "妻", "莫秀英", MO])
    roster = read_roster(xls(tmp_path / "book.xls", sheets))
    assert told(roster) == [["1组|1|", W], ["2组|1|", H, M]]


def test_headings_that_nobody_knows_are_read_by_their_cells(tmp_path: Path) -> None:
    rows: Rows = [
        ["户序", "何许人", "系何关系人", "证", "联络", "男/女", "家住何处", "缴费档次"],
        ["1", "韦大明", "户主", WEI, PHONE, "男", "坪岭1号", 100],
        ["1", "刘小梅", "妻", LIU, "", "女", "坪岭1号", 100],
        ["2", "黄永福", "户主", HUANG, OTHER_PHONE, "男", "坪岭2号", 200],
    ]
    roster = read_roster(one_sheet(tmp_path, rows))
    assert told(roster) == [
        ["|1|坪岭1号", f"{W} {PHONE}", L],
        ["|2|坪岭2号", f"{H} {OTHER_PHONE}"],
    ]
    sure = {c.heading: c.confidence for c in roster.sheets[0].columns if c.field}
    assert sure["何许人"] == sure["证"] == 0.6
    assert [column.heading for column in roster.ignored] == ["缴费档次"]


def test_a_list_without_any_heading(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = [
        f"1组,韦大明,户主,男,{WEI},{PHONE}",
        f"1组,刘小梅,妻,女,{LIU},",
        f"2组,黄永福,户主,男,{HUANG},",
    ]
    path.write_text("\n".join(rows), encoding="utf-8-sig")
    roster = read_roster(path)
    assert told(roster) == [["1组||", f"{W} {PHONE}", L], ["2组||", H]]
    assert roster.sheets[0].columns[0].heading == "第1列"


def test_days_in_three_columns_and_a_column_for_each_state(tmp_path: Path) -> None:
    rows: Rows = [
        ["户号", "姓名", "关系", "出生日期", "", "", "是否外出", "是否死亡", "是否迁出"],
        ["", "", "", "年", "月", "日", "", "", ""],
        ["1", "韦大明", "户主", 1974, 3, 1, "否", "是", "否"],
        ["1", "刘小梅", "妻", 1977, 1, 2, "是", "否", "否"],
        ["1", "韦军", "长子", "2001", "07", "08", "否", "否", "是"],
    ]
    merges = [(0, column, 1, column) for column in (0, 1, 2, 6, 7, 8)] + [(0, 3, 0, 5)]
    assert told(read_roster(one_sheet(tmp_path, rows, merges))) == [
        [
            "|1|",
            "韦大明 02 1974-03-01 dead",
            "刘小梅 12 1977-01-02 away",
            "韦军 22 2001-07-08 moved",
        ]
    ]


def test_a_page_of_hamlets_saved_as_xls(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return "<tr>" + "".join(f"<td>{cell}" for cell in cells)

    page = (
        '<meta http-equiv=Content-Type content="text/html; charset=gb2312"><table>'
        + row("组别", "户数", "人数")
        + row("一组", "2", "3")
        + "</table><table><tr><td colspan=5>坪岭村村民名册</td></tr>"
        + row("姓&nbsp;&nbsp;名", "与户主<br>关系", "公民身份号码", "住&nbsp;址", "备注")
        + "<tr><td colspan=5>一、坪岭屯</td></tr>"
        + row("韦大明", "户主", WEI, "坪岭1号", "")
        + row("刘小梅", "妻", LIU, "", "")
        + row("二、大岭屯", "", "", "", "")
        + row("黄永福（已故）", "户主", HUANG, "大岭2号", "")
        + row("大岭屯小计：1户1人", "", "", "", "")
        + "</table>"
    )
    path = tmp_path / "roster.xls"
    path.write_bytes(page.encode("gb18030"))
    assert told(read_roster(path)) == [["坪岭屯||坪岭1号", W, L], ["大岭屯||大岭2号", f"{H} dead"]]


def test_ticks_mark_the_heads_and_phones_are_written_freely(tmp_path: Path) -> None:
    rows: Rows = [
        ["组 别", "户主", "姓   名", "身份证号", "出生年月日", "电话（手机）"],
        ["第一\n村民小组", "√", "韦大明★", WEI, "1974年3月1日生", "138 0000 0001"],
        ["", "", "刘小梅", LIU, "2/1/1977", "13800000001;13900000002"],
        ["", "√", "黄永福", HUANG, "1950.5", "（0773）8512345"],
        ["第二\n村民小组", "√", "莫秀英", MO, "1952-06-06 00:00:00", "0773—8512345"],
    ]
    roster = read_roster(one_sheet(tmp_path, rows, [(1, 0, 3, 0)]))
    assert told(roster) == [
        ["1组||", f"{W} {PHONE}", f"{L} {PHONE}、{OTHER_PHONE}".replace(" 12", "")],
        ["1组||", f"{H} 07738512345"],
        ["2组||", f"{M} 07738512345".replace(" 12", " 02")],
    ]
    assert flagged(roster) == [(3, "BIRTHDAY_UNREADABLE")]


def test_codes_of_households_and_persons_tell_who_lives_together(tmp_path: Path) -> None:
    rows: Rows = [
        ["编号", "姓名", "身份证"],
        ["1-1", "韦大明", WEI],
        ["1-2", "刘小梅", LIU],
        ["2-1", "黄永福", HUANG],
        ["2-2", "莫秀英", MO],
    ]
    roster = read_roster(one_sheet(tmp_path, rows))
    assert [(h.number, len(h.members)) for h in roster.households] == [("1", 2), ("2", 2)]


def test_comments_formulas_and_numbers_of_any_kind(tmp_path: Path) -> None:
    rows: Rows = [
        ["户号", "姓名", "与户主关系", "性别", "出生日期", "身份证号码", "手机号"],
        [101.0, "韦大明", 2.0, 1.0, 27089.0, f" {WEI[:6]} {WEI[6:14]} {WEI[14:]} ", 13800000001.0],
        [101.0, "刘小梅", 12.0, 2.0, 28127.0, LIU.translate(_WIDE), "１３９００００００２"],
        [102.0, "黄永福", "02", 1, 18388, float(HUANG), ""],
    ]
    path = xlsx(tmp_path / "book.xlsx", {"表": rows})
    roster = read_roster(path)
    assert [person[:9] for household in told(roster) for person in household[1:]] == [
        f"{name} {code} {end}"[:9]
        for name, code, end in (
            ("韦大明", "02", WEI[-4:]),
            ("刘小梅", "12", LIU[-4:]),
            ("黄永福", "02", "0000"),
        )
    ]
    assert roster.households[0].members[1].phone == "1390000002"
    assert flagged(roster) == [(3, "PHONE_DOUBTFUL"), (4, "LOST_DIGITS")]


_WIDE = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789X"}


def test_rows_without_a_relation_are_the_heads_where_nobody_is_called_so(tmp_path: Path) -> None:
    rows: Rows = [
        ["姓名", "关系", "身份证", "备注"],
        ["韦大明", "", WEI, ""],
        ["刘小梅", "妻", LIU, ""],
        ["黄永福", "", HUANG, "已病故"],
        ["莫秀英", "妻", MO, ""],
        ["村民小组长签字：韦国平", "", "", ""],
    ]
    assert told(read_roster(one_sheet(tmp_path, rows))) == [["||", W, L], ["||", f"{H} dead", M]]


def test_rooms_of_a_building_are_households(tmp_path: Path) -> None:
    rows: Rows = [
        ["住户信息", "", "", "人员信息", "", "", "", ""],
        ["楼栋", "单元", "房号", "姓名", "与业主关系", "身份证号码", "手机", "居住状况"],
        ["1", "1", "101", "韦大明", "业主", WEI, PHONE, "自住"],
        ["1", "1", "101", "刘小梅", "妻", LIU, "", "自住"],
        ["1", "1", "102", "黄永福", "租户", HUANG, "", "租住"],
    ]
    merges = [(0, 0, 0, 2), (0, 3, 0, 7)]
    roster = read_roster(one_sheet(tmp_path, rows, merges))
    assert told(roster) == [
        ["|1-1-101|1-1-101", f"{W} {PHONE}", L],
        ["|1-1-102|1-1-102", H.replace(" 02", " 98")],
    ]


def test_a_sheet_of_cadres_adds_nobody_and_one_of_those_who_left_says_so(tmp_path: Path) -> None:
    heading = ["户号", "姓名", "关系", "身份证"]
    sheets: dict[str, Rows] = {
        "花名册": [heading, ["1", "韦大明", "户主", WEI], ["1", "刘小梅", "妻", LIU]],
        "村干部通讯录": [["序号", "姓名", "职务", "电话"], [1, "韦国平", "村主任", PHONE]],
        "迁出人员": [heading, ["2", "黄永福", "户主", HUANG]],
    }
    roster = read_roster(xlsx(tmp_path / "book.xlsx", sheets))
    assert told(roster) == [["|1|", W, L], ["|2|", f"{H} moved"]]


def test_an_empty_house_has_nobody(tmp_path: Path) -> None:
    rows: Rows = [
        ["户号", "户主", "成员", "关系", "证件号"],
        ["1", "韦大明", "韦大明", "户主", WEI],
        ["2", "空户", "", "", ""],
        ["3", "黄永福", "黄永福", "户主", HUANG],
    ]
    assert told(read_roster(one_sheet(tmp_path, rows))) == [["|1|", W], ["|3|", H]]
