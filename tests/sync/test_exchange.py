"""Two laptops and a county: what one writes the other holds, by scope, once, field by field."""

from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import select as ask_store

from gridapp.contract.people import Role
from gridapp.server.county.county import County
from gridapp.server.database.tables import record
from gridapp.store import meta
from gridapp.store.tables import Member
from gridapp.sync import pull, push, verdicts
from gridapp.sync.pull import Reading
from tests.server.grids import (
    COUNTY,
    MICRO_1,
    MICRO_2,
    OTHER_MICRO,
    OTHER_VILLAGE,
    TOWNSHIP,
    VILLAGE,
)
from tests.sync.laptops import JoinLaptop, Laptop, dispute, household, member


def at_county(county: County, kind: str) -> int:
    with county.reading() as connection:
        query = select(func.count()).select_from(record).where(record.c.kind == kind)
        return connection.execute(query).scalar_one()


def test_two_laptops_of_a_village_come_to_hold_the_same(
    village: Laptop, second: Laptop, county: County
) -> None:
    home = household(MICRO_1)
    village.create("household", home)
    village.create("member", member(home))
    other = household(MICRO_2)
    second.create("household", other)
    second.create("dispute", dispute(MICRO_2))
    for laptop in (village, second, village):
        assert laptop.sync().problem is None
    assert village.held() == second.held()
    assert village.ids("household") == {home.id, other.id}
    assert at_county(county, "household") == 2
    assert set(village.states()) == {"acknowledged"}


def test_a_leaders_laptop_holds_the_own_micro_grid_and_the_path_only(
    village: Laptop, joined: JoinLaptop
) -> None:
    mine, next_door = household(MICRO_1), household(MICRO_2)
    for home in (mine, next_door):
        village.create("household", home)
        village.create("member", member(home))
    village.sync()
    leader = joined(MICRO_1, Role.LEADER)
    assert leader.sync().problem is None
    assert leader.ids("household") == {mine.id}
    assert leader.ids("unit") == {COUNTY, TOWNSHIP, VILLAGE, MICRO_1}
    with leader.store.session() as session:
        assert {row.unit_id for row in session.exec(ask_store(Member))} == {MICRO_1}


def test_different_fields_of_one_record_merge(village: Laptop, second: Laptop) -> None:
    home = household(MICRO_1)
    village.create("household", home)
    village.sync()
    second.sync()
    village.change("household", home.id, note="北屋")
    second.change("household", home.id, address="新街2号")
    for laptop in (village, second, village):
        assert laptop.sync().problem is None
    for laptop in (village, second):
        row = laptop.row("household", home.id)
        assert (row.note, row.address, row.revision) == ("北屋", "新街2号", 3)


def test_of_a_guarded_field_the_countys_value_stands_on_both_laptops(
    village: Laptop, second: Laptop
) -> None:
    home = household(MICRO_1)
    person = member(home, phone="")
    village.create("household", home)
    village.create("member", person)
    village.sync()
    second.sync()
    village.change("member", person.id, phone="13800000001")
    second.change("member", person.id, phone="13800000002")
    village.sync()
    result = second.sync()
    assert (result.conflicts, second.totals().conflicts) == (1, 1)
    assert second.states()[-1] == "conflict"
    for laptop in (village, second):
        assert laptop.row("member", person.id).phone == "13800000001"


def test_a_refused_change_holds_back_nothing_and_its_row_is_the_countys_again(
    village: Laptop, grid: Laptop
) -> None:
    home = household(MICRO_1)
    village.change("unit", COUNTY, name="别县")
    village.create("household", home)
    result = village.sync()
    assert (result.problem, result.refused) == (None, 1)
    assert village.states() == ["refused", "acknowledged"]
    assert village.row("unit", COUNTY).name == "永福县"
    grid.sync()
    assert home.id in grid.ids("household")


def test_a_household_that_moved_leaves_the_old_leaders_disk_and_late_work_follows_it(
    village: Laptop, joined: JoinLaptop
) -> None:
    home = household(MICRO_1)
    person = member(home)
    village.create("household", home)
    village.create("member", person)
    village.sync()
    leader = joined(MICRO_1, Role.LEADER)
    leader.sync()
    village.change("household", home.id, unit_id=MICRO_2)
    village.sync()
    leader.change("household", home.id, note="已经搬走")
    newborn = member(home, name="何小某")
    leader.create("member", newborn)
    assert leader.sync().problem is None
    assert leader.sync().problem is None
    assert (leader.ids("household"), leader.ids("member")) == (set(), set())
    assert set(leader.states()) == {"forgotten"}, "the county has it, this laptop nothing of it"
    village.sync()
    assert village.row("household", home.id).note == "已经搬走"
    assert village.row("member", person.id).unit_id == MICRO_2
    assert village.row("member", newborn.id).unit_id == MICRO_2


def test_a_deleted_record_goes_everywhere(village: Laptop, second: Laptop) -> None:
    home = household(MICRO_1)
    village.create("household", home)
    village.sync()
    second.sync()
    assert second.ids("household") == {home.id}
    village.remove("household", home.id)
    village.sync()
    assert second.sync().problem is None
    assert second.ids("household") == set()


def test_what_was_made_and_undone_before_it_was_sent_arrives_as_nothing(
    village: Laptop, second: Laptop
) -> None:
    home = household(MICRO_1)
    village.create("household", home)
    village.remove("household", home.id)
    assert village.sync().problem is None
    second.sync()
    assert second.ids("household") == set()


def test_a_field_that_waits_is_not_overwritten_by_the_county(
    village: Laptop, second: Laptop
) -> None:
    home = household(MICRO_1)
    village.create("household", home)
    village.sync()
    second.sync()
    village.change("household", home.id, note="县里", address="新街2号")
    village.sync()
    second.change("household", home.id, note="村里")
    second.read()
    row = second.row("household", home.id)
    assert (row.note, row.address) == ("村里", "新街2号")


def test_a_laptop_of_another_village_gets_nothing_of_it(
    village: Laptop, joined: JoinLaptop
) -> None:
    village.create("household", household(MICRO_1))
    village.sync()
    neighbour = joined(OTHER_VILLAGE, Role.VILLAGE)
    neighbour.sync()
    assert neighbour.ids("household") == set()
    assert OTHER_MICRO in neighbour.ids("unit")
    assert MICRO_1 not in neighbour.ids("unit")


def test_after_a_verdict_that_leaves_doubt_the_feed_is_read_even_when_there_is_no_news(
    village: Laptop,
) -> None:
    village.sync()
    village.change("unit", COUNTY, name="别县")
    with village.store.session() as session:
        device = UUID(meta.get(session, "device")["id"])
        assert meta.get(session, "mark")
        batch = push.next_batch(session, device, pull.request(session, device, Reading(), 500))
    reply = village.county().push(batch.body, batch.change_ids)
    with village.store.session() as session:
        verdicts.take(session, reply, village.now())  # and the pull that rode along is lost
        push.answered(session, batch, 1.0)
    assert village.states() == ["refused"]
    assert village.sync().problem is None
    assert village.row("unit", COUNTY).name == "永福县"
