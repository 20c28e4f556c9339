"""By stick as by network: nothing lost, nothing twice, in whatever order the files are carried."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select, update
from uuid_utils.compat import uuid7

from gridapp.contract.people import Role
from gridapp.server.county.county import County
from gridapp.server.county.opening import open_county
from gridapp.server.database.tables import grant, journal, record
from gridapp.store import forgetting, meta
from gridapp.store import journal as local_journal
from gridapp.store.sync import feeds
from gridapp.sync import bundle, engine, pull
from gridapp.sync.engine import SyncResult
from gridapp.usecases.sync import bundles
from gridapp.usecases.sync.bundles import BundleFault
from tests.server.conftest import Clock
from tests.server.grids import (
    COUNTY,
    MICRO_1,
    MICRO_2,
    OTHER_MICRO,
    OTHER_VILLAGE,
    TOWNSHIP,
    VILLAGE,
)
from tests.sync import laptops
from tests.sync.laptops import JoinLaptop, Laptop, household, member
from tests.sync.sticks import Stick, desk, refusal


def household_at(laptop: Laptop, unit: UUID = MICRO_1, **fields: Any) -> UUID:
    return laptop.create("household", household(unit, **fields))


def at_county(county: County) -> tuple[int, int]:
    """How many changes and how many records the county has."""
    with county.reading() as connection:
        changes = connection.execute(select(func.count()).select_from(journal)).scalar_one()
        return changes, connection.execute(select(func.count()).select_from(record)).scalar_one()


def test_what_goes_by_stick_comes_to_the_county_and_what_is_new_comes_back(
    village: Laptop, second: Laptop, stick: Stick, county: County
) -> None:
    theirs = household_at(second)
    second.sync()
    mine = household_at(village)
    result = stick.exchange(village)
    assert (result.problem, result.pushed, result.pulled) == (None, 1, 1)
    assert result.kinds == {"household"}
    assert village.ids("household") == {theirs, mine}
    assert set(village.states()) == {"acknowledged"}
    second.sync()
    assert second.held() == village.held()


def test_the_first_big_load_comes_by_stick_with_nothing_waiting(
    village: Laptop, joined: JoinLaptop, stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    for unit in (MICRO_1, MICRO_2):
        for _ in range(9):
            home = household(unit)
            village.create("household", home)
            village.create("member", member(home))
    village.sync()
    monkeypatch.setattr(bundle, "PAGE_ROWS", 5)
    fresh = joined(VILLAGE, Role.VILLAGE)
    result = stick.exchange(fresh)
    assert (result.problem, result.pushed) == (None, 0)
    assert fresh.held() == village.held()
    assert len(fresh.ids("household")) == 18
    assert fresh.sync().pulled == 0, "the network has nothing to add"


def test_what_does_not_fit_one_file_goes_onto_the_next(
    village: Laptop, joined: JoinLaptop, stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes = [household_at(village) for _ in range(12)]
    with monkeypatch.context() as small:
        small.setattr(bundle, "BATCH", 5)
        small.setattr("gridapp.contract.bundle.ROOM", 1)
        results = [stick.exchange(village) for _ in range(3)]
    assert [result.pushed for result in results] == [5, 5, 2]
    other = joined(OTHER_VILLAGE, Role.VILLAGE)
    other.sync()
    homes += [household_at(other, OTHER_MICRO) for _ in range(12)]
    other.sync()
    monkeypatch.setattr(bundle, "PAGE_ROWS", 20)
    monkeypatch.setattr("gridapp.server.county.bundle.ROOM", 1)
    township = joined(TOWNSHIP, Role.TOWNSHIP)
    results = [stick.exchange(township) for _ in range(2)]
    assert [result.problem for result in results] == [BundleFault.MORE, None]
    assert township.ids("household") == set(homes)


def test_a_feed_read_anew_by_stick_brings_the_own_records_too(
    village: Laptop, stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes = {household_at(village) for _ in range(12)}
    village.sync()
    with village.store.session() as session:
        feeds.forget(session, str(VILLAGE))
    monkeypatch.setattr(bundle, "PAGE_ROWS", 5)
    result = stick.exchange(village)
    assert result.problem is None
    assert result.pulled >= 12
    assert village.ids("household") == homes


def test_a_file_carried_twice_does_no_harm(village: Laptop, stick: Stick, county: County) -> None:
    home = household_at(village)
    out = stick.out(village)
    first, again = stick.answer(out), stick.answer(out)
    assert at_county(county) == (8, 8)
    assert stick.back(village, first).problem is None
    held = village.held()
    for path in (first, again):
        assert refusal(village, path) == BundleFault.OLD
    assert village.held() == held
    assert village.ids("household") == {home}


def test_a_lost_answer_does_not_make_a_second_household(
    village: Laptop, stick: Stick, county: County
) -> None:
    home = household_at(village)
    lost = stick.answer(stick.out(village))
    household_at(village)
    result = stick.exchange(village)
    assert (result.problem, result.pushed) == (None, 2)
    assert at_county(county) == (9, 9)
    assert refusal(village, lost) == BundleFault.OLD
    assert home in village.ids("household")


def test_files_carried_in_the_wrong_order_come_to_the_same(
    village: Laptop, second: Laptop, stick: Stick, county: County
) -> None:
    household_at(second)
    second.sync()
    household_at(village)
    older = stick.out(village)
    household_at(village)
    newer = stick.out(village)
    newer_answer = stick.answer(newer)
    older_answer = stick.answer(older)
    assert stick.back(village, newer_answer).problem is None
    assert refusal(village, older_answer) == BundleFault.OLD
    second.sync()
    assert village.held() == second.held()
    assert len(village.ids("household")) == 3
    assert at_county(county) == (10, 10)


def test_the_older_answer_first_leaves_the_rest_for_a_further_file(
    village: Laptop, second: Laptop, stick: Stick
) -> None:
    household_at(second)
    second.sync()
    household_at(village)
    older = stick.out(village)
    household_at(village)
    newer = stick.out(village)
    older_answer, newer_answer = stick.answer(older), stick.answer(newer)
    assert stick.back(village, older_answer).problem is None
    result = stick.back(village, newer_answer)
    assert (result.pushed, result.pulled, result.problem) == (1, 0, BundleFault.MORE)
    assert set(village.states()) == {"acknowledged"}
    assert stick.exchange(village).problem is None
    second.sync()
    assert village.held() == second.held()


def test_an_exchange_over_the_network_in_between_does_no_harm(
    village: Laptop, second: Laptop, stick: Stick, county: County
) -> None:
    home = household(MICRO_1)
    village.create("household", home)
    out = stick.out(village)
    village.sync()
    second.sync()
    second.change("household", home.id, note="北屋")
    second.sync()
    answer = stick.answer(out)
    assert at_county(county) == (9, 8), "the stick brought nothing new"
    village.sync()
    assert refusal(village, answer) == BundleFault.OLD
    assert village.row("household", home.id).note == "北屋"
    assert village.held() == second.held()


def test_an_old_answer_does_not_take_back_what_came_over_the_network_since(
    village: Laptop, second: Laptop, stick: Stick, county: County
) -> None:
    """Neither the value of a field, nor a grant that had ended and was given again."""
    home = household(MICRO_1)
    person = member(home, phone="")
    village.create("household", home)
    village.create("member", person)
    village.sync()
    second.sync()
    second.change("member", person.id, phone="13800000001")
    second.sync()
    village.change("member", person.id, phone="13800000002")
    out = stick.out(village)
    end_grants(county, village, ended=True)
    answer = stick.answer(out)
    end_grants(county, village, ended=False)
    village.sync()
    second.change("member", person.id, phone="13800000003")
    second.sync()
    village.sync()
    assert refusal(village, answer) == BundleFault.OLD
    assert village.row("member", person.id).phone == "13800000003"
    assert village.held() == second.held()


def end_grants(county: County, laptop: Laptop, *, ended: bool) -> None:
    with laptop.store.session() as session:
        device = UUID(meta.get(session, "device")["id"])
    with county.writing() as connection:
        mine = update(grant).where(grant.c.device_id == device)
        connection.execute(mine.values(ended=ended))


def test_what_may_no_longer_be_seen_leaves_the_laptop_by_stick_too(
    village: Laptop, stick: Stick, county: County
) -> None:
    household_at(village)
    end_grants(county, village, ended=True)
    result = stick.exchange(village)
    assert (result.pushed, result.problem) == (1, None)
    assert village.ids("household") == set()
    assert village.ids("unit") == set()
    with village.store.session() as session:
        assert meta.get(session, forgetting.SCRUB) is None, "nor are its bytes in the file"


def test_taking_in_that_was_cut_goes_on_from_there(
    village: Laptop, joined: JoinLaptop, stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(12):
        household_at(village)
    village.sync()
    fresh = joined(VILLAGE, Role.VILLAGE)
    mine = household_at(fresh)
    with monkeypatch.context() as small:
        small.setattr(bundle, "PAGE_ROWS", 5)
        answer = stick.answer(stick.out(fresh))
    real, pages = pull.take_reply, []

    def cut(*given: Any) -> bool:
        pages.append(1)
        if len(pages) == 3:
            raise KeyboardInterrupt
        return real(*given)

    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(pull, "take_reply", cut)
        stick.back(fresh, answer)
    assert 0 < len(fresh.ids("household")) < 13
    assert stick.back(fresh, answer).problem in {None, BundleFault.MORE}
    village.sync()
    assert stick.exchange(fresh).problem is None
    assert mine in fresh.ids("household")
    assert fresh.held() == village.held()


@pytest.mark.parametrize("by_stick", [False, True], ids=["network", "stick"])
def test_by_stick_or_by_network_laptops_and_county_end_up_the_same(
    by_stick: bool, village: Laptop, second: Laptop, stick: Stick, county: County
) -> None:
    """What comes out is written down here once for both ways."""
    moving, staying = household(MICRO_1), household(MICRO_1)
    person = member(staying, phone="")
    for kind, one in (("household", moving), ("household", staying), ("member", person)):
        village.create(kind, one)
    village.sync()
    second.sync()
    second.change("member", person.id, phone="13800000001", note="右腿不便")
    second.change("household", moving.id, unit_id=MICRO_2)
    second.change("household", staying.id, address="新街2号")
    second.sync()
    village.change("household", staying.id, note="北屋")
    village.change("member", person.id, phone="13800000002")
    village.change("unit", COUNTY, name="别县")
    village.remove("household", moving.id)
    fresh = household_at(village)
    result = stick.exchange(village) if by_stick else village.sync()
    # A stick asks once for everything: while it reads the county's feed anew, its own comes along.
    assert result == SyncResult(
        pushed=5,
        pulled=7 if by_stick else 6,
        refused=1,
        conflicts=1,
        kinds=frozenset({"conflict", "household", "member", "unit"}),
    )
    assert village.states()[-5:] == [
        "acknowledged",
        "conflict",
        "refused",
        "acknowledged",
        "acknowledged",
    ]
    assert village.row("unit", COUNTY).name == "永福县"
    home = village.row("household", staying.id)
    assert (home.note, home.address) == ("北屋", "新街2号")
    assert village.row("member", person.id).phone == "13800000001"
    assert village.ids("household") == {moving.id, staying.id, fresh}
    assert village.row("household", moving.id).unit_id == MICRO_2
    assert village.sync().pulled == 0, "nothing was left to say"
    second.sync()
    assert village.held() == second.held()


def test_a_county_restored_from_a_backup_gets_by_stick_what_it_has_lost(
    village: Laptop, stick: Stick, county: County, tmp_path: Path, clock: Clock
) -> None:
    import shutil

    homes = {household_at(village)}
    village.sync()
    shutil.copytree(tmp_path / "county", tmp_path / "backup")
    for _ in range(3):
        homes.add(household_at(village))
        village.sync()
    homes.add(household_at(village))
    restored = open_county(clock, tmp_path / "backup")
    stick.county = restored
    told = stick.answer(stick.out(village))
    result = stick.back(village, told)
    assert (result.problem, result.pushed) == ("409.1 dseq_gap", 0)
    assert refusal(village, told) == BundleFault.OLD
    result = stick.exchange(village)
    assert (result.problem, result.pushed) == (None, 4)
    with restored.reading() as connection:
        of_kind = select(record.c.id).where(record.c.kind == "household")
        assert set(connection.execute(of_kind).scalars()) == homes
    assert village.ids("household") == homes
    restored.close()


def test_a_copied_laptop_is_told_that_a_stick_cannot_help(
    village: Laptop, joined: JoinLaptop, stick: Stick, county: County
) -> None:
    twin = laptops.opened(stick.folder / "twin.db", village.line._server, village.now)
    with village.store.session() as here, twin.store.session() as there:
        for fact in ("device", "county_keys", "device_number"):
            meta.put(there, fact, meta.get(here, fact))
    household_at(village)
    assert stick.exchange(village).problem is None
    unit = laptops.unit(uuid7(), "micro", VILLAGE, "甲村3组", "450326100201003")
    twin.write(local_journal.create(uuid7(), "unit", unit))
    result = stick.exchange(twin)
    assert (result.pushed, result.pulled) == (0, 0)
    assert result.problem == BundleFault.NEEDS_NETWORK
    assert twin.states() == ["waiting"]
    twin.store.close()


def test_a_file_waits_while_the_network_exchanges(village: Laptop, stick: Stick) -> None:
    household_at(village)
    answered = stick.answer(stick.out(village))
    with engine.alone(village.store):
        result = bundles.take_in(desk(village), answered)
    assert result.problem == engine.RUNNING
    assert bundles.take_in(desk(village), answered).problem is None
