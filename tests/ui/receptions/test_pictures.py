"""Receptions, their forms, meetings and slides, drawn: nothing cut off, nothing blank."""

from datetime import date, timedelta

from pytestqt.qtbot import QtBot

from gridapp.contract.receptions import Rhythm
from gridapp.domain.receptions.rhythms import Pattern
from gridapp.reports.slides import slides
from gridapp.ui.receptions import ReceptionsPage
from gridapp.ui.receptions.slides import SlideShow
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes.disputes import NewDispute
from gridapp.usecases.receptions import duty_rosters, meeting_actions, meetings, receptions
from gridapp.usecases.receptions.duty_rosters import Plan
from gridapp.usecases.receptions.meeting_actions import NewAction
from gridapp.usecases.receptions.meetings import NewMeeting
from gridapp.usecases.receptions.receptions import Outcome
from tests.desks import TODAY, VILLAGE_ID
from tests.ui.conftest import Picture, settle
from tests.ui.frame import framed
from tests.ui.pages import AtDesk


def planned(desk: Desk) -> None:
    leaders = (("韦国平", "党支部书记"), ("覃秀英", "村委会副主任"))
    first, last = date(2026, 10, 26), date(2026, 12, 31)
    pattern = Pattern(Rhythm.WEEKLY, (0, 3))
    plan = Plan(leaders, pattern, first, last, "村便民服务站", "9:00—11:30", "06")
    duty_rosters.plan_year(desk, VILLAGE_ID, plan)
    lines = receptions.between(desk, first, TODAY)
    for line in lines[:-1]:
        receptions.hold(desk, line, Outcome(line.day, 3, 12, "当场答复2批，转为案件1起。"))
    new = NewDispute("蒙大伯排水沟纠纷", "0201", "接访时反映。", lines[-2].day)
    receptions.raise_matter(desk, lines[-2].id, VILLAGE_ID, new)


def page_of(qtbot: QtBot, at_desk: AtDesk, desk: Desk) -> tuple[object, ReceptionsPage]:
    window, page = framed(qtbot, at_desk(desk), "message-square", "接访", ReceptionsPage)
    assert isinstance(page, ReceptionsPage)
    return window, page


def test_receptions(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = page_of(qtbot, at_desk, desk)
    planned(desk)
    page.refresh()
    settle(page.services.background)
    view = page.receptions
    view.table.choose(view.found.lines[-9].id)
    view.table.choose(next(line.id for line in view.found.lines if line.cases))
    settle(page.services.background)
    picture(window, "receptions-held")
    view.plan_year()
    settle(page.services.background)
    picture(window, "receptions-plan")


def test_meetings(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = page_of(qtbot, at_desk, desk)
    page.tabs.setCurrentIndex(1)
    new = NewMeeting("周研判会", date(2026, 11, 20), Rhythm.WEEKLY, "", "韦国平", "村委会会议室")
    id_ = meetings.call(desk, VILLAGE_ID, new).record_id
    assert id_ is not None
    found = meetings.view(desk, id_)
    assert found is not None
    first, *others = (item.case.id for item in found.items)
    meetings.set_agenda(desk, id_, [first, *others[:-1]])
    meeting_actions.note(desk, id_, first, "由司法所牵头，本周内再调解一次。")
    due = TODAY + timedelta(days=5)
    meeting_actions.give_action(desk, id_, NewAction("约双方现场丈量", "韦国平", due, first))
    meeting_actions.give_action(desk, id_, NewAction("报送本周小结", "覃秀英", due))
    meetings.hold(desk, found.meeting, TODAY, "逐案研判，明确了责任人和时限。")
    page.meetings.open(id_)
    settle(page.services.background)
    page.meetings.sheet.meeting.open_act(page.meetings.sheet.meeting.acts["meeting.follow"])
    settle(page.services.background)
    picture(window, "meetings-held")


def test_slides(qtbot: QtBot, desk: Desk, picture: Picture) -> None:
    planned(desk)
    lines = receptions.between(desk, TODAY, date(2026, 12, 31))
    show = SlideShow("永福镇领导接访安排", slides(lines, date(2026, 11, 23)))
    qtbot.addWidget(show)
    show.go_on()
    picture(show, "slides-next")
