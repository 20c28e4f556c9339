"""Agreements: what they must hold, their instalments, the court, whether they are kept."""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

import pytest

from gridapp.contract.casework import AgreementForm, TaskKind
from gridapp.contract.disputes import EventKind, Side, State, Suitability
from gridapp.domain.disputes.agreements import ARTICLES, AgreementFault, Instalment
from gridapp.domain.disputes.casework import TaskFault
from gridapp.domain.disputes.clocks import Clock, Face
from gridapp.domain.disputes.dispute_faults import DisputeFault
from gridapp.store.tables import Agreement, Dispute, Task
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.disputes import agreements, casework, disputes
from gridapp.usecases.disputes.agreements import NewAgreement, WatchKind
from gridapp.usecases.disputes.disputes import NewDispute, NewParty, Step
from tests.desks import TODAY, VILLAGE_ID, MakeDesk

DAY = timedelta(days=1)
FAULT = AgreementFault
WRITTEN = NewAgreement(
    AgreementForm.WRITTEN,
    terms="乙方分三期付清货款。",
    agreed_on=TODAY - 10 * DAY,
    facts="乙方欠甲方货款，双方对数额无争议。",
    manner="转账",
    perform_until=TODAY + 60 * DAY,
    amount=300_000,
)
PARTS = tuple(
    Instalment(TODAY + days * DAY, 100_000, "李春兰") for days in (-1, 5, 60)
)  # one overdue, one within a week, one later
BOTH = (NewParty(Side.FIRST, "黄永福"), NewParty(Side.SECOND, "李春兰"))


@pytest.fixture
def village(make_desk: MakeDesk) -> Desk:
    """A desk without any case."""
    return make_desk(filled=False)


def registered(desk: Desk, parties: tuple[NewParty, ...] = BOTH) -> UUID:
    new = NewDispute("货款纠纷", "0601", "", TODAY - 40 * DAY, parties=parties)
    id_ = disputes.register(desk, VILLAGE_ID, new).record_id
    assert id_ is not None
    return id_


def agreed(desk: Desk, id_: UUID, new: NewAgreement, *parts: Instalment) -> UUID:
    made = agreements.agree(desk, id_, new, parts).record_id
    assert made is not None
    return made


def case_of(desk: Desk, id_: UUID) -> Dispute:
    with desk.store.session() as session:
        return session.get_one(Dispute, id_)


def of(desk: Desk, agreement_id: UUID) -> Agreement:
    with desk.store.session() as session:
        return session.get_one(Agreement, agreement_id)


def open_parts(desk: Desk, id_: UUID) -> list[Task]:
    tasks = casework.tasks(desk, id_)
    return [task for task in tasks if task.done_on is None and not task.withdrawn]


def faults(act: object, *args: object, **named: object) -> set[StrEnum]:
    assert callable(act)
    with pytest.raises(RejectedError) as caught:
        act(*args, **named)
    return set(caught.value.faults)


# What an agreement holds ---------------------------------------------------------------------


def test_a_written_agreement_names_what_it_lacks_by_article_29(village: Desk) -> None:
    id_ = registered(village, parties=BOTH[:1])
    empty = NewAgreement(AgreementForm.WRITTEN, " ", TODAY)
    lacking = faults(agreements.agree, village, id_, empty)
    assert lacking == {
        FAULT.PARTIES_MISSING,
        FAULT.FACTS_MISSING,
        FAULT.TERMS_MISSING,
        FAULT.MANNER_MISSING,
        FAULT.PERIOD_MISSING,
    }
    assert all("第二十九条" in ARTICLES[FAULT(fault)] for fault in lacking)
    assert agreements.agreements(village, id_) == ()
    assert case_of(village, id_).state == State.REGISTERED


def test_of_an_oral_agreement_the_terms_are_recorded(village: Desk) -> None:
    id_ = registered(village)
    oral = NewAgreement(AgreementForm.ORAL, "各退一尺。", TODAY)
    assert faults(agreements.agree, village, id_, replace(oral, terms="")) == {FAULT.TERMS_MISSING}
    found = of(village, agreed(village, id_, oral))
    assert (found.effective_on, found.mediator, found.amount) == (TODAY, "韦国平", None)
    case = disputes.case(village, id_)
    assert case is not None
    assert (case.dispute.state, case.dispute.amount_agreed) == (State.HANDLED, None)
    assert [event.kind for event in case.events][1:] == [EventKind.AGREED]


def test_nobody_is_mediated_who_refused_and_no_matter_that_cannot_be(village: Desk) -> None:
    id_ = registered(village)
    refused = Step(EventKind.CONSENT_REFUSED, "乙方明确拒绝", TODAY)
    disputes.take_step(village, id_, refused)
    signed = replace(WRITTEN, agreed_on=TODAY)
    assert faults(agreements.agree, village, id_, signed) == {DisputeFault.CONSENT_REFUSED}
    disputes.take_step(village, id_, Step(EventKind.CONSENT_GIVEN, "同意再谈", TODAY))
    unfit = {"suitability": Suitability.UNSUITABLE.value}
    disputes.take_step(village, id_, Step(EventKind.ASSESSED, "法院已受理", TODAY, data=unfit))
    assert faults(agreements.agree, village, id_, signed) == {FAULT.UNSUITABLE}


