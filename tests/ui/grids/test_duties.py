"""Agents, mediators and case leaders of a unit: taken up and laid down by keyboard."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gridapp.contract.grids import PostKind
from gridapp.store.tables import Post
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import casework
from gridapp.usecases.grids import grids
from tests.desks import TODAY
from tests.ui.conftest import Picture, settle
from tests.ui.grids.test_pictures import framed
from tests.ui.keyboard import Keyboard
from tests.ui.pages import AtDesk

Key = Qt.Key


def test_a_mediator_is_added_and_ends_by_keyboard_and_the_load_is_shown(
    qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture
) -> None:
    window, page = framed(qtbot, at_desk, desk)
    keys = Keyboard(page)

    def press(*pressed: Qt.Key) -> None:
        for key in pressed:
            keys.press(key)
        keys.rest()

    page.panel.duties.setFocus()
    for key in (Key.Key_Space, Key.Key_Space, Key.Key_F9):  # the panel, its form, too early
        press(key)
    form = page.views.duties.form
    assert form.fields["holder"].error.text()
    keys.type("唐调解")  # the keyboard stands where something is missing
    while keys.focus() is not form.inputs["quota"] and keys.presses < 20:
        press(Key.Key_Tab)
    keys.type("2")
    press(Key.Key_Tab)
    keys.type("邻里、宅基地")
    press(Key.Key_F9)
    (load,) = casework.loads(desk, PostKind.MEDIATOR)
    assert (load.name, load.quota, load.skills) == ("唐调解", 2, "邻里、宅基地")
    assert page.views.duties.table.rows == [load]
    press(Key.Key_Delete)  # the keyboard stands on the new row
    picture(window, "grids-duties")
    form.inputs["until"].setFocus()  # type: ignore[attr-defined]
    press(Key.Key_F9)
    with desk.store.session() as session:
        assert session.get_one(Post, load.post_id).until == TODAY
    last = undoing.last(desk)
    assert last is not None
    assert last.what == "duty.laid_down"
    press(Key.Key_Escape)
    assert page.panel.isVisible()


def test_who_may_not_change_a_unit_sees_its_duties_only(
    qtbot: QtBot, at_desk: AtDesk, desk: Desk
) -> None:
    _window, page = framed(qtbot, at_desk, desk)
    page.tree.choose(grids.view(desk).lines[0].id)  # the county, above this village
    page.panel.duties.click()
    settle(page.services.background)
    assert page.views.duties.isVisible()
    assert not page.views.duties.add.isVisible()
    assert not page.views.duties.end.isVisible()
