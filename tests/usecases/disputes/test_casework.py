"""What is owed in a case: tasks, plan, letters, leaders, mediators, feedbacks, follow-ups."""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gridapp.contract.casework import TaskKind, TaskRecord
from gridapp.contract.disputes import (
    CaseEventRecord,
    Conclusion,
    EventKind,
    Feedback,
    Rating,
)
from gridapp.contract.grids import PostKind, PostRecord
from gridapp.contract.rules import RuleRecord
from gridapp.domain.disputes.casework import TaskFault, feedback_days, is_late, new_task_faults
from gridapp.domain.disputes.dispute_faults import DisputeFault
from gridapp.domain.disputes.letters import Numbering, number_form, numbering, reply_days
from gridapp.store import journal
from gridapp.store.journal import Operation
from gridapp.store.tables import Dispute, Task
from gridapp.store.undo import UndoError
from gridapp.usecases import undoing
from gridapp.usecases.desk import Changed, Desk, RejectedError
from gridapp.usecases.disputes import casework, disputes, mediation
from gridapp.usecases.disputes.casework import NewTask
from gridapp.usecases.disputes.disputes import NewDispute, Step
from tests.desks import TODAY, TOWNSHIP_ID, VILLAGE_ID, MakeDesk

DAY = timedelta(days=1)
SOON = TODAY + 5 * DAY


@pytest.fixture
def village(make_desk: MakeDesk) -> Desk:
    """A desk without any case."""
    return make_desk(filled=False)


def registered(desk: Desk, category: str = "0201", day: date = TODAY - 20 * DAY) -> UUID:
    id_ = disputes.register(
        desk, VILLAGE_ID, NewDispute("水沟纠纷", category, "积水", day)
    ).record_id
    assert id_ is not None
    return id_


def whistle(**changes: object) -> NewTask:
    new = NewTask(TaskKind.WHISTLE, "请水利所到场", "水沟改道", "水利所", SOON)
    return replace(new, **changes)  # type: ignore[arg-type]


def case_of(desk: Desk, id_: UUID) -> Dispute:
    with desk.store.session() as session:
        return session.get_one(Dispute, id_)


def events(desk: Desk, id_: UUID) -> list[tuple[str, str]]:
    found = disputes.case(desk, id_)
    assert found is not None
    return [(event.kind, event.text) for event in found.events][1:]


def only(desk: Desk, id_: UUID) -> Task:
    (task,) = casework.tasks(desk, id_)
    return task


def faults(act: object, *args: object) -> set[StrEnum]:
    assert callable(act)
    with pytest.raises(RejectedError) as caught:
        act(*args)
    return set(caught.value.faults)


def keep(desk: Desk, kind: str, record: PostRecord | RuleRecord) -> None:
    with desk.store.session() as session:
        operation = Operation(desk.new_id(), "test", "", desk.person.name, desk.now())
        journal.write(session, operation, [journal.create(desk.new_id(), kind, record)])


# Whistle, co-handling, instruction -----------------------------------------------------------


def test_a_whistle_is_signed_answered_sent_back_and_answered_anew_and_the_timeline_tells_it(
    village: Desk,
) -> None:
    id_ = registered(village)
    casework.give_task(village, id_, whistle(asked_on=TODAY - 6 * DAY))
    task = only(village, id_)
    casework.sign_in(village, task.id, TODAY - 5 * DAY)
    casework.answer_task(village, task.id, "已勘查", TODAY - 4 * DAY)
    casework.reject_answer(village, task.id, "未说明改道方案", TODAY - 3 * DAY)
    assert only(village, id_).done_on is None
    assert only(village, id_).rejected_on == TODAY - 3 * DAY
    casework.answer_task(village, task.id, "改道方案已定", TODAY)
    done = only(village, id_)
    assert (done.signed_on, done.done_on) == (TODAY - 5 * DAY, TODAY)
    assert (done.rejected_on, done.answer, done.asked_by) == (None, "改道方案已定", "韦国平")
    assert events(village, id_) == [
        (EventKind.TASK_GIVEN, "水沟改道"),
        (EventKind.TASK_SIGNED, "请水利所到场"),
        (EventKind.TASK_ANSWERED, "已勘查"),
        (EventKind.TASK_REJECTED, "未说明改道方案"),
        (EventKind.TASK_ANSWERED, "改道方案已定"),
    ]


