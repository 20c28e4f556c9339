"""One case: clock, timeline, the next steps and who may take them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gridapp.contract.disputes import Conclusion, EventKind, State
from gridapp.store.disputes import Case, Shelf
from gridapp.ui.disputes import DisputesPage
from gridapp.usecases import disputes
from gridapp.usecases.desk import Desk
from tests.desks import TODAY
from tests.ui.keyboard import Keyboard, open_page
from tests.ui.pages import AtDesk


class Screen(Keyboard):
    """The page of one case and what the store holds of it."""

    def __init__(self, page: DisputesPage, desk: Desk, title: str) -> None:
        super().__init__(page)
        lines = disputes.ledger(desk, Shelf.ALL)
        self.id = next(line.id for line in lines if title in line.title)
        self.desk, self.view = desk, page.case
        open_page(page, self.id)

    def stored(self) -> Case:
        found = disputes.case(self.desk, self.id)
        assert found is not None
        return found


@pytest.fixture
def screen(qtbot: QtBot, at_desk: AtDesk, desk: Desk) -> Callable[..., Screen]:
    def make(title: str, at: Desk = desk) -> Screen:
        page = DisputesPage(at_desk(at))
        qtbot.addWidget(page)
        return Screen(page, at, title)

    return make


def test_the_clock_shows_days_arithmetic_and_article(screen: Callable[..., Screen]) -> None:
    clock = screen("排水沟").view.clock
    assert clock.figure.text() == "还剩 41 天"
    assert clock.sum.text() == "从 2026-11-03 登记起 60 日，至 2027-01-02"
    assert "第三十四条" in clock.article.text()
    assert screen("宅基地").view.clock.figure.text() == "超期 13 天"


def test_handling_is_noted_and_stays_in_the_timeline(screen: Callable[..., Screen]) -> None:
    case = screen("排水沟")
    case.view.steps[EventKind.HANDLED].click()
    case.rest()
    case.type("已开挖改道。")
    case.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    case.rest()
    events = case.stored().events
    assert [event.kind for event in events] == ["registered", "handled", "handled"]
    assert (events[2].text, events[2].happened_on) == ("已开挖改道。", TODAY)
    assert not case.view.form.isVisible()


def test_a_conclusion_asks_which_of_three_kinds(screen: Callable[..., Screen]) -> None:
    case = screen("排水沟")
    case.view.open_step(EventKind.CONCLUDED)
    case.rest()
    case.type("双方握手言和。")
    case.press(Qt.Key.Key_F9)
    case.rest()
    assert case.view.form.fields["conclusion"].error.text() == "请选择办结方式。"
    case.view.form.choose(Conclusion.SUBSTANTIVE)
    assert "计入化解" in case.view.form.meaning.text()
    case.press(Qt.Key.Key_F9)
    case.rest()
    dispute = case.stored().dispute
    assert (dispute.state, dispute.conclusion) == (State.CONCLUDED, Conclusion.SUBSTANTIVE)
    assert dispute.concluded_on == TODAY


def test_who_concluded_a_case_is_not_offered_to_strike_it_off(
    screen: Callable[..., Screen], desk: Desk
) -> None:
    mediator = replace(desk, person=replace(desk.person, name="唐调解"))
    own = screen("山林", mediator)
    assert list(own.view.steps) == [EventKind.REOPENED]
    assert "唐调解" in own.view.note.text()
    assert list(screen("山林").view.steps) == [EventKind.STRUCK_OFF, EventKind.REOPENED]


def test_another_person_strikes_it_off(screen: Callable[..., Screen]) -> None:
    case = screen("山林")
    case.view.steps[EventKind.STRUCK_OFF].click()
    case.rest()
    case.type("材料齐全，双方无异议。")
    case.press(Qt.Key.Key_F9)
    case.rest()
    assert case.stored().dispute.state == State.STRUCK_OFF
    assert case.stored().dispute.struck_off_on == TODAY


def test_a_day_before_the_registration_is_refused_at_the_field(
    screen: Callable[..., Screen],
) -> None:
    case = screen("排水沟")
    case.view.open_step(EventKind.HANDLED)
    case.rest()
    case.type("上门调解。")
    case.view.form.date.show_day(date(2026, 11, 2))
    case.press(Qt.Key.Key_F9)
    case.rest()
    assert case.view.form.fields["date"].error.text() == "日期早于登记日期。"
    assert len(case.stored().events) == 2


def test_a_step_half_written_comes_back(screen: Callable[..., Screen]) -> None:
    case = screen("排水沟")
    case.view.open_step(EventKind.HANDLED)
    case.rest()
    case.type("约定周三")
    case.press(Qt.Key.Key_Escape)
    case.rest()
    again = screen("排水沟")
    again.view.open_step(EventKind.HANDLED)
    again.rest()
    assert again.view.form.text.toPlainText() == "约定周三"


def test_phones_of_parties_are_masked(screen: Callable[..., Screen]) -> None:
    case = screen("排水沟")
    shown = [label.text() for label in case.view.parties.findChildren(type(case.view.title))]
    assert "138****0003" in shown
    assert "13800000003" not in shown
