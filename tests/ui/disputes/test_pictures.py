"""Ledger, forms and case, drawn: nothing cut off, nothing blank."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from gridapp.contract.disputes import Conclusion
from gridapp.ui.disputes import DisputesPage
from gridapp.ui.window import MainWindow
from gridapp.usecases.desk import Desk
from tests.desks import MakeDesk
from tests.ui import frame
from tests.ui.conftest import Picture, settle
from tests.ui.disputes.lived import as_township, case_of, lived
from tests.ui.pages import AtDesk

Framed = Callable[..., tuple[MainWindow, DisputesPage]]


@pytest.fixture
def framed(qtbot: QtBot, at_desk: AtDesk) -> Framed:
    def make(desk: Desk, argument: object = None) -> tuple[MainWindow, DisputesPage]:
        services = at_desk(desk)
        return frame.framed(qtbot, services, "clipboard-list", "矛盾纠纷", DisputesPage, argument)

    return make


def test_ledger(framed: Framed, desk: Desk, picture: Picture) -> None:
    window, page = framed(desk)
    page.ledger.show_all()
    picture(window, "disputes-ledger")


def test_cases_of_a_report(framed: Framed, desk: Desk, picture: Picture) -> None:
    window, _page = framed(desk, (case_of(desk, "排水沟"), case_of(desk, "借款")))
    picture(window, "disputes-of-report")


def test_empty_ledger(framed: Framed, make_desk: MakeDesk, picture: Picture) -> None:
    window, _page = framed(make_desk(filled=False))
    picture(window, "disputes-empty")


def test_new_case_with_faults(framed: Framed, desk: Desk, picture: Picture) -> None:
    window, page = framed(desk)
    page.start_new()
    settle(page.services.background)
    page.new_case.form.submitted.emit()
    picture(window, "disputes-new")


def test_case_that_has_come_a_long_way(framed: Framed, desk: Desk, picture: Picture) -> None:
    window, page = framed(desk, lived(desk))
    picture(window, "dispute-case")
    page.case.events.toggle_more()
    picture(window, "dispute-more")


def test_case_being_concluded(framed: Framed, desk: Desk, picture: Picture) -> None:
    window, page = framed(desk, case_of(desk, "宅基地"))
    events = page.case.events
    events.buttons["step.concluded"].click()
    events.form.inputs["conclusion"].choose(Conclusion.INTERIM)
    events.form.submit()
    picture(window, "dispute-concluding")


def test_agreement_and_parties_being_written(framed: Framed, desk: Desk, picture: Picture) -> None:
    window, page = framed(as_township(desk), lived(desk))
    page.case.events.buttons["agreement.new"].click()
    settle(page.services.background)
    page.case.events.form.inputs["instalments"].add_row()
    picture(window, "dispute-agreeing")
    page.case.parties.buttons["facts.parties"].click()
    picture(window, "dispute-parties")


def test_case_to_strike_off(framed: Framed, desk: Desk, picture: Picture) -> None:
    window, page = framed(desk, case_of(desk, "山林"))
    page.case.events.buttons["step.struck_off"].click()
    picture(window, "dispute-striking-off")
