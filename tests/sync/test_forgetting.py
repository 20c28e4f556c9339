"""What left a laptop's scope, or was erased by law, is nowhere in its file: byte by byte.

The store is opened here without a key, by the same library with the same settings, so that the
bytes of the file and of its write-ahead log can be searched as they are.
"""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from msgspec import structs
from sqlalchemy import insert, select, update
from uuid_utils.compat import uuid7

from gridapp.contract.people import Role
from gridapp.contract.sync import Row, Stub
from gridapp.server.county.county import County
from gridapp.server.database.tables import grant
from gridapp.server.exchange import journal as county_journal
from gridapp.server.operations import erasure
from gridapp.store import drafts, forgetting, journal, opening
from gridapp.store.bookkeeping import BatchRow, ChangeRow, OperationRow
from gridapp.store.journal import Operation
from gridapp.store.opening import Store, StoreError, StoreFault
from gridapp.store.search import search
from gridapp.store.sync import outbox
from gridapp.store.undo import take_back
from gridapp.sync import apply, outgoing
from tests.server.conftest import Clock
from tests.server.grids import MICRO_1, MICRO_2, OTHER_MICRO
from tests.sync.laptops import Laptop, breaking, household, member

CANARY = "zqxcanary"


def traces(laptop: Laptop) -> int:
    """How often the canary is in the file or beside it."""
    path = laptop.store.path
    files = [Path(f"{path}{end}") for end in ("", "-wal", "-shm", "-journal")]
    return sum(file.read_bytes().count(CANARY.encode()) for file in files if file.exists())


@pytest.fixture
def home(village: Laptop, leader: Laptop) -> UUID:
    """A household that the leader knows well, in every part of the store."""
    home = household(MICRO_1, note=f"{CANARY} 1")
    village.create("household", home)
    person = member(home, name=f"{CANARY} 2")
    village.create("member", person)
    village.sync()
    leader.sync()
    leader.change("household", home.id, note=f"{CANARY} 3")
    leader.change("member", person.id, name=f"{CANARY} 4", phone="13800000001")
    leader.sync()
    assert traces(leader) > 3, "the search finds what is there"
    return home.id


def keep_draft(laptop: Laptop, key: str, body: dict[str, Any]) -> None:
    with laptop.store.session() as session:
        drafts.keep(session, key, body, laptop.now())


def work_on(leader: Laptop, home: UUID) -> None:
    """Late work on it: an edit with a name, and two half-written forms."""
    edit = journal.change(uuid7(), "household", leader.row("household", home), note=f"{CANARY} 5")
    leader.write(edit, name=f"{CANARY} 6")
    keep_draft(leader, f"household/{home}", {"note": f"{CANARY} 7"})
    keep_draft(leader, "visit", {"household": str(home), "note": f"{CANARY} 8"})
    keep_draft(leader, "other", {"note": "bleibt"})


def drafts_of(laptop: Laptop) -> list[str]:
    with laptop.store.session() as session:
        rows = session.connection().exec_driver_sql("SELECT key FROM draft ORDER BY key")
        return [key for (key,) in rows]


def test_after_one_contact_nothing_is_left_of_a_household_that_moved_away(
    village: Laptop, leader: Laptop, home: UUID
) -> None:
    village.sync()
    village.change("household", home, unit_id=MICRO_2)
    village.sync()
    work_on(leader, home)
    assert leader.sync().problem is None
    assert traces(leader) == 0
    assert drafts_of(leader) == ["other"]
    assert set(leader.states()) == {"forgotten"}
    village.sync()
    assert village.row("household", home).note == f"{CANARY} 5", "the late work went along"
    late = household(MICRO_1)
    leader.create("household", late)
    assert leader.sync().problem is None, "its chain goes on"
    assert leader.ids("household") == {late.id}


@pytest.fixture
def deleted(leader: Laptop, home: UUID) -> UUID:
    """A member of the household whom the leader knew, and has deleted since."""
    (person,) = leader.ids("member")
    leader.remove("member", person)
    assert leader.sync().problem is None
    assert traces(leader) > 3, "it can be undone, and sent again"
    return person


def test_nothing_is_left_of_who_was_deleted_in_a_household_before_it_moved_away(
    village: Laptop, leader: Laptop, home: UUID, deleted: UUID
) -> None:
    village.sync()
    village.change("household", home, unit_id=MICRO_2)
    village.sync()
    assert leader.sync().problem is None
    assert traces(leader) == 0


def end_grant(county: County) -> None:
    """The leader's, at the county."""
    with county.writing() as connection:
        connection.execute(update(grant).where(grant.c.unit_id == MICRO_1).values(ended=True))
    county.news.forget()


