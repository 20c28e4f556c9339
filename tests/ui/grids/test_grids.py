"""The grids page: counts that reconcile, forms by keyboard, what a role may change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gridapp.contract.grids import Level, UnitRecord
from gridapp.contract.people import Role
from gridapp.domain.grids import grids as rules
from gridapp.store import journal
from gridapp.ui.grids import GridsPage
from gridapp.usecases import drafts, undoing
from gridapp.usecases.desk import Desk, Person, save
from gridapp.usecases.grids import grid_board, grids, posts
from gridapp.usecases.grids.grid_checks import Check
from gridapp.usecases.grids.grids import Forming
from tests.desks import VILLAGE_ID, WORKER, MakeDesk
from tests.ui.conftest import settle
from tests.ui.pages import AtDesk, Said, show_alone

Open = Callable[[Desk], GridsPage]


@pytest.fixture
def open_page(qtbot: QtBot, at_desk: AtDesk) -> Open:
    return lambda desk: show_alone(qtbot, at_desk(desk), GridsPage)


def micro(desk: Desk) -> list[grid_board.MicroGrid]:
    return grid_board.micro_grids(desk, VILLAGE_ID)


def press(qtbot: QtBot, page: GridsPage, key: Qt.Key, *, ctrl: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(QApplication.focusWidget() or page, key, modifier)
    settle(page.services.background)


def test_the_check_line_adds_up_and_names_vacant_posts(open_page: Open, desk: Desk) -> None:
    page = open_page(desk)
    assert page.checks.sum.text() == "1 + 1 + 1 + 2 + 0 = 5 ✓"
    assert page.checks.chips[Check.LOOSE].text() == "0 户未入微网格"
    assert page.checks.chips[Check.VACANT].text() == "1 个微网格无网格长"
    assert page.checks.isVisible()


def test_checks_are_not_shown_to_a_leader(open_page: Open, desk: Desk) -> None:
    leader = replace(desk, person=replace(desk.person, role=Role.LEADER))
    assert not open_page(leader).checks.isVisible()


def test_opening_the_page_makes_none_of_its_forms(open_page: Open, desk: Desk) -> None:
    page = open_page(desk)
    forms = {"leaders", "duties", "forming", "dedicated", "regroup", "papers", "act", "checks"}
    assert forms.isdisjoint(vars(page.views))


def test_the_cards_of_a_village_hold_its_households_and_leaders(
    open_page: Open, desk: Desk
) -> None:
    page = open_page(desk)
    first, second = page.panel.board.grids
    assert [len(first.households), len(second.households)] == [18, 18]
    assert [line.walk_order for line in first.households] == list(range(1, 19))
    assert [post.holder for post in first.leaders] == ["王桂英"]
    assert second.leaders == ()


def test_the_whole_county_of_1985_units_is_shown_and_reconciles(
    open_page: Open, desk: Desk
) -> None:
    """9 townships, 99 villages, 1770 micro-grids, 106 dedicated: 97 more villages and so on."""
    with desk.store.session() as session:
        county = grids.view(desk).lines[0]
        wanted = ((Level.TOWNSHIP, 8), (Level.VILLAGE, 98), (Level.MICRO, 1768))
        edits = []
        for level, count in (*wanted, (Level.DEDICATED, 106)):
            for place in range(count):
                id_ = desk.new_id()
                unit = UnitRecord(
                    id=id_, unit_id=id_, parent_id=county.id, level=level, name=f"{level} {place}"
                )
                edits.append(journal.create(desk.new_id(), "unit", unit))
        save(desk, session, "grid.set_up", "", edits)
    page = open_page(desk)
    assert page.checks.sum.text() == "1 + 9 + 99 + 1770 + 106 = 1985 ✓"
    assert len(page.tree.findChildren(QPushButton)) == 0


def test_a_leader_is_appointed_by_keyboard_and_the_history_answers(
    open_page: Open, desk: Desk, qtbot: QtBot, said: Said
) -> None:
    page = open_page(desk)
    page.tree.choose(micro(desk)[0].id)
    press(qtbot, page, Qt.Key.Key_L, ctrl=True)
    page.views.leaders.form.holder.setText("莫文海")
    page.views.leaders.form.since.show_day(date(2026, 11, 1))
    press(qtbot, page, Qt.Key.Key_Return, ctrl=True)
    held = posts.history(desk, micro(desk)[0].id)
    assert [(post.holder, post.until) for post in held] == [
        ("莫文海", None),
        ("王桂英", date(2026, 10, 31)),
    ]
    page.views.leaders.day.show_day(date(2026, 10, 31))
    settle(page.services.background)
    assert page.views.leaders.answer.text().startswith("王桂英")
    page.views.leaders.day.show_day(date(2025, 12, 31))
    settle(page.services.background)
    assert page.views.leaders.answer.text() == "无人：当时空缺。"
    assert len(said.recorded) == 1


def test_all_faults_of_an_appointment_stand_at_their_fields(
    open_page: Open, desk: Desk, qtbot: QtBot
) -> None:
    page = open_page(desk)
    page.tree.choose(micro(desk)[0].id)
    press(qtbot, page, Qt.Key.Key_L, ctrl=True)
    page.views.leaders.form.phone.setText("12")
    page.views.leaders.form.since.show_day(date(2025, 1, 1))
    press(qtbot, page, Qt.Key.Key_Return, ctrl=True)
    fields = page.views.leaders.form.fields
    assert all(fields[name].error.text() for name in ("holder", "phone", "since"))
    assert len(posts.history(desk, micro(desk)[0].id)) == 1


def test_a_half_written_appointment_comes_back(open_page: Open, desk: Desk, qtbot: QtBot) -> None:
    page = open_page(desk)
    unit = micro(desk)[1].id
    page.tree.choose(unit)
    press(qtbot, page, Qt.Key.Key_L, ctrl=True)
    qtbot.keyClicks(page.views.leaders.form.phone, "138")
    press(qtbot, page, Qt.Key.Key_Escape)
    assert drafts.find(desk, f"post.{unit}")["phone"] == "138"
    press(qtbot, page, Qt.Key.Key_L, ctrl=True)
    assert page.views.leaders.form.phone.text() == "138"


def test_a_dedicated_grid_is_added_below_the_village_and_undone(
    open_page: Open, desk: Desk, said: Said
) -> None:
    page = open_page(desk)
    page.panel.dedicated.click()
    page.views.dedicated.name.setText("坪岭小学")
    page.views.dedicated.contact.setText("李校长 13800000088")
    page.views.dedicated.submit()
    settle(page.services.background)
    added = [u for u in grids.view(desk).lines if u.level == Level.DEDICATED]
    assert [(u.name, u.parent_id, u.contact) for u in added] == [
        ("坪岭小学", VILLAGE_ID, "李校长 13800000088")
    ]
    said.undo[-1]()
    settle(page.services.background)
    assert grids.view(desk).tally.dedicated == 0


def loosen(desk: Desk) -> None:
    """All households back to the village, as if they had arrived without micro-grids."""
    first = undoing.last(desk)
    assert first is not None
    with desk.store.session() as session:
        ids = [line.id for grid in micro(desk) for line in grid.households]
        rows = [session.get_one(journal.TABLES["household"], id_) for id_ in ids]
        edits = [journal.change(desk.new_id(), "household", r, unit_id=VILLAGE_ID) for r in rows]
        save(desk, session, "walk.reordered", "", edits)


def test_micro_grids_are_formed_after_a_preview(open_page: Open, desk: Desk) -> None:
    loosen(desk)
    page = open_page(desk)
    assert page.checks.chips[Check.LOOSE].text() == "36 户未入微网格"
    page.panel.form.click()
    settle(page.services.background)
    assert page.views.forming.choice.outcome.text() == "36 户组成 2 个微网格：2 × 18 户"
    page.views.forming.choice.choose(Forming.EVENLY)
    page.views.forming.submit()
    settle(page.services.background)
    assert [len(grid.households) for grid in micro(desk)] == [0, 0, 18, 18]
    assert grids.view(desk).unassigned == 0


def test_a_leader_sees_the_tree_and_changes_nothing(open_page: Open, make_desk: MakeDesk) -> None:
    desk = make_desk()
    unit = micro(desk)[0]
    person = Person("王桂英", unit.id, unit.name, Role.LEADER.value)
    page = open_page(replace(desk, person=person))
    assert not page.panel.dedicated.isVisible()
    assert not page.acceptDrops()
    page.panel.leaders.click()
    settle(page.services.background)
    assert not page.views.leaders.form.isVisible()
    assert page.views.leaders.history.rows[0].holder == "王桂英"


def test_a_village_changes_itself_and_not_the_county(open_page: Open, desk: Desk) -> None:
    page = open_page(desk)
    assert page.panel.dedicated.isVisible()
    page.tree.choose(grids.view(desk).lines[0].id)
    settle(page.services.background)
    assert not page.panel.dedicated.isVisible()
    assert desk.person == WORKER


def test_stretches_in_a_preview_are_those_that_are_formed() -> None:
    groups = ["2组"] * 25 + ["1组"] * 10
    assert rules.sizes(groups, evenly=False) == [10, 12, 13]
    assert rules.sizes(groups, evenly=True) == [17, 18]
