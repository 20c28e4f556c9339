"""The door-to-door round by keyboard; what counts is what the store holds afterwards."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gridapp.contract.people import Role
from gridapp.contract.screening import Outcome, RoundKind
from gridapp.domain.numerals import natural
from gridapp.store.opening import StoreError, StoreFault
from gridapp.store.screening import WalkLine
from gridapp.ui.screening import ScreeningPage
from gridapp.usecases import drafts
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import Shelf
from gridapp.usecases.screening import screening
from tests.desks import TODAY, VILLAGE_ID, MakeDesk
from tests.ui.keyboard import Keyboard, open_page
from tests.ui.pages import AtDesk, Said


class Walker(Keyboard):
    """A leader on the round, and what the store holds of it."""

    page: ScreeningPage

    def __init__(self, page: ScreeningPage, desk: Desk) -> None:
        super().__init__(page)
        self.desk = desk
        open_page(page)

    def shown(self) -> list[str | None]:
        return [row.outcome for row in self.page.view.list.rows]

    def at(self) -> int:
        return self.page.view.list.currentIndex().row() + 1

    def stored(self, grid: int = 0) -> list[WalkLine]:
        walk_round = screening.running_rounds(self.desk)[0]
        grids = screening.grids_to_walk(self.desk, walk_round.id)
        return screening.walk(self.desk, walk_round.id, grids[grid].unit_id)

    def outcomes(self) -> list[str | None]:
        return [line.outcome for line in self.stored()]


WalkAt = Callable[[Desk], Walker]


@pytest.fixture
def walk_at(qtbot: QtBot, at_desk: AtDesk) -> WalkAt:
    def make(desk: Desk) -> Walker:
        page = ScreeningPage(at_desk(desk))
        qtbot.addWidget(page)
        return Walker(page, desk)

    return make


@pytest.fixture
def walker(walk_at: WalkAt, desk: Desk) -> Walker:
    return walk_at(desk)


def test_18_quiet_households_take_at_most_20_key_presses(walker: Walker) -> None:
    for _household in range(18):
        walker.press(Qt.Key.Key_1)
    walker.rest()
    assert walker.presses <= 20
    assert walker.outcomes() == [Outcome.QUIET] * 18
    assert {line.last_seen_on for line in walker.stored()} == {TODAY}


def test_space_is_as_good_as_1_and_every_key_has_its_outcome(walker: Walker) -> None:
    for key in (Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5):
        walker.press(key)
    walker.rest()
    quiet, absent = Outcome.QUIET, Outcome.ABSENT
    wanted = [quiet, quiet, absent, Outcome.UNRECEPTIVE, Outcome.MOVED]
    assert walker.outcomes()[:5] == wanted
    assert walker.at() == 6


def test_a_mark_shows_at_once_and_counts_only_when_it_is_kept(walker: Walker, said: Said) -> None:
    walker.press(Qt.Key.Key_1)
    assert walker.shown()[0] == Outcome.QUIET
    assert walker.page.view.list.rows[0].pending
    assert walker.page.view.progress.text.text() == "已走访 0/18 户"
    assert said.recorded == []
    walker.rest()
    assert not walker.page.view.list.rows[0].pending
    assert walker.page.view.progress.text.text() == "已走访 1/18 户"
    assert len(said.recorded) == 1


def test_backspace_steps_back_and_takes_the_mark_back(walker: Walker, said: Said) -> None:
    walker.press(Qt.Key.Key_1)
    walker.press(Qt.Key.Key_3)
    walker.rest()
    walker.press(Qt.Key.Key_Backspace)
    walker.rest()
    assert walker.outcomes()[:2] == [Outcome.QUIET, None]
    assert walker.at() == 2
    walker.press(Qt.Key.Key_Backspace)
    walker.rest()
    assert Counter(walker.outcomes()) == {None: 18}
    assert walker.at() == 1
    walker.press(Qt.Key.Key_Backspace)
    assert said.notices == ["已退回，取消“不在家”", "已退回，取消“无纠纷”", "没有可以撤销的操作。"]


def test_backspace_before_the_mark_is_kept_still_takes_it_back(walker: Walker) -> None:
    walker.press(Qt.Key.Key_1)
    walker.press(Qt.Key.Key_Backspace)
    assert walker.shown()[0] is None
    walker.rest()
    assert Counter(walker.outcomes()) == {None: 18}
    assert Counter(walker.shown()) == {None: 18}


def test_the_strip_takes_the_mark_back_too(walker: Walker, said: Said) -> None:
    walker.press(Qt.Key.Key_1)
    walker.rest()
    said.undo[-1]()
    walker.rest()
    assert Counter(walker.outcomes()) == {None: 18}


def test_when_saving_fails_the_row_goes_back_and_a_notice_says_why(
    walker: Walker, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise StoreError(StoreFault.DISK_FULL)

    monkeypatch.setattr(screening, "record_visit", full)
    walker.press(Qt.Key.Key_1)
    assert walker.shown()[0] == Outcome.QUIET
    walker.rest()
    assert walker.shown()[0] is None
    assert walker.at() == 1
    assert said.recorded == []
    assert "磁盘" in said.notices[0]


def test_the_absent_count_as_to_be_called_on_again(walker: Walker) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_3):
        walker.press(key)
    walker.rest()
    assert walker.page.view.progress.text.text() == "已走访 1/18 户 · 待补访 2 户"


def test_a_remark_goes_with_the_next_mark(walker: Walker) -> None:
    walker.press(Qt.Key.Key_R)
    walker.type("1号门")
    walker.press(Qt.Key.Key_Return)
    walker.press(Qt.Key.Key_4)
    walker.rest()
    first = walker.stored()[0]
    assert (first.outcome, first.note) == (Outcome.UNRECEPTIVE, "1号门")
    assert walker.page.view.marking.remark.text() == ""


def test_paper_is_entered_under_its_own_date_until_one_goes_back_to_today(walker: Walker) -> None:
    walker.press(Qt.Key.Key_D)
    for _day in range(4):
        walker.press(Qt.Key.Key_Down)
    walker.press(Qt.Key.Key_Return)
    assert walker.page.view.marking.banner.isVisible()
    walker.press(Qt.Key.Key_1)
    walker.page.view.marking.back_to_today()
    assert not walker.page.view.marking.banner.isVisible()
    walker.press(Qt.Key.Key_1)
    walker.rest()
    days = [line.last_seen_on for line in walker.stored()[:2]]
    assert days == [date(2026, 11, 18), TODAY]


def test_a_date_before_the_round_is_refused_in_words(walker: Walker, said: Said) -> None:
    walker.page.view.marking.date.show_day(date(2026, 11, 15))
    walker.press(Qt.Key.Key_1)
    walker.rest()
    assert walker.shown()[0] is None
    assert "轮次" in said.notices[0]


def test_arrows_and_j_k_move_without_marking(walker: Walker) -> None:
    walker.press(Qt.Key.Key_J)
    walker.press(Qt.Key.Key_Down)
    assert walker.at() == 3
    walker.press(Qt.Key.Key_K)
    walker.press(Qt.Key.Key_Up)
    assert walker.at() == 1
    assert Counter(walker.outcomes()) == {None: 18}


def test_ctrl_down_changes_the_order_of_the_walk(walker: Walker) -> None:
    before = [line.household_id for line in walker.stored()]
    walker.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    walker.rest()
    after = [line.household_id for line in walker.stored()]
    assert after == [before[1], before[0], *before[2:]]


def test_a_household_is_dragged_to_another_place(walker: Walker, qtbot: QtBot) -> None:
    before = [line.household_id for line in walker.stored()]
    view = walker.page.view.list.viewport()
    rows = [
        walker.page.view.list.visualRect(walker.page.view.list.model().index(n, 1)).center()
        for n in range(4)
    ]
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(view, left, pos=rows[0])
    qtbot.mouseMove(view, rows[1])
    qtbot.mouseMove(view, rows[3])
    qtbot.mouseRelease(view, left, pos=rows[3])
    walker.rest()
    after = [line.household_id for line in walker.stored()]
    assert after == [*before[1:4], before[0], *before[4:]]


def test_backspace_takes_a_dispute_back_with_its_visit(walker: Walker) -> None:
    walker.press(Qt.Key.Key_2)
    walker.rest()
    walker.page.at_door.form.category.choose("0201")
    walker.page.at_door.form.title.setText("排水沟纠纷")
    walker.press(Qt.Key.Key_F9)
    walker.rest()
    assert len(disputes.ledger(walker.desk, Shelf.ALL)) == 6
    walker.press(Qt.Key.Key_Backspace)
    walker.rest()
    assert len(disputes.ledger(walker.desk, Shelf.ALL)) == 5
    assert walker.outcomes()[0] is None


def test_after_the_last_household_the_walk_goes_on_at_one_that_was_passed_over(
    walker: Walker,
) -> None:
    walker.press(Qt.Key.Key_J)
    for _household in range(17):
        walker.press(Qt.Key.Key_1)
    walker.rest()
    assert walker.at() == 1
    assert walker.outcomes() == [None] + [Outcome.QUIET] * 17


def test_2_registers_a_dispute_with_the_parties_filled_in(walker: Walker) -> None:
    walker.press(Qt.Key.Key_2)
    walker.rest()
    walker.type("李春兰")
    walker.page.at_door.form.category.more.setFocus()
    walker.press(Qt.Key.Key_4)
    walker.page.at_door.form.summary.setFocus()
    walker.type("排水沟")
    walker.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    walker.rest()
    assert walker.outcomes()[0] == Outcome.DISPUTE
    newest = disputes.ledger(walker.desk, Shelf.ALL)[0]
    assert newest.title == "韦国平与李春兰用水排水通行通风采光纠纷"
    assert (newest.category, newest.parties) == ("0201", "韦国平、李春兰")
    assert newest.registered_on == TODAY
    assert walker.at() == 2
    walker.press(Qt.Key.Key_1)
    walker.rest()
    assert walker.outcomes()[1] == Outcome.QUIET


def test_a_dispute_without_category_says_so_at_the_field_and_marks_nothing(walker: Walker) -> None:
    walker.press(Qt.Key.Key_2)
    walker.rest()
    walker.press(Qt.Key.Key_F9)
    walker.rest()
    fields = walker.page.at_door.form.fields
    assert fields["category"].error.text() == "请选择类别。"
    assert fields["title"].error.text() == "请填写标题。"
    assert walker.outcomes()[0] is None


def test_digits_typed_into_the_dispute_form_mark_no_household(walker: Walker) -> None:
    walker.press(Qt.Key.Key_2)
    walker.rest()
    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_5):
        walker.press(key)
    walker.rest()
    assert walker.page.at_door.form.second.text() == "135"
    assert Counter(walker.outcomes()) == {None: 18}


def test_esc_leaves_the_dispute_form_and_nothing_typed_is_lost(
    walker: Walker, walk_at: WalkAt, desk: Desk
) -> None:
    walker.press(Qt.Key.Key_2)
    walker.rest()
    walker.type("李春兰")
    walker.press(Qt.Key.Key_Escape)
    walker.rest()
    assert Counter(walker.outcomes()) == {None: 18}
    again = walk_at(desk)
    again.press(Qt.Key.Key_2)
    again.rest()
    assert again.page.at_door.form.second.text() == "李春兰"
    assert again.page.at_door.form.restored.isVisible()


def test_a_saved_dispute_leaves_no_draft(walker: Walker) -> None:
    walker.press(Qt.Key.Key_2)
    walker.rest()
    walker.type("李春兰")
    walker.page.at_door.form.category.choose("0201")
    walker.page.at_door.form.title.setText("排水沟纠纷")
    key = f"dispute.door.{screening.running_rounds(walker.desk)[0].id}"
    key += f".{walker.stored()[0].household_id}"
    walker.page.at_door.form._drafting.keep_now()
    walker.rest()
    assert drafts.find(walker.desk, key) is not None
    walker.press(Qt.Key.Key_F9)
    walker.rest()
    assert drafts.find(walker.desk, key) is None


def test_another_micro_grid_can_be_chosen(walker: Walker) -> None:
    box = walker.page.view.grids
    box.setCurrentIndex(1)
    box.activated.emit(1)
    walker.rest()
    assert walker.page.view.list.rows[0].head == "罗天佑"
    walker.press(Qt.Key.Key_1)
    walker.rest()
    assert walker.stored(grid=1)[0].outcome == Outcome.QUIET


def test_enter_goes_on_to_the_next_micro_grid_only_when_this_one_is_finished(
    walker: Walker,
) -> None:
    for _household in range(17):
        walker.press(Qt.Key.Key_1)
    walker.rest()
    walker.press(Qt.Key.Key_Return)
    walker.press(Qt.Key.Key_N)
    walker.rest()
    assert walker.page.view.grids.currentText() == "坪岭1-1"
    assert not walker.page.view.finished.isVisible()
    walker.press(Qt.Key.Key_3)
    walker.rest()
    assert "坪岭2-1" in walker.page.view.finished.text()
    walker.press(Qt.Key.Key_Return)
    walker.rest()
    walker.press(Qt.Key.Key_1)
    walker.rest()
    assert [line.outcome for line in walker.stored(grid=1)][:2] == [Outcome.QUIET, None]
    assert walker.at() == 2


def test_a_walk_begins_where_something_is_left_and_stays_when_it_is_finished(
    walk_at: WalkAt, desk: Desk
) -> None:
    (running,) = screening.running_rounds(desk)
    first, second = screening.grids_to_walk(desk, running.id)
    whole = screening.walk(desk, running.id, first.unit_id)
    rest = screening.walk(desk, running.id, second.unit_id)
    for line in (*whole, *rest[1:]):
        screening.record_visit(desk, running.id, line.household_id, Outcome.QUIET, TODAY)
    walker = walk_at(desk)
    assert walker.page.view.grids.currentText() == second.name
    walker.press(Qt.Key.Key_1)
    walker.rest()
    assert walker.page.view.grids.currentText() == second.name
    assert walker.page.view.finished.isVisible()


def test_n_goes_back_to_the_micro_grid_that_was_passed_over(walker: Walker) -> None:
    box = walker.page.view.grids
    box.setCurrentIndex(1)
    box.activated.emit(1)
    walker.rest()
    for _household in range(18):
        walker.press(Qt.Key.Key_1)
    walker.rest()
    walker.press(Qt.Key.Key_N)
    walker.rest()
    walker.press(Qt.Key.Key_4)
    walker.rest()
    assert walker.outcomes()[:2] == [Outcome.UNRECEPTIVE, None]


def test_when_no_household_is_left_nothing_says_where_to_go_on(walker: Walker) -> None:
    for key in (Qt.Key.Key_N, Qt.Key.Key_1):
        for _household in range(18):
            walker.press(Qt.Key.Key_1)
        walker.rest()
        walker.press(key)
        walker.rest()
    assert "N" not in walker.page.view.finished.text()
    here = walker.page.view.grids.currentText()
    walker.press(Qt.Key.Key_N)
    walker.rest()
    assert walker.page.view.grids.currentText() == here


PAST = "10月常态排查（已结束）"


def choose_round(walker: Walker, name: str) -> None:
    """By keyboard, from the box above the list."""
    box = walker.page.view.rounds
    box.setFocus()
    while box.currentText() != name:
        walker.press(Qt.Key.Key_Down if box.currentIndex() == 0 else Qt.Key.Key_Up)
        walker.rest()
        box.setFocus()
    walker.page.view.list.setFocus()


def past_walk(desk: Desk) -> list[WalkLine]:
    past = screening.all_rounds(desk)[1]
    grid = screening.grids_to_walk(desk, past.id)[0]
    return screening.walk(desk, past.id, grid.unit_id)


def test_g_and_a_number_of_the_paper_go_to_that_household(walker: Walker) -> None:
    for key in (Qt.Key.Key_G, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Return):
        walker.press(key)
    assert walker.at() == 12
    walker.press(Qt.Key.Key_3)
    walker.rest()
    assert walker.outcomes()[11] == Outcome.ABSENT
    assert Counter(walker.outcomes())[None] == 17


def test_o_puts_the_walk_in_the_order_of_the_addresses(walker: Walker) -> None:
    walker.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    walker.rest()
    moved = [line.address for line in walker.stored()]
    assert moved[:2] == ["坪岭1组2号", "坪岭1组1号"]
    walker.press(Qt.Key.Key_O)
    walker.press(Qt.Key.Key_A)
    walker.rest()
    assert [line.address for line in walker.stored()] == sorted(moved, key=natural)


def test_paper_of_an_ended_round_is_dated_with_its_last_day(walker: Walker) -> None:
    choose_round(walker, PAST)
    assert walker.page.view.marking.banner.isVisible()
    walker.press(Qt.Key.Key_4)
    walker.rest()
    first = past_walk(walker.desk)[0]
    assert (first.outcome, first.last_seen_on) == (Outcome.UNRECEPTIVE, date(2026, 10, 31))
    assert Counter(walker.outcomes()) == {None: 18}


def test_paper_of_an_ended_round_may_have_an_earlier_date_but_no_later_one(
    walker: Walker, said: Said
) -> None:
    choose_round(walker, PAST)
    walker.press(Qt.Key.Key_D)
    for _day in range(2):
        walker.press(Qt.Key.Key_Down)
    walker.press(Qt.Key.Key_Return)
    walker.press(Qt.Key.Key_4)
    walker.rest()
    first = past_walk(walker.desk)[0]
    assert (first.outcome, first.last_seen_on) == (Outcome.UNRECEPTIVE, date(2026, 10, 29))
    walker.page.view.marking.date.show_day(date(2026, 11, 1))
    walker.press(Qt.Key.Key_5)
    walker.rest()
    assert past_walk(walker.desk)[1].outcome == Outcome.QUIET
    assert "轮次" in said.notices[0]


def test_back_in_the_running_round_marks_are_dated_today_again(walker: Walker) -> None:
    choose_round(walker, PAST)
    choose_round(walker, "11月集中排查")
    assert not walker.page.view.marking.banner.isVisible()
    walker.press(Qt.Key.Key_1)
    walker.rest()
    assert walker.stored()[0].last_seen_on == TODAY


def test_the_township_or_village_opens_a_round_and_walks_it(
    walk_at: WalkAt, make_desk: MakeDesk
) -> None:
    desk = make_desk(filled=False)
    walker = walk_at(desk)
    walker.page.open_round.click()
    walker.rest()
    walker.type("十二月排查")
    walker.page.round_form.choose(RoundKind.DYNAMIC)
    walker.press(Qt.Key.Key_F9)
    walker.rest()
    (opened,) = screening.running_rounds(desk)
    assert (opened.name, opened.kind, opened.unit_id) == (
        "十二月排查",
        RoundKind.DYNAMIC,
        VILLAGE_ID,
    )
    assert opened.starts_on == TODAY


def test_a_round_without_a_name_says_so_at_the_field(walk_at: WalkAt, make_desk: MakeDesk) -> None:
    walker = walk_at(make_desk(filled=False))
    walker.page.open_round.click()
    walker.rest()
    walker.press(Qt.Key.Key_F9)
    walker.rest()
    assert walker.page.round_form.fields["name"].error.text() == "请填写轮次名称。"


def test_a_leader_cannot_open_rounds(walk_at: WalkAt, make_desk: MakeDesk) -> None:
    leader = Person("王桂英", UUID(int=7), "坪岭1-1", Role.LEADER.value)
    walker = walk_at(make_desk(leader, filled=False))
    assert not walker.page.open_round.isVisible()
