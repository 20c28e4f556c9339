"""What clerks send: headings, layouts and cells that were once misread, each as small as can be.

What each must yield was worked out by hand, in the words of ``test_unseen_rosters.told``.
"""

from pathlib import Path

import pytest

from gridapp.rosters.reading import read_roster
from tests.rosters.making import Merge, Rows, one_sheet, xlsx
from tests.rosters.test_unseen_rosters import (
    HUANG,
    JUN,
    LIU,
    MO,
    OTHER_PHONE,
    PHONE,
    WEI,
    H,
    J,
    L,
    M,
    W,
    flagged,
    told,
)

HEADING = ["户号", "姓名", "与户主关系", "身份证号"]
WITH_GROUP = ["组", "户主", "姓名", "关系", "身份证", "住址", "电话"]
RELATION_CODES, ALL_OF_ONE = "与户主关系（1.户主 2.配偶 3.子）", "（姓名/关系/身份证号）"
OF_WEI: Rows = [HEADING[1:], ["韦大明", "户主", WEI]]
OF_HUANG: Rows = [HEADING[1:], ["黄永福", "户主", HUANG]]
CARD = ["姓名", "关系", "性别", "身份证号"]

CASES: dict[str, tuple[Rows, list[list[str]]]] = {
    "the family name in a column of its own": (
        [
            ["户编号", "姓", "名", "关系", "身份证号"],
            ["1", "韦", "大明", "户主", WEI],
            ["1", "刘", "小梅", "妻", LIU],
        ],
        [["|1|", W, L]],
    ),
    "title and heading again on each page": (
        [
            ["坪岭村3组人口花名册", "", "", "第1页"],
            ["户号", "姓 名", "与户主\n关系", "身份证号码"],
            ["1", "韦大明", "户主", WEI],
            ["本页小计", "1户", "1人", ""],
            ["坪岭村3组人口花名册", "", "", "第2页 共2页"],
            ["户号", "姓 名", "与户主\n关系", "身份证号码"],
            ["", "刘小梅", "妻", LIU],
            ["2", "黄永福", "户主", HUANG],
        ],
        [["3组|1|", W, L], ["3组|2|", H]],
    ),
    "blank rows between households, the head not first": (
        [
            ["姓名", "关系", "身份证号"],
            ["韦大明", "户主", WEI],
            ["刘小梅", "妻", LIU],
            [""],
            ["莫秀英", "妻", MO],
            ["黄永福", "户主", HUANG],
        ],
        [["||", W, L], ["||", M, H]],
    ),
    "blank rows alone part the households": (
        [["姓名", "身份证号"], ["韦大明", WEI], ["韦军", JUN], [""], ["黄永福", HUANG]],
        [["||", W.replace(" 02", ""), J.replace(" 22", "")], ["||", H.replace(" 02", "")]],
    ),
    "marks for as above": (
        [
            WITH_GROUP,
            ["1组", "韦大明", "韦大明", "户主", WEI, "坪岭1号", PHONE],
            ["同上", "同上", "刘小梅", "妻", LIU, "同上", "同上"],
            ["〃", "〃", "韦军", "长子", JUN, "〃", "—"],
            ["〃", "黄永福", "黄永福", "户主", HUANG, "坪岭2号", ""],
        ],
        [["1组||坪岭1号", f"{W} {PHONE}", f"{L} {PHONE}", J], ["1组||坪岭2号", H]],
    ),
    "a column to tick for each state and sex": (
        [
            ["户号", "姓名", "关系", "在家", "外出", "迁出", "死亡"],
            ["1", "韦大明", "户主", "√", "", "", ""],
            ["1", "刘小梅", "妻", "", "√", "", ""],
            ["1", "韦军", "长子", "", "", "2020年5月", ""],
            ["1", "韦小军", "次子", "×", "", "", "√"],
        ],
        [["|1|", "韦大明 02", "刘小梅 12 away", "韦军 22 moved", "韦小军 23 dead"]],
    ),
    "codes of the county's own in the headings": (
        [
            ["户号", "姓名", RELATION_CODES, "身份证号", "状态（1正常2外出3死亡4迁出）"],
            ["1", "韦大明", 1, WEI, 1],
            ["1", "刘小梅", 2, LIU, 2],
            ["1", "韦军", "03", JUN, 4],
        ],
        [["|1|", W, L.replace("12 ", "10 ", 1) + " away", J.replace("22 ", "20 ", 1) + " moved"]],
    ),
    "remarks in brackets name nobody": (
        [
            HEADING,
            ["1", "韦大明（五保户）", "户主（已故）", WEI],
            ["1", "刘小梅(曾用名刘梅)", "妻 外出", LIU],
        ],
        [["|1|", f"{W} dead", f"{L} away"]],
    ),
    "cards without colons": (
        [
            ["农户信息卡"],
            ["户主姓名", "韦大明", "性别", "男", "身份证号", WEI],
            ["联系电话", PHONE, "家庭人口", 2, "住址", "坪岭1号"],
            ["家庭成员"],
            CARD,
            ["刘小梅", "妻", "女", LIU],
            ["农户信息卡"],
            ["户主姓名", "黄永福", "性别", "男", "身份证号", HUANG],
            ["联系电话", "", "家庭人口", "", "住址", "坪岭2号"],
            ["家庭成员"],
            CARD,
            ["莫秀英", "妻", "女", MO],
        ],
        [["||坪岭1号", f"{W} {PHONE}", L], ["||坪岭2号", H, M]],
    ),
    "a cell for each member with all about them": (
        [
            ["户号", "户主姓名", "户主证件号", f"成员一\n{ALL_OF_ONE}", f"成员二{ALL_OF_ONE}"],
            ["1", "韦大明", WEI, f"刘小梅/妻/{LIU}", f"韦军/长子/{JUN}"],
            ["2", "黄永福", HUANG, f"莫秀英/妻/{MO}", ""],
        ],
        [["|1|", W, L, J], ["|2|", H, M]],
    ),
    "name and number in one cell": (
        [
            ["户号", "姓名及身份证号", "与户主关系", "电话"],
            ["1", f"韦大明 {WEI}", "户主", PHONE],
            ["1", f"刘小梅\n{LIU}", "妻", ""],
        ],
        [["|1|", f"{W} {PHONE}", L]],
    ),
    "sections that count their people or name their leader": (
        [
            ["坪岭村人口底册"],
            ["姓名", "关系", "身份证号"],
            ["一组 共1户2人"],
            ["韦大明", "户主", WEI],
            ["刘小梅", "妻", LIU],
            ["组别：二组  组长：韦国平  电话：13800000009"],
            ["黄永福", "户主", HUANG],
        ],
        [["1组||", W, L], ["2组||", H]],
    ),
    "a list of codes under the roster": (
        [HEADING, ["1", "韦大明", "户主", WEI], ["关系代码", "01", "02"], ["含义", "本人", "户主"]],
        [["|1|", W]],
    ),
    "the head asked for in words": (
        [
            ["姓名", "是否户主", "身份证号"],
            ["韦大明", "户主", WEI],
            ["韦军", "成员", JUN],
            ["黄永福", "户主", HUANG],
        ],
        [["||", W, J.replace(" 22", "")], ["||", H]],
    ),
    "kin of kin, and words around a number": (
        [
            ["户号", "户主及成员姓名", "与户主关系", "户主及成员身份证号"],
            ["1", "韦大明", "户主", f"身份证{WEI}"],
            ["1", "刘小梅", "长子之妻", f"{LIU}(旧)"],
            ["1", "韦军", "女儿的儿子", JUN],
        ],
        [["|1|", W, L.replace("12 ", "38 ", 1), J.replace("22 ", "43 ", 1)]],
    ),
    "only a name beside the others of the household": (
        [["户主", "其他成员"], ["韦大明", "大女儿韦福志"], ["黄永福", "妻莫秀"], ["覃有福", ""]],
        [["||", "韦大明 02", "韦福志 32"], ["||", "黄永福 02", "莫秀 12"], ["||", "覃有福 02"]],
    ),
    "days with a short year, and a note that is a state": (
        [
            ["户号", "姓名", "关系", "出生年月", "备注"],
            ["1", "韦大明", "户主", "74.3.1", "在广东务工"],
            ["1", "刘小梅", "妻", "770102", "嫁出"],
        ],
        [["|1|", "韦大明 02 1974-03-01 away", "刘小梅 12 1977-01-02 moved"]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_it_is_read_as_a_person_would(case: str, tmp_path: Path) -> None:
    rows, expected = CASES[case]
    roster = read_roster(one_sheet(tmp_path, rows))
    assert told(roster) == expected
    assert {code for _row, code in flagged(roster)} <= {"NUMBER_MISSING"}


def test_a_village_is_known_behind_the_year_of_a_title(tmp_path: Path) -> None:
    rows: Rows = [["附件2：2026年度坪岭村人口信息表"], HEADING, ["1", "韦大明", "户主", WEI]]
    assert read_roster(one_sheet(tmp_path, rows)).households[0].village == "坪岭村"


def test_a_sex_to_tick_under_its_heading(tmp_path: Path) -> None:
    rows: Rows = [
        ["户号", "姓名", "关系", "性别", ""],
        ["", "", "", "男", "女"],
        ["1", "韦大明", "户主", "√", ""],
        ["1", "刘小梅", "妻", "", "√"],
    ]
    merges: list[Merge] = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 4)]
    roster = read_roster(one_sheet(tmp_path, rows, merges))
    assert [member.sex for member in roster.households[0].members] == ["1", "2"]


BOOKS: dict[str, tuple[dict[str, Rows], list[list[str]]]] = {
    "sheets are called 1 and 2": (
        {"1": OF_WEI, "2": OF_HUANG},
        [["1组||", W], ["2组||", H]],
    ),
    "sheets are called after hamlets": (
        {"上街": OF_WEI, "莫家": OF_HUANG},
        [["上街||", W], ["莫家||", H]],
    ),
    "sheets are called after the heads": (
        {"韦大明": OF_WEI, "黄永福": OF_HUANG},
        [["||", W], ["||", H]],
    ),
    "the roster goes on without headings": (
        {
            "Sheet1": [HEADING, ["1", "韦大明", "户主", WEI], ["1", "刘小梅", "妻", LIU]],
            "Sheet2": [["2", "黄永福", "户主", HUANG], ["2", "莫秀英", "妻", MO]],
        },
        [["|1|", W, L], ["|2|", H, M]],
    ),
    "a sheet explains the codes": (
        {
            "花名册": [
                ["户号", "姓名", "关系代码", "身份证号"],
                [1, "韦大明", 1, WEI],
                [1, "刘小梅", 2, LIU],
                [1, "韦军", 3, JUN],
            ],
            "代码表": [["关系代码", "含义"], [1, "户主"], [2, "妻"], [3, "长子"], [4, "女儿"]],
        },
        [["|1|", W, L, J]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BOOKS)
def test_a_book_of_sheets_is_read_as_one_roster(case: str, tmp_path: Path) -> None:
    sheets, expected = BOOKS[case]
    assert told(read_roster(xlsx(tmp_path / "book.xlsx", sheets))) == expected


def test_a_workbook_in_the_xml_of_2003_has_comments_and_numbers(tmp_path: Path) -> None:
    def cell(text: str, kind: str = "String") -> str:
        return (
            f'<Cell><Data ss:Type="{kind}">{text}</Data>'
            "<Comment><ss:Data>批注</ss:Data></Comment></Cell>"
        )

    heading = "".join(map(cell, ("户号", "姓名", "关系", "出生日期", "电话")))
    row = cell("1.0", "Number") + cell("韦大明") + cell("户主")
    row += cell("1974-03-01T00:00:00.000", "DateTime") + cell("1.3900000002E10", "Number")
    path = tmp_path / "roster.xls"
    path.write_text(
        '<?xml version="1.0"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="一组"><Table><Row>{heading}</Row><Row>{row}</Row></Table></Worksheet>'
        "</Workbook>",
        encoding="utf-8",
    )
    assert told(read_roster(path)) == [["1组|1|", f"韦大明 02 1974-03-01 {OTHER_PHONE}"]]