def test_who_answers_has_signed_in_too(village: Desk) -> None:
    id_ = registered(village)
    casework.give_task(village, id_, whistle())
    casework.answer_task(village, only(village, id_).id, "已到场", TODAY)
    assert only(village, id_).signed_on == TODAY


def test_what_is_refused_of_a_task_is_named_and_nothing_is_kept(village: Desk) -> None:
    id_ = registered(village)
    nothing = whistle(title=" ", owner="", due_on=None)
    wrong = {TaskFault.TITLE_MISSING, TaskFault.OWNER_MISSING, TaskFault.DUE_MISSING}
    assert faults(casework.give_task, village, id_, nothing) == wrong
    early = whistle(due_on=TODAY - DAY)
    assert faults(casework.give_task, village, id_, early) == {TaskFault.DUE_TOO_EARLY}
    part = whistle(kind=TaskKind.INSTALMENT, amount=100)
    assert faults(casework.give_task, village, id_, part) == {TaskFault.WITH_AGREEMENT}
    assert casework.tasks(village, id_) == ()
    assert events(village, id_) == []


def test_a_task_is_signed_answered_and_withdrawn_in_order_only(village: Desk) -> None:
    id_ = registered(village)
    casework.give_task(village, id_, whistle())
    task = only(village, id_).id
    assert faults(casework.sign_in, village, task, TODAY + DAY) == {TaskFault.IN_FUTURE}
    assert faults(casework.sign_in, village, task, TODAY - DAY) == {TaskFault.BEFORE_ASKED}
    assert faults(casework.answer_task, village, task, " ", TODAY) == {TaskFault.TEXT_MISSING}
    assert faults(casework.reject_answer, village, task, "?", TODAY) == {TaskFault.NOT_DONE}
    assert faults(casework.withdraw_task, village, task, "") == {TaskFault.TEXT_MISSING}
    casework.sign_in(village, task, TODAY)
    assert faults(casework.sign_in, village, task, TODAY) == {TaskFault.SIGNED_ALREADY}
    late = casework.give_task(village, id_, whistle(asked_on=TODAY - 5 * DAY)).record_id
    casework.sign_in(village, late, TODAY - DAY)
    early = (village, late, "到场", TODAY - 2 * DAY)
    assert faults(casework.answer_task, *early) == {TaskFault.BEFORE_LAST_ACT}
    casework.withdraw_task(village, task, "双方已自行和解")
    assert faults(casework.answer_task, village, task, "到场", TODAY) == {TaskFault.WITHDRAWN}
    assert events(village, id_)[-1] == (EventKind.TASK_WITHDRAWN, "双方已自行和解")


def test_an_instruction_names_the_leader_who_gave_it(village: Desk) -> None:
    id_ = registered(village)
    casework.give_task(village, id_, whistle(kind=TaskKind.INSTRUCTION, asked_by="覃书记"))
    assert only(village, id_).asked_by == "覃书记"


def test_what_is_owed_until_a_day_is_known_with_its_case_the_most_urgent_first(
    village: Desk,
) -> None:
    id_ = registered(village)
    for day in (5, 1, 9):
        casework.give_task(village, id_, whistle(title=f"{day}", due_on=TODAY + day * DAY))
    found = casework.owed(village, TODAY + 5 * DAY)
    assert [line.title for line in found] == ["1", "5"]
    assert found[0].case_title == "水沟纠纷"
    casework.answer_task(village, found[0].id, "到场", TODAY)
    assert [line.title for line in casework.owed(village, SOON)] == ["5"]
    again = whistle(kind=TaskKind.FOLLOW_UP, title="回访")
    casework.give_task(village, id_, again)
    strike_off(village, id_)
    assert [line.title for line in casework.owed(village, SOON)] == ["回访"]


def strike_off(desk: Desk, id_: UUID) -> None:
    end = Step(EventKind.CONCLUDED, "和解", TODAY, Conclusion.SUBSTANTIVE)
    disputes.take_step(desk, id_, end)
    other = replace(desk, person=replace(desk.person, name="陈志平"))
    disputes.take_step(other, id_, Step(EventKind.STRUCK_OFF, "回访无异议", TODAY))


