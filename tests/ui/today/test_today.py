"""Today: what is due and why; each line opens its place."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gridapp.contract.disputes import Conclusion, EventKind
from gridapp.contract.screening import Outcome, RoundKind
from gridapp.store.disputes.disputes import Shelf
from gridapp.ui.today import TodayPage
from gridapp.ui.today.lines import line
from gridapp.usecases import due, today
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import disputes
from gridapp.usecases.due import Why
from gridapp.usecases.screening import screening
from tests.desks import TODAY, MakeDesk
from tests.ui.keyboard import Keyboard, open_page
from tests.ui.pages import AtDesk, Said
from tests.ui.today.busy import busy

Opened = Callable[[Desk], tuple[TodayPage, Keyboard]]


@pytest.fixture
def opened(qtbot: QtBot, at_desk: AtDesk) -> Opened:
    def make(desk: Desk) -> tuple[TodayPage, Keyboard]:
        page = TodayPage(at_desk(desk))
        qtbot.addWidget(page)
        return page, open_page(page)

    return make


def shown(page: TodayPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_most_urgent_comes_first_with_its_reason(opened: Opened, desk: Desk) -> None:
    page, _keyboard = opened(desk)
    names = [row.accessibleName() for row in page.tasks.rows]
    assert names[:3] == [
        "超期 41 天 秦玉珍与周世荣借款纠纷",
        "超期 13 天 蒋志强与欧阳明宅基地边界纠纷",
        "待销号 梁桂芳与龙启明山林界线纠纷",
    ]
    why = page.tasks.rows[1].accessibleDescription()
    assert why == (
        "办理期限 · 从 2026-09-10 登记（未另作受理）起 60 日，至 2026-11-09 · "
        "《信访工作条例》第三十四条"
    )
    assert {"已超期 · 2", "待处理 · 1"} <= set(shown(page))
    assert page.head.title.text() == "今天 11 月 22 日 星期日"
    assert page.head.sub.text() == "2 项超期 · 1 项待处理 · 还有 36 户未走访"


def test_down_and_enter_open_the_second_case(opened: Opened, desk: Desk, said: Said) -> None:
    _page, keyboard = opened(desk)
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Return)
    late = disputes.ledger(desk, Shelf.OVERDUE)[0].id
    assert said.went == [("disputes", late)]


def test_a_full_day_stays_short_and_every_kind_says_why(
    opened: Opened, desk: Desk, said: Said
) -> None:
    busy(desk)
    page, _keyboard = opened(desk)
    assert len(page.tasks.rows) == today.ROOM
    groups = today.agenda(desk).groups
    for item in due.everything(desk, TODAY + timedelta(7)):
        shown_as = line(item, TODAY)
        assert shown_as.chip
        assert len(shown_as.why) > 5, item.why
    kinds = {Why.PLANNED_TWICE: 3, Why.SAME_NUMBER: None, Why.SAME_REPORT: None}
    for why, about in kinds.items():
        told = line(due.Item(why, TODAY, "永工提〔2026〕3号", about=about), TODAY)
        assert told.title
        assert told.why
    page.tasks.more[0].click()
    assert said.went == [("disputes", groups[0].more)]


def test_a_running_round_shows_how_far_it_is_and_goes_on(
    opened: Opened, desk: Desk, said: Said
) -> None:
    (running,) = screening.running_rounds(desk)
    first = screening.grids_to_walk(desk, running.id)[0].unit_id
    lines = screening.walk(desk, running.id, first)
    for walked, outcome in zip(lines, (Outcome.QUIET, Outcome.ABSENT), strict=False):
        screening.record_visit(desk, running.id, walked.household_id, outcome, TODAY)
    page, _keyboard = opened(desk)
    assert "1 / 36 户" in shown(page)
    assert "待补访 1 户" in shown(page)
    (go_on,) = page.rounds.buttons
    assert go_on.accessibleName() == "继续走访"
    go_on.click()
    assert said.went == [("screening", running.id)]


def test_the_focus_stays_where_it_is_when_the_page_asks_again(opened: Opened, desk: Desk) -> None:
    page, keyboard = opened(desk)
    keyboard.press(Qt.Key.Key_Down)
    before = page.focusWidget()
    page.refresh()
    keyboard.rest()
    assert page.focusWidget() is before is page.tasks.rows[1]
    screening.open_round(desk, desk.person.unit_id, RoundKind.DYNAMIC, "清", TODAY, TODAY)
    page.refresh()
    keyboard.rest()
    assert page.focusWidget() is page.tasks.rows[1] is not before


def test_what_waits_to_be_sent_is_told_and_leads_to_sync(
    opened: Opened, desk: Desk, said: Said
) -> None:
    page, _keyboard = opened(desk)
    assert page.sync.waiting.text().endswith("条待上报。")
    page.sync.open.click()
    assert said.went == [("sync", None)]


def test_an_empty_day_says_so(opened: Opened, make_desk: MakeDesk) -> None:
    page, _keyboard = opened(make_desk(filled=False))
    assert page.tasks.empty.isVisible()
    assert page.tasks.rows == []
    assert "目前没有正在进行的排查轮次。" in shown(page)


def test_a_concluded_case_is_late_no_more_at_once(opened: Opened, desk: Desk) -> None:
    page, keyboard = opened(desk)
    late = disputes.ledger(desk, Shelf.OVERDUE)[0].id
    step = disputes.Step(EventKind.CONCLUDED, "调解成功。", TODAY, Conclusion.SUBSTANTIVE)
    changed = disputes.take_step(desk, late, step)
    page.services.changes.tell(*changed.kinds)
    keyboard.rest()
    assert not any(row.accessibleName().startswith("超期 13") for row in page.tasks.rows)