@pytest.mark.parametrize("stays", [False, True], ids=["the only one", "one in the village stays"])
def test_nothing_is_left_of_who_was_deleted_before_the_grant_ended(
    county: County, leader: Laptop, deleted: UUID, stays: bool
) -> None:
    with county.writing() as connection:
        (mine,) = connection.execute(select(grant.c.device_id).where(grant.c.unit_id == MICRO_1))
        other = {"unit_id": MICRO_2, "role": Role.LEADER, "ended": not stays}
        connection.execute(insert(grant).values(device_id=mine.device_id, **other))
    end_grant(county)
    assert leader.sync().problem is None
    assert traces(leader) == 0


def test_nothing_is_left_of_who_was_edited_here_and_deleted_elsewhere_before_the_grant_ended(
    village: Laptop, county: County, leader: Laptop, home: UUID
) -> None:
    village.sync()
    (person,) = village.ids("member")
    village.remove("member", person)
    village.sync()
    assert leader.sync().problem is None
    end_grant(county)
    assert leader.sync().problem is None
    assert traces(leader) == 0


def test_the_index_of_the_search_keeps_no_word_of_who_was_erased(
    leader: Laptop, village: Laptop, county: County
) -> None:
    tail, backwards = "87654321931", b"912345678"
    home = household(MICRO_1)
    village.create("household", home)
    erased = member(home, name="曾霍东", phone=tail)
    for one in (erased, member(home, name="曾雷", phone="13800000001")):
        village.create("member", one)
    village.sync()
    leader.sync()

    def held() -> tuple[int, list[str]]:
        files = [Path(f"{leader.store.path}{end}") for end in ("", "-wal")]
        bytes_ = b"".join(file.read_bytes() for file in files if file.exists())
        with leader.store.session() as session:
            found = [hit.title for hit in search.find(session, "曾", "")]
            found += [hit.title for hit in search.find(session, "zenghuo", "")]
        return bytes_.count(backwards) + bytes_.count(b"uodong"), found

    assert held()[0] > 1
    assert held()[1] == ["曾霍东"] * 2
    erase(county, ("member", erased.id))
    assert leader.sync().problem is None
    assert held() == (0, ["曾雷"])


