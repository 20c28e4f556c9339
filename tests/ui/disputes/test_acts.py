"""What a township does with a case, act by act, at one window; and who sees a sealed case."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QLabel, QWidget

from gridapp.contract.casework import TaskKind
from gridapp.contract.disputes import EventKind, State
from gridapp.contract.grids import UnitRecord
from gridapp.contract.people import Role
from gridapp.store import journal
from gridapp.store.disputes.disputes import Shelf
from gridapp.usecases.desk import Desk, save
from gridapp.usecases.disputes import agreements, casework, disputes
from tests.desks import TODAY, TOWNSHIP_ID
from tests.ui.disputes.lived import as_township, case_of
from tests.ui.disputes.screen import Opens, Screen


def fill(case: Screen, **values: str) -> None:
    """Put drafts of values into the inputs of the open form."""
    for name, value in values.items():
        case.form.inputs[name].put_back(value)
    case.form.submit()
    case.rest()
    assert not case.form.isVisible(), [field.error.text() for field in case.form.fields.values()]


def test_a_matter_is_referred_extended_answered_and_reviewed(screen: Opens, desk: Desk) -> None:
    case = screen("宅基地", as_township(desk))
    case.open("step.accepted")
    fill(case)
    case.open("step.referred")
    assert "开始计时：单位可退回 5 个工作日" in case.form.rule.text()
    fill(case, unit=str(TOWNSHIP_ID), text="请核实权属。")
    assert case.stored().dispute.handling_unit_id == TOWNSHIP_ID
    assert "转给：永福镇" in said_by(case.events.timeline)
    case.open("step.extension_asked")
    fill(case, text="需测绘。")
    until = (TODAY + timedelta(60 + 20)).isoformat()
    head = screen("宅基地", replace(as_township(desk), person=replace(desk.person, name="莫主任")))
    assert next(iter(head.events.buttons)) == "step.extended"
    head.open("step.extended")
    fill(head, text="同意。", until=until)
    assert head.stored().dispute.extended_to == date.fromisoformat(until)
    assert f"延期至 {until}" in head.view.clocks.sum.text()
    case.page.refresh()
    case.rest()
    case.open("step.answered")
    fill(case, text="权属归集体。")
    case.open("step.review_asked")
    fill(case, text="不服。")
    assert list(case.events.buttons) == ["step.review_decided"]
    case.open("step.review_decided")
    fill(case, text="事实不清。", decision="no")
    assert case.stored().dispute.state == State.HANDLED


def test_a_diverted_matter_keeps_its_channel_and_whatever_receipt_there_is(
    screen: Opens, desk: Desk
) -> None:
    case = screen("宅基地", as_township(desk))
    case.open("step.diverted")
    fill(case, text="属于土地权属争议。", receipt="回执3号", receipt_on="2026-11-20")
    told = case.stored().events[-1].data
    assert told.pop("channel").startswith("向乡镇人民政府")
    assert told == {"receipt": "回执3号", "receipt_on": "2026-11-20"}
    assert "回执 回执3号（2026-11-20）" in said_by(case.events.timeline)


def said_by(part: QWidget) -> str:
    """Every word of a part of the page."""
    return "\n".join(label.text() for label in part.findChildren(QLabel))


def test_the_township_takes_a_case_on_and_presses_the_unit(screen: Opens, desk: Desk) -> None:
    case = screen("排水沟", as_township(desk))
    duty, parties, related = case.view.duty, case.view.parties, case.view.related
    opened(case, "facts.amounts", parties, people="12", claimed="1.5万")
    assert "乡镇级（涉及人数多）" in said_by(duty)
    opened(case, "step.escalated", duty, agent="莫代办")
    assert "乡镇级（涉及人数多）" not in said_by(duty)
    opened(case, "duty.leader", duty, leader="秦镇长")
    case.open("task.reminder_letter")
    assert "工提〔2026〕1号" in case.form.inputs["number"].value()
    fill(case)
    earlier = disputes.case(desk, case_of(desk, "借款"))
    assert earlier is not None
    opened(case, "facts.relate", related, number=earlier.dispute.number)
    dispute = case.stored().dispute
    assert (dispute.level, dispute.agent, dispute.leader) == ("township", "莫代办", "秦镇长")
    assert (dispute.people_involved, dispute.amount_claimed) == (12, 1_500_000)
    assert dispute.repeat_of == earlier.dispute.id
    assert [task.kind for task in casework.tasks(desk, case.id)] == [TaskKind.REMINDER_LETTER]
    leader = replace(desk, person=replace(desk.person, name="秦镇长"))
    assert [line.id for line in disputes.ledger(leader, Shelf.MINE)] == [case.id]


def opened(case: Screen, code: str, card: object, **values: str) -> None:
    """Open an act of another card than the timeline's, fill it in and save it."""
    form = card.form  # type: ignore[attr-defined]
    case.open(code, card)  # type: ignore[arg-type]
    for name, value in values.items():
        form.inputs[name].put_back(value)
    form.submit()
    case.rest()
    assert not form.isVisible(), [field.error.text() for field in form.fields.values()]


