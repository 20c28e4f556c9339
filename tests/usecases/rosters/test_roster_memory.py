"""What the person said of a file is kept: for the next such file, and through a crash."""

from dataclasses import replace
from pathlib import Path

from gridapp.rosters.handling import Handling
from gridapp.usecases.desk import Desk
from gridapp.usecases.rosters import roster_memory, rosters
from tests.desks import VILLAGE_ID
from tests.rosters.making import Rows, one_sheet

ROWS: Rows = [
    ["户号", "姓名", "关系", "证件", "联络处"],
    ["1", "韦大明", "户主", "450326197403014518", "13800000001"],
    ["1", "刘小梅", "妻", "", "坪岭1号"],
]


def at(folder: Path, rows: Rows) -> Path:
    folder.mkdir()
    return one_sheet(folder, rows)


def test_a_column_once_chosen_is_chosen_in_the_next_file_with_the_same_headings(
    desk: Desk, tmp_path: Path
) -> None:
    first, second = at(tmp_path / "a", ROWS), at(tmp_path / "b", [*ROWS, ["2", "莫文海", "户主"]])
    work = roster_memory.begin(desk, first)
    read = rosters.preview(first, handling=work.handling)
    sheet = read.sheets[0]
    assert {c.heading: c.field for c in sheet.columns}["联络处"] is None
    told = Handling(columns={sheet.mark: {4: "address"}})
    roster_memory.remember_columns(desk, rosters.preview(first, handling=told))
    again = rosters.preview(second, handling=roster_memory.begin(desk, second).handling)
    column = again.sheets[0].columns[4]
    assert (column.field, column.told, column.confidence) == ("address", True, 1.0)
    assert all(column.told for column in again.sheets[0].columns)
    assert again.households[0].address == "13800000001"


def test_only_the_newest_sources_are_remembered(desk: Desk, tmp_path: Path) -> None:
    path = at(tmp_path / "a", ROWS)
    read = rosters.preview(path)
    marks = [f"source {number}" for number in range(roster_memory.SOURCES + 5)]
    sheets = tuple(replace(read.sheets[0], mark=mark) for mark in marks)
    roster_memory.remember_columns(desk, replace(read, sheets=sheets))
    kept = roster_memory.begin(desk, path).handling.columns
    assert list(kept) == marks[5:]


def test_work_on_a_file_is_found_again_as_it_was_left_off(desk: Desk, tmp_path: Path) -> None:
    path = at(tmp_path / "a", ROWS)
    work = roster_memory.begin(desk, path)
    kept = replace(
        work,
        handling=Handling({"m": {1: "name", 2: ""}}, {("表", 3, 1): "刘晓梅"}, frozenset({"汇总"})),
        choices={("member:1", "phone"): False},
        village_id=VILLAGE_ID,
    )
    roster_memory.keep(desk, kept)
    assert roster_memory.unfinished(desk) == kept
    moved = path.rename(tmp_path / "moved.xlsx")
    assert roster_memory.begin(desk, moved) == replace(kept, path=moved)
    other = at(tmp_path / "b", [*ROWS, ["2", "莫文海", "户主"]])
    assert roster_memory.begin(desk, other).handling.cells == {}
    roster_memory.forget(desk)
    assert roster_memory.unfinished(desk) is None


def test_a_file_that_is_not_there_begins_without_a_word(desk: Desk, tmp_path: Path) -> None:
    assert roster_memory.begin(desk, tmp_path / "nowhere.xlsx").mark == ""
