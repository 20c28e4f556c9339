"""What moves on one laptop while another works on it: found by random schedules, kept here."""

from uuid import UUID

import httpx2
import pytest
from sqlmodel import delete

from gridapp.contract.people import Role
from gridapp.server.access import devices
from gridapp.server.county.county import County
from gridapp.server.exchange import erasing
from gridapp.store import meta
from gridapp.store.sync import feeds
from gridapp.store.tables import Member
from gridapp.sync import pace, sums
from gridapp.sync.pace import Pace
from tests.server.grids import MICRO_1, MICRO_2, OTHER_MICRO, OTHER_VILLAGE, TOWNSHIP, VILLAGE
from tests.sync.laptops import JoinLaptop, Laptop, breaking, household, member


@pytest.fixture
def township(grid: Laptop, joined: JoinLaptop) -> Laptop:
    laptop = joined(TOWNSHIP, Role.TOWNSHIP)
    assert laptop.sync().problem is None
    return laptop


@pytest.fixture
def other(grid: Laptop, joined: JoinLaptop) -> Laptop:
    laptop = joined(OTHER_VILLAGE, Role.VILLAGE)
    assert laptop.sync().problem is None
    return laptop


def led(unit: UUID, township: Laptop, joined: JoinLaptop) -> Laptop:
    """A leader's laptop that has what the township holds of the unit."""
    township.sync()
    leader = joined(unit, Role.LEADER)
    leader.sync()
    return leader


def test_a_contested_move_out_of_sight_leaves_nothing_behind(
    township: Laptop, other: Laptop
) -> None:
    """The county's unit stands, which this laptop does not hold; its feed is read anew."""
    home = household(OTHER_MICRO)
    other.create("household", home)
    other.sync()
    township.sync()
    township.change("household", home.id, unit_id=MICRO_1)
    township.sync()
    other.change("household", home.id, unit_id=OTHER_VILLAGE)
    with other.store.session() as session:
        feeds.forget(session, str(OTHER_VILLAGE))
    assert other.sync().problem is None
    assert (other.states()[-1], other.ids("household")) == ("forgotten", set())
    township.sync()
    assert township.totals().conflicts == 1, "it is settled where the household is"


def test_a_micro_grid_put_under_another_village_takes_along_only_what_it_still_has(
    township: Laptop, joined: JoinLaptop
) -> None:
    gone, stays = (township.create("household", household(MICRO_2)) for _ in range(2))
    leader = led(MICRO_2, township, joined)
    township.change("household", gone, unit_id=VILLAGE)
    township.sync()
    township.change("unit", MICRO_2, parent_id=OTHER_VILLAGE)
    township.sync()
    assert leader.sync().problem is None
    assert leader.ids("household") == {stays}
    assert VILLAGE not in leader.ids("unit")


@pytest.mark.parametrize("at_once", [True, False])
def test_what_left_a_micro_grid_while_it_was_under_another_village_goes_from_its_leader(
    township: Laptop, joined: JoinLaptop, monkeypatch: pytest.MonkeyPatch, *, at_once: bool
) -> None:
    gone, stays = (township.create("household", household(MICRO_2)) for _ in range(2))
    leader = led(MICRO_2, township, joined)
    township.change("unit", MICRO_2, parent_id=OTHER_VILLAGE)
    township.change("household", gone, unit_id=MICRO_1)
    if not at_once:
        township.sync()
    township.change("unit", MICRO_2, parent_id=VILLAGE)
    township.sync()
    monkeypatch.setattr(sums, "compare", lambda _: [])
    assert leader.sync().problem is None
    assert leader.ids("household") == {stays}


