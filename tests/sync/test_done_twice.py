"""What two laptops of a unit did without a line is found on both after the exchange, and mended."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from uuid_utils.compat import uuid7

from gridapp.contract.casework import TaskKind
from gridapp.contract.people import Role
from gridapp.contract.receptions import Rhythm
from gridapp.domain.disputes.casework import TaskFault
from gridapp.domain.receptions.rhythms import Pattern
from gridapp.usecases import due
from gridapp.usecases.desk import Desk, Person, RejectedError
from gridapp.usecases.disputes import casework, disputes, letters
from gridapp.usecases.disputes.disputes import NewDispute
from gridapp.usecases.due import Item, Why
from gridapp.usecases.receptions import duty_rosters, receptions
from gridapp.usecases.receptions.duty_rosters import Plan
from gridapp.usecases.receptions.receptions import Duty, Outcome
from gridapp.usecases.sync import refused
from tests.server.grids import VILLAGE
from tests.sync.laptops import Laptop

NEW = NewDispute("水沟改道", "0201", "积水", date(2026, 11, 16))


def desk(laptop: Laptop, name: str) -> Desk:
    return Desk(laptop.store, Person(name, VILLAGE, "甲村", Role.VILLAGE.value), laptop.now, uuid7)


def exchange(*laptops: Laptop) -> None:
    for laptop in laptops:
        assert laptop.sync().problem is None


def told(who: Desk, why: Why) -> list[Item]:
    until = who.today() + timedelta(days=7)
    return [one for one in due.everything(who, until) if one.why == why]


def written(who: Desk, case: UUID) -> str:
    letter = casework.draft_letter(who, case, TaskKind.REMINDER_LETTER)
    casework.give_task(who, case, letter)
    return letter.number


def test_two_letters_with_one_number_are_told_of_and_the_later_gets_another(
    village: Laptop, second: Laptop
) -> None:
    one, other = desk(village, "何某"), desk(second, "韦某")
    case = disputes.register(one, VILLAGE, NEW).record_id
    assert case is not None
    exchange(village, second)
    number = written(one, case)
    assert written(other, case) == number
    exchange(village, second, village)

    for who in (one, other):
        (item,) = told(who, Why.SAME_NUMBER)
        assert (item.title, item.dispute_id) == (number, case)
    (later,) = letters.doubled(one)
    assert letters.doubled(other) == (later,)
    free = letters.another_number(one, TaskKind.REMINDER_LETTER)
    with pytest.raises(RejectedError) as error:
        letters.renumber(one, later.id, number)
    assert error.value.faults == (TaskFault.NUMBER_TAKEN,)
    letters.renumber(one, later.id, free)
    exchange(village, second)
    for who in (one, other):
        assert told(who, Why.SAME_NUMBER) == []
        assert {task.number for task in casework.tasks(who, case)} == {number, free}
        assert refused.all_refused(who) == []


def test_a_roster_planned_on_two_laptops_is_told_of_and_the_second_plan_removed(
    village: Laptop, second: Laptop
) -> None:
    one, other = desk(village, "何某"), desk(second, "韦某")
    today = one.today()
    period = today - timedelta(days=14), today + timedelta(days=60)
    plan = Plan((("韦某", "书记"),), Pattern(Rhythm.WEEKLY, (0,)), *period)
    duty_rosters.plan_year(one, VILLAGE, plan)
    duty_rosters.plan_year(other, VILLAGE, replace(plan, leaders=(("覃某", ""),)))
    receptions.arrange(one, VILLAGE, Duty("莫某", today))
    held = min(receptions.between(other, *period), key=lambda line: line.planned_on)
    receptions.hold(other, held, Outcome(today, 1, 2, "当场答复。"))
    assert told(one, Why.PLANNED_TWICE) == []
    exchange(village, second, village)

    twice = receptions.second_plan(one)
    assert receptions.second_plan(other) == twice
    (item,) = told(other, Why.PLANNED_TWICE)
    assert item.about == len(twice) > 2
    assert held.id not in twice, "what was held stays; the other plan's goes that day"
    receptions.remove(other, twice)
    exchange(second, village)
    for who in (one, other):
        assert receptions.second_plan(who) == ()
        roster = [line for line in receptions.between(who, *period) if line.planned]
        days = [line.planned_on for line in roster]
        assert len(days) == len(set(days)) == len(twice)
        assert held.id in {line.id for line in roster}
        assert {line.leader for line in roster if line.id != held.id} == {"韦某"}
