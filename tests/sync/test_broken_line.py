"""Whatever the line does: nothing lost, nothing twice, and it goes on the next time."""

import json
import shutil
import ssl
from pathlib import Path
from random import Random
from threading import Event, Thread

import httpx2
import pytest
from sqlalchemy import delete, select, update
from sqlmodel import select as ask
from starlette.testclient import TestClient
from uuid_utils.compat import uuid7

from gridapp.contract import wire
from gridapp.contract.people import Role
from gridapp.contract.records import Record
from gridapp.server.app import create_app
from gridapp.server.county.county import County
from gridapp.server.county.opening import open_county
from gridapp.server.database.tables import device, feed_counter, feed_head, record
from gridapp.server.exchange import journal as county_journal
from gridapp.server.exchange import push as county_push
from gridapp.store import journal as local_journal
from gridapp.store import meta
from gridapp.store.bookkeeping import BatchRow, CarriedRow
from gridapp.store.journal import Edit
from gridapp.store.sync import feeds
from gridapp.store.tables import Household
from gridapp.sync import county as line_module
from gridapp.sync import engine, pace, push
from gridapp.sync.pace import Pace
from gridapp.sync.schedule import LONGEST_WAIT, after_failure, after_success
from tests.server.conftest import Clock
from tests.server.damage import sum_anew
from tests.server.grids import MICRO_1, VILLAGE
from tests.sync import laptops
from tests.sync.at_county import homes_at
from tests.sync.laptops import JoinLaptop, Laptop, breaking, household, member


def pushes(laptop: Laptop) -> list[bytes]:
    return [body for path, body in laptop.line.sent if path.endswith("/push")]


def test_without_a_line_everything_waits(village: Laptop) -> None:
    village.line.broken = breaking("before", "/push")
    village.create("household", household(MICRO_1))
    assert village.sync().problem == "sync.offline"
    assert village.totals().waiting == 1


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_batch_that_was_not_answered_goes_again_as_the_same_bytes_and_counts_once(
    village: Laptop, county: County, when: str
) -> None:
    village.create("household", household(MICRO_1))
    village.line.broken = breaking(when, "/push")
    assert village.sync().problem == "sync.offline"
    later = household(MICRO_1)
    village.create("household", later)
    assert village.sync().problem is None
    first, again, _ = pushes(village)
    assert first == again
    assert homes_at(county) == village.ids("household")
    assert set(village.states()) == {"acknowledged"}


def test_a_lost_pull_is_asked_again(village: Laptop, joined: JoinLaptop) -> None:
    home = household(MICRO_1)
    village.create("household", home)
    village.sync()
    second = joined(VILLAGE, Role.VILLAGE)
    second.line.broken = breaking("after", "/pull")
    assert second.sync().problem == "sync.offline"
    assert second.sync().problem is None
    assert second.ids("household") == {home.id}


