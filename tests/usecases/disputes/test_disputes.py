"""A case from registration to strike-off, and everything that is refused on the way."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from gridapp.contract.disputes import Conclusion, EventKind, State
from gridapp.domain.disputes.dispute_faults import DisputeFault
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute, Shelf, Step
from tests.desks import TODAY, VILLAGE_ID


def registered(desk: Desk, day: date = TODAY) -> UUID:
    new = NewDispute("黄与李水沟纠纷", "0201", "积水", day)
    id_ = disputes.register(desk, VILLAGE_ID, new).record_id
    assert id_ is not None
    return id_


def state(desk: Desk, id_: UUID) -> str:
    found = disputes.case(desk, id_)
    assert found is not None
    return found.dispute.state


def faults(desk: Desk, id_: UUID, step: Step) -> set[str]:
    with pytest.raises(RejectedError) as caught:
        disputes.take_step(desk, id_, step)
    return {str(fault) for fault in caught.value.faults}


def test_a_case_goes_from_registered_to_struck_off_and_its_timeline_keeps_every_step(
    desk: Desk,
) -> None:
    id_ = registered(desk)
    disputes.take_step(desk, id_, Step(EventKind.HANDLED, "到现场", TODAY))
    end = Step(EventKind.CONCLUDED, "和解", TODAY, Conclusion.SUBSTANTIVE)
    disputes.take_step(desk, id_, end)
    other = replace(desk, person=replace(desk.person, name="陈志平"))
    disputes.take_step(other, id_, Step(EventKind.STRUCK_OFF, "回访无异议", TODAY))
    found = disputes.case(desk, id_)
    assert found is not None
    assert [event.kind for event in found.events] == [
        "registered",
        "handled",
        "concluded",
        "struck_off",
    ]
    assert (found.dispute.state, found.dispute.conclusion) == ("struck_off", "substantive")


def test_nobody_strikes_off_what_they_handled(desk: Desk) -> None:
    id_ = registered(desk)
    disputes.take_step(desk, id_, Step(EventKind.CONCLUDED, "和解", TODAY, Conclusion.INTERIM))
    off = Step(EventKind.STRUCK_OFF, "同意", TODAY)
    assert faults(desk, id_, off) == {DisputeFault.SAME_PERSON}
    assert state(desk, id_) == State.CONCLUDED


def test_a_registered_case_is_not_struck_off_without_a_conclusion(desk: Desk) -> None:
    id_ = registered(desk)
    other = replace(desk, person=replace(desk.person, name="陈志平"))
    off = Step(EventKind.STRUCK_OFF, "同意", TODAY)
    assert faults(other, id_, off) == {DisputeFault.STEP_NOT_ALLOWED}


def test_everything_wrong_with_a_step_is_named_at_once(desk: Desk) -> None:
    id_ = registered(desk)
    step = Step(EventKind.CONCLUDED, " ", date(2026, 11, 23))
    assert faults(desk, id_, step) == {
        DisputeFault.TEXT_MISSING,
        DisputeFault.CONCLUSION_MISSING,
        DisputeFault.IN_FUTURE,
    }


def test_a_step_is_not_dated_before_the_case_was_registered(desk: Desk) -> None:
    id_ = registered(desk, date(2026, 11, 10))
    step = Step(EventKind.HANDLED, "到现场", date(2026, 11, 9))
    assert faults(desk, id_, step) == {DisputeFault.BEFORE_REGISTRATION}


def test_a_case_needs_a_title_and_a_category_of_the_table(desk: Desk) -> None:
    with pytest.raises(RejectedError) as caught:
        disputes.register(desk, VILLAGE_ID, NewDispute("", "0298", "", TODAY))
    assert set(caught.value.faults) == {DisputeFault.TITLE_MISSING, DisputeFault.CATEGORY_MISSING}


def test_a_case_is_due_60_days_after_registration(desk: Desk) -> None:
    id_ = registered(desk, date(2026, 11, 3))
    found = disputes.case(desk, id_)
    assert found is not None
    assert found.dispute.due_on == date(2027, 1, 2)


def test_case_numbers_run_on_by_year_and_device(desk: Desk) -> None:
    numbers = []
    for day in (TODAY, TODAY, date(2025, 12, 31)):
        found = disputes.case(desk, registered(desk, day))
        assert found is not None
        numbers.append(found.dispute.number)
    assert numbers == ["2026-000-0006", "2026-000-0007", "2025-000-0001"]


def test_the_shelves_hold_what_their_names_say(desk: Desk) -> None:
    assert disputes.shelf_counts(desk) == {
        Shelf.MINE: 3,
        Shelf.DUE_SOON: 1,
        Shelf.OVERDUE: 1,
        Shelf.TO_STRIKE_OFF: 1,
        Shelf.ALL: 5,
    }
    (overdue,) = disputes.ledger(desk, Shelf.OVERDUE)
    assert overdue.due_on < TODAY