WRONG: tuple[tuple[dict[str, object], tuple[Instalment, ...], AgreementFault], ...] = (
    ({}, PARTS[:2], FAULT.INSTALMENTS_SUM),
    ({"amount": None}, PARTS, FAULT.INSTALMENTS_SUM),
    ({"amount": 0}, (), FAULT.AMOUNT_WRONG),
    ({"amount": 0}, (Instalment(TODAY, 5), Instalment(TODAY, -5)), FAULT.AMOUNT_WRONG),
    ({"agreed_on": TODAY}, PARTS, FAULT.INSTALMENT_TOO_EARLY),
    ({"perform_until": TODAY - 11 * DAY}, (), FAULT.PERIOD_TOO_EARLY),
    ({"effective_on": TODAY - 11 * DAY}, (), FAULT.EFFECTIVE_TOO_EARLY),
)


def test_instalments_are_the_agreed_sum_and_no_day_lies_before_the_agreement(
    village: Desk,
) -> None:
    id_ = registered(village)
    for changes, parts, fault in WRONG:
        new = replace(WRITTEN, **changes)  # type: ignore[arg-type]
        assert faults(agreements.agree, village, id_, new, parts) == {fault}
    assert agreements.agreements(village, id_) == ()


# Paying --------------------------------------------------------------------------------------


def test_what_is_paid_counts_in_the_same_act_and_is_taken_back_with_it(village: Desk) -> None:
    id_ = registered(village)
    agreed(village, id_, WRITTEN, *PARTS)
    case = case_of(village, id_)
    assert (case.amount_agreed, case.amount_paid) == (300_000, None)
    first, second, third = casework.tasks(village, id_)
    assert [part.title for part in (first, second, third)] == ["第1期", "第2期", "第3期"]
    casework.answer_task(village, first.id, "", TODAY)
    done = casework.answer_task(village, second.id, "现金，有收条", TODAY)
    assert case_of(village, id_).amount_paid == 200_000
    assert done.operation_id is not None
    undoing.undo(village, done.operation_id)
    assert case_of(village, id_).amount_paid == 100_000
    assert [part.id for part in open_parts(village, id_)] == [second.id, third.id]
    withdrawn = faults(casework.withdraw_task, village, second.id, "改期")
    assert withdrawn == {TaskFault.WITH_AGREEMENT}


def test_the_rest_may_be_owed_in_other_instalments_and_remains_the_same_sum(village: Desk) -> None:
    id_ = registered(village)
    agreement = agreed(village, id_, WRITTEN, *PARTS)
    casework.answer_task(village, casework.tasks(village, id_)[0].id, "", TODAY)
    later = TODAY + 90 * DAY
    act = (village, agreement)
    less = (Instalment(later, 199_999),)
    assert faults(agreements.reschedule, *act, less, "收成不好") == {FAULT.INSTALMENTS_SUM}
    assert faults(agreements.reschedule, *act, (), "收成不好") == {FAULT.INSTALMENTS_SUM}
    agreements.reschedule(*act, (Instalment(later, 200_000, "李春兰"),), "收成不好")
    (part,) = open_parts(village, id_)
    assert (part.title, part.amount, part.due_on) == ("第2期", 200_000, later)
    casework.answer_task(village, part.id, "", TODAY)
    assert case_of(village, id_).amount_paid == 300_000


def test_a_broken_agreement_leaves_nothing_owed_and_what_is_agreed_anew_counts_once(
    village: Desk,
) -> None:
    id_ = registered(village)
    agreement = agreed(village, id_, WRITTEN, *PARTS)
    casework.answer_task(village, casework.tasks(village, id_)[0].id, "", TODAY)
    agreements.settle(village, agreement, "乙方不再付款", TODAY, kept=False)
    assert open_parts(village, id_) == []
    assert of(village, agreement).broken
    again = replace(WRITTEN, agreed_on=TODAY, amount=200_000)
    agreed(village, id_, again, Instalment(TODAY, 200_000))
    case = case_of(village, id_)
    assert (case.amount_agreed, case.amount_paid) == (300_000, 100_000)
    twice = (village, agreement, "又看了一次", TODAY)
    assert faults(agreements.settle, *twice, kept=True) == {FAULT.SETTLED_ALREADY}


def test_agreements_with_several_people_of_a_group_add_up(village: Desk) -> None:
    id_ = registered(village)
    agreed(village, id_, WRITTEN)
    agreed(village, id_, replace(WRITTEN, amount=50_000))
    agreed(village, id_, replace(WRITTEN, amount=None))
    assert case_of(village, id_).amount_agreed == 350_000