def test_a_county_that_dies_between_commit_and_reply_has_the_work_once(
    village: Laptop, county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    village.create("household", household(MICRO_1))
    keep = county_journal.keep
    crashes = iter([True])

    def crash(*arguments: object) -> None:
        keep(*arguments)
        if next(crashes, False):
            raise httpx2.ReadError("the county died before COMMIT")

    monkeypatch.setattr(county_journal, "keep", crash)
    assert village.sync().problem == "sync.offline"
    assert homes_at(county) == set(), "it was rolled back whole"
    village.line.broken = breaking("after", "/push")
    assert village.sync().problem == "sync.offline"
    assert len(homes_at(county)) == 1
    assert village.sync().problem is None
    assert homes_at(county) == village.ids("household")


def test_however_often_the_line_breaks_a_batch_stays_the_same_bytes(
    village: Laptop, county: County
) -> None:
    village.write(*_creations(8))
    village.line.broken = breaking("after", "/push", times=4)
    for _ in range(4):
        village.sync()
        village.create("household", household(MICRO_1))
    assert village.sync().problem is None
    sizes = [len(wire.unpack_push(body).changes) for body in pushes(village)]
    assert sizes == [8, 8, 8, 8, 8, 4]
    assert len(set(pushes(village))) == 2
    assert homes_at(county) == village.ids("household")


def _creations(count: int) -> list[Edit]:
    return [creation(household(MICRO_1)) for _ in range(count)]


def creation(home: Record) -> Edit:
    return local_journal.create(uuid7(), "household", home)


def test_batches_are_cut_to_the_line_and_a_pull_rides_in_the_last(
    village: Laptop, monkeypatch: pytest.MonkeyPatch, county: County
) -> None:
    monkeypatch.setattr(pace, "of", lambda _: Pace(changes=500, size=1_000))
    village.write(*_creations(120))
    village.line.sent.clear()
    assert village.sync().problem is None
    bodies = pushes(village)
    assert len(bodies) > 1
    assert all(len(body) <= 1_000 * push.ROOM for body in bodies)
    riding = [wire.unpack_push(body).pull is not None for body in bodies]
    assert riding == [False] * (len(bodies) - 1) + [True]
    assert len(village.line.sent) == len(bodies), "the ride saved the pull"
    assert homes_at(county) == village.ids("household")


def test_a_batch_that_is_too_large_for_the_county_is_cut(
    village: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(county_push, "MOST_CHANGES", 5)
    village.write(*_creations(12))
    assert village.sync().problem is None
    assert set(village.states()) == {"acknowledged"}


def test_nothing_to_say_is_one_small_request(village: Laptop) -> None:
    village.sync()
    village.line.sent.clear()
    result = village.sync()
    assert (result.pushed, result.pulled, result.problem) == (0, 0, None)
    assert village.line.sent == [("/v1/sync/news", b"")]


def test_news_of_another_laptop_is_pulled(village: Laptop, grid: Laptop) -> None:
    village.sync()
    home = household(MICRO_1)
    grid.create("household", home)
    grid.sync()
    assert village.sync().pulled == 1
    assert village.ids("household") == {home.id}


def test_a_row_edited_during_the_push_still_waits(village: Laptop, county: County) -> None:
    home = household(MICRO_1)
    village.create("household", home)

    def edit(when: str, path: str) -> None:
        village.line.broken = lambda *_: None
        village.change("household", home.id, note="推送时改的")

    village.line.broken = edit
    assert village.sync().problem is None
    assert village.row("household", home.id).note == "推送时改的"
    village.sync()
    assert set(village.states()) == {"acknowledged"}
    with county.reading() as connection:
        found = select(record.c.fields).where(record.c.id == home.id)
        assert json.loads(connection.execute(found).scalar_one())["note"] == "推送时改的"


def test_a_second_cycle_at_the_same_time_stops_at_once(village: Laptop) -> None:
    inside, go_on = Event(), Event()

    def hold(when: str, path: str) -> None:
        if when == "before":
            inside.set()
            go_on.wait(10)

    village.line.broken = hold
    village.create("household", household(MICRO_1))
    first = Thread(target=village.sync)
    first.start()
    assert inside.wait(10)
    assert village.sync().problem == engine.RUNNING
    go_on.set()
    first.join()
    assert village.sync().problem is None


def test_a_county_restored_from_an_old_backup_gets_everything_again(
    village: Laptop, county: County, tmp_path: Path, clock: Clock
) -> None:
    village.create("household", household(MICRO_1))
    village.sync()
    county.close()
    shutil.copytree(tmp_path / "county", tmp_path / "backup")
    restored = open_county(clock, tmp_path / "county")
    with TestClient(create_app(restored)) as server:
        village.line._server = server
        village.create("household", household(MICRO_1))
        assert village.sync().problem is None
    restored.close()
    backup = open_county(clock, tmp_path / "backup")
    with TestClient(create_app(backup)) as server:
        village.line._server = server
        village.create("household", household(MICRO_1))
        assert village.sync().problem is None
    assert homes_at(backup) == village.ids("household")
    assert len(village.ids("household")) == 3
    backup.close()


def test_a_damaged_copy_is_noticed_by_its_sum_and_read_anew(village: Laptop) -> None:
    first, second = household(MICRO_1), household(MICRO_1)
    village.create("household", first)
    village.sync()
    with village.store.session() as session:
        session.delete(session.get_one(Household, first.id))
    assert village.ids("household") == set()
    village.create("household", second)
    assert village.sync().problem is None
    assert village.ids("household") == {first.id, second.id}


def test_a_feed_whose_history_changed_is_read_anew_without_leftovers(
    village: Laptop, joined: JoinLaptop, county: County
) -> None:
    gone, kept = household(MICRO_1), household(MICRO_1)
    village.write(creation(gone), creation(kept))
    village.sync()
    second = joined(VILLAGE, Role.VILLAGE)
    second.sync()
    assert second.ids("household") == {gone.id, kept.id}
    unsent = household(MICRO_1)
    second.create("member", member(kept))
    with county.writing() as connection:
        connection.execute(delete(record).where(record.c.id == gone.id))
        sum_anew(connection)
        connection.execute(update(feed_head).values(chain="another history"))
    second.create("household", unsent)
    assert second.sync().problem is None
    assert second.ids("household") == {kept.id, unsent.id}


def test_kinds_and_fields_of_a_newer_program_are_carried(
    village: Laptop, grid: Laptop, joined: JoinLaptop, county: County
) -> None:
    home = household(MICRO_1)
    village.create("household", home)
    village.sync()
    with county.writing() as connection:
        row = connection.execute(select(record).where(record.c.id == home.id)).one()
        fields = {**json.loads(row.fields), "lift": True}
        text = json.dumps(fields)
        connection.execute(
            update(record).where(record.c.id == home.id).values(fields=text, origin=None)
        )
        other = {**row._mapping, "kind": "rating", "seq": row.seq + 50, "fields": text}
        connection.execute(record.insert().values(other))
        connection.execute(
            update(feed_counter)
            .where(feed_counter.c.feed == VILLAGE)
            .values(seq=row.seq + 60, chain="newer")
        )
        sum_anew(connection)
    newcomer = joined(VILLAGE, Role.VILLAGE)
    assert newcomer.sync().problem is None
    assert newcomer.row("household", home.id).extra == {"lift": True}
    with newcomer.store.session() as session:
        carried = session.get_one(CarriedRow, ("rating", home.id))
        assert carried.fields["lift"] is True
        feeds.forget(session, str(VILLAGE))
    with county.writing() as connection:
        connection.execute(delete(record).where(record.c.kind == "rating"))
        sum_anew(connection)
    county.news.forget()
    assert newcomer.sync().problem is None
    with newcomer.store.session() as session:
        assert session.get(CarriedRow, ("rating", home.id)) is None


def test_a_token_that_ended_is_renewed_with_the_devices_key(village: Laptop, clock: Clock) -> None:
    clock.move(hours=5)
    village.line.sent.clear()
    assert village.sync().problem is None
    assert [path for path, _ in village.line.sent][:2] == ["/v1/devices/token", "/v1/sync/news"]
    village.line.sent.clear()
    village.sync()
    assert [path for path, _ in village.line.sent] == ["/v1/sync/news"]


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (httpx2.Response(200, html="<html>请登录</html>"), "sync.proxy"),
        (httpx2.Response(302, headers={"location": "http://login"}), "sync.proxy"),
        (httpx2.Response(407, html="<html>proxy</html>"), "sync.proxy"),
        (httpx2.Response(404, text="nothing here"), "sync.offline"),
        (httpx2.Response(503, headers={"retry-after": "30"}), "503.1 busy"),
        (httpx2.Response(426, json={"code": "426.1 too_old", "expected": 9}), "426.1 too_old"),
        (httpx2.Response(507, json={"code": "507.1 disk_full"}), "507.1 disk_full"),
    ],
    ids=["captive portal", "redirect", "proxy", "not a county", "busy", "too old", "disk full"],
)
def test_other_answers_end_the_cycle_with_their_code_and_keep_the_work(
    village: Laptop, monkeypatch: pytest.MonkeyPatch, answer: httpx2.Response, problem: str
) -> None:
    village.create("household", household(MICRO_1))
    monkeypatch.setattr(village.line._server, "request", lambda *_, **__: answer)
    result = village.sync()
    assert result.problem == problem
    assert result.retry_after == (30 if "busy" in problem else None)
    assert village.totals().waiting == 1
    with village.store.session() as session:
        assert meta.get(session, "last_sync_error") == problem