def test_a_task_is_late_when_owed_or_done_after_its_day() -> None:
    task = TaskRecord(
        id=UUID(int=1), unit_id=UUID(int=2), kind="whistle", title="", asked_on=TODAY, due_on=TODAY
    )
    assert not is_late(task, TODAY)
    assert is_late(task, TODAY + DAY)
    assert not is_late(task.model_copy(update={"done_on": TODAY}), TODAY + DAY)
    assert is_late(task.model_copy(update={"done_on": TODAY + DAY}), TODAY + 9 * DAY)
    assert not is_late(task.model_copy(update={"withdrawn": True}), TODAY + DAY)
    assert TaskFault.NUMBER_MISSING in new_task_faults(
        task.model_copy(update={"kind": "talk"}), TODAY
    )


def test_every_act_is_one_operation_that_is_taken_back_whole(village: Desk) -> None:
    id_ = registered(village)
    casework.give_task(village, id_, whistle())
    task = only(village, id_).id
    signed = casework.sign_in(village, task, TODAY)
    answered = casework.answer_task(village, task, "到场", TODAY)
    with pytest.raises(UndoError):
        back(village, signed)
    back(village, answered)
    assert only(village, id_).done_on is None
    assert [kind for kind, _ in events(village, id_)] == ["task_given", "task_signed"]
    leader = casework.assign_leader(village, id_, "覃书记", SOON)
    back(village, leader)
    assert case_of(village, id_).leader == ""


def back(desk: Desk, changed: Changed) -> None:
    assert changed.operation_id is not None
    undoing.undo(desk, changed.operation_id)


# Plan, leader, mediators ---------------------------------------------------------------------


def test_a_plan_is_one_act_with_its_cause_and_its_steps_in_order(village: Desk) -> None:
    id_ = registered(village)
    steps = [whistle(title=title, owner="韦国平") for title in ("丈量", "调解", "回访")]
    casework.give_plan(village, id_, "界址不清", steps)
    plan = casework.tasks(village, id_)
    assert [(task.kind, task.title) for task in plan] == [
        ("plan_step", "丈量"),
        ("plan_step", "调解"),
        ("plan_step", "回访"),
    ]
    assert events(village, id_) == [(EventKind.TASK_GIVEN, "界址不清")]
    casework.give_task(village, id_, whistle(kind=TaskKind.PLAN_STEP, title="再丈量"))
    assert [task.place for task in casework.tasks(village, id_)] == [0, 1, 2, 3]
    casework.answer_task(village, plan[0].id, "", TODAY)  # a step needs no words
    assert faults(casework.sign_in, village, plan[1].id, TODAY) == {TaskFault.NEEDS_NO_SIGNATURE}
    assert faults(casework.give_plan, village, id_, "", steps) == {DisputeFault.TEXT_MISSING}


def post(desk: Desk, kind: PostKind, name: str, unit: UUID, **more: object) -> None:
    record = PostRecord(
        id=desk.new_id(), unit_id=unit, kind=kind, holder=name, identity="cadre",
        since=date(2026, 1, 1), **more,
    )  # fmt: skip
    keep(desk, "post", record)


def test_a_leader_takes_a_case_on_and_a_full_load_warns_but_never_stops(village: Desk) -> None:
    post(village, PostKind.CASE_LEADER, "覃书记", TOWNSHIP_ID, quota=1)
    post(village, PostKind.CASE_LEADER, "莫镇长", TOWNSHIP_ID, until=TODAY - DAY)
    first, second = registered(village), registered(village)
    assert not casework.loads(village, PostKind.CASE_LEADER)[0].is_full
    casework.assign_leader(village, first, "覃书记", SOON)
    (load,) = casework.loads(village, PostKind.CASE_LEADER)  # whose post has ended is not asked
    assert (load.unit_name, load.open_cases, load.is_full) == ("永福镇", 1, True)
    casework.assign_leader(village, second, "覃书记", SOON)
    assert casework.loads(village, PostKind.CASE_LEADER)[0].open_cases == 2
    disputes.seal(village, second, [f"韦国平@{VILLAGE_ID}"], "涉及检举")
    assert casework.loads(village, PostKind.CASE_LEADER)[0].open_cases == 1, "no figure tells of it"
    disputes.unseal(village, second, "查清")
    assert case_of(village, second).leader_due_on == SOON
    end = Step(EventKind.CONCLUDED, "和解", TODAY, Conclusion.SUBSTANTIVE)
    disputes.take_step(village, first, end)
    assert casework.loads(village, PostKind.CASE_LEADER)[0].open_cases == 1
    assert faults(casework.assign_leader, village, second, " ", SOON) == {TaskFault.LEADER_MISSING}
    early = (village, second, "覃书记", TODAY - DAY)
    assert faults(casework.assign_leader, *early) == {TaskFault.DUE_TOO_EARLY}


