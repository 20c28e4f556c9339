"""Clones, old images and restored counties: a laptop begins anew, and offers all that it holds."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, select, update
from starlette.testclient import TestClient

from gridapp.contract.households import HouseholdRecord
from gridapp.contract.people import Role
from gridapp.server.app import create_app
from gridapp.server.county import enrol
from gridapp.server.county.county import County
from gridapp.server.county.opening import open_county
from gridapp.server.database.tables import batch, device, grant, journal, record
from gridapp.store import meta
from gridapp.store.bookkeeping import BatchRow, ChangeRow
from gridapp.sync import outgoing, sums
from gridapp.usecases.sync.bundles import BundleFault
from tests.server.conftest import Clock
from tests.server.damage import sum_anew
from tests.server.grids import MICRO_1, MICRO_2, OTHER_MICRO, TOWNSHIP, VILLAGE
from tests.sync import laptops
from tests.sync.at_county import homes_at
from tests.sync.laptops import Laptop, breaking, household, member
from tests.sync.sticks import Stick, refusal

Copied = Callable[[Laptop], Laptop]


@pytest.fixture
def copied(tmp_path: Path, server: TestClient, clock: Clock) -> Iterator[Copied]:
    """A second laptop from a copy of the first one's file."""
    copies: list[Laptop] = []

    def copied(laptop: Laptop) -> Laptop:
        laptop.store.close()
        path = tmp_path / f"copy{len(copies)}.db"
        shutil.copy(laptop.store.path, path)
        laptop.store = laptops.opened(laptop.store.path, server, clock).store
        copies.append(laptops.opened(path, server, clock))
        return copies[-1]

    yield copied
    for copy in copies:
        copy.store.close()


@pytest.fixture
def clone(village: Laptop, copied: Copied) -> Laptop:
    """A copy of the village's laptop after it has sent one household."""
    village.create("household", household(MICRO_1))
    village.sync()
    return copied(village)


def device_of(laptop: Laptop) -> UUID:
    with laptop.store.session() as session:
        return UUID(meta.get(session, "device")["id"])


def test_a_cloned_laptop_becomes_a_device_of_its_own_and_loses_nothing(
    village: Laptop, clone: Laptop, county: County
) -> None:
    before = device_of(clone)
    for laptop in (village, clone):
        laptop.create("household", household(MICRO_1))
    assert village.sync().problem is None
    assert clone.sync().problem is None
    assert device_of(village) == before != device_of(clone)
    assert village.sync().problem is None
    assert homes_at(county) == village.ids("household") == clone.ids("household")
    assert len(homes_at(county)) == 3
    assert set(clone.states()) == {"acknowledged"}


def test_a_lost_answer_to_the_renewal_does_not_make_a_third_device(
    village: Laptop, clone: Laptop, county: County
) -> None:
    for laptop in (village, clone):
        laptop.create("household", household(MICRO_1))
    village.sync()
    clone.line.broken = breaking("after", "/renew")
    assert clone.sync().problem == "sync.offline"
    assert clone.sync().problem is None
    with county.reading() as connection:
        devices = connection.execute(select(device.c.id)).scalars().all()
    assert len(devices) == 3, "the county's, the village's, and one for the clone"
    assert len(homes_at(county)) == 3


def test_after_the_renewal_every_change_is_offered_under_its_own_id_from_number_one(
    village: Laptop, clone: Laptop, county: County
) -> None:
    with clone.store.session() as session:
        session.exec(delete(ChangeRow).where(ChangeRow.dseq == 1))
        row = session.exec(select(ChangeRow)).first()
        assert row is None, "as if the journal had been purged"
    ids = [clone.create("household", household(MICRO_1)) for _ in range(3)]
    village.create("household", household(MICRO_1))
    village.sync()
    assert clone.sync().problem is None
    with clone.store.session() as session:
        rows = session.execute(select(ChangeRow.dseq, ChangeRow.record_id)).all()
        assert [dseq for dseq, _ in rows] == [1, 2, 3]
        assert [record_id for _, record_id in rows] == ids
        end, head = meta.journal_end(session)
        assert (end, head) == (3, outgoing.head_after(session, 3))
    with county.reading() as connection:
        mine = select(batch.c.first_dseq, batch.c.last_dseq)
        mine = mine.where(batch.c.device_id == device_of(clone))
        assert connection.execute(mine).all() == [(1, 3)]


@pytest.fixture
def ahead(village: Laptop, copied: Copied) -> tuple[Laptop, UUID]:
    """A copy that sent what still waits on the village's laptop, and went on; and the household.

    The village's laptop has a batch under way with which it hears of that before it sends more.
    """
    home = household(MICRO_1)
    village.line.broken = breaking("after", "/push")
    village.create("household", home)
    assert village.sync().problem == "sync.offline"
    village.change("household", home.id, address="新街2号", note="waits")
    copy = copied(village)
    copy.change("household", home.id, address="新街3号")
    assert copy.sync().problem is None
    return copy, home.id