@pytest.mark.parametrize("wait", ["\xb2", "86400000", "9" * 30, "soon"])
def test_a_wait_that_makes_no_sense_is_none(
    village: Laptop, monkeypatch: pytest.MonkeyPatch, wait: str
) -> None:
    village.create("household", household(MICRO_1))
    headers = {b"retry-after": wait.encode("latin-1")}
    answer = httpx2.Response(503, headers=headers)
    monkeypatch.setattr(village.line._server, "request", lambda *_, **__: answer)
    result = village.sync()
    assert (result.problem, result.retry_after) == ("503.1 busy", None)


def test_a_county_that_cannot_prove_who_it_is_is_not_taken_for_out_of_reach(
    village: Laptop,
) -> None:
    """A clock that is years off makes every certificate wrong; waiting helps nobody."""

    def untrusted(when: str, _path: str) -> None:
        try:
            raise ssl.SSLCertVerificationError("certificate is not yet valid")
        except ssl.SSLCertVerificationError as error:
            raise httpx2.ConnectError(str(error)) from error

    village.create("household", household(MICRO_1))
    village.line.broken = untrusted
    assert village.sync().problem == "sync.untrusted"
    assert village.totals().waiting == 1


def test_a_revoked_device_hands_in_its_work(village: Laptop, county: County) -> None:
    with county.writing() as connection:
        connection.execute(update(device).values(status="revoked"))
    village.create("household", household(MICRO_1))
    assert village.sync().problem == "403.2 revoked"
    assert homes_at(county) == village.ids("household")
    assert village.totals().waiting == 0


