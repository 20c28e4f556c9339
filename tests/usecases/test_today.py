"""Today: everything due is found once, the most urgent first, few lines, with its clock."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gridapp.contract.casework import TaskKind
from gridapp.contract.disputes import Conclusion, EventKind
from gridapp.contract.screening import Outcome
from gridapp.domain.disputes.clocks import Clock
from gridapp.store import journal
from gridapp.store.tables import Rule
from gridapp.usecases import due, today
from gridapp.usecases.desk import Desk, RejectedError, save
from gridapp.usecases.disputes import casework, disputes
from gridapp.usecases.disputes.casework import NewTask
from gridapp.usecases.disputes.disputes import NewDispute, Step
from gridapp.usecases.due import Item, Why
from gridapp.usecases.receptions import receptions
from gridapp.usecases.receptions.receptions import Duty
from gridapp.usecases.screening import screening
from gridapp.usecases.today import Agenda, Urgency, room
from tests.desks import TODAY, VILLAGE_ID

DAY = timedelta(days=1)


def found(desk: Desk) -> dict[tuple[Why, str], Item]:
    """Everything due, by why and title."""
    return {(one.why, one.title): one for one in due.everything(desk, TODAY + 7 * DAY)}


def shown(agenda: Agenda, urgency: Urgency) -> list[str]:
    return [one.title for group in agenda.groups if group.urgency == urgency for one in group.items]


def test_each_case_stands_with_one_clock_the_handling_first_when_it_is_late(desk: Desk) -> None:
    clocks = [one for one in due.everything(desk, TODAY + 7 * DAY) if one.why == Why.CLOCK]
    told = {one.title: (one.about.clock, one.day) for one in clocks}  # type: ignore[attr-defined]
    assert told == {
        "蒋志强与欧阳明宅基地边界纠纷": (Clock.HANDLE, date(2026, 11, 9)),
        "秦玉珍与周世荣借款纠纷": (Clock.NOTICE, date(2026, 10, 12)),
    }
    late = today.agenda(desk).groups[0]
    assert late.urgency == Urgency.LATE
    face, started_by = late.items[-1].about  # type: ignore[misc]
    assert (face.reckoning.days, face.limit, started_by) == (60, date(2026, 11, 9), "registered")


def test_a_returned_matter_has_its_fifteen_days_anew(desk: Desk) -> None:
    new = NewDispute("退回后重新告知", "0201", "", TODAY - 30 * DAY)
    id_ = disputes.register(desk, VILLAGE_ID, new).record_id
    assert id_ is not None
    assert (Why.CLOCK, new.title) in found(desk)
    unit = {"unit": str(VILLAGE_ID), "unit_name": "坪岭村"}
    for kind, day in ((EventKind.REFERRED, 4), (EventKind.RETURNED, 3)):
        disputes.take_step(desk, id_, Step(kind, "不属本单位职责。", TODAY - day * DAY, data=unit))
    assert (Why.CLOCK, new.title) not in found(desk)


@pytest.mark.parametrize("kind", [EventKind.NOT_ACCEPTED, EventKind.DIVERTED])
def test_what_is_not_accepted_or_diverted_has_only_its_notice(desk: Desk, kind: EventKind) -> None:
    new = NewDispute("不属受理范围的事项", "0201", "", TODAY - 70 * DAY)
    id_ = disputes.register(desk, VILLAGE_ID, new).record_id
    assert id_ is not None
    late = found(desk)[Why.CLOCK, new.title]
    assert late.about.clock == Clock.HANDLE  # type: ignore[attr-defined]
    told = Step(kind, "已书面告知。", TODAY - DAY, data={"channel": "民事诉讼"})
    disputes.take_step(desk, id_, told)
    assert not [one for one in due.everything(desk, TODAY + 7 * DAY) if one.dispute_id == id_]
    for shelf in (disputes.Shelf.OVERDUE, disputes.Shelf.DUE_SOON):
        assert id_ not in disputes.ledger_ids(desk, shelf, (disputes.SortBy.NUMBER, False))
    case = disputes.case(desk, id_)
    assert case is not None
    assert not [face for face in disputes.clocks(desk, case) if face.runs(TODAY)]
    until = {"until": (TODAY + 20 * DAY).isoformat()}
    with pytest.raises(RejectedError):
        disputes.take_step(desk, id_, Step(EventKind.EXTENSION_ASKED, "需时", TODAY, data=until))


def test_a_clock_of_the_countys_own_is_watched_until_its_step(desk: Desk) -> None:
    value = {"days": 1, "working": True, "starts": ["handled"], "stops": ["feedback"]}
    rule = Rule(id=desk.new_id(), unit_id=VILLAGE_ID, code="clock.own.hotline", value=value)
    with desk.store.session() as session:
        save(desk, session, "rule.set", "", [journal.create(desk.new_id(), "rule", rule)])
    ditch = (Why.CLOCK, "黄永福与李春兰排水沟纠纷")
    assert found(desk)[ditch].day == date(2026, 11, 9), "a Friday; the next working day"
    id_ = found(desk)[ditch].dispute_id
    assert id_ is not None
    casework.give_feedback(desk, id_, casework.Feedback.HANDLING, "已告知进展。", TODAY)
    assert ditch not in found(desk)


def test_what_is_owed_is_told_once(desk: Desk) -> None:
    ditch = next(
        one.id for one in disputes.ledger(desk, disputes.Shelf.ALL) if "排水沟" in one.title
    )
    asked = TODAY - 5 * DAY
    whistle = NewTask(TaskKind.WHISTLE, "到场", "", "镇水利站", TODAY + DAY, asked_on=asked)
    casework.give_task(desk, ditch, whistle)
    later = NewTask(TaskKind.WHISTLE, "勘测", "", "镇国土所", TODAY + 30 * DAY, asked_on=asked)
    casework.give_task(desk, ditch, later)
    items = due.everything(desk, TODAY + 7 * DAY)
    assert [one.title for one in items if one.why == Why.TASK] == ["到场"]
    silent = [one.about.task_title for one in items if one.why == Why.STALL]  # type: ignore[attr-defined]
    assert silent == ["勘测"], "the first is on the list already, the overdue cases are late"


def test_receptions_of_today_and_those_nobody_logged(desk: Desk) -> None:
    for leader, day in (("甲", TODAY), ("乙", TODAY - 2 * DAY), ("丙", TODAY + DAY)):
        receptions.arrange(desk, VILLAGE_ID, Duty(leader, day))
    agenda = today.agenda(desk)
    assert "乙" in shown(agenda, Urgency.LATE)
    assert "甲" in shown(agenda, Urgency.SOON)
    assert (Why.RECEPTION, "丙") not in found(desk)


def test_a_round_that_found_nothing_reports_nil_by_itself(desk: Desk) -> None:
    (walked,) = screening.running_rounds(desk)
    households = [
        line.household_id
        for grid in screening.grids_to_walk(desk, walked.id)
        for line in screening.walk(desk, walked.id, grid.unit_id)
    ]
    for number, household in enumerate(households):
        screening.record_visit(desk, walked.id, household, Outcome.QUIET, TODAY)
        if number == 0:
            assert walked.name not in shown(today.agenda(desk), Urgency.WAITING)
    (nil,) = [
        one
        for group in today.agenda(desk).groups
        for one in group.items
        if one.why == Why.NIL_REPORT
    ]
    assert nil.title == walked.name
    screening.record_visit(desk, walked.id, households[0], Outcome.DISPUTE, TODAY)
    assert walked.name not in shown(today.agenda(desk), Urgency.WAITING)


def test_whoever_handled_a_case_is_not_asked_to_strike_it_off(desk: Desk) -> None:
    title = "梁桂芳与龙启明山林界线纠纷"
    assert (Why.TO_STRIKE_OFF, title) in found(desk)
    mediator = replace(desk, person=replace(desk.person, name="唐调解"))
    assert (Why.TO_STRIKE_OFF, title) not in found(mediator)


def test_many_cases_to_strike_off_are_one_line(desk: Desk) -> None:
    concluded = Step(EventKind.CONCLUDED, "已履行。", TODAY, Conclusion.SUBSTANTIVE)
    mediator = replace(desk, person=replace(desk.person, name="唐调解"))
    for number in range(due.FEW):
        new = NewDispute(f"采光纠纷{number}", "0201", "", TODAY - DAY)
        id_ = disputes.register(mediator, VILLAGE_ID, new).record_id
        assert id_ is not None
        disputes.take_step(mediator, id_, concluded)
    counts = [
        one.about for one in due.everything(desk, TODAY + 7 * DAY) if one.why == Why.TO_STRIKE_OFF
    ]
    assert counts == [due.FEW + 1]


def test_what_two_laptops_did_twice_stands_before_what_waits(desk: Desk) -> None:
    for leader in ("甲", "乙"):
        duties = [Duty(leader, TODAY + day * DAY) for day in (1, 2)]
        made = [receptions.record(desk, VILLAGE_ID, duty, planned=True) for duty in duties]
        edits = [journal.create(desk.new_id(), "reception", one) for one in made]
        with desk.store.session() as session:
            save(desk, session, "reception.year_planned", "", edits)
    (waiting,) = [g for g in today.agenda(desk).groups if g.urgency == Urgency.WAITING]
    whys = [one.why for one in waiting.items]
    assert whys[0] == Why.PLANNED_TWICE
    assert Why.TO_STRIKE_OFF in whys


def test_few_lines_are_shown_and_the_rest_is_counted() -> None:
    assert room([]) == []
    assert room([3, 1]) == [3, 1]
    assert room([500, 500, 500]) == [4, 2, 2]
    assert room([1, 30, 1]) == [1, 6, 1]