def test_the_search_would_find_what_is_not_scrubbed(
    village: Laptop, leader: Laptop, home: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    village.sync()
    village.change("household", home, unit_id=MICRO_2)
    village.sync()
    work_on(leader, home)
    with monkeypatch.context() as careless:
        careless.setattr(Store, "scrub", lambda _: None)
        leader.sync()
        assert traces(leader) > 0


def test_what_could_not_be_scrubbed_is_scrubbed_the_next_time(
    village: Laptop, leader: Laptop, home: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    village.sync()
    village.change("household", home, unit_id=MICRO_2)
    village.sync()

    def full(_: Store) -> None:
        raise opening.StoreError(opening.StoreFault.DISK_FULL)

    with monkeypatch.context() as broken:
        broken.setattr(Store, "scrub", full)
        assert leader.sync().problem is None
    assert leader.sync().problem is None
    assert traces(leader) == 0


def test_nothing_is_left_of_a_feed_whose_grant_has_ended(
    leader: Laptop, home: UUID, county: County
) -> None:
    end_grant(county)
    assert leader.sync().problem is None
    assert leader.ids("household") == set()
    assert traces(leader) == 0


def test_a_change_that_waits_keeps_its_values_until_the_county_has_them(
    village: Laptop, leader: Laptop, home: UUID
) -> None:
    village.sync()
    village.change("household", home, unit_id=MICRO_2)
    village.sync()

    def meanwhile(when: str, path: str) -> None:
        if when == "after" and path.endswith("/pull"):
            work_on(leader, home)

    leader.line.broken = meanwhile
    assert leader.sync().problem is None
    leader.line.broken = breaking("before", "/push")
    assert leader.sync().problem == "sync.offline"
    assert (leader.ids("household"), leader.totals().waiting) == (set(), 1)
    assert leader.sync().problem is None
    assert traces(leader) == 0
    village.sync()
    assert village.row("household", home).note == f"{CANARY} 5"


def erase(county: County, *keys: tuple[str, UUID]) -> None:
    """Erase by law, as the county's command does."""
    with county.writing() as connection:
        erasure.order(connection, keys, county.now())
        erasure.carry_out(connection, county.now())
    county.news.forget()


def of_kind(laptop: Laptop, kind: str) -> tuple[str, UUID]:
    """The one record of a kind that it holds."""
    (record_id,) = laptop.ids(kind)
    return kind, record_id


def test_nothing_is_left_of_what_was_erased_by_law_not_even_what_waits_or_was_refused(
    leader: Laptop, home: UUID, county: County
) -> None:
    leader.change("household", home, unit_id=OTHER_MICRO, note=f"{CANARY} 9")
    assert leader.sync().refused == 1
    erase(county, ("household", home), of_kind(leader, "member"))

    def meanwhile(when: str, path: str) -> None:
        if when == "after" and path.endswith("/pull"):
            leader.line.broken = breaking("before", "nowhere")
            work_on(leader, home)
            leader.create("household", household(MICRO_1))

    leader.line.broken = meanwhile
    assert leader.sync().problem is None
    assert traces(leader) == 0
    assert leader.totals() == outbox.Totals(waiting=1, refused=0, conflicts=0)
    assert leader.sync().problem is None
    assert set(leader.states()) == {"forgotten", "acknowledged"}
    assert traces(leader) == 0
    with county.reading() as connection:
        kept = list(county_journal.every(connection))
    assert CANARY not in str(kept), "nor did the laptop bring it back"


def test_what_was_erased_by_law_is_not_kept_by_who_had_deleted_it_and_took_that_back(
    leader: Laptop, home: UUID, county: County
) -> None:
    """Out of sight by now: the row of the county that says so does not come."""
    _, person = of_kind(leader, "member")
    leader.remove("member", person)
    with leader.store.session() as session:
        last = outbox.last_undoable(session)
        assert last is not None
        undoing = Operation(uuid7(), "undo", "", "何某", leader.now(), undoes=last.id)
        take_back(session, undoing, iter(uuid7, None))
    erase(county, ("household", home), ("member", person))
    with county.writing() as connection:
        connection.execute(update(grant).where(grant.c.unit_id == MICRO_1).values(ended=True))
    assert leader.sync().problem is None
    assert leader.row("member", person) is None
    assert traces(leader) == 0


def test_a_batch_under_way_that_holds_what_was_erased_is_made_anew_without_it(
    leader: Laptop, home: UUID, county: County
) -> None:
    leader.line.broken = breaking("before", "/push")
    work_on(leader, home)
    leader.sync()
    with leader.store.session() as session:
        row = Row(kind="household", id=home, unit=MICRO_1, revision=9, position=9, fields={})
        apply.take_rows(session, [structs.replace(row, deleted=True, erased=True)])
        assert session.execute(select(BatchRow)).first() is None
    assert leader.sync().problem is None
    assert leader.states()[-1] == "forgotten"


def test_the_county_asks_again_for_what_was_forgotten_and_the_chain_goes_on_over_it(
    village: Laptop, leader: Laptop, home: UUID
) -> None:
    village.sync()
    village.change("household", home, unit_id=MICRO_2)
    village.sync()
    leader.sync()
    late = household(MICRO_1)
    leader.create("household", late)
    leader.sync()
    with leader.store.session() as session:
        assert outgoing.rewind(session, 1)
    assert leader.sync().problem is None
    assert leader.states() == ["forgotten", "forgotten", "acknowledged"]


@pytest.mark.parametrize(("days", "backed_up", "kept"), [(91, 3, 1), (89, 3, 3), (91, 0, 3)])
def test_the_journal_is_kept_for_ninety_days_and_until_it_is_in_a_backup(
    village: Laptop, clock: Clock, days: int, backed_up: int, kept: int
) -> None:
    for _ in range(3):
        village.create("household", household(MICRO_1))
    village.sync()
    clock.move(days=days)
    with village.store.session() as session:
        forgetting.purge(session, village.now(), backed_up)
    with village.store.session() as session:
        assert len(session.execute(select(ChangeRow.dseq)).all()) == kept
        assert len(session.execute(select(OperationRow.id)).all()) == kept
    late = village.create("household", household(MICRO_1))
    assert village.sync().problem is None
    assert late in village.ids("household")


@pytest.mark.parametrize("by_law", [False, True], ids=["moved away", "erased by law"])
def test_what_was_not_sent_about_a_record_that_has_gone_is_not_taken_back(
    leader: Laptop, home: UUID, by_law: bool
) -> None:
    note = journal.change(uuid7(), "household", leader.row("household", home), note=f"{CANARY} 5")
    leader.write(note)
    with leader.store.session() as session:
        last = outbox.last_undoable(session)
        assert last is not None
        if by_law:
            apply.erase_by_law(session, [("household", home)])
        else:
            apply.take_stubs(session, [Stub("household", home, position=9)])
        assert outbox.last_undoable(session) is None
        undoing = Operation(uuid7(), "undo", "", "何某", leader.now(), undoes=last.id)
        with pytest.raises(StoreError, match=StoreFault.GONE):
            take_back(session, undoing, iter(uuid7, None))
