"""A regrouping made offline and a visit recorded meanwhile at a door of it both survive."""

from datetime import UTC, date, datetime
from uuid import UUID

from uuid_utils.compat import uuid7

from gridapp.contract.people import Role
from gridapp.contract.screening import RoundRecord, VisitRecord
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.grids import grid_units, regroup_plans, regrouping
from tests.server.grids import MICRO_1, MICRO_2, VILLAGE
from tests.sync.laptops import JoinLaptop, Laptop, household, member

DAY = date(2026, 11, 12)


def desk_of(laptop: Laptop, unit: UUID, role: Role) -> Desk:
    return Desk(laptop.store, Person("何某", unit, "", role.value), laptop.now, uuid7)


def test_a_merge_made_offline_and_a_visit_of_the_leader_meanwhile_both_survive(
    village: Laptop, joined: JoinLaptop
) -> None:
    home = household(MICRO_1)
    person = member(home)
    round_ = RoundRecord(
        id=uuid7(),
        unit_id=VILLAGE,
        kind="routine",
        name="11月常态排查",
        starts_on=date(2026, 11, 1),
        ends_on=date(2026, 11, 30),
    )
    for kind, record in (("household", home), ("member", person), ("round", round_)):
        village.create(kind, record)
    assert village.sync().problem is None
    leader = joined(MICRO_1, Role.LEADER)
    assert leader.sync().problem is None

    desk = desk_of(village, VILLAGE, Role.VILLAGE)
    regrouping.carry_out(desk, regroup_plans.merge(desk, MICRO_2, [MICRO_1], DAY))
    visit = VisitRecord(
        id=uuid7(),
        unit_id=MICRO_1,
        round_id=round_.id,
        household_id=home.id,
        outcome="quiet",
        visited_on=DAY,
        recorded_at=datetime(2026, 11, 12, 2, tzinfo=UTC),
    )
    leader.create("visit", visit)
    assert village.sync().problem is None
    assert leader.sync().problem is None
    assert village.sync().problem is None

    assert village.row("household", home.id).unit_id == MICRO_2
    assert village.row("member", person.id).unit_id == MICRO_2
    assert village.row("unit", MICRO_1).until == date(2026, 11, 11)
    assert village.row("visit", visit.id).unit_id == MICRO_2, "it went along with its household"
    assert (village.totals().conflicts, village.totals().refused) == (0, 0)
    assert leader.sync().problem is None
    assert leader.ids("household") == set(), "its leader's laptop gives it up"
    (event,) = village.ids("life_event")
    assert village.row("life_event", event).before == {"unit_id": str(MICRO_1)}


def test_a_large_grid_and_its_micro_grids_travel_to_their_leaders(
    village: Laptop, joined: JoinLaptop
) -> None:
    leader = joined(MICRO_1, Role.LEADER)
    assert leader.sync().problem is None
    desk = desk_of(village, VILLAGE, Role.VILLAGE)
    large = grid_units.add_large(desk, VILLAGE, "东片", [MICRO_1], DAY).record_id
    assert large is not None
    assert (village.sync().refused, leader.sync().problem) == (0, None)
    assert leader.row("unit", MICRO_1).parent_id == large
    assert leader.row("unit", large).name == "东片"