def test_a_sealed_case_is_marked_and_names_who_sees_it(screen: Opens, desk: Desk) -> None:
    elsewhere = UnitRecord(
        id=desk.new_id(), unit_id=TOWNSHIP_ID, parent_id=TOWNSHIP_ID, level="village", name="邻村"
    )
    with desk.store.session() as session:
        save(desk, session, "test", "", [journal.create(desk.new_id(), "unit", elsewhere)])
    case = screen("排水沟", as_township(desk))
    case.open("step.sealed")
    (_, row), *_ = case.form.inputs["handlers"].rows  # type: ignore[attr-defined]
    row["unit"][1].put_back(str(elsewhere.id))
    case.form.inputs["text"].put_back("涉及检举。")
    case.form.submit()
    case.rest()
    assert "拿不到" in case.form.fields["handlers"].error.text()
    row["unit"][1].put_back(str(desk.person.unit_id))
    fill(case)
    assert case.stored().dispute.handlers == [f"秦镇长@{desk.person.unit_id}"]
    assert case.view.sealed.isVisible()
    case.page.show_ledger()
    case.rest()
    case.page.ledger.show_all()
    case.rest()
    table = case.page.ledger.table
    numbers = [line.number for line in table.rows if line.sealed]
    assert numbers == [case.stored().dispute.number]
    row = [line.sealed for line in table.rows].index(True)
    assert table.model().index(row, 1).data().startswith("〔密〕")


def test_an_undone_step_leaves_the_page_as_before(screen: Opens, desk: Desk, said: object) -> None:
    case = screen("排水沟")
    case.open("step.concluded")
    fill(case, text="已了结。", conclusion="substantive")
    assert list(case.events.buttons) == ["step.followed_up"]
    said.undo[-1]()  # type: ignore[attr-defined]
    case.rest()
    assert next(iter(case.events.buttons)) == "step.handled"
    assert [line.state for line in disputes.ledger(desk, Shelf.TO_STRIKE_OFF)] == ["concluded"]


def test_every_role_gets_a_page(screen: Opens, desk: Desk) -> None:
    for role in Role:
        case = screen("宅基地", replace(desk, person=replace(desk.person, role=role.value)))
        assert f"step.{EventKind.HANDLED}" in case.events.buttons


def test_after_the_last_feedback_the_focus_is_on_the_next_step(screen: Opens, desk: Desk) -> None:
    case = screen("山林", desk)
    feedbacks = case.view.feedbacks
    for stage in ("acceptance", "handling", "conclusion"):
        opened(case, f"feedback.{stage}", feedbacks, text="已告知。")
    assert feedbacks.buttons == {}
    assert case.events.buttons["step.struck_off"].hasFocus()


def test_an_oral_agreement_asks_only_for_what_is_recorded_of_one(screen: Opens, desk: Desk) -> None:
    case = screen("排水沟", as_township(desk))
    case.open("agreement.new")
    shown = {name for name, field in case.form.fields.items() if field.isVisible()}
    assert shown == set(case.form.inputs), "a written one asks for all"
    case.form.inputs["amount"].setText("很多")
    case.form.inputs["form"].choose("oral")
    shown = {name for name, field in case.form.fields.items() if field.isVisible()}
    assert shown == {"form", "terms", "until", "date", "mediator"}
    fill(case, terms="各自清理门前水沟。")
    (agreed,) = agreements.agreements(desk, case.id)
    assert (agreed.form, agreed.terms, agreed.amount) == ("oral", "各自清理门前水沟。", None)
    assert agreed.facts == case.stored().dispute.summary
    case.open("agreement.new")
    fill(case, form="oral", terms="互不追究。")
    assert len(agreements.agreements(desk, case.id)) == 2, "a draft puts the form back, too"


def test_a_letter_whose_number_another_bears_gets_another_number(screen: Opens, desk: Desk) -> None:
    township = as_township(desk)
    for title in ("排水沟", "宅基地"):
        letter = casework.draft_letter(township, case_of(desk, title), TaskKind.REMINDER_LETTER)
        casework.give_task(township, case_of(desk, title), letter)
    earlier, later = (casework.tasks(desk, case_of(desk, t))[-1] for t in ("排水沟", "宅基地"))
    with desk.store.session() as session:
        edit = journal.change(desk.new_id(), "task", later, number=earlier.number)
        save(desk, session, "test", "", [edit])
    renumber = (str(later.id), f"task.renumber.{later.id}")
    assert not [one for one in screen("排水沟", township).view.tasks.rows.buttons if "re" in one[1]]
    case = screen("宅基地", township)
    case.view.tasks.rows.buttons[renumber].click()
    case.rest()
    form = case.view.tasks.form
    assert earlier.number in form.rule.text()
    form.submit()
    case.rest()
    assert casework.tasks(desk, case.id)[-1].number != earlier.number
    assert renumber not in case.view.tasks.rows.buttons
