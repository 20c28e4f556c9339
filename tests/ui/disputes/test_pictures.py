"""Ledger, forms and case, drawn: nothing cut off, nothing blank."""

from collections.abc import Callable
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from gridapp.contract.disputes import Conclusion, EventKind
from gridapp.store.disputes import Shelf
from gridapp.ui.disputes import DisputesPage
from gridapp.ui.window import MainWindow, PageSpec
from gridapp.usecases import disputes
from gridapp.usecases.desk import Desk
from tests.desks import MakeDesk
from tests.ui.conftest import Picture, settle
from tests.ui.pages import AtDesk

Framed = Callable[..., tuple[MainWindow, DisputesPage]]


@pytest.fixture
def framed(qtbot: QtBot, at_desk: AtDesk) -> Framed:
    def make(desk: Desk, argument: object = None) -> tuple[MainWindow, DisputesPage]:
        spec = PageSpec("disputes", "clipboard-list", "矛盾纠纷", DisputesPage)
        services = at_desk(desk)
        window = MainWindow(
            services, "韦国平", "坪岭村", demo=False, pages=[spec], search=lambda _text: ()
        )
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        window.go("disputes", argument)
        settle(services.background)
        page = window.page()
        assert isinstance(page, DisputesPage)
        return window, page

    return make


def case_of(desk: Desk, title: str) -> UUID:
    return next(line.id for line in disputes.ledger(desk, Shelf.ALL) if title in line.title)


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


def test_case(framed: Framed, desk: Desk, picture: Picture) -> None:
    window, _page = framed(desk, case_of(desk, "排水沟"))
    picture(window, "dispute-case")


def test_case_being_concluded(framed: Framed, desk: Desk, picture: Picture) -> None:
    window, page = framed(desk, case_of(desk, "宅基地"))
    page.case.open_step(EventKind.CONCLUDED)
    page.case.form.choose(Conclusion.INTERIM)
    page.case.form.submitted.emit()
    picture(window, "dispute-concluding")


def test_case_to_strike_off(framed: Framed, desk: Desk, picture: Picture) -> None:
    window, page = framed(desk, case_of(desk, "山林"))
    page.case.open_step(EventKind.STRUCK_OFF)
    picture(window, "dispute-striking-off")
