"""A county restored from an old backup, told to nobody: the laptops notice and nothing is lost."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from gridapp.contract.disputes import State
from gridapp.contract.people import Role
from gridapp.server.access import devices
from gridapp.server.app import create_app
from gridapp.server.county import enrol
from gridapp.server.county.county import County
from gridapp.server.county.opening import open_county, read_key
from gridapp.server.operations import backup, checks, jobs, restore
from gridapp.server.operations.checks import Check
from gridapp.store import meta
from gridapp.sync import pace
from tests.server.conftest import Clock
from tests.server.grids import MICRO_1, MICRO_2, OTHER_MICRO, OTHER_VILLAGE, VILLAGE
from tests.sync.laptops import JoinLaptop, Laptop, breaking, dispute, household, member


@pytest.fixture
def burnt(tmp_path: Path, county: County, clock: Clock) -> Callable[[list[Laptop]], County]:
    """``burnt(laptops)``: the county as it was at its last backup, and the lines lead to it."""
    folder = tmp_path / "county"

    def restored(laptops: list[Laptop]) -> County:
        county.close()
        key = read_key(folder / "county.key")
        restore.into_folder(tmp_path / "backup", folder, key, clock, replace=True)
        again = open_county(clock, folder)
        for laptop in laptops:
            laptop.line._server = TestClient(create_app(again))
        return again

    return restored


def save(county: County, tmp_path: Path) -> None:
    backup.make(county, tmp_path / "backup", read_key(tmp_path / "county" / "county.key"), 14)


def settled(*laptops: Laptop) -> None:
    """Let everybody sync until the line is quiet."""
    for _ in range(3):
        for laptop in laptops:
            laptop.sync()
    assert [laptop.sync().problem for laptop in laptops] == [None] * len(laptops)


def homes(laptop: Laptop) -> set[UUID]:
    return laptop.ids("household")


def test_nothing_is_lost_and_everybody_holds_the_same(
    county: County, grid: Laptop, joined: JoinLaptop, tmp_path: Path, burnt: Callable[..., County]
) -> None:
    village, other = joined(VILLAGE, Role.VILLAGE), joined(OTHER_VILLAGE, Role.VILLAGE)
    kept, moved = household(MICRO_1), household(MICRO_1)
    for home in (kept, moved):
        village.create("household", home)
    person = village.create("member", member(kept, phone="1"))
    settled(village, other, grid)
    save(county, tmp_path)
    made = [village.create("household", household(MICRO_2)) for _ in range(3)]
    theirs = other.create("household", household(OTHER_MICRO))
    village.change("member", person, phone="2")
    settled(village, other, grid)
    grid.change("household", moved.id, unit_id=OTHER_MICRO)
    settled(village, other, grid)
    again = burnt([village, other, grid])
    waiting = village.create("household", household(MICRO_1))
    settled(village, other, grid)
    assert homes(village) == {kept.id, *made, waiting}
    assert homes(other) == {theirs, moved.id}
    assert homes(grid) == homes(village) | homes(other)
    assert [laptop.row("member", person).phone for laptop in (village, grid)] == ["2", "2"]
    assert set(village.states()) == {"acknowledged", "forgotten"}, "of the home that left"
    assert {*other.states(), *grid.states()} == {"acknowledged"}
    jobs.turn(again)
    with again.reading() as connection:
        found = checks.findings(connection, again.now())
    assert [finding.check for finding in found if not finding.ok] == [Check.BACKUP], "a new one"
    again.close()


def test_a_laptop_with_nothing_new_to_say_still_brings_back_what_the_county_lost(
    county: County,
    grid: Laptop,
    joined: JoinLaptop,
    tmp_path: Path,
    burnt: Callable[..., County],
    clock: Clock,
) -> None:
    village = joined(VILLAGE, Role.VILLAGE)
    settled(village)
    save(county, tmp_path)
    home = village.create("household", household(MICRO_1))
    case = village.create("dispute", dispute(MICRO_1))
    village.change("dispute", case, state=State.STRUCK_OFF.value)
    village.change("dispute", case, state=State.HANDLED.value)
    settled(village)
    clock.now += timedelta(days=1)
    again = burnt([village, grid])
    settled(village, grid)
    assert homes(village) == homes(grid) == {home}
    assert village.held()["dispute"] == grid.held()["dispute"]
    assert village.row("dispute", case).state == State.HANDLED, "said after what was contested"
    assert village.held()["conflict"] == grid.held()["conflict"] != [], "as it was judged anew"
    again.close()


def test_a_laptop_that_reads_a_feed_anew_brings_back_what_the_county_lost_before_anything_goes(
    county: County,
    grid: Laptop,
    joined: JoinLaptop,
    tmp_path: Path,
    burnt: Callable[..., County],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    village = joined(VILLAGE, Role.VILLAGE)
    settled(village)
    save(county, tmp_path)
    made = {village.create("household", household(MICRO_1)) for _ in range(3)}
    settled(village)
    monkeypatch.setattr(pace, "MOST_ROWS", 1)
    with village.store.session() as session:
        facts = {"reading_anew": [str(VILLAGE)], "mark": "", "pace": (500, 48_000, 1)}
        meta.put_all(session, facts)
    village.line.broken = breaking("before", "/pull", times=99, whole=1)
    assert village.sync().problem == "sync.offline"
    village.line.broken = breaking("never", "")
    again = burnt([village, grid])
    settled(village, grid)
    assert homes(village) == homes(grid) == made
    assert set(village.states()) == {"acknowledged"}
    again.close()


def test_a_revoked_laptop_brings_back_what_the_county_lost(
    county: County, grid: Laptop, joined: JoinLaptop, tmp_path: Path, burnt: Callable[..., County]
) -> None:
    village = joined(VILLAGE, Role.VILLAGE)
    settled(village)
    with village.store.session() as session:
        device = UUID(meta.get(session, "device")["id"])
    with county.writing() as connection:
        devices.revoke(connection, device, county.now())
    save(county, tmp_path)
    home = village.create("household", household(MICRO_1))
    assert village.sync().problem == "403.2 revoked"
    again = burnt([village, grid])
    assert village.sync().problem == "403.2 revoked"
    settled(grid)
    assert homes(grid) == {home}
    again.close()


def test_a_laptop_that_joined_after_the_backup_joins_again_and_loses_nothing(
    county: County, grid: Laptop, joined: JoinLaptop, tmp_path: Path, burnt: Callable[..., County]
) -> None:
    save(county, tmp_path)
    late = joined(VILLAGE, Role.VILLAGE)
    home = late.create("household", household(MICRO_1))
    settled(late, grid)
    again = burnt([late, grid])
    settled(grid)
    assert late.sync().problem == "401.3 unknown_device"
    assert homes(late) == {home}
    with again.writing() as connection:
        code = enrol.make_code(connection, VILLAGE, Role.VILLAGE, again.now())
    late.join(code)
    settled(late, grid)
    assert homes(late) == homes(grid) == {home}
    again.close()
