"""A case lived on two laptops of a village: the county takes all that the rules allow."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select, update
from uuid_utils.compat import uuid7

from gridapp.contract.disputes import Conclusion, Side
from gridapp.contract.disputes import EventKind as E
from gridapp.contract.people import Role
from gridapp.server.county.county import County
from gridapp.server.database.tables import device
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.disputes import dispute_steps, disputes
from gridapp.usecases.disputes.disputes import NewDispute, NewParty, Step
from gridapp.usecases.sync import conflicts, refused
from tests.server.grids import OTHER_VILLAGE, VILLAGE
from tests.sync.laptops import Laptop

TODAY = date(2026, 11, 16)
NEW = NewDispute("水沟改道", "0201", "积水", TODAY, parties=(NewParty(Side.FIRST, "黄某"),))


def desk(laptop: Laptop, name: str) -> Desk:
    return Desk(laptop.store, Person(name, VILLAGE, "甲村", Role.VILLAGE.value), laptop.now, uuid7)


@pytest.fixture
def worker(village: Laptop) -> Desk:
    return desk(village, "何某")


@pytest.fixture
def chief(second: Laptop, county: County) -> Desk:
    """The last to join; the county knows them by their own name."""
    with county.writing() as connection:
        last = select(func.max(device.c.number)).scalar_subquery()
        connection.execute(update(device).where(device.c.number == last).values(person="莫所长"))
    return desk(second, "莫所长")


def take(who: Desk, case: UUID, kind: E, how: Conclusion | None = None, **data: Any) -> None:
    disputes.take_step(who, case, Step(kind, "办理", TODAY, how, data))


def exchange(*laptops: Laptop) -> None:
    for laptop in laptops:
        assert laptop.sync().problem is None


def told(who: Desk, case: UUID) -> tuple[str, list[str]]:
    found = disputes.case(who, case)
    assert found is not None
    return found.dispute.state, [event.kind for event in found.events]


def test_nothing_that_the_laptop_allows_is_refused_and_what_it_forbids_is(
    village: Laptop, second: Laptop, worker: Desk, chief: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = disputes.register(worker, VILLAGE, NEW).record_id
    assert case is not None
    take(worker, case, E.ACCEPTED)
    disputes.escalate(worker, case, "township", "唐代办", "村里调解不成")
    climbed = disputes.escalate(worker, case, "county", "秦代办", "跨部门").operation_id
    sent = Step(E.REFERRED, "办理", TODAY, data={"unit": str(OTHER_VILLAGE)})
    for operation in (disputes.take_step(worker, case, sent).operation_id, climbed):
        assert operation is not None
        undoing.undo(worker, operation)
    take(worker, case, E.REFERRED, unit=str(OTHER_VILLAGE))
    take(worker, case, E.RETURNED)
    take(worker, case, E.CONSENT_GIVEN)
    take(worker, case, E.EXTENSION_ASKED)
    exchange(village, second)
    take(chief, case, E.EXTENDED, until="2027-02-01")
    exchange(second, village)
    take(worker, case, E.HANDLED)
    ended = Step(E.CONCLUDED, "和解", TODAY, Conclusion.SUBSTANTIVE)
    done = disputes.take_step(worker, case, ended).operation_id
    assert done is not None
    undoing.undo(worker, done)
    take(worker, case, E.ANSWERED)
    take(worker, case, E.REVIEW_ASKED)
    exchange(village, second)
    take(chief, case, E.REVIEW_DECIDED, upheld=False)
    exchange(second, village)
    seen = disputes.case(worker, case)
    assert seen is not None
    disputes.set_amounts(worker, seen.dispute, 100_00, 80_00, 0, 3)
    later = disputes.register(worker, VILLAGE, replace(NEW, repeat_of=case)).record_id
    assert later is not None
    old = [Step(E.HANDLED, "走访", TODAY, actor="覃某"), replace(ended, actor="覃某")]
    disputes.enter_history(worker, VILLAGE, NEW, [*old, Step(E.STRUCK_OFF, "材料齐全", TODAY)])
    disputes.take_step(worker, case, replace(ended, data={"matter_settled": True}))
    take(worker, case, E.RATED, rating="not_asked")
    exchange(village, second, village)
    for who in (worker, chief):
        assert (refused.all_refused(who), conflicts.open_conflicts(who)) == ([], [])
    assert told(worker, case) == told(chief, case)
    assert told(chief, case)[0] == "concluded"

    monkeypatch.setattr(dispute_steps, "step_faults", lambda *_: [])
    take(worker, case, E.STRUCK_OFF)
    take(worker, later, E.REVIEW_DECIDED)
    exchange(village, second, village)
    assert [(change.line.kind, change.line.problem) for change in refused.all_refused(worker)] == [
        ("dispute", "409.7 transition: dispute.step_not_allowed"),
        ("dispute", "409.7 transition: dispute.struck_off_by_handler"),
    ]
    for who in (worker, chief):
        assert told(who, case)[0] == "concluded"
        assert told(who, later)[0] == "registered"