def test_an_agreement_is_kept_once_everything_is_paid_and_a_sum_at_once_is_paid_with_it(
    village: Desk,
) -> None:
    id_ = registered(village)
    parted = agreed(village, id_, WRITTEN, *PARTS)
    seen = (village, parted, "已履行", TODAY)
    assert faults(agreements.settle, *seen, kept=True) == {FAULT.INSTALMENTS_UNPAID}
    whole = agreed(village, id_, replace(WRITTEN, amount=70_000))
    agreements.settle(village, whole, "当面付清", TODAY, kept=True)
    assert case_of(village, id_).amount_paid == 70_000
    assert of(village, whole).performed_on == TODAY
    for part in open_parts(village, id_):
        casework.answer_task(village, part.id, "", TODAY)
    agreements.settle(*seen, kept=True)
    assert case_of(village, id_).amount_paid == 370_000  # what was paid in parts counts once


# The court -----------------------------------------------------------------------------------


def test_both_parties_may_ask_a_court_until_the_thirtieth_day_of_effect(village: Desk) -> None:
    id_ = registered(village)
    agreement = agreed(village, id_, replace(WRITTEN, agreed_on=TODAY - 31 * DAY))
    late = (village, agreement, "县人民法院", TODAY)
    assert faults(agreements.ask_confirmation, *late) == {FAULT.CONFIRMATION_LATE}
    assert ARTICLES[FAULT.CONFIRMATION_LATE] == "人民调解法第三十三条"
    early = (village, agreement, "县人民法院", TODAY - 32 * DAY)
    assert faults(agreements.ask_confirmation, *early) == {FAULT.NOT_YET_EFFECTIVE}
    assert faults(agreements.confirm, village, agreement, "裁定", TODAY) == {FAULT.NOT_ASKED}
    last = TODAY - DAY
    assert court_clock(village, id_).stopped_on is None
    agreements.ask_confirmation(village, agreement, "县人民法院", last)
    assert court_clock(village, id_).stopped_on == last
    assert faults(agreements.ask_confirmation, *late) == {FAULT.ASKED_ALREADY}
    assert faults(agreements.confirm, village, agreement, "裁定", last - DAY) == {FAULT.NOT_ASKED}
    agreements.confirm(village, agreement, "（2026）桂0326民特1号", TODAY)
    found = of(village, agreement)
    assert (found.confirmation_asked_on, found.confirmed_on) == (last, TODAY)
    again = (village, agreement, "裁定", TODAY)
    assert faults(agreements.confirm, *again) == {FAULT.CONFIRMED_ALREADY}


def court_clock(desk: Desk, id_: UUID) -> Face:
    case = disputes.case(desk, id_)
    assert case is not None
    (face,) = [one for one in disputes.clocks(desk, case) if one.rule.code == Clock.CONFIRM]
    return face


# Watching ------------------------------------------------------------------------------------


def due_of(desk: Desk) -> tuple[agreements.Due, ...]:
    return agreements.watch(desk, casework.owed(desk, TODAY + 7 * DAY))


def watched(desk: Desk) -> list[tuple[WatchKind, date, int | None]]:
    return [(due.why, due.due_on, due.amount) for due in due_of(desk)]


def test_what_is_due_of_agreements_is_watched_until_it_is_done(village: Desk) -> None:
    id_ = registered(village)
    soon = replace(WRITTEN, perform_until=TODAY + 7 * DAY)
    agreement = agreed(village, id_, soon, *PARTS)
    confirm_until = WRITTEN.agreed_on + 30 * DAY
    assert watched(village) == [
        (WatchKind.INSTALMENT, PARTS[0].due_on, 100_000),
        (WatchKind.INSTALMENT, PARTS[1].due_on, 100_000),
        (WatchKind.PERFORMANCE, TODAY + 7 * DAY, None),
        (WatchKind.CONFIRMATION, confirm_until, None),
    ]
    assert {due.case_title for due in due_of(village)} == {"货款纠纷"}
    for part in open_parts(village, id_):
        casework.answer_task(village, part.id, "", TODAY)
    agreements.ask_confirmation(village, agreement, "县人民法院", TODAY)
    assert watched(village) == [(WatchKind.PERFORMANCE, TODAY + 7 * DAY, None)]
    agreements.settle(village, agreement, "已付清", TODAY, kept=True)
    assert watched(village) == []


def test_what_is_not_yet_due_or_too_late_for_the_court_is_not_watched(village: Desk) -> None:
    id_ = registered(village)
    agreed(
        village,
        id_,
        replace(WRITTEN, agreed_on=TODAY - 31 * DAY),
        replace(PARTS[2], amount=300_000),
    )
    assert watched(village) == []
    other = registered(village)
    agreed(village, other, replace(WRITTEN, agreed_on=TODAY - 30 * DAY))
    assert watched(village) == [(WatchKind.CONFIRMATION, TODAY, None)]


def test_an_instalment_is_a_task_like_others(village: Desk) -> None:
    id_ = registered(village)
    agreed(village, id_, WRITTEN, *PARTS)
    (line, *_) = casework.owed(village, TODAY)
    assert (line.kind, line.owner, line.due_on) == (TaskKind.INSTALMENT, "李春兰", PARTS[0].due_on)
