"""What the county did not take is corrected and sent again, sent as it is, or given up."""

from typing import Any

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from gridapp.contract.disputes import EventKind, Side
from gridapp.store.bookkeeping import AuditRow, ChangeRow
from gridapp.store.sync.outbox import State
from gridapp.store.sync.refused import NOT_TAKEN
from gridapp.store.tables import Dispute, Party
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute, NewParty
from gridapp.usecases.sync import refused, sync
from gridapp.usecases.sync.refused import RefusedChange
from tests.conflicts import one
from tests.desks import TODAY, VILLAGE_ID


def refuse(desk: Desk, kind: str, problem: str, state: State = State.REFUSED) -> RefusedChange:
    """A case is registered and sent; the county does not take the change of this kind in it."""
    new = NewDispute(
        "水渠", "0201", "", TODAY, parties=(NewParty(Side.FIRST, "韦一", "13900000002"),)
    )
    operation = disputes.register(desk, VILLAGE_ID, new).operation_id
    with desk.store.session() as session:
        ours = update(ChangeRow).where(col(ChangeRow.operation_id) == operation)
        session.execute(ours.values(state=State.ACKNOWLEDGED, batch_id=desk.new_id()))
        session.execute(
            ours.where(col(ChangeRow.kind) == kind).values(state=state, problem=problem)
        )
    (found,) = refused.all_refused(desk)
    return found


def last_change(desk: Desk) -> Any:
    with desk.store.session() as session:
        return session.exec(select(ChangeRow).order_by(col(ChangeRow.dseq).desc())).first()


def test_what_was_not_taken_is_listed_with_what_means_something_to_a_person(desk: Desk) -> None:
    found = refuse(desk, "party", "422.3 quarantined", State.QUARANTINED)
    assert (found.line.what, found.line.name) == ("dispute.registered", "水渠")
    assert found.shown["name"] == "韦一"
    assert found.shown["phone"] == "139****0002"
    assert "dispute_id" not in found.shown and "household_id" not in found.shown
    totals = sync.status(desk).totals
    assert (totals.refused, totals.quarantined) == (0, 1)


def test_a_corrected_create_goes_out_as_a_new_one_and_the_row_here_is_corrected(desk: Desk) -> None:
    found = refuse(desk, "party", "422.1 invalid_fields")
    waiting = sync.status(desk).totals.waiting
    refused.send_again(desk, found.line.change_id, {"name": "韦一一"})
    party = one(desk, Party, id=found.line.record_id)
    assert party.name == "韦一一"
    sent = last_change(desk)
    assert (sent.op, sent.record_id, sent.fields["name"]) == ("create", party.id, "韦一一")
    assert sent.fields["dispute_id"] == str(party.dispute_id)
    assert sent.change_id != found.line.change_id
    assert sync.status(desk).totals.waiting == waiting + 1
    assert refused.all_refused(desk) == []


def test_an_update_is_sent_again_as_it_is(desk: Desk) -> None:
    case = one(desk, Dispute, state="registered")
    refuse_update(desk, case)
    (found,) = refused.all_refused(desk)
    assert found.reason == "dispute.step_not_allowed"
    refused.send_again(desk, found.line.change_id)
    sent = last_change(desk)
    assert (sent.op, sent.fields["handler"]) == ("update", desk.person.name)
    assert refused.all_refused(desk) == []


def refuse_update(desk: Desk, case: Dispute) -> None:
    step = disputes.Step(EventKind.HANDLED, "去看了。", TODAY)
    operation = disputes.take_step(desk, case.id, step).operation_id
    with desk.store.session() as session:
        ours = update(ChangeRow).where(col(ChangeRow.operation_id) == operation)
        problem = "409.7 transition: dispute.step_not_allowed"
        values = {"state": State.REFUSED, "problem": problem}
        session.execute(ours.where(col(ChangeRow.kind) == "dispute").values(**values))


def test_a_value_that_is_still_wrong_is_not_sent(desk: Desk) -> None:
    found = refuse(desk, "dispute", "422.1 invalid_fields")
    with pytest.raises(RejectedError):
        refused.send_again(desk, found.line.change_id, {"registered_on": "昨天"})
    assert len(refused.all_refused(desk)) == 1


def test_the_fields_that_cannot_be_right_are_named(desk: Desk) -> None:
    found = refuse(desk, "dispute", "422.1 invalid_fields")
    assert found.wrong == frozenset()
    with desk.store.session() as session:
        row = session.exec(select(ChangeRow).where(col(ChangeRow.state).in_(NOT_TAKEN))).one()
        row.fields = {**row.fields, "due_on": "某天", "title": ""}
        session.add(row)
    (found,) = refused.all_refused(desk)
    assert found.wrong == {"due_on", "title"}


def test_what_is_given_up_stays_in_the_journal_and_is_noted(desk: Desk) -> None:
    found = refuse(desk, "party", "422.3 quarantined", State.QUARANTINED)
    refused.give_up(desk, found.line.change_id)
    assert refused.all_refused(desk) == []
    assert one(desk, ChangeRow, change_id=found.line.change_id).state == State.GIVEN_UP
    assert one(desk, AuditRow, action="change.given_up").actor == desk.person.name


def test_what_was_erased_by_law_is_not_offered_again(desk: Desk) -> None:
    assert not refuse(desk, "party", "410.1 erased").can_be_sent
