"""Meetings: an agenda out of open cases, words in their timelines, actions with owners."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from gridapp.contract.disputes import EventKind
from gridapp.contract.people import Role
from gridapp.contract.receptions import Rhythm
from gridapp.domain.disputes.casework import TaskFault
from gridapp.domain.receptions.meetings import MeetingFault, Why
from gridapp.store.disputes.disputes import Shelf
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.disputes import casework, disputes
from gridapp.usecases.disputes.disputes import NewDispute
from gridapp.usecases.receptions import meeting_actions, meetings
from gridapp.usecases.receptions.meeting_actions import NewAction
from gridapp.usecases.receptions.meetings import MeetingView, NewMeeting
from tests.desks import TODAY, TOWNSHIP_ID, VILLAGE_ID, WORKER, MakeDesk

WEEKLY = NewMeeting("周研判会", date(2026, 11, 20), Rhythm.WEEKLY, chair="韦国平", place="村委会")


def called(desk: Desk, new: NewMeeting = WEEKLY) -> UUID:
    made = meetings.call(desk, VILLAGE_ID, new).record_id
    assert made is not None
    return made


def seen(desk: Desk, meeting_id: UUID) -> MeetingView:
    found = meetings.view(desk, meeting_id)
    assert found is not None
    return found


def titles(view: MeetingView) -> list[str]:
    return [item.case.title for item in view.items]


def test_the_agenda_begins_with_overdue_cases_then_those_due_soon_then_the_stalled(
    desk: Desk,
) -> None:
    view = seen(desk, called(desk))
    assert titles(view)[:2] == ["蒋志强与欧阳明宅基地边界纠纷", "秦玉珍与周世荣借款纠纷"]
    assert [item.why for item in view.items][:2] == [Why.OVERDUE, Why.DUE_SOON]
    assert {item.why for item in view.items[2:]} <= {Why.STALLED}
    assert "唐小燕家庭赡养纠纷" not in titles(view), "struck off"
    assert view.proposed == ()


def test_a_meeting_of_a_village_discusses_what_arose_there(make_desk: MakeDesk) -> None:
    desk = make_desk(replace(WORKER, unit_id=TOWNSHIP_ID, role=Role.TOWNSHIP.value))
    new = NewDispute("镇里的旧案", "0201", "积水。", date(2026, 9, 1))
    disputes.register(desk, TOWNSHIP_ID, new)
    assert "镇里的旧案" not in titles(seen(desk, called(desk)))
    own = meetings.call(desk, TOWNSHIP_ID, WEEKLY).record_id
    assert own is not None
    assert titles(seen(desk, own))[0] == "镇里的旧案"


def test_a_long_agenda_is_cut_and_the_rest_stays_proposed(desk: Desk) -> None:
    for number in range(20):
        new = NewDispute(f"旧案{number}", "0201", "积水。", date(2026, 9, 1))
        disputes.register(desk, VILLAGE_ID, new)
    view = seen(desk, called(desk))
    assert len(view.items) == 20
    assert {item.case.title for item in view.proposed} == {
        "蒋志强与欧阳明宅基地边界纠纷",
        "秦玉珍与周世荣借款纠纷",
    }


def test_a_sealed_case_is_on_no_agenda_not_even_one_where_it_stood_before(desk: Desk) -> None:
    id_ = called(desk)
    (case, *_) = (item.case for item in seen(desk, id_).items)
    meeting_actions.give_action(desk, id_, NewAction("约双方现场丈量", "韦国平", TODAY, case.id))
    disputes.seal(desk, case.id, [f"韦国平@{VILLAGE_ID}"], "涉及举报。")
    assert case.title not in titles(seen(desk, id_))
    assert seen(desk, id_).actions == (), "nor is what was decided about it"
    assert [line.open_actions for line in meetings.all_meetings(desk)] == [0]
    view = seen(desk, called(desk))
    assert case.title not in titles(view)
    assert case.id not in {item.case.id for item in view.proposed}


def test_the_order_is_the_persons_and_what_is_left_out_stays_proposed(desk: Desk) -> None:
    id_ = called(desk)
    before = [item.case.id for item in seen(desk, id_).items]
    meetings.set_agenda(desk, id_, before[:0:-1])
    view = seen(desk, id_)
    assert [item.case.id for item in view.items] == before[:0:-1]
    assert [item.case.id for item in view.proposed] == before[:1]


def test_what_is_said_about_a_case_stands_in_its_timeline(desk: Desk) -> None:
    id_ = called(desk)
    case = seen(desk, id_).items[0].case
    changed = meeting_actions.note(desk, id_, case.id, "由司法所牵头，本周内再调解一次。")
    assert seen(desk, id_).items[0].notes == ("由司法所牵头，本周内再调解一次。",)
    found = disputes.case(desk, case.id)
    assert found is not None
    assert found.events[-1].kind == EventKind.DISCUSSED
    assert found.events[-1].data["title"] == "周研判会"
    assert found.dispute.state == case.state, "to be discussed moves no case"
    other = called(desk)
    assert seen(desk, other).items[0].notes == (), "only what this meeting said"
    assert changed.operation_id is not None
    undoing.undo(desk, changed.operation_id)
    assert seen(desk, id_).items[0].notes == ()


def test_an_action_has_an_owner_and_a_day_and_is_owed_until_it_is_done(desk: Desk) -> None:
    id_ = called(desk)
    case = seen(desk, id_).items[0].case
    with pytest.raises(RejectedError) as caught:
        meeting_actions.give_action(desk, id_, NewAction(" ", "", None))
    assert set(caught.value.faults) == {
        TaskFault.TITLE_MISSING,
        TaskFault.OWNER_MISSING,
        TaskFault.DUE_MISSING,
    }
    due = TODAY + timedelta(days=5)
    meeting_actions.give_action(desk, id_, NewAction("约双方现场丈量", "韦国平", due, case.id))
    own = meeting_actions.give_action(desk, id_, NewAction("报送本周小结", "覃秀英", due))
    assert [task.title for task in seen(desk, id_).actions] == ["约双方现场丈量", "报送本周小结"]
    assert {line.title for line in casework.owed(desk, due)} >= {"约双方现场丈量", "报送本周小结"}
    found = disputes.case(desk, case.id)
    assert found is not None
    assert found.events[-1].kind == EventKind.TASK_GIVEN
    assert own.record_id is not None
    casework.answer_task(desk, own.record_id, "已报。", TODAY)
    assert "报送本周小结" not in {line.title for line in casework.owed(desk, due)}
    (line,) = meetings.all_meetings(desk)
    assert (line.open_actions, line.cases) == (1, len(seen(desk, id_).items))


def test_a_series_proposes_its_next_meeting_a_single_one_none(desk: Desk) -> None:
    first = called(desk)
    after = meetings.following(desk, first)
    assert after is not None
    assert (after.planned_on, after.title) == (date(2026, 11, 27), "周研判会")
    assert (after.series, after.previous_id) == ("周研判会", first)
    second = called(desk, after)
    assert seen(desk, second).meeting.previous_id == first
    meetings.change(
        desk, seen(desk, second).meeting, NewMeeting("周研判会", TODAY, previous_id=second)
    )
    assert seen(desk, second).meeting.previous_id == first
    once = called(desk, NewMeeting("专题会", TODAY))
    assert meetings.following(desk, once) is None


def test_a_meeting_is_held_not_in_the_future_and_then_not_called_off(desk: Desk) -> None:
    id_ = called(desk)
    with pytest.raises(RejectedError) as caught:
        meetings.hold(desk, seen(desk, id_).meeting, date(2026, 11, 23), "")
    assert caught.value.faults == (MeetingFault.IN_FUTURE,)
    meetings.hold(desk, seen(desk, id_).meeting, date(2026, 11, 21), "逐案研判。")
    found = seen(desk, id_).meeting
    assert (found.held_on, found.minutes) == (date(2026, 11, 21), "逐案研判。")
    with pytest.raises(RejectedError) as caught:
        meetings.call_off(desk, id_)
    assert caught.value.faults == (MeetingFault.ALREADY_HELD,)
    with pytest.raises(RejectedError) as caught:
        meetings.change(desk, seen(desk, id_).meeting, NewMeeting(" ", TODAY))
    assert caught.value.faults == (MeetingFault.TITLE_MISSING,)


def test_meetings_to_come_stand_first_and_one_called_off_is_gone(desk: Desk) -> None:
    past = called(desk)
    meetings.hold(desk, seen(desk, past).meeting, date(2026, 11, 20), "")
    coming = called(desk, NewMeeting("下周会", date(2026, 11, 27)))
    assert [line.id for line in meetings.all_meetings(desk)] == [coming, past]
    meetings.call_off(desk, coming)
    assert [line.id for line in meetings.all_meetings(desk)] == [past]
    assert meetings.view(desk, coming) is None


def test_a_note_on_a_closed_case_is_taken_as_well(desk: Desk) -> None:
    id_ = called(desk)
    (closed,) = disputes.ledger(desk, Shelf.TO_STRIKE_OFF)
    meetings.set_agenda(desk, id_, [closed.id])
    meeting_actions.note(desk, id_, closed.id, "同意销号。")
    assert seen(desk, id_).items[0].notes == ("同意销号。",)
    assert seen(desk, id_).items[0].why is None
