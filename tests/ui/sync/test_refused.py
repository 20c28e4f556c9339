"""What the county did not take: corrected and sent again with the keyboard, or given up."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from sqlalchemy import update
from sqlmodel import col, select

from gridapp.store.bookkeeping import ChangeRow
from gridapp.store.sync.outbox import State
from gridapp.ui.sync import SyncPage
from gridapp.usecases.desk import Desk
from gridapp.usecases.sync import sync
from tests.ui.keyboard import Keyboard
from tests.ui.pages import Said
from tests.ui.sync.conftest import Show, join


@pytest.fixture
def page(show: Show, desk: Desk) -> SyncPage:
    """The county could not take in one party of a case."""
    with desk.store.session() as session:
        row = session.exec(
            select(ChangeRow).where(ChangeRow.kind == "party").order_by(col(ChangeRow.dseq))
        ).first()
        assert row is not None
        values = {"state": State.QUARANTINED, "problem": "422.3 quarantined"}
        session.execute(update(ChangeRow).where(col(ChangeRow.dseq) == row.dseq).values(**values))
    join(desk)
    return show(desk).page


def test_it_is_listed_with_operation_part_reason_and_values(page: SyncPage) -> None:
    model = page.refused.table.model()
    assert model.index(0, 0).data() == "登记纠纷：蒋志强与欧阳明宅基地边界纠纷"
    assert model.index(0, 1).data() == "当事人"
    assert "搁置" in page.refused.reason.text()
    assert "姓名：蒋志强" in page.refused.values.text()
    assert page.state.refused.text() == "1"


def test_it_is_corrected_and_sent_with_the_keyboard_alone(
    page: SyncPage, desk: Desk, said: Said
) -> None:
    keyboard = Keyboard(page)
    keyboard.press(Qt.Key.Key_Return)
    form = page.refused.form
    assert form.isVisible()
    name = form.inputs["name"].control
    assert isinstance(name, QLineEdit)
    while keyboard.focus() is not name:
        keyboard.press(Qt.Key.Key_Tab)
    name.selectAll()
    keyboard.type("蒋志刚")
    keyboard.press(Qt.Key.Key_F9)
    keyboard.rest()
    assert not page.refused.isVisible()
    newest = sync.held(desk).waiting[0]
    with desk.store.session() as session:
        sent = session.exec(
            select(ChangeRow).where(ChangeRow.operation_id == newest.operation_id)
        ).one()
    assert sent.fields["name"] == "蒋志刚"
    assert len(said.notices) == 1


def test_escape_leaves_the_correction(page: SyncPage) -> None:
    keyboard = Keyboard(page)
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_Escape)
    assert not page.refused.form.isVisible()
    assert page.refused.correct.isVisible()


def test_giving_up_is_asked_once(page: SyncPage, desk: Desk) -> None:
    keyboard = Keyboard(page)
    page.refused.give_up.click()
    assert page.refused.isVisible()
    keyboard.press(Qt.Key.Key_Tab)
    assert keyboard.focus() is page.refused.sure
    keyboard.press(Qt.Key.Key_Return)
    keyboard.rest()
    assert not page.refused.isVisible()
    assert sync.status(desk).totals.quarantined == 0


def test_it_is_sent_again_as_it_is(page: SyncPage, desk: Desk) -> None:
    before = sync.status(desk).totals.waiting
    page.refused.as_it_is.click()
    Keyboard(page).rest()
    assert sync.status(desk).totals.waiting == before + 1