def test_mediators_are_suggested_by_skill_then_by_room(village: Desk) -> None:
    post(village, PostKind.MEDIATOR, "唐调解", VILLAGE_ID, quota=1, skills="婚姻家庭、赡养")
    post(village, PostKind.MEDIATOR, "黄调解", VILLAGE_ID, skills="山林土地，邻里")
    post(village, PostKind.MEDIATOR, "周调解", VILLAGE_ID, skills="婚姻家庭")
    family, neighbours = registered(village, "0102"), registered(village)
    assert suggested(village, family) == [("周调解", True), ("唐调解", True), ("黄调解", False)]
    mediation.assign_mediator(village, family, "唐调解", "指派唐调解主持", TODAY)
    assert case_of(village, family).handler == "唐调解"
    assert suggested(village, family)[1] == ("唐调解", True)
    assert mediation.suggest_mediators(village, family)[1].load.is_full
    assert suggested(village, neighbours)[0] == ("黄调解", True)
    nobody = (village, family, "", "指派", TODAY)
    assert faults(mediation.assign_mediator, *nobody) == {TaskFault.OWNER_MISSING}


def suggested(desk: Desk, id_: UUID) -> list[tuple[str, bool]]:
    return [(one.load.name, one.fits) for one in mediation.suggest_mediators(desk, id_)]


# Letters -------------------------------------------------------------------------------------


def test_letters_are_numbered_by_kind_and_name_what_went_before(village: Desk) -> None:
    id_ = registered(village, day=date(2026, 9, 10))
    casework.give_task(village, id_, whistle(asked_on=date(2026, 10, 1), due_on=date(2026, 10, 8)))
    first = casework.draft_letter(village, id_, TaskKind.REMINDER_LETTER)
    assert (first.number, first.owner, first.title) == ("坪工提〔2026〕1号", "坪岭村", "工作提醒函")
    assert first.due_on == date(2026, 11, 27)  # five working days after a Sunday
    assert "2026年9月10日登记的“水沟纠纷”" in first.text
    assert "已超期13天" in first.text
    assert "逾期未办结事项：请水利所到场。" in first.text
    casework.give_task(village, id_, first)
    assert faults(casework.give_task, village, id_, first) == {TaskFault.NUMBER_TAKEN}
    second = casework.draft_letter(village, id_, TaskKind.REMINDER_LETTER)
    assert second.number == "坪工提〔2026〕2号"
    sharper = casework.draft_letter(village, id_, TaskKind.SUPERVISION_LETTER)
    assert sharper.number == "坪工督〔2026〕1号"
    assert "此前已发2026年11月22日《坪工提〔2026〕1号》。" in sharper.text


def test_a_county_sets_how_letters_are_numbered_and_when_they_are_replied_to(
    village: Desk,
) -> None:
    form = {"format": "{unit}{mark}〔{year}〕第{number}号", "units": {str(VILLAGE_ID): "坪岭"}}
    for code, value in (("letter.number", form), ("letter.reply", {"days": 1})):
        rule = RuleRecord(id=village.new_id(), unit_id=VILLAGE_ID, code=code, value=value)
        keep(village, "rule", rule)
    id_ = registered(village)
    letter = casework.draft_letter(village, id_, TaskKind.TALK)
    assert (letter.number, letter.due_on) == ("坪岭谈〔2026〕第1号", date(2026, 11, 23))
    casework.give_task(village, id_, letter)
    again = casework.draft_letter(village, id_, TaskKind.TALK)
    assert again.number == "坪岭谈〔2026〕第2号"


@pytest.mark.parametrize("days", [0, -1, 366, "5", True, None])
def test_a_value_that_makes_no_sense_leaves_the_rule_as_it_is(days: object) -> None:
    assert reply_days({"days": days}) == 5
    assert numbering({"format": "无号", "marks": 3, "units": {"不是编号": "永"}}) == Numbering()
    form = number_form(TaskKind.TALK, Numbering(), (UUID(int=1), "永福县"), 2026)
    assert form == "永工谈〔2026〕{number}号"


