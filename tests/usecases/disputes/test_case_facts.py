"""What is done with a case beside its steps; each act is one operation, checked and undoable."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlmodel import col, select
from uuid_utils.compat import uuid7

from gridapp.contract.disputes import Conclusion, EventKind, PartyRole, Side, State
from gridapp.contract.rules import RuleRecord
from gridapp.domain.disputes.clocks import Clock
from gridapp.domain.disputes.dispute_faults import DisputeFault
from gridapp.domain.disputes.levels import LevelReason
from gridapp.store import journal
from gridapp.store.bookkeeping import ChangeRow
from gridapp.usecases import undoing
from gridapp.usecases.desk import Changed, Desk, RejectedError, save
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import (
    Case,
    HistoryRejectedError,
    NewDispute,
    NewParty,
    Step,
)
from tests.desks import TODAY, TOWNSHIP_ID, VILLAGE_ID

E = EventKind
NEW = NewDispute("黄与李水沟纠纷", "0201", "积水", TODAY)


def registered(desk: Desk, new: NewDispute = NEW, unit: UUID = VILLAGE_ID) -> UUID:
    id_ = disputes.register(desk, unit, new).record_id
    assert id_ is not None
    return id_


def case(desk: Desk, id_: UUID) -> Case:
    found = disputes.case(desk, id_)
    assert found is not None
    return found


def faults(act: Callable[[], Changed]) -> set[str]:
    with pytest.raises(RejectedError) as caught:
        act()
    return {str(fault) for fault in caught.value.faults}


def colleague(desk: Desk, name: str = "莫所长") -> Desk:
    return replace(desk, person=replace(desk.person, name=name))


def test_a_group_matter_keeps_its_people_sums_and_days_and_its_level_is_proposed(
    desk: Desk,
) -> None:
    new = replace(
        NEW,
        category="0702",
        scale="02",
        people_involved=72,
        amount_claimed=91_973_000,
        occurred_on=date(2026, 11, 19),
        source="visitors",
    )
    id_ = registered(desk, new)
    found = case(desk, id_).dispute
    assert (found.people_involved, found.amount_claimed) == (72, 91_973_000)
    assert (found.occurred_on, found.registered_on) == (date(2026, 11, 19), TODAY)
    assert found.entered_at is not None
    assert found.entered_at.date() == TODAY
    assert (found.level, found.first_receiver) == ("village", desk.person.name)
    assert case(desk, registered(desk, unit=TOWNSHIP_ID)).dispute.level == "township"
    proposal = disputes.propose_level(desk, new)
    assert proposal == disputes.propose_level(desk, found)
    expected = (LevelReason.PEOPLE, LevelReason.AMOUNT, LevelReason.POWER)
    assert (proposal.level, proposal.reasons) == ("county", expected)

    disputes.set_amounts(desk, case(desk, id_).dispute, 91_973_000, 80_000_000, 30_000_000, 73)
    assert case(desk, id_).dispute.amount_paid == 30_000_000
    found = case(desk, id_).dispute
    wrong = lambda: disputes.set_amounts(desk, found, 91_973_000, 20_000_000, 30_000_000)  # noqa: E731
    assert faults(wrong) == {DisputeFault.AMOUNT_WRONG}
    late = replace(new, occurred_on=date(2026, 11, 23), amount_claimed=-1)
    assert faults(lambda: disputes.register(desk, VILLAGE_ID, late)) == {
        DisputeFault.OCCURRED_LATER,
        DisputeFault.AMOUNT_WRONG,
    }


def test_parties_are_changed_in_place_at_most_five_represent_and_the_accused_never_handles(
    desk: Desk,
) -> None:
    id_ = registered(desk, replace(NEW, parties=(NewParty(Side.FIRST, "黄某", "13800000001"),)))
    (first,) = case(desk, id_).parties
    kept = NewParty(Side.FIRST, "黄某", "13900000001", representative=True, id=first.id)
    changed = disputes.set_parties(desk, case(desk, id_), [kept, NewParty(Side.SECOND, "李某")])
    standing = [(p.name, p.phone, p.representative) for p in case(desk, id_).parties]
    assert standing == [("黄某", "13900000001", True), ("李某", "", False)]
    assert case(desk, id_).parties[0].id == first.id
    assert changed.operation_id is not None
    undoing.undo(desk, changed.operation_id)
    assert [(p.name, p.phone) for p in case(desk, id_).parties] == [("黄某", "13800000001")]

    many = [NewParty(Side.FIRST, f"村民{n}", representative=True) for n in range(6)]
    before = case(desk, id_)
    set_many = lambda: disputes.set_parties(desk, before, many)  # noqa: E731
    assert faults(set_many) == {DisputeFault.TOO_MANY_REPRESENTATIVES}
    disputes.set_parties(desk, case(desk, id_), many[:5])
    leaves, *stay = case(desk, id_).parties
    ids = [replace(one, id=party.id) for one, party in zip(many[1:5], stay, strict=True)]
    swapped = [many[5], *ids[:3], replace(ids[3], representative=False), many[0]]
    swap = disputes.set_parties(desk, case(desk, id_), swapped).operation_id
    with desk.store.session() as session:
        mine = select(ChangeRow).where(col(ChangeRow.operation_id) == swap)
        edits = session.exec(mine.order_by(col(ChangeRow.dseq))).all()
    told = [(row.op, row.fields.get("representative")) for row in edits]
    assert [one for one in told if one != ("update", None)] == [
        ("delete", None),
        ("update", False),
        ("create", True),
        ("create", True),
    ], "room is made before it is taken, as the county judges one change after the other"
    assert leaves.id not in {party.id for party in case(desk, id_).parties}
    disputes.take_step(desk, id_, Step(E.HANDLED, "走访", TODAY))
    accused = NewParty(Side.SECOND, desk.person.name, role=PartyRole.ACCUSED)
    found = case(desk, id_)
    accuse = lambda: disputes.set_parties(desk, found, [accused, NewParty(Side.FIRST, " ")])  # noqa: E731
    assert faults(accuse) == {DisputeFault.ACCUSED_HANDLES, DisputeFault.PARTY_NAMELESS}


def test_a_sealed_case_is_seen_by_named_handlers_of_whom_the_accused_is_none(desk: Desk) -> None:
    accused = NewParty(Side.SECOND, "谢主任", role=PartyRole.ACCUSED)
    id_, later = registered(desk, replace(NEW, parties=(accused,))), registered(desk)
    disputes.relate(desk, later, id_)
    me, other = (f"{name}@{VILLAGE_ID}" for name in (desk.person.name, "莫所长"))
    seal = lambda handlers: disputes.seal(desk, id_, handlers, "涉及检举")  # noqa: E731
    assert faults(lambda: seal([me, f"谢主任@{VILLAGE_ID}"])) == {DisputeFault.ACCUSED_HANDLES}
    assert faults(lambda: seal([])) == {DisputeFault.HANDLERS_MISSING}
    elsewhere = f"秦所长@{UUID(int=9)}"
    assert faults(lambda: seal([me, elsewhere])) == {DisputeFault.HANDLER_OUT_OF_REACH}
    seal([f"秦镇长@{TOWNSHIP_ID}", me])
    seal([other])
    assert (case(desk, id_).dispute.sealed, case(desk, id_).dispute.handlers) == (True, [other])
    assert disputes.related(desk, later) == ()
    assert [one.id for one in disputes.related(colleague(desk), later)] == [id_]
    disputes.unseal(desk, id_, "查清")
    assert (case(desk, id_).dispute.sealed, case(desk, id_).dispute.handlers) == (False, [])


def test_a_case_climbs_the_levels_with_its_agents_and_keeps_its_history(desk: Desk) -> None:
    id_ = registered(desk)
    disputes.escalate(desk, id_, "township", "唐代办", "村里调解不成")
    down = lambda: disputes.escalate(desk, id_, "village", "韦代办", "退回")  # noqa: E731
    assert faults(down) == {DisputeFault.LEVEL_NOT_HIGHER}
    changed = disputes.escalate(desk, id_, "county", "秦代办", "跨部门")
    found = case(desk, id_)
    assert (found.dispute.level, found.dispute.agent) == ("county", "秦代办")
    told = [event.data for event in found.events if event.kind == E.ESCALATED]
    assert [(data["level"], data["agent"]) for data in told] == [
        ("township", "唐代办"),
        ("county", "秦代办"),
    ]
    assert changed.operation_id is not None
    undoing.undo(desk, changed.operation_id)
    assert (case(desk, id_).dispute.level, case(desk, id_).dispute.agent) == ("township", "唐代办")


def test_matters_are_joined_both_ways_and_never_in_a_circle(desk: Desk) -> None:
    first, second, third = (registered(desk) for _ in range(3))
    disputes.relate(desk, second, first)
    disputes.relate(desk, third, second)
    shown = {
        one: [(line.id, line.earlier) for line in disputes.related(desk, one)]
        for one in (first, second, third)
    }
    assert shown[first] == [(second, False)]
    assert shown[second] == [(first, True), (third, False)]
    assert shown[third] == [(first, True), (second, True)]
    circle = lambda: disputes.relate(desk, first, third)  # noqa: E731
    assert faults(circle) == {DisputeFault.REPEATS_ITSELF}
    assert faults(lambda: disputes.relate(desk, first, first)) == {DisputeFault.REPEATS_ITSELF}
    assert faults(lambda: disputes.relate(desk, first, uuid7())) == {DisputeFault.REPEATED_MISSING}
    disputes.relate(desk, third, None)
    assert disputes.related(desk, third) == ()
    assert case(desk, registered(desk, replace(NEW, repeat_of=first))).dispute.repeat_of == first


def test_an_old_case_comes_in_with_its_whole_history_as_one_operation(desk: Desk) -> None:
    def on(month: int, day: int) -> date:
        return date(2025, month, day)

    steps = [
        Step(E.ACCEPTED, "受理", on(3, 4), actor="何某"),
        Step(E.EXTENSION_ASKED, "案情复杂", on(4, 20), actor="何某"),
        Step(E.EXTENDED, "同意", on(4, 25), data={"until": "2025-05-30"}, actor="莫所长"),
        Step(E.HANDLED, "现场调解", on(5, 20), actor="何某"),
        Step(E.CONCLUDED, "和解", on(5, 28), Conclusion.SUBSTANTIVE, actor="何某"),
        Step(E.STRUCK_OFF, "材料齐全", on(6, 3), actor="莫所长"),
    ]
    new = replace(NEW, registered_on=on(3, 1), first_receiver="覃老支书")
    changed = disputes.enter_history(desk, VILLAGE_ID, new, steps)
    assert changed.record_id is not None
    found = case(desk, changed.record_id)
    assert (found.dispute.state, found.dispute.handler) == (State.STRUCK_OFF, "何某")
    assert (found.dispute.due_on, found.dispute.number[:4]) == (date(2025, 5, 30), "2025")
    assert (found.dispute.first_receiver, found.dispute.registered_by) == (
        "覃老支书",
        desk.person.name,
    )
    told = [(event.actor, event.happened_on) for event in found.events]
    assert told[0] == ("覃老支书", on(3, 1))
    assert told[1:] == [(step.actor, step.happened_on) for step in steps]
    assert {event.recorded_at.date() for event in found.events} == {TODAY}
    assert changed.operation_id is not None
    undoing.undo(desk, changed.operation_id)
    assert disputes.case(desk, changed.record_id) is None

    wrong = [*steps[:5], replace(steps[5], actor="何某")]
    with pytest.raises(HistoryRejectedError) as caught:
        disputes.enter_history(desk, VILLAGE_ID, new, wrong)
    assert (caught.value.place, caught.value.faults) == (5, (DisputeFault.SAME_PERSON,))


def test_the_clocks_of_a_case_follow_its_steps_and_the_countys_rules(desk: Desk) -> None:
    id_ = registered(desk, replace(NEW, registered_on=date(2026, 9, 1)))
    disputes.take_step(desk, id_, Step(E.ACCEPTED, "受理", date(2026, 9, 10)))
    faces = {face.rule.code: face for face in disputes.clocks(desk, case(desk, id_))}
    assert faces[Clock.HANDLE].limit == date(2026, 11, 9)
    assert faces[Clock.FORWARD].stopped_on == date(2026, 9, 10)
    rule = RuleRecord(id=uuid7(), unit_id=VILLAGE_ID, code="clock.handle", value={"days": 30})
    with desk.store.session() as session:
        save(desk, session, "rule.set", "", [journal.create(uuid7(), "rule", rule)])
    faces = {face.rule.code: face for face in disputes.clocks(desk, case(desk, id_))}
    assert faces[Clock.HANDLE].limit == date(2026, 10, 10)
    assert case(desk, registered(desk)).dispute.due_on == date(2026, 12, 22)

    disputes.take_step(desk, id_, Step(E.EXTENSION_ASKED, "复杂", date(2026, 11, 1)))
    ask = Step(E.EXTENDED, "同意", date(2026, 11, 2), data={"until": "2026-12-01"})
    assert faults(lambda: disputes.take_step(desk, id_, ask)) == {DisputeFault.EXTENSION_BY_ASKER}
    disputes.take_step(colleague(desk), id_, ask)
    found = case(desk, id_)
    handling = next(f for f in disputes.clocks(desk, found) if f.rule.code == Clock.HANDLE)
    assert (handling.limit, found.dispute.due_on) == (date(2026, 12, 1), date(2026, 12, 1))


def test_numbers_run_on_beyond_ten_thousand(desk: Desk) -> None:
    first = registered(desk)
    for number in ("2026-000-9999", "2026-000-10000", "2026-001-20000"):
        with desk.store.session() as session:
            row = case(desk, first).dispute
            copy = row.model_copy(update={"id": uuid7(), "number": number})
            save(desk, session, "copied", "", [journal.create(uuid7(), "dispute", copy)])
    assert case(desk, registered(desk)).dispute.number == "2026-000-10001"
