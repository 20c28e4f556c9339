"""The resident hears how the matter stands: three feedbacks, then a visit."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gridapp.contract.disputes import Conclusion, EventKind, Feedback, Rating, State
from gridapp.domain.disputes.contacts import HANDLING_DAYS, Contact, Standing, handling_days, owed
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import casework, contacts, disputes
from gridapp.usecases.disputes.disputes import NewDispute, Step
from tests.desks import TODAY, VILLAGE_ID, MakeDesk

DAY = timedelta(days=1)


def due(desk: Desk) -> list[tuple[Contact, date]]:
    return [(one.what, one.since) for one in contacts.contacts_owed(desk)]


def test_a_case_owes_its_three_feedbacks_one_after_the_other_and_then_a_visit(
    make_desk: MakeDesk,
) -> None:
    desk = make_desk(filled=False)
    new = NewDispute("水沟纠纷", "0201", "", TODAY - 45 * DAY)
    id_ = disputes.register(desk, VILLAGE_ID, new).record_id
    assert id_ is not None
    disputes.take_step(desk, id_, Step(EventKind.FOLLOWED_UP, "路过看看", TODAY - 44 * DAY))
    assert due(desk) == []
    accepted = TODAY - 40 * DAY
    disputes.take_step(desk, id_, Step(EventKind.ACCEPTED, "受理", accepted))
    assert due(desk) == [(Contact.ACCEPTANCE, accepted)]
    other = replace(desk, person=replace(desk.person, name="唐调解"))
    assert due(other) == []  # it is for who handles the case
    casework.give_feedback(desk, id_, Feedback.ACCEPTANCE, "已受理", accepted)
    assert due(desk) == [(Contact.HANDLING, accepted + 30 * DAY)]
    casework.give_feedback(desk, id_, Feedback.HANDLING, "正在调解", TODAY - DAY)
    assert due(desk) == []
    end = Step(EventKind.CONCLUDED, "和解", TODAY, Conclusion.SUBSTANTIVE)
    disputes.take_step(desk, id_, end)
    assert due(desk) == [(Contact.CONCLUSION, TODAY)]
    casework.give_feedback(desk, id_, Feedback.CONCLUSION, "已办结", TODAY)
    assert due(desk) == [(Contact.FOLLOW_UP, TODAY)]
    casework.follow_up(desk, id_, "满意", TODAY, Rating.SATISFIED)
    assert due(desk) == []
    disputes.take_step(desk, id_, Step(EventKind.REOPENED, "再访", TODAY))
    assert due(desk) == [(Contact.ACCEPTANCE, TODAY)]  # what was told before counts no more


def standing(state: State, *given: str) -> Standing:
    return Standing(state, TODAY - 50 * DAY, TODAY - 40 * DAY, TODAY, given)


@pytest.mark.parametrize("state", [State.REGISTERED, State.NOT_ACCEPTED, State.STRUCK_OFF])
def test_before_acceptance_and_after_the_strike_off_nothing_is_owed(state: State) -> None:
    assert owed(standing(state), HANDLING_DAYS, TODAY) is None


def test_an_answer_is_told_but_followed_up_only_once_the_case_is_concluded() -> None:
    assert owed(standing(State.ANSWERED), None, TODAY) == (Contact.CONCLUSION, TODAY)
    assert owed(standing(State.ANSWERED, "conclusion"), None, TODAY) is None
    assert owed(standing(State.CONCLUDED, "conclusion"), None, TODAY) == (Contact.FOLLOW_UP, TODAY)
    asked = standing(State.CONCLUDED, "conclusion", "follow_up")
    assert owed(asked, None, TODAY) is None


def test_a_county_says_when_the_second_feedback_is_due_or_that_it_is_not() -> None:
    case = standing(State.HANDLED, "acceptance")
    assert owed(case, handling_days({"days": 41}), TODAY) is None
    assert owed(case, handling_days({"days": 40}), TODAY) == (Contact.HANDLING, TODAY)
    assert owed(case, handling_days(None), TODAY) is None
    assert {handling_days({"days": wrong}) for wrong in (0, 366, "5", True)} == {HANDLING_DAYS}
