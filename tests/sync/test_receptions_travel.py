"""Receptions and meetings travel like every other record: two laptops of a village agree."""

from datetime import date
from uuid import UUID

from uuid_utils.compat import uuid7

from gridapp.contract.people import Role
from gridapp.contract.receptions import Rhythm
from gridapp.domain.receptions.rhythms import Pattern
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.disputes.disputes import NewDispute
from gridapp.usecases.receptions import duty_rosters, meeting_actions, meetings, receptions
from gridapp.usecases.receptions.duty_rosters import Plan
from gridapp.usecases.receptions.meeting_actions import NewAction
from gridapp.usecases.receptions.meetings import MeetingView, NewMeeting
from gridapp.usecases.receptions.receptions import Duty, Outcome
from tests.server.grids import VILLAGE
from tests.sync.laptops import Laptop

NOVEMBER = date(2026, 11, 1), date(2026, 11, 30)
PLAN = Plan((("韦某", "书记"), ("覃某", "")), Pattern(Rhythm.WEEKLY, (0,)), *NOVEMBER)


def desk(laptop: Laptop, name: str) -> Desk:
    return Desk(laptop.store, Person(name, VILLAGE, "甲村", Role.VILLAGE.value), laptop.now, uuid7)


def exchange(*laptops: Laptop) -> None:
    for laptop in laptops:
        assert laptop.sync().problem is None


def seen(who: Desk, meeting_id: UUID) -> MeetingView:
    found = meetings.view(who, meeting_id)
    assert found is not None
    return found


def test_a_roster_a_log_and_a_meeting_made_offline_reach_the_other_laptop(
    village: Laptop, second: Laptop
) -> None:
    one, other = desk(village, "何某"), desk(second, "韦某")
    today = one.today()
    duty_rosters.plan_year(one, VILLAGE, PLAN)
    held = receptions.between(one, *NOVEMBER)[0]
    receptions.hold(one, held, Outcome(min(held.day, today), 3, 12, "当场答复。"))
    matter = NewDispute("水沟改道", "0201", "积水", today)
    case = receptions.raise_matter(one, held.id, VILLAGE, matter).record_id
    called = meetings.call(one, VILLAGE, NewMeeting("周研判会", today, Rhythm.WEEKLY)).record_id
    assert case is not None
    assert called is not None
    meetings.set_agenda(one, called, [case])
    meeting_actions.note(one, called, case, "本周再调。")
    meeting_actions.give_action(one, called, NewAction("约双方", "韦某", today, case))
    exchange(village, second)

    assert receptions.between(other, *NOVEMBER) == receptions.between(one, *NOVEMBER)
    assert [line.id for line in receptions.cases(other, [held.id])] == [case]
    view = seen(other, called)
    assert [(item.case.id, item.notes) for item in view.items] == [(case, ("本周再调。",))]
    assert [task.title for task in view.actions] == ["约双方"]

    meetings.hold(other, view.meeting, today, "已研判。")
    exchange(second, village)
    assert seen(one, called).meeting.minutes == "已研判。"


def test_minutes_that_came_while_others_were_written_are_not_replaced(
    village: Laptop, second: Laptop
) -> None:
    one, other = desk(village, "何某"), desk(second, "韦某")
    today = one.today()
    called = meetings.call(one, VILLAGE, NewMeeting("周研判会", today)).record_id
    assert called is not None
    exchange(village, second)
    in_sight = seen(one, called).meeting
    meetings.hold(other, seen(other, called).meeting, today, "已研判。")
    exchange(second, village)

    meetings.change(one, in_sight, NewMeeting("专题会", today))
    exchange(village, second)
    assert (seen(other, called).meeting.title, seen(other, called).meeting.minutes) == (
        "专题会",
        "已研判。",
    )
    meetings.hold(one, in_sight, today, "明日再议。")
    exchange(village, second)
    assert seen(one, called).meeting.minutes == seen(other, called).meeting.minutes == "已研判。"
    assert village.totals().conflicts == 1


def test_a_log_that_is_set_right_leaves_what_another_laptop_set_right_meanwhile(
    village: Laptop, second: Laptop
) -> None:
    one, other = desk(village, "何某"), desk(second, "韦某")
    today = one.today()
    receptions.arrange(one, VILLAGE, Duty("韦某", today))
    (planned,) = receptions.between(one, today, today)
    receptions.hold(one, planned, Outcome(today, 3, 12, "当场答复。"))
    exchange(village, second)
    (in_sight,) = receptions.between(one, today, today)
    receptions.hold(other, in_sight, Outcome(today, 4, 12, "当场答复。"))
    exchange(second, village)
    receptions.hold(one, in_sight, Outcome(today, 3, 12, "答复2批。"))
    exchange(village)
    (line,) = receptions.between(one, today, today)
    assert (line.groups, line.result) == (4, "答复2批。")
