"""Who is responsible on a day, and what is handed over and posted up."""

from datetime import date
from pathlib import Path

import docx
import pytest
from docx.shared import Mm
from python_calamine import CalamineWorkbook

from gridapp.contract.grids import Level
from gridapp.domain.grids.grids import GridFault
from gridapp.store.grids.grids import UnitLine
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.grids import grid_papers, grids, hand_over, posts
from gridapp.usecases.grids.grid_papers import BoardWish
from gridapp.usecases.grids.posts import NewPost
from tests.desks import TODAY, VILLAGE_ID

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)


def led(desk: Desk) -> UnitLine:
    return next(line for line in grids.view(desk).lines if line.level == Level.MICRO)


def stand_in(unit: UnitLine, since: date, until: date | None) -> NewPost:
    return NewPost(unit.id, "莫文海", "elder", "13800000077", since, until, stands_in=True)


def test_who_stands_in_does_so_for_a_time_beside_the_holder(desk: Desk) -> None:
    unit = led(desk)
    posts.appoint(desk, stand_in(unit, OCTOBER, date(2026, 10, 31)))
    found = posts.answerable(desk, unit.id, date(2026, 10, 15))
    assert [post.holder for post in found.holders] == ["王桂英"]
    assert [post.holder for post in found.stand_ins] == ["莫文海"]
    assert posts.answerable(desk, unit.id, NOVEMBER).stand_ins == ()
    with pytest.raises(RejectedError) as caught:
        posts.appoint(desk, stand_in(unit, OCTOBER, None))
    assert caught.value.faults == (GridFault.STAND_IN_ENDLESS,)


def test_a_vacant_post_names_the_leader_above(desk: Desk) -> None:
    vacant = [line for line in grids.view(desk).lines if line.level == Level.MICRO][1]
    assert posts.answerable(desk, vacant.id, TODAY).holders == ()
    posts.appoint(desk, NewPost(VILLAGE_ID, "韦国平", "cadre", "", OCTOBER))
    found = posts.answerable(desk, vacant.id, TODAY)
    assert ([post.holder for post in found.holders], found.above) == (["韦国平"], "坪岭村")


def test_nobody_is_appointed_into_days_that_another_has_held(desk: Desk) -> None:
    unit = led(desk)
    posts.appoint(desk, NewPost(unit.id, "蒋志强", "elder", "", NOVEMBER))
    with pytest.raises(RejectedError) as caught:
        posts.appoint(desk, NewPost(unit.id, "黄永福", "elder", "", OCTOBER, date(2026, 10, 9)))
    assert GridFault.STARTS_TOO_EARLY in caught.value.faults


def test_the_hand_over_list_holds_what_is_open_and_no_phone_in_full(
    desk: Desk, tmp_path: Path
) -> None:
    made = hand_over.gather(desk, VILLAGE_ID, "蒋志强", str)
    assert (made.title, len(made.households), made.people) == ("坪岭村工作交接清单", 36, 108)
    assert [row[1] for row in made.cases] == [
        "蒋志强与欧阳明宅基地边界纠纷",
        "秦玉珍与周世荣借款纠纷",
        "黄永福与李春兰排水沟纠纷",
    ]
    assert len(made.unvisited) == 36
    path = hand_over.write_word(desk, made, tmp_path / hand_over.file_name(made))
    word = docx.Document(str(path))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert "138****5678" in cells
    assert not any("13800005678" in cell for cell in cells)
    assert "接收人：蒋志强" in "".join(paragraph.text for paragraph in word.paragraphs)


def test_the_notice_board_names_area_leader_and_phone_and_is_larger_on_a3(
    desk: Desk, tmp_path: Path
) -> None:
    board = grid_papers.board(desk, VILLAGE_ID, BoardWish("0773-8512345", True, on_a3=True))
    village, first, second = board.lines
    assert (village.name, village.area) == ("坪岭村", "全部")
    assert (first.name, first.holder, first.phone) == ("坪岭1-1", "王桂英", "13800000099")
    assert first.area == "1组，坪岭1组1号至坪岭1组18号"
    path = grid_papers.write_word(desk, board, tmp_path / grid_papers.file_name(board, ".docx"))
    word = docx.Document(str(path))
    texts = [cell.text for cell in word.tables[0].rows[2].cells]
    assert texts == ["坪岭1-1", first.area, "王桂英", "138****0099"]
    assert word.tables[0].rows[3].cells[2].text == "暂缺"
    section = word.sections[0]
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (297, 420)
    assert grid_papers.lay(desk, board).on_a3
    assert second.holder == ""


def test_the_roster_of_micro_grids_has_the_headings_of_the_county(
    desk: Desk, tmp_path: Path
) -> None:
    name = grid_papers.roster_name(VILLAGE_ID, "坪岭村")
    path = grid_papers.write_roster(desk, VILLAGE_ID, tmp_path / name, "报镇综治中心")
    (sheet,) = CalamineWorkbook.from_path(path).sheet_names
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()
    at = next(number for number, row in enumerate(rows) if row[0] == "序号")
    assert "、".join(map(str, rows[at])) == (
        "序号、村、网格、微网格编号、微网格名称、范围、户数、人口、微网格长、身份类别、电话、"
        "网格长、任职时间、备注"
    )
    first = [str(cell) for cell in rows[at + 1]]
    assert first[4:11] == ["坪岭1-1", "1组", "18.0", "54.0", "王桂英", "党员", "13800000099"]