def test_a_value_that_the_county_had_before_does_not_cover_what_came_after_it(
    village: Laptop, ahead: tuple[Laptop, UUID]
) -> None:
    copy, home = ahead
    assert village.sync().problem is None
    assert village.row("household", home).address == "新街3号"
    assert village.held() == copy.held()


@pytest.mark.parametrize("waits", [{"unit_id": TOWNSHIP}, {"address": "新街2号"}])
def test_what_the_county_had_before_does_not_cover_what_has_moved_since(
    waits: dict[str, Any], grid: Laptop, monkeypatch: pytest.MonkeyPatch, copied: Copied
) -> None:
    """Neither the feed that it left, nor the one that it was to go to, is the one where it is."""
    home = household(OTHER_MICRO)
    grid.create("household", home)
    grid.sync()
    grid.line.broken = breaking("after", "/push")
    grid.create("household", household(MICRO_1))
    assert grid.sync().problem == "sync.offline"
    grid.change("household", home.id, **waits)
    copy = copied(grid)
    copy.change("household", home.id, unit_id=MICRO_1, address="新街3号")
    assert copy.sync().problem is None
    monkeypatch.setattr(sums, "compare", lambda _: [])
    assert grid.sync().problem is None
    kept = grid.row("household", home.id)
    assert (kept.unit_id, kept.address) == (MICRO_1, "新街3号")
    assert grid.held() == copy.held()


def test_what_a_copy_has_sent_and_deleted_goes_although_it_waited_here(
    village: Laptop, monkeypatch: pytest.MonkeyPatch, copied: Copied
) -> None:
    village.line.broken = breaking("after", "/push")
    village.create("household", household(MICRO_1))
    assert village.sync().problem == "sync.offline"
    home = village.create("household", household(MICRO_1))
    copy = copied(village)
    copy.remove("household", home)
    assert copy.sync().problem is None
    monkeypatch.setattr(sums, "compare", lambda _: [])
    assert village.sync().problem is None
    assert village.held() == copy.held()


@pytest.fixture
def home(village: Laptop, second: Laptop) -> HouseholdRecord:
    """A household that two laptops of the village hold."""
    home = household(MICRO_1)
    village.create("household", home)
    for laptop in (village, second):
        assert laptop.sync().problem is None
    return home


