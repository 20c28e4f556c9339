"""Ledgers on screen: looked at, made by keyboard, exported covered or for a reason."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gridapp.contract.people import Role
from gridapp.store.reports.ledgers import Source
from gridapp.ui.reports import ReportsPage
from gridapp.ui.reports.ledgers import LedgersView
from gridapp.ui.services import Services
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.reports import ledger_definitions
from tests.desks import TOWNSHIP_ID
from tests.ui.conftest import Picture, settle
from tests.ui.frame import framed

MAKER = Person("何某", TOWNSHIP_ID, "永福镇", Role.TOWNSHIP.value)


@pytest.fixture
def village(qtbot: QtBot, services: Services, desk: Desk) -> Iterator[LedgersView]:
    """As those see it who use what others have made."""
    yield from shown_at(qtbot, services, desk)


@pytest.fixture
def view(qtbot: QtBot, services: Services, desk: Desk) -> Iterator[LedgersView]:
    yield from shown_at(qtbot, services, replace(desk, person=MAKER))


def shown_at(qtbot: QtBot, services: Services, desk: Desk) -> Iterator[LedgersView]:
    made_by = replace(services, desk=desk)
    window, page = framed(qtbot, made_by, "chart-column", "报表", ReportsPage)
    assert isinstance(page, ReportsPage)
    made = page.show_kind(LedgersView)
    settle(services.background)
    assert isinstance(made, LedgersView)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()


def settled(view: LedgersView) -> LedgersView:
    settle(view.page.services.background)
    return view


def choose(view: LedgersView, name: str) -> None:
    found = next(one for one in view.list.rows if one.name == name)
    view.list.choose(found.code)
    settled(view)


def shown(view: LedgersView) -> list[list[str]]:
    assert view.preview.table is not None
    model = view.preview.table.model()
    columns = range(model.columnCount())
    head = [model.headerData(column, Qt.Orientation.Horizontal) for column in columns]
    rows = [
        [model.index(row, column).data() for column in columns] for row in range(model.rowCount())
    ]
    return [head, *rows]


def saved_as(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_each_ledger_shows_its_first_rows_covered(view: LedgersView) -> None:
    choose(view, "住户花名册")
    head, first, *_ = shown(view)
    assert head[:5] == ["村民组", "户号", "人口数", "户主姓名", "姓名"]
    assert first[:5] == ["1组", "001", "3", "韦*", "韦*"]
    assert "138****5678" in first
    assert view.preview.note.text() == "前 40 行，共 108 行"


def test_state_and_period_narrow_what_is_shown(view: LedgersView) -> None:
    choose(view, "突出矛盾纠纷台账")
    assert len(shown(view)) == 1
    assert view.preview.none.isVisibleTo(view)
    view.filters.shelves.setCurrentIndex(0)
    settled(view)
    assert len(shown(view)) == 1 + 5
    view.filters.periods.setCurrentIndex(3)
    settled(view)
    assert len(shown(view)) == 1 + 1, "one case of this November"


def test_a_ledger_is_made_by_keyboard_alone(qtbot: QtBot, view: LedgersView) -> None:
    qtbot.keyClick(view.list, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form, columns = view.form, view.form.columns
    assert form.name.hasFocus()
    form.name.insert("排水纠纷登记本")
    for _ in range(5):
        qtbot.keyClick(columns, Qt.Key.Key_Down)
    qtbot.keyClick(columns, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(columns, Qt.Key.Key_Down)
    qtbot.keyClick(columns, Qt.Key.Key_Space)
    before = [heading for _, heading in form.definition().columns]
    assert before == [
        "序号",
        "单位",
        "简要情况",
        "责任单位责任人",
        "化解情况",
        "交办督办情况",
        "销号情况",
    ]
    view.filters.shelves.setCurrentIndex(0)
    settled(view)
    assert shown(view)[0] == before, "the rows follow at once"
    qtbot.keyClick(form.name, Qt.Key.Key_F9)
    settled(view)
    assert not form.isVisible()
    kept = ledger_definitions.all_of(view.page.services.desk)[-1]
    assert (kept.name, kept.source, kept.own) == ("排水纠纷登记本", Source.CASES, True)
    assert view.list.chosen() == kept
    assert len(shown(view)) == 1 + 5


def test_a_ledger_without_a_name_says_so_at_the_name(qtbot: QtBot, view: LedgersView) -> None:
    view.new()
    view.form.keep()
    settled(view)
    assert view.form.fields["name"].error.isVisible()
    assert view.form.name.hasFocus()
    view.form.name.setText("接访台账")
    view.form.keep()
    settled(view)
    assert view.form.fields["name"].error.text() == "已经有同名的台账。"


def test_another_source_offers_its_own_columns_and_states(view: LedgersView) -> None:
    view.new()
    view.form.sources.setCurrentIndex(view.form.sources.findData(Source.GRIDS))
    view.form.changed.emit()
    settled(view)
    assert shown(view)[0] == ["序号", "村", "网格", "微网格编号", "微网格名称", "范围"]
    assert view.filters.shelves.findText("空缺") > 0
    assert view.form.order.findData("phone") == -1, "never by who a person is"


def test_a_shipped_ledger_is_copied_and_ones_own_is_dropped(view: LedgersView) -> None:
    choose(view, "接访台账")
    view.change()
    view.form.name.setText("我的接访")
    view.form.keep()
    settled(view)
    choose(view, "我的接访")
    view.drop()
    settled(view)
    assert [one.name for one in view.list.rows if one.own] == []


def test_a_village_uses_ledgers_and_makes_none(village: LedgersView) -> None:
    assert not village.side.edit.isVisible()
    assert "Ctrl+N" not in dict(village.shortcuts())
    village.new()
    assert not village.form.isVisible()


def test_an_export_is_covered_until_a_reason_is_given(
    view: LedgersView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    saved_as(monkeypatch, path)
    choose(view, "住户花名册")
    view.export_excel()
    settled(view)
    assert openpyxl.load_workbook(path).active["D4"].value == "韦*"
    view.out.whole.setChecked(True)
    view.export_excel()
    assert view.out.field.error.isVisible()
    assert view.out.reason.hasFocus()
    view.out.reason.setText("派出所核对户籍")
    view.export_excel()
    settled(view)
    sheet = openpyxl.load_workbook(path).active
    assert sheet["D4"].value == "韦国平"
    assert "派出所核对户籍" in sheet.oddFooter.center.text
    assert not view.out.whole.isChecked(), "the next one is covered again"


def test_ledgers_drawn(qtbot: QtBot, services: Services, desk: Desk, picture: Picture) -> None:
    made_by = replace(services, desk=replace(desk, person=MAKER))
    window, page = framed(qtbot, made_by, "chart-column", "报表", ReportsPage)
    assert isinstance(page, ReportsPage)
    view = page.show_kind(LedgersView)
    assert isinstance(view, LedgersView)
    settle(services.background)
    choose(view, "住户花名册")
    picture(window, "ledgers-households")
    choose(view, "突出矛盾纠纷台账")
    view.filters.shelves.setCurrentIndex(0)
    view.change()
    settle(services.background)
    picture(window, "ledgers-form")


def test_a_narrow_window_has_a_box_above_instead_of_the_list_at_the_side(
    view: LedgersView,
) -> None:
    assert not view.filters.ledgers.isVisible()
    view.window().resize(700, 600)
    settled(view)
    assert view.filters.ledgers.isVisible()
    view.filters.ledgers.setCurrentIndex(view.filters.ledgers.findText("微网格花名册"))
    view.filters.ledgers.activated.emit(view.filters.ledgers.currentIndex())
    settled(view)
    assert view.definition.name == "微网格花名册"
    assert "微网格编号" in shown(view)[0]
