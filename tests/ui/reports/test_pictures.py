"""The reports page drawn: nothing cut off, nothing blank."""

from dataclasses import replace

from gridapp.domain.reports.periods import Period
from gridapp.reports.periodic.model import Part
from gridapp.reports.periodic.tables import receptions_behind
from gridapp.ui.reports.chasing import ChasingView
from gridapp.ui.reports.kept import KeptView
from gridapp.usecases.desk import Desk
from gridapp.usecases.reports import frozen_reports, weekly
from tests.desks import VILLAGE_ID, MakeDesk
from tests.ui.conftest import Picture, settle
from tests.ui.reports.conftest import InWindow
from tests.usecases.reports.test_chasing import CLERK

WEEK = Period.parse("2026-W47")


def test_a_draft(in_window: InWindow, make_desk: MakeDesk, picture: Picture) -> None:
    for name, desk in (("report", make_desk()), ("report-empty", make_desk(filled=False))):
        weekly.keep_texts(desk, VILLAGE_ID, WEEK, {Part.NEXT: "走访剩余17户；调解宅基地边界纠纷。"})
        window, _ = in_window(desk)
        picture(window, name)


def test_what_was_handed_in(
    in_window: InWindow, desk: Desk, held: list[object], picture: Picture
) -> None:
    signer = replace(desk, person=replace(desk.person, name="莫审核"))
    for period in (WEEK.previous(), WEEK):
        made = frozen_reports.draw_up(desk, VILLAGE_ID, period)
        waiting = frozen_reports.hand_in(desk, made).record_id
        assert waiting is not None
        if period != WEEK:
            frozen_reports.sign(signer, waiting)
    window, page = in_window(signer)
    page.tabs.setCurrentIndex(1)
    settle(page.services.background)
    picture(window, "kept")
    view = page.made(KeptView)
    view.open(waiting)
    settle(page.services.background)
    view.sheet.draft.cases_asked.emit(view.sheet.opened.report.flow[-1].open.cases)
    view.sheet.draft.receptions_asked.emit(receptions_behind(view.sheet.opened.report, len(held)))
    settle(page.services.background)
    picture(window, "kept-behind")


def test_who_has_reported(in_window: InWindow, desk: Desk, picture: Picture) -> None:
    made = frozen_reports.draw_up(desk, VILLAGE_ID, WEEK)
    frozen_reports.hand_in(desk, made)
    window, page = in_window(replace(desk, person=CLERK))
    page.opened()
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    settle(page.services.background)
    assert isinstance(page.view, ChasingView)
    picture(window, "chasing")