# Feedbacks and follow-up ---------------------------------------------------------------------


def test_the_three_feedbacks_have_their_days_and_the_last_waits_for_the_end(village: Desk) -> None:
    id_ = registered(village)
    early = (village, id_, Feedback.CONCLUSION, "已办结", TODAY)
    assert faults(casework.give_feedback, *early) == {TaskFault.FEEDBACK_TOO_EARLY}
    casework.give_feedback(village, id_, Feedback.ACCEPTANCE, "已受理", TODAY - 9 * DAY)
    casework.give_feedback(village, id_, Feedback.HANDLING, "正在调解", TODAY - DAY)
    end = Step(EventKind.CONCLUDED, "和解", TODAY, Conclusion.SUBSTANTIVE)
    disputes.take_step(village, id_, end)
    casework.give_feedback(village, id_, Feedback.CONCLUSION, "已办结", TODAY)
    found = disputes.case(village, id_)
    assert found is not None
    assert feedback_days(found.events) == {
        Feedback.ACCEPTANCE: TODAY - 9 * DAY,
        Feedback.HANDLING: TODAY - DAY,
        Feedback.CONCLUSION: TODAY,
    }


def test_a_feedback_of_a_stage_unknown_here_is_passed_over() -> None:
    event = CaseEventRecord(
        id=UUID(int=1), unit_id=UUID(int=2), dispute_id=UUID(int=3), kind="feedback",
        happened_on=TODAY, recorded_at="2026-11-22T02:00:00Z", actor="", data={"stage": "fourth"},
    )  # fmt: skip
    assert feedback_days([event]) == {}


def test_not_asked_is_a_rating_of_its_own_and_covers_no_earlier_one(village: Desk) -> None:
    id_ = registered(village)
    planned = whistle(kind=TaskKind.FOLLOW_UP, title="回访", owner="韦国平")
    casework.give_task(village, id_, planned)
    casework.follow_up(village, id_, "无人在家，问邻居", TODAY)
    assert case_of(village, id_).rating == Rating.NOT_ASKED
    assert only(village, id_).done_on == TODAY  # what was planned is done with it
    casework.follow_up(village, id_, "满意", TODAY, Rating.SATISFIED, people_settled=True)
    casework.follow_up(village, id_, "再去看过", TODAY)
    case = case_of(village, id_)
    assert (case.rating, case.people_settled) == (Rating.SATISFIED, True)


def test_a_letter_about_a_sealed_case_tells_nothing_but_its_number(village: Desk) -> None:
    id_ = registered(village, day=date(2026, 9, 10))
    casework.give_task(village, id_, whistle(asked_on=date(2026, 10, 1), due_on=date(2026, 10, 8)))
    disputes.seal(village, id_, [f"韦国平@{VILLAGE_ID}"], "涉及检举")
    letter = casework.draft_letter(village, id_, TaskKind.REMINDER_LETTER)
    case = case_of(village, id_)
    assert f"编号{case.number}事项" in letter.text
    assert "水" not in letter.text


# Any order of acts ---------------------------------------------------------------------------

ACTS = st.tuples(st.sampled_from(["sign", "answer", "reject", "withdraw"]), st.integers(-6, 1))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, min_size=2, max_size=8))
def test_whatever_is_done_about_a_task_its_days_keep_their_order_and_each_act_its_entry(
    village: Desk, acts: list[tuple[str, int]]
) -> None:
    id_ = registered(village)
    casework.give_task(village, id_, whistle(asked_on=TODAY - 5 * DAY))
    done = 1
    for act, days in acts:
        before = only(village, id_)
        try:
            do(village, before.id, act, TODAY + days * DAY)
            done += 1
        except RejectedError:
            assert only(village, id_) == before
        task = only(village, id_)
        known = [day for day in (task.asked_on, task.signed_on, task.done_on) if day]
        assert known == sorted(known)
        assert known[-1] <= TODAY
        assert not (task.withdrawn and task.done_on)
        assert len(events(village, id_)) == done


def do(desk: Desk, task_id: UUID, act: str, on: date) -> Changed:
    if act == "sign":
        return casework.sign_in(desk, task_id, on)
    if act == "answer":
        return casework.answer_task(desk, task_id, "已办", on)
    if act == "reject":
        return casework.reject_answer(desk, task_id, "不清楚", on)
    return casework.withdraw_task(desk, task_id, "已和解")
