"""One case: clocks, timeline, the next steps and who may take them."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt

from gridapp.contract.disputes import Conclusion, Side, State
from gridapp.contract.people import Role
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewParty
from tests.desks import TODAY, MakeDesk
from tests.ui.disputes.screen import Opens


def test_the_clock_shows_days_arithmetic_and_article(screen: Opens) -> None:
    clocks = screen("排水沟").view.clocks
    assert clocks.figure.text() == "还剩 41 天"
    assert clocks.sum.text() == "从 2026-11-03 登记（未另作受理）起 60 日，至 2027-01-02"
    assert clocks.article.text() == "《信访工作条例》第三十四条"
    assert clocks.others == []
    late = screen("宅基地").view.clocks
    assert late.figure.text() == "超期 13 天"
    assert len(late.others) == 2


def test_until_it_is_decided_on_the_fifteen_days_for_that_stand_first(
    screen: Opens, desk: Desk
) -> None:
    earlier = replace(desk, now=lambda: desk.now() - timedelta(65))
    clocks = screen("宅基地", earlier).view.clocks
    assert (clocks.what.text(), clocks.figure.text()) == ("告知是否受理", "还剩 7 天")


def test_handling_is_noted_and_stays_in_the_timeline(screen: Opens) -> None:
    case = screen("排水沟")
    case.open("step.handled")
    case.type("已开挖改道。")
    case.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    case.rest()
    events = case.stored().events
    assert [event.kind for event in events] == ["registered", "handled", "handled"]
    assert (events[2].text, events[2].happened_on) == ("已开挖改道。", TODAY)
    assert not case.form.isVisible()


def test_a_conclusion_asks_which_of_three_kinds(screen: Opens) -> None:
    case = screen("排水沟")
    case.open("step.concluded")
    case.form.inputs["text"].setFocus()
    case.type("双方握手言和。")
    case.save()
    assert case.form.fields["conclusion"].error.text() == "请选择办结方式。"
    case.form.inputs["conclusion"].choose(Conclusion.SUBSTANTIVE)
    assert "计入化解" in case.form.inputs["conclusion"].meaning.text()
    case.form.inputs["matter_settled"].setChecked(True)
    case.save()
    dispute = case.stored().dispute
    assert (dispute.state, dispute.conclusion) == (State.CONCLUDED, Conclusion.SUBSTANTIVE)
    assert (dispute.concluded_on, dispute.matter_settled) == (TODAY, True)


def test_who_concluded_a_case_is_not_offered_to_strike_it_off(screen: Opens, desk: Desk) -> None:
    mediator = replace(desk, person=replace(desk.person, name="唐调解"))
    own = screen("山林", mediator)
    assert list(own.events.buttons) == ["step.followed_up"]
    assert "唐调解" in own.events.waits.text()
    other = screen("山林")
    assert list(other.events.buttons) == ["step.struck_off", "step.followed_up"]
    assert not other.events.waits.isVisible()


def test_another_person_strikes_it_off(screen: Opens) -> None:
    case = screen("山林")
    case.open("step.struck_off")
    case.type("材料齐全，双方无异议。")
    case.save()
    assert case.stored().dispute.state == State.STRUCK_OFF
    assert case.stored().dispute.struck_off_on == TODAY


def test_a_day_before_the_registration_is_refused_at_the_field(screen: Opens) -> None:
    case = screen("排水沟")
    case.open("step.handled")
    case.type("上门调解。")
    case.form.inputs["date"].show_day(date(2026, 11, 2))
    case.save()
    assert case.form.fields["date"].error.text() == "日期早于登记日期。"
    assert len(case.stored().events) == 2


def test_a_step_half_written_comes_back(screen: Opens) -> None:
    case = screen("排水沟")
    case.open("step.handled")
    case.type("约定周三")
    case.press(Qt.Key.Key_Escape)
    case.rest()
    again = screen("排水沟")
    again.open("step.handled")
    assert again.form.inputs["text"].value() == "约定周三"
    assert again.form.restored.isVisibleTo(again.form)


def test_a_draft_over_parties_that_have_changed_since_does_not_come_back(
    screen: Opens, desk: Desk
) -> None:
    case = screen("排水沟")
    case.open("facts.parties", case.view.parties)
    case.type("误")
    case.press(Qt.Key.Key_Escape)
    case.rest()
    first = case.stored().parties[0]
    kept = NewParty(Side(first.side), "黄永富", first.phone, first.household_id, id=first.id)
    disputes.set_parties(desk, case.stored(), [kept])
    case.page.refresh()
    case.rest()
    case.open("facts.parties", case.view.parties)
    rows = case.view.parties.form.inputs["parties"].value()
    assert [row["name"] for row in rows] == ["黄永富"]


def test_phones_of_parties_are_masked_also_while_they_are_changed(screen: Opens) -> None:
    case = screen("排水沟")
    case.open("facts.parties", case.view.parties)
    case.save()
    shown = [label.text() for label in case.view.parties.findChildren(type(case.view.title))]
    assert any("138****0003" in text for text in shown)
    assert not any("13800000003" in text for text in shown)
    assert case.stored().parties[0].phone == "13800000003"


def test_a_step_says_which_clock_it_starts_and_stops_and_by_which_article(screen: Opens) -> None:
    case = screen("宅基地")
    case.open("step.accepted")
    told = case.form.rule.text()
    assert "停止计时：登记转送、告知是否受理。" in told
    assert "开始计时：办理期限 60 日。" in told
    assert "《信访工作条例》第二十三条" in told


def test_a_micro_grid_leader_sees_only_what_is_theirs(
    screen: Opens, desk: Desk, make_desk: MakeDesk
) -> None:
    leader = replace(desk, person=replace(desk.person, role=Role.LEADER.value))
    case = screen("宅基地", leader)
    assert list(case.events.buttons) == ["step.handled", "step.concluded"]
    assert set(case.events.more.buttons) == {"step.consent_given"}
    assert list(case.view.duty.buttons) == ["step.escalated"]
    assert list(case.view.parties.buttons) == ["facts.parties"]
    assert not case.view.related.isVisible()
    assert not case.view.documents.isVisible()
