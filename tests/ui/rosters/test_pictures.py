"""Every step of the import wizard, drawn: nothing cut off, nothing blank."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gridapp.rosters.comparing import RowKind
from gridapp.ui.rosters import RostersPage
from gridapp.ui.window import MainWindow, PageSpec
from gridapp.usecases.desk import Desk
from tests.desks import MakeDesk
from tests.rosters.making import Rows, xlsx
from tests.rosters.test_unseen_rosters import HUANG, LIU, PHONE, WEI
from tests.ui.conftest import Picture, settle
from tests.ui.pages import AtDesk
from tests.ui.rosters.conftest import bring_in, wait_for

Framed = Callable[..., tuple[MainWindow, RostersPage]]


@pytest.fixture
def framed(qtbot: QtBot, at_desk: AtDesk, make_desk: MakeDesk) -> Framed:
    def make(desk: Desk | None = None) -> tuple[MainWindow, RostersPage]:
        spec = PageSpec("rosters", "users", "导入花名册", RostersPage)
        services = at_desk(desk or make_desk(filled=False))
        window = MainWindow(
            services, "韦国平", "坪岭村", demo=False, pages=[spec], search=lambda _text: ()
        )
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        window.go("rosters")
        settle(services.background)
        page = window.page()
        assert isinstance(page, RostersPage)
        return window, page

    return make


def test_waiting_for_a_file(framed: Framed, picture: Picture) -> None:
    window, _page = framed()
    picture(window, "rosters")


def test_refused_file(framed: Framed, picture: Picture, tmp_path: Path) -> None:
    window, page = framed()
    page.read(tmp_path / "没有.xlsx")
    wait_for(page)
    picture(window, "rosters-refused")


def test_columns_check_and_result(framed: Framed, picture: Picture, messy_file: Path) -> None:
    window, page = framed()
    page.read(messy_file)
    wait_for(page)
    picture(window, "rosters-columns")
    page.next.click()
    fault = next(fault for fault in page.check.faults.rows if fault.column == "联系电话")
    page.check.faults.write(fault, "13800000002")
    wait_for(page)
    picture(window, "rosters-check")
    page.next.click()
    wait_for(page)
    picture(window, "rosters-done")


HARD: Rows = [
    ["永福县永福镇坪岭村2026年度农户及常住人口基本信息采集登记表"],
    [
        *("村民小组", "户编号", "姓", "名", "与户主关系（1.户主 2.配偶 3.子）"),
        *("公民身份号码\n（18位，末位X大写）", "联系电话（本人，没有的填家属）"),
        *("现居住地址（详细到门牌号）", "人员状态（1正常2外出3死亡4迁出）"),
        *("上访次数", "重点人员", "风险等级", "健康状况", "政治面貌", "家庭经济收入来源", "备注"),
    ],
    [
        "第一村民小组",
        "PL-0001",
        "韦",
        "大明",
        1,
        WEI,
        f"{PHONE}/138",
        "坪岭村大岭屯123号（老屋旁）",
        1,
    ],
    ["同上", "同上", "刘", "小梅", 2, f"{LIU[:-1]}0", "138****0001", "同上", 2],
    ["同上", "同上", "古丽米热·", "阿卜杜热合曼", "姑婆的侄孙", float(HUANG), "", "", 4],
]


def test_a_roster_with_everything_wrong(framed: Framed, picture: Picture, tmp_path: Path) -> None:
    window, page = framed()
    sheets = {"坪岭村一二组（2026年3月修订版）": HARD, "填表说明": [["请如实填写"]]}
    page.read(xlsx(tmp_path / "永福镇坪岭村2026年度农户基本信息采集登记表（最终版）.xlsx", sheets))
    wait_for(page)
    picture(window, "rosters-hard-columns")
    page.next.click()
    wait_for(page)
    picture(window, "rosters-hard-check")


def test_several_sheets(framed: Framed, picture: Picture, several_sheets: Path) -> None:
    window, page = framed()
    page.read(several_sheets)
    wait_for(page)
    picture(window, "rosters-sheets")


def test_a_roster_that_comes_again(
    framed: Framed, picture: Picture, messy_file: Path, next_year: Path
) -> None:
    window, page = framed()
    bring_in(page, messy_file)
    page.read(next_year)
    wait_for(page)
    page.next.click()
    page.next.click()
    wait_for(page)
    picture(window, "rosters-compare")
    page.compare.show_kind(RowKind.MOVED)
    picture(window, "rosters-compare-moved")
    page.start_again()
    wait_for(page)
    picture(window, "rosters-past")
