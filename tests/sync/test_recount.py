"""Last days that were counted anew after a rule changed stand at the county as on the laptop."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from uuid_utils.compat import uuid7

from gridapp.contract.disputes import Conclusion
from gridapp.contract.disputes import EventKind as E
from gridapp.contract.people import Role
from gridapp.domain.disputes.clocks import Clock
from gridapp.usecases import county_rules
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute, Step
from gridapp.usecases.sync import conflicts, refused
from tests.server.grids import VILLAGE
from tests.sync.laptops import Laptop

DAY = timedelta(days=1)
TODAY = date(2026, 11, 16)


def desk(laptop: Laptop, name: str) -> Desk:
    person = Person(name, VILLAGE, "甲村", Role.TOWNSHIP.value)
    return Desk(laptop.store, person, laptop.now, uuid7)


def exchange(*laptops: Laptop) -> None:
    for laptop in laptops:
        assert laptop.sync().problem is None


def registered(who: Desk, title: str) -> UUID:
    new = NewDispute(title, "0201", "积水", TODAY - 40 * DAY)
    id_ = disputes.register(who, VILLAGE, new).record_id
    assert id_ is not None
    return id_


def due(who: Desk, id_: UUID) -> date:
    found = disputes.case(who, id_)
    assert found is not None
    handling = [f for f in disputes.clocks(who, found) if f.rule.code == Clock.HANDLE]
    assert [found.dispute.due_on] == [face.limit for face in handling], "the page says the same"
    return found.dispute.due_on


def take(who: Desk, case: UUID, kind: E, how: Conclusion | None = None, **data: str) -> None:
    disputes.take_step(who, case, Step(kind, "办理", TODAY, how, data))


def test_recounted_days_are_taken_by_the_county_and_later_steps_go_on_from_them(
    village: Laptop, second: Laptop
) -> None:
    one, other = desk(village, "何某"), desk(second, "韦某")
    plain, accepted, reopened, diverted = (
        registered(one, title) for title in ("未受理", "已受理", "重启", "引导")
    )
    take(one, accepted, E.ACCEPTED)
    take(one, reopened, E.CONCLUDED, Conclusion.INTERIM)
    take(one, reopened, E.REOPENED)
    take(one, diverted, E.DIVERTED, channel="民事诉讼")
    exchange(village, second)
    handle = next(m for m in county_rules.in_force(one).measures if m.code == "clock.handle")
    county_rules.set_measure(one, handle, 45)
    assert county_rules.recount(one).operation_id is not None
    exchange(village, second)
    wanted = {plain: TODAY + 5 * DAY, accepted: TODAY + 45 * DAY, reopened: TODAY + 45 * DAY}
    for who in (one, other):
        assert {id_: due(who, id_) for id_ in wanted} == wanted
        assert (refused.all_refused(who), conflicts.open_conflicts(who)) == ([], [])
        assert county_rules.recount(who).operation_id is None, "nothing is left to count"
    take(other, accepted, E.EXTENSION_ASKED)
    exchange(second, village)
    until = TODAY + 75 * DAY
    take(one, accepted, E.EXTENDED, until=until.isoformat())
    exchange(village, second)
    assert (due(one, accepted), due(other, accepted)) == (until, until)
    assert (refused.all_refused(one), refused.all_refused(other)) == ([], [])


@pytest.mark.parametrize("order", ["recounted first", "extended first"])
def test_an_extension_and_a_recount_that_do_not_know_of_each_other_leave_it_extended(
    village: Laptop, second: Laptop, order: str
) -> None:
    one, other = desk(village, "陈某"), desk(second, "韦某")
    case = registered(one, "需延期")
    take(one, case, E.ACCEPTED)
    take(one, case, E.EXTENSION_ASKED)
    exchange(village, second)
    until = TODAY + 80 * DAY
    take(other, case, E.EXTENDED, until=until.isoformat())
    handle = next(m for m in county_rules.in_force(one).measures if m.code == "clock.handle")
    county_rules.set_measure(one, handle, 45)
    county_rules.recount(one)
    both = (village, second) if order == "recounted first" else (second, village)
    exchange(*both, *both)
    assert (due(one, case), due(other, case)) == (until, until)
    for who in (one, other):
        assert county_rules.recount(who).operation_id is None, "nothing is left to set right"
        assert (refused.all_refused(who), conflicts.open_conflicts(who)) == ([], [])
