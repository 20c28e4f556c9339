"""The sheet by keyboard: members put right in their cells, what happened by buttons and keys."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from sqlmodel import col, select

from gridapp.contract.households import LifeEventKind
from gridapp.store.bookkeeping import ChangeRow
from gridapp.store.tables import Member
from gridapp.ui.acts.choosing import Choice
from gridapp.ui.acts.rows import Rows
from gridapp.ui.acts.ticks import Ticks
from gridapp.ui.households import HouseholdsPage
from gridapp.ui.households.life_inputs import Finder, RelationLine
from gridapp.usecases.desk import Desk
from gridapp.usecases.households import household_edits, households
from gridapp.usecases.households.comings import NewMember
from tests.ui.conftest import settle
from tests.ui.households.conftest import Press, people
from tests.ui.pages import Said
from tests.usecases.families import here, three_generations, who
from tests.usecases.families import settle as settle_family

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def home(page: HouseholdsPage, desk: Desk) -> object:
    made = three_generations(desk)
    page.opened(made)
    settle(page.services.background)
    return made


def test_a_cell_is_written_by_typing_and_the_next_one_is_ready(
    page: HouseholdsPage, press: Press, home: object
) -> None:
    press("龙大海", Key.Key_Return, "配偶", Key.Key_Escape)
    assert people(page)[0].name == "龙大海"
    assert people(page)[0].relation == "02"
    assert page.views.sheet.head_name.text() == "龙大海"


def test_chinese_is_composed_in_the_cell_from_the_first_letter_on(
    page: HouseholdsPage, press: Press, home: object
) -> None:
    for text, done in (("l", ""), ("long", ""), ("", "龙大河")):
        event = QInputMethodEvent(text, [])
        event.setCommitString(done)
        QApplication.sendEvent(QApplication.focusWidget(), event)
    settle(page.services.background)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "龙大河"
    press(Key.Key_Tab)
    assert people(page)[0].name == "龙大河"


def test_what_cannot_be_understood_stays_open_with_a_word_and_escape_leaves_it(
    page: HouseholdsPage, press: Press, home: object
) -> None:
    page.views.sheet.members.choose_cell(1, 1)
    press("什么人", Key.Key_Return)
    assert page.views.sheet.unread.text() == "看不懂这个关系，请写成“长子”“儿媳”或代码 22。"
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    press(Key.Key_Escape)
    assert page.views.sheet.unread.text() == ""
    assert people(page)[1].relation == "12"
    assert page.views.sheet.isVisible()


def test_a_number_is_typed_over_the_masked_one_and_doubts_are_told(
    page: HouseholdsPage, press: Press, home: object, desk: Desk
) -> None:
    page.views.sheet.members.choose_cell(4, 6)
    press("450326200305070052", Key.Key_Return)
    assert people(page)[4].citizen_number == "450***********0052"
    assert "校验" in page.views.sheet.doubts.text()
    page.views.sheet.members.choose_cell(4, 6)
    press(Key.Key_Return, Key.Key_Return)
    assert people(page)[4].citizen_number == "450***********0052"


def test_somebody_is_added_by_typing_into_the_last_row(
    page: HouseholdsPage, press: Press, home: object
) -> None:
    page.views.sheet.members.choose_cell(5, 0)
    press("龙三妹", Key.Key_Return, "三女", Key.Key_Return, "女", Key.Key_Return)
    new = people(page)[5]
    assert (new.name, new.relation, new.sex) == ("龙三妹", "34", "2")
    assert page.views.sheet.members.rows[-1].line is None


def test_a_death_is_entered_by_its_key_and_taken_back_in_the_history(
    page: HouseholdsPage, press: Press, home: object, desk: Desk, said: Said
) -> None:
    press((Key.Key_3, CTRL))
    choice = page.views.sheet.life.form.inputs["head"]
    assert isinstance(choice, Choice)
    choice.choose(str(people(page)[0].id))
    page.views.sheet.life.form.submit()
    settle(page.services.background)
    assert said.recorded == ["已记录：死亡"]
    assert "本户没有户主" in page.views.sheet.doubts.text()
    line = page.views.sheet.sheet.history[0] if page.views.sheet.sheet else None
    assert line is not None
    assert line.kind == LifeEventKind.DIED
    page.views.sheet.history.take_back(line)
    page.views.sheet.history.form.submit()
    settle(page.services.background)
    assert "本户没有户主" not in page.views.sheet.doubts.text()
    assert here(desk, page.views.sheet.household_id)[0] == ("龙大山", "02")


def test_a_new_head_is_chosen_with_everybodys_relation_in_sight(
    page: HouseholdsPage, press: Press, home: object
) -> None:
    press((Key.Key_7, CTRL))
    choice = page.views.sheet.life.form.inputs["head"]
    assert isinstance(choice, Choice)
    choice.choose(str(people(page)[2].id))
    assert choice.meaning.text() == "龙大山 父亲 · 覃月英 母亲 · 韦小妹 妻 · 龙子轩 子"
    page.views.sheet.life.form.submit()
    settle(page.services.background)
    assert [line.relation for line in people(page)] == ["02", "51", "52", "12", "20"]


def test_who_splits_off_is_shown_as_the_new_household(
    page: HouseholdsPage, press: Press, home: object, desk: Desk
) -> None:
    press((Key.Key_5, CTRL))
    form = page.views.sheet.life.form
    form.submit()
    settle(page.services.background)
    assert form.fields["head"].error.text() or form.fields["people"].error.text()
    ticks, choice = form.inputs["people"], form.inputs["head"]
    assert isinstance(ticks, Ticks)
    assert isinstance(choice, Choice)
    for line in people(page)[2:5]:
        ticks.boxes[line.id].setChecked(True)
    choice.choose(str(people(page)[2].id))
    form.submit()
    settle(page.services.background)
    assert page.views.sheet.household_id != home
    assert [line.name for line in people(page)] == ["龙小山", "韦小妹", "龙子轩"]


def test_another_household_is_found_and_merged(
    page: HouseholdsPage, press: Press, home: object, desk: Desk
) -> None:
    other = settle_family(desk, "龙二叔 02 1 1955", "莫晓英 12 2 1956")
    press((Key.Key_6, CTRL))
    form = page.views.sheet.life.form
    finder, link = form.inputs["other"], form.inputs["relation"]
    assert isinstance(finder, Finder)
    assert isinstance(link, RelationLine)
    finder.line.setText("龙二叔")
    finder.look()
    settle(page.services.background)
    assert finder.value() == other
    link.setText("弟")
    form.submit()
    settle(page.services.background)
    assert {line.name: line.relation for line in people(page)}["莫晓英"] == "74"
    assert who(desk, other) == {}


def test_a_household_that_moves_in_is_entered_with_its_people_and_then_shown(
    page: HouseholdsPage, press: Press, desk: Desk, said: Said
) -> None:
    press((Key.Key_N, CTRL))
    inputs = page.views.new.form.inputs
    inputs["address"].put_back("坪岭19号")
    rows = inputs["people"]
    assert isinstance(rows, Rows)
    page.views.new.form.submit()
    settle(page.services.background)
    assert page.views.new.form.fields["people"].error.text() == "请选择是谁。"
    for (_, cells), name, relation in zip(rows.rows, ("龙新来", "莫新来"), ("", "妻"), strict=True):
        cells["name"][1].put_back(name)
        cells["relation"][1].put_back(relation)
    page.views.new.form.submit()
    settle(page.services.background)
    assert said.recorded == ["已记录：整户迁入"]
    assert [(line.name, line.relation) for line in people(page)] == [
        ("龙新来", "02"),
        ("莫新来", "12"),
    ]


def test_what_an_exchange_brings_while_a_cell_is_open_is_not_taken_for_seen(
    page: HouseholdsPage, press: Press, desk: Desk, home: object
) -> None:
    first = people(page)[0]
    assert first.revision == 0
    press("龙")
    with desk.store.session() as session:
        session.get_one(Member, first.id).revision = 7
    page.refresh()
    settle(page.services.background)
    assert people(page)[0].revision == 7
    press("大海", Key.Key_Return)
    with desk.store.session() as session:
        change = session.exec(select(ChangeRow).order_by(col(ChangeRow.dseq).desc())).first()
    assert change is not None
    assert (change.fields, change.base_revision) == ({"name": "龙大海"}, 0)


def test_a_member_who_comes_meanwhile_takes_away_nothing_that_is_being_written(
    page: HouseholdsPage, press: Press, desk: Desk, home: UUID
) -> None:
    press("龙大")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setCursorPosition(1)
    household_edits.add_member(desk, home, NewMember("新来的"))
    page.refresh()
    settle(page.services.background)
    assert QApplication.focusWidget() is editor
    assert (editor.text(), editor.cursorPosition()) == ("龙大", 1)
    press("二", Key.Key_Down)
    assert [line.name for line in people(page)][:: len(people(page)) - 1] == ["龙二大", "新来的"]
    assert QApplication.focusWidget() is page.views.sheet.members
    assert page.views.sheet.members.currentIndex().row() == 1


def test_a_name_that_is_being_written_belongs_to_its_household_when_the_next_is_opened(
    page: HouseholdsPage, press: Press, desk: Desk, home: UUID
) -> None:
    sheet = page.views.sheet
    sheet.members.choose_cell(len(people(page)), 0)
    press("龙小妹", Key.Key_PageDown)
    assert sheet.household_id not in (None, home)
    first, other = (households.sheet(desk, one) for one in (home, sheet.household_id))
    assert first is not None
    assert other is not None
    assert "龙小妹" in {line.name for line in first.members}
    assert "龙小妹" not in {line.name for line in other.members}
