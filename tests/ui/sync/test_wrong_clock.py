"""That this laptop's clock is wrong is said on Today and on the sync page, until it is right."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gridapp.domain.sync.timekeeping import Compared
from gridapp.store import meta
from gridapp.sync import timekeeping
from gridapp.ui.services import Services
from gridapp.ui.sync.automatic import Automatic
from gridapp.ui.sync.page import SyncPage
from gridapp.ui.sync.wrong_clock import told
from gridapp.ui.today import TodayPage
from gridapp.usecases.desk import Desk
from tests.ui.conftest import Picture, settle
from tests.ui.frame import framed
from tests.ui.sync.conftest import join

FAST = timedelta(days=3)


def hear(desk: Desk, ahead: timedelta) -> None:
    """The laptop has exchanged with the county while its clock was ahead by this."""
    here = desk.now() - timedelta(minutes=1)
    with desk.store.session() as session:
        meta.put_all(session, timekeeping.facts(Compared(here, here - ahead)))


def test_it_is_said_with_what_to_do_and_no_longer_when_it_is_right(
    qtbot: QtBot, services: Services, desk: Desk, picture: Picture
) -> None:
    join(desk)
    hear(desk, FAST)
    mine = replace(services, desk=desk)
    automatic = Automatic(services.background, services.changes, desk)
    automatic.pause()
    _, page = framed(
        qtbot, mine, "refresh-cw", "同步", lambda its: SyncPage(its, automatic, lambda _desk: None)
    )
    _, day = framed(qtbot, mine, "clock", "今日", TodayPage)
    for label, name in ((page.state.clock, "sync"), (day.sync.clock, "today")):
        assert (label.isHidden(), label.text()) == (False, told(FAST))
        picture(label.window(), f"{name}-wrong-clock")
    assert page.state.chip.text().startswith("本机时间不准")
    hear(desk, timedelta())
    for shown in (page, day):
        shown.refresh()
    settle(services.background)
    assert page.state.clock.isHidden()
    assert day.sync.clock.isHidden()


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (timedelta(days=400), "本机时间快了 400 天，"),
        (timedelta(days=-1), "本机时间至少慢了 1 天，"),
        (timedelta(hours=-5), "本机时间至少慢了 5 小时，"),
        (timedelta(minutes=20), "本机时间快了 20 分钟，"),
    ],
)
def test_a_wrong_clock_is_told_with_what_to_do(
    qapp: QApplication, ahead: timedelta, words: str
) -> None:
    sentence = told(ahead)
    assert sentence.startswith(words)
    assert "请在系统的“日期和时间”里改正" in sentence
