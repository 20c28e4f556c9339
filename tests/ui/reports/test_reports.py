"""The weekly report on screen says what the printed one says, and opens what it counts."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gridapp.contract.people import Role
from gridapp.contract.screening import Outcome
from gridapp.reports.periodic.model import Part
from gridapp.ui.reports.paper import PaperTable
from gridapp.ui.reports.report_view import ReportView
from gridapp.ui.services import Services
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.screening import screening
from tests.desks import MakeDesk
from tests.ui.conftest import settle
from tests.ui.reports.conftest import Said, ShowPage


@pytest.fixture
def page(show_page: ShowPage, desk: Desk) -> ReportView:
    view = show_page(desk).view
    assert isinstance(view, ReportView)
    return view


def table(page: ReportView, part: Part) -> PaperTable:
    found = page.draft.cards[part].table
    assert found is not None
    return found


def texts(shown: PaperTable, row: int) -> list[str]:
    model = shown.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_the_draft_of_this_week_appears_at_once_and_its_flow_balances(page: ReportView) -> None:
    assert page.report is not None
    assert str(page.report.period) == "2026-W47"
    assert page.draft.cards[Part.OVERVIEW].editor.toPlainText() == page.report.summary
    flow = table(page, Part.FLOW)
    for row in range(len(flow.rows)):
        carried, arrived, _, concluded, _, open_, _ = map(int, texts(flow, row)[1:8])
        assert carried + arrived - concluded == open_


def test_every_line_and_the_total_are_shown_as_printed(page: ReportView) -> None:
    assert page.report is not None
    flow = table(page, Part.FLOW)
    assert [row.cells[0] for row in flow.rows] == [row.name for row in page.report.flow]
    total = page.report.flow[-1]
    shown = texts(flow, len(flow.rows) - 1)
    assert shown[2] == str(total.arrived.value)
    assert shown[8] == total.resolution.percent


def test_enter_on_a_number_opens_the_cases_behind_it(
    qtbot: QtBot, page: ReportView, said: Said
) -> None:
    assert page.report is not None
    flow = table(page, Part.FLOW)
    last = len(flow.rows) - 1
    flow.setFocus()
    flow.setCurrentIndex(flow.model().index(last, 5))
    qtbot.keyClick(flow, Qt.Key.Key_Right)
    qtbot.keyClick(flow, Qt.Key.Key_Return)
    behind = page.report.flow[-1].open
    assert len(behind.cases) == behind.value > 0
    assert said.went == [("disputes", behind.cases)]


def test_a_number_without_cases_opens_nothing(qtbot: QtBot, page: ReportView, said: Said) -> None:
    flow = table(page, Part.FLOW)
    for column in (0, 8):
        flow.setCurrentIndex(flow.model().index(0, column))
        qtbot.keyClick(flow, Qt.Key.Key_Return)
    assert said.went == []


def test_the_week_is_changed_by_keys_but_not_into_the_future(
    qtbot: QtBot, page: ReportView, services: Services
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle(services.background)
    assert page.report is not None
    assert str(page.report.period) == "2026-W46"
    for _ in range(3):
        qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle(services.background)
    assert str(page.report.period) == "2026-W47"
    assert not page.chooser.later.isEnabled()


@pytest.mark.parametrize(("key", "inside"), [("excel", "xl/workbook.xml"), ("word", "word/")])
def test_export_writes_the_report_that_is_shown_and_says_where(
    page: ReportView,
    services: Services,
    said: Said,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    key: str,
    inside: str,
) -> None:
    proposed: list[str] = []

    def ask(_parent: object, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(path).name)
        return str(tmp_path / Path(path).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    getattr(page.out, key).click()
    settle(services.background)
    (name,) = proposed
    assert name.startswith("坪岭村") and "2026-W47" in name
    assert str(tmp_path / name) in said.notices[-1]
    assert any(part.startswith(inside) for part in zipfile.ZipFile(tmp_path / name).namelist())


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(
    page: ReportView, services: Services, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = "/nowhere/report.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (gone, ""))
    page.out.excel.click()
    settle(services.background)
    assert len(said.notices) == 1
    assert "/nowhere" not in said.notices[0] and "report." not in said.notices[0]


def test_new_cases_are_in_the_draft_without_being_asked_for(
    page: ReportView, services: Services, desk: Desk
) -> None:
    assert page.report is not None
    before = page.report.coverage[-1].coverage.visited
    running = screening.running_rounds(desk)[0].id
    unit = screening.grids_to_walk(desk, running)[0].unit_id
    line = screening.walk(desk, running, unit)[0]
    screening.record_visit(desk, running, line.household_id, Outcome.QUIET, desk.today())
    services.changes.tell("visit")
    settle(services.background)
    settle(services.background)
    assert page.report.coverage[-1].coverage.visited == before + 1


def test_a_micro_grid_leader_is_told_who_draws_up_the_report(
    show_page: ShowPage, make_desk: MakeDesk, desk: Desk
) -> None:
    unit = screening.grids_to_walk(desk, screening.running_rounds(desk)[0].id)[0]
    leader = make_desk(Person("王桂英", unit.unit_id, unit.name, Role.LEADER.value))
    page = show_page(leader).view
    assert isinstance(page, ReportView)
    assert page.report is None
    assert not page.out.excel.isVisible()
    assert page._none.isVisible()
