"""Settling a conflict: what each choice does, who may choose, and that it can be taken back."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import Session, col, select

from gridapp.contract.conflicts import Choice
from gridapp.contract.people import Role
from gridapp.store import journal
from gridapp.store.bookkeeping import AuditRow, ChangeRow
from gridapp.store.journal import Operation
from gridapp.store.tables import CaseEvent, Conflict, Dispute, Household, Member, Unit
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.sync import conflicts
from gridapp.usecases.sync.conflicts import ConflictFault
from tests.conflicts import one, put_conflict
from tests.desks import TODAY


def phone_conflict(desk: Desk) -> tuple[UUID, UUID]:
    member = one(desk, Member, name="韦国平")
    return put_conflict(desk, "member", member, "phone", "13900000002"), member.id


def faults(desk: Desk, conflict: UUID, choice: Choice, value: Any = None) -> tuple[Any, ...]:
    with pytest.raises(RejectedError) as refused:
        conflicts.settle(desk, conflict, choice, value)
    return refused.value.faults


def sent_fields(session: Session, operation: UUID | None) -> list[tuple[str, set[str]]]:
    rows = session.exec(
        select(ChangeRow)
        .where(col(ChangeRow.operation_id) == operation)
        .order_by(col(ChangeRow.dseq))
    )
    return [(row.kind, set(row.fields)) for row in rows]


def test_a_conflict_is_told_in_names_with_numbers_masked(desk: Desk) -> None:
    id_, _ = phone_conflict(desk)
    (line,) = conflicts.open_conflicts(desk)
    assert (line.subject.name, line.subject.place) == ("韦国平", "坪岭村 坪岭1-1")
    assert line.offered == "139****0002" and "*" in line.standing
    assert (line.standing_by, line.offered_by) == ("王桂英", "韦国平")
    assert conflicts.reveal(desk, id_).offered == "13900000002"
    assert one(desk, AuditRow, action="reveal") is not None


@pytest.mark.parametrize(
    ("choice", "value", "kept"),
    [
        (Choice.STANDING, None, None),
        (Choice.OFFERED, None, "13900000002"),
        (Choice.OTHER, "13700000003", "13700000003"),
    ],
)
def test_the_decision_sets_the_field_and_settles_the_conflict(
    desk: Desk, choice: Choice, value: str | None, kept: str | None
) -> None:
    id_, member = phone_conflict(desk)
    before = one(desk, Member, id=member).phone
    changed = conflicts.settle(desk, id_, choice, value)
    assert one(desk, Member, id=member).phone == (kept or before)
    (settled,) = conflicts.settled_conflicts(desk)
    assert (settled.choice, settled.settled_by) == (choice.value, desk.person.name)
    assert conflicts.open_conflicts(desk) == []
    with desk.store.session() as session:
        wanted: list[Any] = [("conflict", {"settled_at", "settled_by", "choice"})]
        wanted += [("member", {"phone"})] if kept else []
        assert sent_fields(session, changed.operation_id) == wanted


def test_a_decision_can_be_taken_back_until_it_is_sent(desk: Desk) -> None:
    id_, member = phone_conflict(desk)
    before = one(desk, Member, id=member).phone
    changed = conflicts.settle(desk, id_, Choice.OFFERED)
    assert changed.operation_id is not None
    undoing.undo(desk, changed.operation_id)
    assert one(desk, Member, id=member).phone == before
    (line,) = conflicts.open_conflicts(desk)
    assert (line.id, line.choice, line.settled_by) == (id_, "", "")


def test_what_stands_is_what_the_record_holds_now(desk: Desk) -> None:
    household = one(desk, Household)
    id_ = put_conflict(desk, "household", household, "note", "养狗")
    with desk.store.session() as session:
        later = Operation(desk.new_id(), "edit", "", "", desk.now())
        journal.write(
            session, later, [journal.change(desk.new_id(), "household", household, note="后来写的")]
        )
    (line,) = conflicts.open_conflicts(desk)
    assert line.standing == "后来写的"
    conflicts.settle(desk, id_, Choice.STANDING)
    assert one(desk, Household, id=household.id).note == "后来写的"


def test_a_household_that_moves_by_a_decision_takes_its_members_along(desk: Desk) -> None:
    with desk.store.session() as session:
        first, second = session.exec(select(Unit).where(Unit.level == "micro").limit(2))
    household = one(desk, Household, unit_id=first.id)
    id_ = put_conflict(desk, "household", household, "unit_id", str(second.id))
    (line,) = conflicts.open_conflicts(desk)
    assert line.names[second.id] == f"坪岭村 {second.name}"
    conflicts.settle(desk, id_, Choice.OFFERED)
    assert one(desk, Household, id=household.id).unit_id == second.id
    assert one(desk, Member, household_id=household.id).unit_id == second.id


def test_a_case_never_goes_a_step_that_the_rules_do_not_know(desk: Desk) -> None:
    case = one(desk, Dispute, state="struck_off")
    id_ = put_conflict(desk, "dispute", case, "state", "concluded")
    assert faults(desk, id_, Choice.OFFERED) == (ConflictFault.NOT_ALLOWED,)
    assert faults(desk, id_, Choice.OTHER, "registered") == (ConflictFault.NOT_ALLOWED,)
    conflicts.settle(desk, id_, Choice.STANDING)


def test_a_closed_case_that_goes_on_by_a_decision_is_reopened_and_its_timeline_says_so(
    desk: Desk,
) -> None:
    case = one(desk, Dispute, state="concluded")
    id_ = put_conflict(desk, "dispute", case, "state", "handled")
    changed = conflicts.settle(desk, id_, Choice.OFFERED)
    found = one(desk, Dispute, id=case.id)
    assert (found.state, found.conclusion, found.concluded_on) == ("handled", None, None)
    assert found.reopened_on == TODAY
    entry = one(desk, CaseEvent, dispute_id=case.id, kind="reopened")
    assert "韦国平" in entry.text
    assert changed.operation_id is not None
    undoing.undo(desk, changed.operation_id)
    found = one(desk, Dispute, id=case.id)
    assert (found.state, found.conclusion) == ("concluded", "substantive")


def test_a_field_of_a_newer_program_can_only_be_left_as_it_is(desk: Desk) -> None:
    household = one(desk, Household)
    id_ = put_conflict(desk, "household", household, "note", "B")
    with desk.store.session() as session:
        row = session.get_one(Conflict, id_)
        edit = journal.change(desk.new_id(), "conflict", row, field="barcode")
        journal.write(session, Operation(desk.new_id(), "x", "", "", desk.now()), [edit])
    (line,) = conflicts.open_conflicts(desk)
    assert conflicts.choices(desk.person.role, line) == (Choice.STANDING,)
    conflicts.settle(desk, id_, Choice.STANDING)


def test_a_leader_leaves_what_is_above_a_micro_grid_to_others(desk: Desk) -> None:
    unit = one(desk, Unit, level="micro")
    id_ = put_conflict(desk, "unit", unit, "name", "别的名字")
    leader = replace(desk, person=replace(desk.person, role=Role.LEADER.value))
    assert faults(leader, id_, Choice.OFFERED) == (ConflictFault.NOT_ALLOWED,)
    conflicts.settle(desk, id_, Choice.OFFERED)
    assert one(desk, Unit, id=unit.id).name == "别的名字"


def test_faults_of_a_third_value_and_a_second_decision(desk: Desk) -> None:
    member = one(desk, Member, name="韦国平")
    name = put_conflict(desk, "member", member, "name", "韦国萍")
    born = put_conflict(desk, "member", member, "born_on", "1974-03-02")
    assert faults(desk, name, Choice.OTHER, " ") == (ConflictFault.VALUE_MISSING,)
    assert faults(desk, born, Choice.OTHER, "昨天") == (ConflictFault.VALUE_WRONG,)
    conflicts.settle(desk, name, Choice.OFFERED)
    assert faults(desk, name, Choice.STANDING) == (ConflictFault.ALREADY_SETTLED,)
    assert faults(desk, desk.new_id(), Choice.STANDING) == (ConflictFault.GONE,)