def test_an_edit_that_waits_stays_in_sight_when_its_micro_grid_is_put_under_another_village(
    township: Laptop, joined: JoinLaptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One feed goes, the other brings the household again: in the same answer, and whole."""
    home = township.create("household", household(MICRO_2))
    leader = led(MICRO_2, township, joined)
    leader.line.broken = breaking("before", "/push")
    leader.change("household", home, note="one")
    assert leader.sync().problem == "sync.offline"
    leader.change("household", home, note="two")
    township.change("unit", MICRO_2, parent_id=OTHER_VILLAGE)
    township.sync()
    monkeypatch.setattr(sums, "compare", lambda _: [])
    assert leader.sync().problem is None
    assert leader.row("household", home).note == "two"
    township.sync()
    assert leader.row("household", home) == township.row("household", home)


def test_own_work_stays_when_its_micro_grid_comes_under_a_feed_that_is_read_later(
    township: Laptop, grid: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = township.create("household", household(MICRO_2))
    for _ in range(4):
        township.create("household", household(MICRO_1))
    township.sync()
    grid.sync()
    grid.change("household", home, note="mine")
    township.change("unit", MICRO_2, parent_id=OTHER_VILLAGE)
    township.sync()
    with grid.store.session() as session:
        feeds.forget(session, str(VILLAGE))
        meta.put(session, "pace", (500, 48_000, 2))
    monkeypatch.setattr(pace, "MOST_ROWS", 2)
    monkeypatch.setattr(sums, "compare", lambda _: [])
    assert grid.sync().problem is None
    assert grid.row("household", home).note == "mine"


def test_what_was_just_sent_stays_when_its_micro_grid_has_come_under_a_feed_that_is_read_on(
    township: Laptop, grid: Laptop, county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The feed where it was is read anew, as the answer to another change leaves doubt."""
    erased = township.create("household", household(MICRO_1))
    township.sync()
    grid.sync()
    grid.change("unit", MICRO_2, parent_id=OTHER_VILLAGE)
    grid.sync()
    with county.writing() as connection:
        erasing.erase(connection, "household", erased, county.now())
    township.change("household", erased, note="mine")
    home = township.create("household", household(MICRO_2))
    monkeypatch.setattr(sums, "compare", lambda _: [])
    assert township.sync().problem is None
    assert township.ids("household") == {home}


def test_a_first_load_that_breaks_off_goes_on_where_it_was(
    township: Laptop, joined: JoinLaptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(9):
        township.create("household", household(MICRO_1))
    township.sync()
    village = joined(VILLAGE, Role.VILLAGE)
    monkeypatch.setattr(pace, "MOST_ROWS", 3)
    with village.store.session() as session:
        meta.put(session, "pace", (500, 48_000, 3))
    village.line.broken = breaking("before", "/pull", times=99, whole=4)
    first = village.sync()
    village.line.broken = breaking("never", "")
    second = village.sync()
    assert (first.problem, second.problem) == ("sync.offline", None)
    assert village.ids("household") == township.ids("household")
    assert first.pulled + second.pulled == sum(map(len, village.held().values()))


def test_what_stayed_for_unsent_work_goes_in_the_same_cycle_as_the_work(
    township: Laptop, other: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = other.create("household", household(OTHER_MICRO))
    other.sync()
    township.sync()
    township.change("household", home, unit_id=MICRO_1)
    township.sync()
    other.create("household", household(OTHER_MICRO))
    with other.store.session() as session:
        feeds.forget(session, str(OTHER_VILLAGE))
    other.line.broken = breaking("before", "/push")
    assert other.sync().problem == "sync.offline", "a question rides in the batch"
    other.change("household", home, note="waits when the answer comes")
    monkeypatch.setattr(sums, "compare", lambda _: [])
    assert other.sync().problem is None
    assert home not in other.ids("household")
    township.sync()
    assert township.row("household", home).note == "waits when the answer comes"


def test_who_moves_a_household_and_then_edits_a_member_hears_that_the_member_moved(
    other: Laptop,
) -> None:
    home = household(OTHER_MICRO)
    person = member(home)
    other.create("household", home)
    other.create("member", person)
    other.sync()
    other.change("household", home.id, unit_id=OTHER_VILLAGE)
    other.change("member", person.id, phone="13800000001")
    assert other.sync().problem is None
    row = other.row("member", person.id)
    assert (row.unit_id, row.phone) == (OTHER_VILLAGE, "13800000001")


def test_a_household_that_comes_back_is_there_again(township: Laptop, other: Laptop) -> None:
    home = household(OTHER_MICRO)
    other.create("household", home)
    other.sync()
    township.sync()
    for unit in (MICRO_1, OTHER_MICRO):
        township.change("household", home.id, unit_id=unit)
        township.sync()
    assert other.sync().problem is None
    assert other.ids("household") == {home.id}
    assert other.row("household", home.id).revision == 3


def test_what_left_a_unit_is_gone_even_when_the_unit_leaves_right_after(
    township: Laptop, joined: JoinLaptop
) -> None:
    home = household(MICRO_2)
    township.create("household", home)
    township.sync()
    village = joined(VILLAGE, Role.VILLAGE)
    village.sync()
    assert village.ids("household") == {home.id}
    township.change("household", home.id, unit_id=OTHER_MICRO)
    township.change("unit", MICRO_2, parent_id=OTHER_VILLAGE)
    township.sync()
    assert village.sync().problem is None
    assert village.ids("household") == set()


def test_a_leader_who_fights_for_a_household_that_has_left_gives_it_up_in_the_end(
    township: Laptop, joined: JoinLaptop
) -> None:
    leader = joined(MICRO_1, Role.LEADER)
    leader.sync()
    home = household(MICRO_1)
    leader.create("household", home)
    leader.sync()
    township.sync()
    township.change("household", home.id, unit_id=OTHER_VILLAGE)
    township.sync()
    leader.change("household", home.id, unit_id=MICRO_1, note="还在")
    with leader.store.session() as session:
        feeds.forget(session, str(VILLAGE))
    leader.line.broken = breaking("before", "/push")
    leader.sync()
    for _ in range(2):
        assert leader.sync().problem is None
    assert leader.ids("household") == set()
    township.sync()
    assert township.row("household", home.id).note == "还在"


@pytest.fixture
def leaving(grid: Laptop, township: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of two households moves to the other village; the county's laptop reads row by row."""
    goes, stays = household(MICRO_1), household(MICRO_1)
    for home in (goes, stays):
        township.create("household", home)
        township.create("member", member(home))
    township.sync()
    assert grid.sync().problem is None
    township.change("household", goes.id, unit_id=OTHER_MICRO)
    township.change("household", stays.id, note="北屋")
    township.sync()
    monkeypatch.setattr(pace, "of", lambda _: Pace(rows=1))


@pytest.mark.usefixtures("leaving")
def test_what_is_on_its_way_between_two_feeds_is_not_a_fault_of_the_one_it_left(
    grid: Laptop,
) -> None:
    """The village's last page comes before the one with which the household goes from there."""
    result = grid.sync()
    assert (result.problem, result.pulled) == (None, 3), "nothing is read anew"


@pytest.mark.usefixtures("leaving")
def test_what_a_broken_reading_was_told_of_a_feed_is_compared_by_the_next(grid: Laptop) -> None:
    pulls = []

    def third_breaks(when: str, path: str) -> None:
        if (when, path[-5:]) == ("before", "/pull"):
            pulls.append(path)
            if len(pulls) == 3:
                raise httpx2.ReadError("the line broke")

    grid.line.broken = third_breaks
    before = grid.ids("member")
    assert grid.sync().problem == "sync.offline"
    with grid.store.session() as session:
        session.execute(delete(Member).where(Member.unit_id == MICRO_1))
    assert grid.sync().problem is None
    assert grid.ids("member") == before


def test_what_was_written_under_a_grant_that_has_ended_leaves_with_the_verdict_on_it(
    grid: Laptop, village: Laptop, county: County
) -> None:
    """The county takes it; the laptop still sees the village's unit, as it is above its own."""
    with village.store.session() as session:
        device = UUID(meta.get(session, "device")["id"])
    with county.writing() as connection:
        devices.give(connection, device, MICRO_1, Role.LEADER)
        devices.end_grant(connection, device, VILLAGE, village.now())
    late, own = household(VILLAGE), household(MICRO_1)
    village.create("household", own)
    assert village.sync().problem is None, "it hears of its grants"
    village.create("household", late)
    result = village.sync()
    assert (result.problem, result.refused, result.pulled) == (None, 0, 0), "nothing is read anew"
    assert village.ids("household") == {own.id}
    grid.sync()
    assert grid.ids("household") == {late.id, own.id}


def test_who_moved_a_household_and_works_on_before_its_members_have_come_back_gets_them(
    village: Laptop, second: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = household(MICRO_1)
    person = member(home)
    village.create("household", home)
    village.create("member", person)
    village.sync()
    second.create("household", household(MICRO_1))
    assert second.sync().problem is None
    monkeypatch.setattr(pace, "of", lambda _: Pace(rows=1))
    village.change("household", home.id, unit_id=MICRO_2)
    village.change("member", person.id, note="在家")
    village.line.broken = breaking("before", "/pull")
    assert village.sync().problem == "sync.offline"
    village.change("member", person.id, note="不在家")
    assert village.sync().problem is None
    assert second.sync().problem is None
    assert village.row("member", person.id).unit_id == MICRO_2
    assert village.held() == second.held()


def test_who_brings_back_a_household_that_has_just_left_with_its_unit_gets_it_again(
    village: Laptop, township: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was erased when its unit was put under the other village, while the move waited here."""
    home = household(MICRO_2)
    village.create("household", home)
    village.sync()
    township.sync()
    township.change("unit", MICRO_2, parent_id=OTHER_VILLAGE)
    assert township.sync().problem is None
    village.change("household", home.id, unit_id=MICRO_1)
    village.read()
    assert village.row("household", home.id) is None
    monkeypatch.setattr(sums, "compare", lambda _: [])
    assert village.sync().problem is None
    assert township.sync().problem is None
    assert village.row("household", home.id).unit_id == MICRO_1
    assert township.row("household", home.id).unit_id == MICRO_1


def test_what_left_with_a_unit_goes_although_its_old_feed_is_read_anew_a_page_later(
    village: Laptop,
    grid: Laptop,
    county: County,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A refused edit asks for it anew; by then the unit stands under its new feed here."""
    home = village.create("household", household(MICRO_2))
    for laptop in (village, grid):
        laptop.sync()
    grid.change("unit", MICRO_2, parent_id=OTHER_VILLAGE)
    grid.change("household", home, unit_id=OTHER_VILLAGE)
    assert grid.sync().problem is None
    with village.store.session() as session:
        device = UUID(meta.get(session, "device")["id"])
    with county.writing() as connection:
        devices.give(connection, device, MICRO_2, Role.LEADER.value)
    village.change("unit", MICRO_2, name="新网格")
    monkeypatch.setattr(sums, "compare", lambda _: [])
    assert village.sync().problem is None
    assert (village.totals().refused, village.ids("household")) == (1, set())