def test_progress_counts_up_to_what_there_is(village: Laptop) -> None:
    village.write(*_creations(3))
    village.progress.clear()
    village.sync()
    first, last = village.progress[0], village.progress[-1]
    assert (first.done, first.total) == (0, 3)
    assert (last.done, last.total) == (3, 3)
    assert 0 == first.bytes_sent < first.bytes_to_send == last.bytes_sent
    assert last.bytes_received > 0
    for at in village.progress:
        assert 0 <= at.done <= at.total
        assert at.bytes_sent <= at.bytes_to_send


@pytest.mark.parametrize("address", ["", "county.example", "http://county.example", "ftp://x"])
def test_an_address_that_is_no_county_is_named(address: str, clock: Clock) -> None:
    with pytest.raises(line_module.BadAddress) as fault:
        line_module.County(address, None, clock)
    assert fault.value.code == "sync.address"


def test_waits_grow_with_failures_and_respect_the_county(clock: Clock) -> None:
    random = Random(1)
    for failures in range(1, 30):
        wait = after_failure(clock.now, failures, None, random) - clock.now
        assert wait <= LONGEST_WAIT
        assert wait.total_seconds() <= 15 * 2 ** (failures - 1)
    assert (after_failure(clock.now, 1, 60, random) - clock.now).total_seconds() >= 60
    assert 540 <= (after_success(clock.now, random) - clock.now).total_seconds() <= 660


def test_a_batch_left_over_from_a_killed_program_is_sent_first(
    village: Laptop, tmp_path: Path, server: TestClient, clock: Clock, county: County
) -> None:
    village.create("household", household(MICRO_1))
    village.line.broken = breaking("after", "/push")
    village.sync()
    village.store.close()
    shutil.copy(village.store.path, tmp_path / "after_the_kill.db")
    village.store = laptops.opened(tmp_path / "after_the_kill.db", server, clock).store
    with village.store.session() as session:
        assert session.exec(ask(BatchRow.first_dseq)).one() == 1
    assert village.sync().problem is None
    assert pushes(village)[0] == pushes(village)[1]
    assert homes_at(county) == village.ids("household")