def test_where_a_copys_create_was_taken_to_is_not_hidden_by_the_one_that_waits_here(
    village: Laptop,
    second: Laptop,
    home: HouseholdRecord,
    copied: Copied,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its household had moved: the county took it there. The row came while the create waited."""
    second.change("household", home.id, unit_id=MICRO_2)
    second.sync()
    person = village.create("member", member(home))
    copy = copied(village)
    assert copy.sync().problem is None
    village.read()
    assert village.row("member", person).unit_id == MICRO_1
    monkeypatch.setattr(sums, "compare", lambda _: [])
    assert village.sync().problem is None
    assert village.row("member", person).unit_id == MICRO_2
    assert village.held() == copy.held()


def test_what_a_copys_delete_has_not_deleted_is_not_missed_while_the_same_delete_waits_here(
    village: Laptop,
    second: Laptop,
    home: HouseholdRecord,
    copied: Copied,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Somebody had changed it meanwhile. It came before this laptop heard that it stays."""
    second.change("household", home.id, note="在家")
    second.sync()
    village.remove("household", home.id)
    copy = copied(village)
    assert copy.sync().problem is None
    village.read()
    monkeypatch.setattr(sums, "compare", lambda _: [])
    assert village.sync().problem is None
    assert village.row("household", home.id).note == "在家"
    assert village.held() == copy.held()


def test_the_first_answer_to_a_conflict_says_nothing_of_what_stands_since(
    village: Laptop, second: Laptop, copied: Copied
) -> None:
    home = household(MICRO_1)
    village.create("household", home)
    person = village.create("member", member(home, phone="1"))
    for laptop in (village, second):
        laptop.sync()
    second.change("member", person, phone="2")
    second.sync()
    village.change("member", person, phone="3")
    assert village.sync().conflicts == 1
    second.change("member", person, phone="4")
    second.sync()
    village.sync()
    copy, device = copied(village), device_of(village)
    for laptop in (copy, village):
        laptop.create("household", household(MICRO_1))
        assert laptop.sync().problem is None
    assert device_of(village) != device, "it has begun anew, and offered everything again"
    assert village.row("member", person).phone == "4"


def test_the_answer_to_what_a_copy_sent_by_stick_leaves_nothing_out_here(
    village: Laptop, clone: Laptop, second: Laptop, stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pages in it are without the copy's own work, which this laptop does not have."""
    monkeypatch.setattr(sums, "compare", lambda _: [])
    second.create("household", household(MICRO_1))
    second.sync()
    clone.create("household", household(MICRO_1))
    assert refusal(village, stick.answer(stick.out(clone))) == BundleFault.OTHER_DEVICE
    for laptop in (village, clone):
        assert laptop.sync().problem is None
    assert len(village.ids("household")) == 3
    assert village.ids("household") == clone.ids("household")


def test_an_image_that_is_older_than_what_was_sent_is_a_fork_and_gets_its_own_work_back(
    village: Laptop, county: County, copied: Copied
) -> None:
    old = copied(village)
    village.create("household", household(MICRO_1))
    village.sync()
    old.create("household", household(MICRO_1))
    assert old.sync().problem is None
    assert old.ids("household") == homes_at(county)


def test_a_county_that_went_back_gets_everything_again_even_from_a_laptop_that_only_asks(
    village: Laptop, tmp_path: Path, clock: Clock
) -> None:
    first = village.create("household", household(MICRO_1))
    village.sync()
    shutil.copytree(tmp_path / "county", tmp_path / "backup")
    second = village.create("household", household(MICRO_1))
    village.sync()
    restored = open_county(clock, tmp_path / "backup")
    with TestClient(create_app(restored)) as server:
        village.line._server = server
        assert village.sync().problem is None
    assert homes_at(restored) == village.ids("household") == {first, second}
    restored.close()


def test_what_the_county_asks_for_and_the_laptop_does_not_hold_ends_in_a_beginning_anew(
    village: Laptop, county: County
) -> None:
    village.create("household", household(MICRO_1))
    village.create("household", household(MICRO_1))
    village.sync()
    me = device_of(village)
    with village.store.session() as session:
        session.exec(delete(ChangeRow).where(ChangeRow.dseq == 1))
    with county.writing() as connection:
        connection.execute(update(device).where(device.c.id == me).values(last_dseq=0, head=""))
    late = village.create("household", household(MICRO_1))
    assert village.sync().problem is None
    assert device_of(village) != me
    assert late in homes_at(county)


def test_a_county_from_before_the_enrolment_is_joined_anew_with_everything(
    village: Laptop, county: County, clock: Clock
) -> None:
    old = device_of(village)
    first = village.create("household", household(MICRO_1))
    village.sync()
    with county.writing() as connection:
        connection.execute(delete(record).where(record.c.id == first))
        sum_anew(connection)
        connection.execute(delete(journal))
        for table in (batch, grant):
            connection.execute(delete(table).where(table.c.device_id == old))
        connection.execute(delete(device).where(device.c.id == old))
    county.news.forget()
    second = village.create("household", household(MICRO_1))
    assert village.sync().problem == "401.3 unknown_device"
    assert village.totals().waiting == 1
    with county.writing() as connection:
        code = enrol.make_code(connection, VILLAGE, Role.VILLAGE, clock.now)
    village.join(code)
    assert village.sync().problem is None
    assert homes_at(county) == {first, second} == village.ids("household")


def test_nothing_of_a_batch_of_the_former_device_is_left(village: Laptop, clone: Laptop) -> None:
    clone.create("household", household(MICRO_1))
    clone.line.broken = breaking("before", "/push")
    clone.sync()
    village.create("household", household(MICRO_1))
    village.sync()
    clone.line.broken = breaking("before", "/renew")
    clone.sync()

    def broken(when: str, path: str) -> None:
        if (when, path[-6:]) == ("after", "/renew"):
            clone.line.broken = breaking("before", "/push")

    clone.line.broken = broken
    clone.sync()
    with clone.store.session() as session:
        (batch,) = session.execute(select(BatchRow)).scalars()
        assert batch.first_dseq == 1
    assert clone.sync().problem is None
    assert set(clone.states()) == {"acknowledged"}


def test_what_was_put_back_with_the_county_comes_again_under_an_edit_made_before(
    village: Laptop,
    second: Laptop,
    home: HouseholdRecord,
    tmp_path: Path,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The edit rests on what the county has lost, and has again by the time it comes."""
    shutil.copytree(tmp_path / "county", tmp_path / "backup")
    village.change("household", home.id, address="新街2号")
    for laptop in (village, second):
        laptop.sync()
    restored = open_county(clock, tmp_path / "backup")
    monkeypatch.setattr(sums, "compare", lambda _: [])
    with TestClient(create_app(restored)) as server:
        village.line._server = second.line._server = server
        second.change("household", home.id, note="在家")
        second.read()
        assert second.row("household", home.id).address == "老街1号"
        assert village.sync().problem is None
        assert second.sync().problem is None
        assert second.row("household", home.id).address == "新街2号"
        assert village.sync().problem is None
        assert village.held() == second.held()
    restored.close()
