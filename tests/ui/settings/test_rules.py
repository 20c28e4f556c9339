"""Clocks and calendar are set with keys alone, by township and county; the others see them."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gridapp.contract.people import Role
from gridapp.domain.disputes.clocks import Clock
from gridapp.ui.settings import SettingsPage
from gridapp.usecases import calendar, county_rules
from gridapp.usecases.desk import Desk
from tests.ui.conftest import Picture
from tests.ui.keyboard import Keyboard, open_page
from tests.ui.pages import AtDesk, at_desk, said

__all__ = ["at_desk", "said"]


def opened(qtbot: QtBot, at_desk: AtDesk, desk: Desk) -> tuple[SettingsPage, Keyboard]:
    page = SettingsPage(at_desk(desk))
    qtbot.addWidget(page)
    return page, open_page(page)


def test_a_township_sets_its_clocks_and_days_by_keys(
    qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture
) -> None:
    township = replace(desk, person=replace(desk.person, role=Role.TOWNSHIP.value))
    page, keyboard = opened(qtbot, at_desk, township)
    card = page.rules
    card.table.choose("clock.notice")
    card.table.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    days = card.acts.form.inputs["days"]
    days.selectAll()  # type: ignore[attr-defined]
    keyboard.type("20")
    keyboard.press(Qt.Key.Key_F9)
    keyboard.rest()
    assert "法律" in card.acts.form.fields["days"].error.text()
    days.selectAll()  # type: ignore[attr-defined]
    keyboard.type("10")
    keyboard.press(Qt.Key.Key_F9)
    keyboard.rest()
    clocks = {rule.code: rule for rule in calendar.clock_rules(township)}
    assert clocks[Clock.NOTICE].days == 10
    card.acts.buttons["rule.days"].click()
    card.acts.form.inputs["text"].put_back("元旦：1月1日至3日放假。1月4日上班。")
    card.acts.form.submit()
    keyboard.rest()
    assert len(county_rules.in_force(township).days) == 4
    card.acts.buttons["rule.own_clock"].click()
    picture(page, "settings-rules")


def test_a_village_sees_the_rules_and_is_offered_no_act(
    qtbot: QtBot, at_desk: AtDesk, desk: Desk
) -> None:
    page, keyboard = opened(qtbot, at_desk, desk)
    texts = [label.text() for label in page.rules.findChildren(QLabel) if label.isVisible()]
    assert "规则由乡镇和县设定。" in texts
    assert len(page.rules.table.rows) == len(county_rules.in_force(desk).measures)
    page.rules.table.choose("clock.notice")
    page.rules.table.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    assert page.rules.acts.form.act is None
