"""Every number of table 5 opens the receptions that it counts, and these open where they stand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gridapp.reports.periodic.model import Part
from gridapp.ui.receptions import ReceptionsPage
from gridapp.ui.reports.kept import KeptView
from gridapp.ui.reports.report_view import ReportView
from gridapp.usecases.desk import Desk
from gridapp.usecases.reports import frozen_reports
from tests.desks import TODAY
from tests.ui.conftest import settle
from tests.ui.pages import AtDesk, show_alone
from tests.ui.reports.conftest import Said, ShowPage


@pytest.mark.parametrize("signed", [False, True])
def test_a_number_of_table_5_opens_its_receptions(
    show_page: ShowPage, desk: Desk, held: list[object], said: Said, signed: bool
) -> None:
    page = show_page(desk)
    view: ReportView | KeptView = page.made(ReportView)
    draft, card = page.made(ReportView).draft, page.made(ReportView).receptions
    if signed:
        report = page.made(ReportView).report
        assert report is not None
        id_ = frozen_reports.hand_in(desk, report).record_id
        page.opened(id_)
        settle(page.services.background)
        view = page.made(KeptView)
        draft, card = view.sheet.draft, view.sheet.receptions
    table = draft.cards[Part.RECEPTIONS].table
    assert table is not None
    for row, column, behind in ((0, 4, held[:1]), (1, 5, held[1:]), (2, 5, held)):
        table.setFocus()
        table.setCurrentIndex(table.model().index(row, column))
        QTest.keyClick(table, Qt.Key.Key_Return)
        assert [one.reception for one in card.table.rows] == behind
        assert card.isVisibleTo(view)
    QTest.keyClick(card.table, Qt.Key.Key_Return)
    assert said.went == [("receptions", (held[0], TODAY))]


def test_a_reception_opens_in_its_month(
    show_page: ShowPage, qtbot: object, at_desk: AtDesk, desk: Desk, held: list[object]
) -> None:
    page = show_alone(qtbot, at_desk(desk), ReceptionsPage)  # type: ignore[arg-type]
    page.opened((held[1], TODAY))
    settle(page.services.background)
    settle(page.services.background)
    chosen = page.receptions.table.chosen()
    assert chosen is not None and chosen.id == held[1]
    assert page.receptions.chooser.period.month == TODAY.month


def test_a_number_that_stands_twice_is_told_of_with_what_to_do(
    show_page: ShowPage, desk: Desk
) -> None:
    view = show_page(desk).made(ReportView)
    assert view.report is not None
    for who in ("甲", "乙"):
        id_ = frozen_reports.hand_in(
            replace(desk, person=replace(desk.person, name=who)), view.report
        )
        assert id_.record_id is not None
        frozen_reports.sign(desk, id_.record_id)
    (line, _) = frozen_reports.all_reports(desk)
    view.line.show_line(replace(line, number="2026-47", doubled=True))
    assert view.line.chip.text() == "编号重复"
    assert "请重新出具" in view.line.told.text()
