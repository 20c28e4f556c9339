"""The person's word counts: columns, cells put right, sheets left out; the file stays as it is."""

from pathlib import Path

import pytest

from gridapp.rosters.handling import Handling
from gridapp.rosters.proposal import Roster
from gridapp.rosters.reading import read_roster
from gridapp.rosters.sandbox import read_limited
from tests.rosters.making import ADULT, OTHER, WIFE, Rows, one_sheet, xlsx

ROWS: Rows = [
    ["户号", "姓名", "与户主关系", "身份证号", "电话", "宗教信仰", "记录"],
    ["1", "张伟民", "户主", ADULT[:-1] + "0", "1381234567", "无", "坪岭1号"],
    ["1", "李秀", "邻舍", WIFE, "", "无", ""],
    ["2", "王强", "", OTHER, "", "无", ""],
]
SHEET = "花名册"


def faults(roster: Roster) -> list[tuple[int, int, str]]:
    return [(fault.row, fault.index, fault.code.name) for fault in roster.faults]


def test_a_fault_names_the_cell_and_what_stands_there(tmp_path: Path) -> None:
    roster = read_roster(one_sheet(tmp_path, ROWS))
    assert [(fault.row, fault.index, fault.code.name, fault.cell) for fault in roster.faults] == [
        (2, 3, "CHECK_DIGIT", ADULT[:-1] + "0"),
        (2, 4, "PHONE_DOUBTFUL", "1381234567"),
        (3, 2, "RELATION_UNKNOWN", "邻舍"),
        (4, 2, "NO_HEAD", ""),
    ]


def test_cells_put_right_are_checked_again_and_the_file_is_not_touched(tmp_path: Path) -> None:
    path = one_sheet(tmp_path, ROWS)
    before = path.read_bytes()
    right = {
        (SHEET, 2, 3): ADULT,
        (SHEET, 2, 4): "13812345678",
        (SHEET, 3, 2): "妻",
        (SHEET, 4, 2): "户主",
    }
    roster = read_roster(path, handling=Handling(cells=right))
    assert faults(roster) == []
    assert [m.relation for h in roster.households for m in h.members] == ["02", "12", "02"]
    assert roster.households[0].members[0].phone == "13812345678"
    assert path.read_bytes() == before
    wrong_again = Handling(cells={(SHEET, 2, 4): "1"})
    assert (2, 4, "PHONE_DOUBTFUL") in faults(read_roster(path, handling=wrong_again))


def test_a_household_number_put_right_joins_the_household(tmp_path: Path) -> None:
    path = one_sheet(tmp_path, ROWS)
    roster = read_roster(path, handling=Handling(cells={(SHEET, 4, 0): "1", (SHEET, 4, 2): "子"}))
    assert [len(household.members) for household in roster.households] == [3]


def test_columns_are_taken_for_what_the_person_says(tmp_path: Path) -> None:
    path = one_sheet(tmp_path, ROWS)
    mark = read_roster(path).sheets[0].mark
    told = read_roster(path, handling=Handling(columns={mark: {4: "", 6: "address"}}))
    assert told.households[0].address == "坪岭1号"
    assert told.households[0].members[0].phone == ""
    assert [(c.heading, c.reason.value) for c in told.ignored] == [("电话", "chosen")]
    other = {"another heading row": {1: ""}}
    assert read_roster(path, handling=Handling(columns=other)) == read_roster(path)


@pytest.mark.parametrize("wish", ["note", "address", "name"])
def test_what_is_never_imported_cannot_be_chosen(wish: str, tmp_path: Path) -> None:
    path = one_sheet(tmp_path, ROWS)
    mark = read_roster(path).sheets[0].mark
    told = read_roster(path, handling=Handling(columns={mark: {5: wish}}))
    assert told.sheets[0].columns[5].field is None
    assert [column.heading for column in told.dropped] == ["宗教信仰"]


def test_a_sheet_left_out_gives_nobody_and_can_be_taken_again(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "book.xlsx", {"一组": ROWS, "旧的": [ROWS[0], ["9", "赵一丁", "户主"]]})
    roster = read_roster(path, handling=Handling(left_out=frozenset({"旧的"})))
    assert [household.sheet for household in roster.households] == ["一组", "一组"]
    assert [sheet.left_out for sheet in roster.sheets] == [False, True]
    assert roster.sheets[1].columns[1].field == "name"


def test_the_child_is_told_the_same(tmp_path: Path) -> None:
    path = one_sheet(tmp_path, ROWS)
    many = {(SHEET, 2, 4): "13812345678", **{(SHEET, 90_000, n): "x" * 100 for n in range(2_000)}}
    told = Handling(cells=many, left_out=frozenset({"旧的"}))
    assert Handling.of_plain(told.to_plain()) == told
    assert read_limited(path, handling=told) == read_roster(path, handling=told)
