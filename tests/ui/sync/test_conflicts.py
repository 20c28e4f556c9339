"""Conflicts are settled with the keyboard alone: keep, take the other, type a third."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gridapp.contract.conflicts import Choice
from gridapp.contract.people import Role
from gridapp.store.tables import Dispute, Household, Member, Unit
from gridapp.ui.services import Services
from gridapp.ui.sync import SyncPage
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.sync import conflicts, sync
from tests.conflicts import one, put_conflict
from tests.desks import MakeDesk
from tests.ui.conftest import settle
from tests.ui.keyboard import Keyboard
from tests.ui.pages import Said
from tests.ui.sync.conftest import Show, join


@pytest.fixture
def household(desk: Desk) -> Household:
    """With an open conflict about its note."""
    found = one(desk, Household)
    put_conflict(desk, "household", found, "note", "养狗，敲门前先打电话")
    assert isinstance(found, Household)
    return found


def opened(show: Show, desk: Desk) -> tuple[SyncPage, Keyboard]:
    join(desk)
    page = show(desk).page
    return page, Keyboard(page)


def note_of(desk: Desk, household: Household) -> str:
    return str(one(desk, Household, id=household.id).note)


def test_a_conflict_is_told_with_who_what_both_values_and_when(
    show: Show, desk: Desk, household: Household
) -> None:
    page, _ = opened(show, desk)
    card = page.conflicts
    assert card.isVisible()
    assert "韦国平" in card.heading.text() and "坪岭1-1" in card.heading.text()
    assert "备注" in card.heading.text()
    assert card.standing.value.text() == "（空）"
    assert card.offered.value.text() == "养狗，敲门前先打电话"
    assert card.standing.by.text() == "王桂英"
    assert card.offered.by.text().startswith("韦国平 · 10:00")


def test_two_takes_the_other_value_and_undo_gives_the_decision_back(
    show: Show, desk: Desk, household: Household, services: Services, said: Said
) -> None:
    page, keyboard = opened(show, desk)
    keyboard.press(Qt.Key.Key_2)
    keyboard.rest()
    assert note_of(desk, household) == "养狗，敲门前先打电话"
    assert not page.conflicts.isVisible() and page.settled.isVisible()
    assert sync.held(desk).waiting[0].what == "conflict.settled"
    said.undo[0]()
    settle(services.background)
    assert note_of(desk, household) == ""
    assert page.conflicts.isVisible() and not page.settled.isVisible()


def test_one_keeps_what_is_in_force(show: Show, desk: Desk, household: Household) -> None:
    _, keyboard = opened(show, desk)
    keyboard.press(Qt.Key.Key_1)
    keyboard.rest()
    assert note_of(desk, household) == ""
    assert [line.choice for line in conflicts.settled_conflicts(desk)] == [Choice.STANDING]


def test_three_asks_for_another_value_in_which_digits_are_digits(
    show: Show, desk: Desk, household: Household
) -> None:
    page, keyboard = opened(show, desk)
    keyboard.press(Qt.Key.Key_3)
    assert page.conflicts.third.isVisible()
    QTest.keyClicks(keyboard.focus(), "12")
    keyboard.press(Qt.Key.Key_F9)
    keyboard.rest()
    assert note_of(desk, household) == "12"


def test_the_keys_decide_nothing_while_a_third_value_is_picked_from_a_list(
    show: Show, desk: Desk
) -> None:
    put_conflict(desk, "member", one(desk, Member), "residence", "away")
    page, keyboard = opened(show, desk)
    keyboard.press(Qt.Key.Key_3)
    keyboard.press(Qt.Key.Key_2)
    keyboard.rest()
    assert page.conflicts.third.isVisible()
    assert conflicts.settled_conflicts(desk) == []


def test_escape_leaves_the_third_value_and_the_keys_decide_again(
    show: Show, desk: Desk, household: Household
) -> None:
    page, keyboard = opened(show, desk)
    keyboard.press(Qt.Key.Key_3)
    keyboard.press(Qt.Key.Key_Escape)
    assert not page.conflicts.third.isVisible()
    keyboard.press(Qt.Key.Key_2)
    keyboard.rest()
    assert note_of(desk, household) == "养狗，敲门前先打电话"


def test_a_third_value_that_is_none_is_said_at_its_field(show: Show, desk: Desk) -> None:
    put_conflict(desk, "member", one(desk, Member), "name", "韦国萍")
    page, keyboard = opened(show, desk)
    keyboard.press(Qt.Key.Key_3)
    keyboard.press(Qt.Key.Key_Delete)
    keyboard.press(Qt.Key.Key_Return)
    keyboard.rest()
    field = page.conflicts.third.field
    assert field is not None and field.error.text() == "请填写。"
    assert page.conflicts.isVisible()


def test_numbers_of_people_are_covered_until_they_are_asked_for(show: Show, desk: Desk) -> None:
    put_conflict(desk, "member", one(desk, Member), "phone", "13900000002")
    page, keyboard = opened(show, desk)
    assert page.conflicts.offered.value.text() == "139****0002"
    keyboard.press(Qt.Key.Key_R)
    keyboard.rest()
    assert page.conflicts.offered.value.text() == "13900000002"
    page.conflicts.cover()
    assert page.conflicts.offered.value.text() == "139****0002"
    keyboard.press(Qt.Key.Key_3)
    assert page.conflicts.third.isVisible()


def test_a_leader_sees_who_decides_about_the_unit(
    show: Show, make_desk: MakeDesk, desk: Desk
) -> None:
    unit = one(desk, Unit, level="micro")
    leader = make_desk(Person("王桂英", unit.unit_id, unit.name, Role.LEADER.value))
    put_conflict(leader, "unit", unit, "name", "别的名字")
    page, _ = opened(show, leader)
    assert "网格长" in page.conflicts.standing.why_not.text()
    assert not page.conflicts.standing.take.isVisible()
    assert not page.conflicts.offered.take.isVisible()


def test_what_cannot_be_chosen_says_why_instead(show: Show, desk: Desk) -> None:
    put_conflict(desk, "dispute", one(desk, Dispute, state="struck_off"), "state", "registered")
    page, keyboard = opened(show, desk)
    assert not page.conflicts.offered.take.isVisible()
    assert "案件" in page.conflicts.offered.why_not.text()
    keyboard.press(Qt.Key.Key_2)
    keyboard.rest()
    assert page.conflicts.isVisible()


def test_a_field_and_a_code_of_a_newer_program_are_shown_as_they_are(
    show: Show, desk: Desk, household: Household
) -> None:
    put_conflict(desk, "household", household, "walk_order", 7)
    put_conflict(desk, "member", one(desk, Member), "residence", "on_the_moon")
    page, _ = opened(show, desk)
    page.conflicts.table.choose_number(2)
    assert page.conflicts.offered.value.text() == "on_the_moon"


def test_an_arriving_change_does_not_take_away_what_is_being_typed(
    show: Show, desk: Desk, household: Household, services: Services
) -> None:
    _, keyboard = opened(show, desk)
    keyboard.press(Qt.Key.Key_3)
    QTest.keyClicks(keyboard.focus(), "ab")
    services.changes.tell("household")
    settle(services.background)
    keyboard.press(Qt.Key.Key_F9)
    keyboard.rest()
    assert note_of(desk, household) == "ab"


def test_decisions_can_be_looked_up(show: Show, desk: Desk, household: Household) -> None:
    page, keyboard = opened(show, desk)
    keyboard.press(Qt.Key.Key_2)
    keyboard.rest()
    assert not page.settled.table.isVisible()
    page.settled.fold.click()
    model = page.settled.table.model()
    shown = [model.index(0, column).data() for column in range(4)]
    assert shown == ["韦国平 坪岭1组1号", "备注", "养狗，敲门前先打电话", "韦国平"]
