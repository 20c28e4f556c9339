"""A laptop's file at the county: taken in by the same rules as over the network, and answered."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update
from typer.testing import CliRunner, Result

from gridapp.contract import SCHEMA, wire
from gridapp.contract import bundle as format_
from gridapp.contract.bundle import BundleError, BundleFault, Header, Incoming, Outgoing, Way
from gridapp.contract.people import Role
from gridapp.contract.problems import Problem
from gridapp.contract.sync import Change, Op, PullReply, PullRequest, PushReply
from gridapp.server.__main__ import cli
from gridapp.server.access import contacts
from gridapp.server.county import bundle
from gridapp.server.county.county import County
from gridapp.server.database.tables import audit, device
from gridapp.server.problems import Refusal
from tests.server.conftest import Enrol
from tests.server.grids import MICRO_1, VILLAGE
from tests.server.laptops import Laptop, fresh_id, household


@pytest.fixture
def village(grid: Laptop, enrolled: Enrol) -> Laptop:
    laptop = enrolled(VILLAGE, Role.VILLAGE)
    laptop.pull()
    return laptop


def asking(laptop: Laptop, *batches: list[Change], **other: Any) -> Outgoing:
    """What a laptop puts into a file: batches that wait, and a pull from where it is."""
    ack = (laptop.dseq - sum(map(len, batches)), laptop.head)
    requests = [laptop.request(*changes) for changes in batches]
    pull = PullRequest(laptop.id, SCHEMA, ack, laptop.cursors)
    return Outgoing(b"as it was", [wire.pack_push(one) for one in requests], wire.pack_pull(pull))


def sealed(county: County, laptop: Laptop, outgoing: Outgoing, /, **header: Any) -> bytes:
    public = county.keys.public()
    sign_key = bytes.fromhex(public["county_sign_key"])
    head = {
        "way": Way.OUT.value,
        "county": format_.fingerprint(sign_key),
        "device": laptop.id,
        "number": 7,
        "made_at": 0,
        **header,
    }
    reader = bytes.fromhex(public["county_box_key"])
    return format_.seal(Header(**head), outgoing, laptop.key.encode(), reader)


def opened(county: County, laptop: Laptop, reply: bytes) -> Incoming:
    """The answer as its laptop reads it."""
    found = format_.read(reply)
    assert (found.header.way, found.header.device, found.header.number) == ("in", laptop.id, 7)
    writer = bytes.fromhex(county.keys.public()["county_sign_key"])
    return format_.unseal(found, writer, laptop.box_key.encode(), Incoming)


def exchanged(
    county: County, laptop: Laptop, *batches: list[Change]
) -> tuple[list[PushReply], list[PullReply]]:
    """Verdicts and pages that come back for these batches."""
    taken = bundle.take(county, sealed(county, laptop, asking(laptop, *batches)))
    incoming = opened(county, laptop, taken.reply)
    assert (incoming.problem, incoming.state) == (None, b"as it was")
    ids = [[change.change_id for change in batch] for batch in batches]
    return [
        wire.unpack_push_reply(answer.reply, expected)
        for answer, expected in zip(incoming.answers, ids, strict=True)
    ], [wire.unpack_pull_reply(page.reply) for page in incoming.pages]


def new_home(laptop: Laptop) -> Change:
    return laptop.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household())


def rows_of(pages: list[PullReply]) -> set[tuple[str, UUID]]:
    return {(r.kind, r.id) for reply in pages for p in reply.feeds.values() for r in p.rows}


def test_every_batch_gets_its_verdicts_and_what_others_wrote_comes_back(
    county: County, village: Laptop, enrolled: Enrol
) -> None:
    other = enrolled(VILLAGE, Role.VILLAGE)
    theirs = new_home(other)
    other.push(theirs)
    batches = [[new_home(village), new_home(village)], [new_home(village)]]
    answers, pages = exchanged(county, village, *batches)
    assert [[r.outcome for r in a.results] for a in answers] == [["applied"] * 2, ["applied"]]
    assert rows_of(pages) == {("household", theirs.record_id)}, "its own work it has already"


def test_pages_go_on_until_nothing_is_new(county: County, village: Laptop, enrolled: Enrol) -> None:
    homes = [new_home(village) for _ in range(7)]
    village.push(*homes)
    fresh = enrolled(VILLAGE, Role.VILLAGE)
    outgoing = asking(fresh)
    pull = PullRequest(fresh.id, SCHEMA, (0, ""), {}, limit=3)
    outgoing.pull = wire.pack_pull(pull)
    taken = bundle.take(county, sealed(county, fresh, outgoing))
    incoming = opened(county, fresh, taken.reply)
    pages = [wire.unpack_pull_reply(page.reply) for page in incoming.pages]
    assert len(pages) > 3
    assert {("household", home.record_id) for home in homes} < rows_of(pages)
    assert not any(page.more for page in pages[-1].feeds.values())
    assert taken.rows == sum(len(p.rows) for reply in pages for p in reply.feeds.values())


def test_a_file_that_comes_again_gets_the_first_answers(county: County, village: Laptop) -> None:
    home = new_home(village)
    data = sealed(county, village, asking(village, [home]))
    first, again = bundle.take(county, data), bundle.take(county, data)
    replies = [
        wire.unpack_push_reply(
            opened(county, village, taken.reply).answers[0].reply, [home.change_id]
        )
        for taken in (first, again)
    ]
    assert replies[0].results == replies[1].results
    assert [reply.status for reply in replies] == ["applied", "replayed"]


def test_a_file_that_its_laptop_did_not_sign_is_refused(
    county: County, village: Laptop, enrolled: Enrol
) -> None:
    other = enrolled(VILLAGE, Role.VILLAGE)
    forged = sealed(county, other, asking(village, [new_home(village)]), device=village.id)
    with pytest.raises(BundleError) as refused:
        bundle.take(county, forged)
    assert refused.value.code == BundleFault.DAMAGED


def test_a_file_may_speak_for_the_laptop_that_signed_it_only(
    county: County, village: Laptop, enrolled: Enrol
) -> None:
    other = enrolled(VILLAGE, Role.VILLAGE)
    taken = bundle.take(county, sealed(county, other, asking(village, [new_home(village)])))
    assert (taken.problem, taken.changes) == (Problem.MALFORMED, 0)
    assert opened(county, other, taken.reply).pages == []


def test_files_for_others_are_refused(county: County, village: Laptop) -> None:
    outgoing = asking(village)
    answer = bundle.take(county, sealed(county, village, outgoing)).reply
    elsewhere = sealed(county, village, outgoing, county=bytes(16))
    for data, code in (
        (answer, BundleFault.WRONG_WAY),
        (elsewhere, BundleFault.OTHER_COUNTY),
        (b"", BundleFault.NOT_A_BUNDLE),
        (answer[:-1], BundleFault.DAMAGED),
    ):
        with pytest.raises(BundleError) as refused:
            bundle.take(county, data)
        assert refused.value.code == code


def test_an_unknown_laptop_is_refused(county: County, village: Laptop) -> None:
    outgoing = asking(village)
    with pytest.raises(Refusal) as refused:
        bundle.take(county, sealed(county, village, outgoing, device=fresh_id()))
    assert refused.value.code is Problem.UNKNOWN_DEVICE


def test_a_revoked_laptop_hands_in_its_work_and_reads_nothing(
    county: County, village: Laptop, enrolled: Enrol
) -> None:
    other = enrolled(VILLAGE, Role.VILLAGE)
    other.push(new_home(other))
    with county.writing() as connection:
        mine = update(device).where(device.c.id == village.id)
        connection.execute(mine.values(status="revoked"))
    taken = bundle.take(county, sealed(county, village, asking(village, [new_home(village)])))
    incoming = opened(county, village, taken.reply)
    assert (taken.changes, taken.problem) == (1, Problem.REVOKED)
    assert (len(incoming.answers), incoming.pages) == (1, [])
    assert incoming.problem == Problem.REVOKED


def test_the_file_of_too_old_a_program_is_answered_with_that(
    county: County, village: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = sealed(county, village, asking(village, [new_home(village)]))
    monkeypatch.setattr("gridapp.server.county.requests.MIN_SCHEMA", SCHEMA + 1)
    taken = bundle.take(county, data)
    incoming = opened(county, village, taken.reply)
    assert (taken.changes, taken.problem, incoming.pages) == (0, Problem.TOO_OLD, [])
    assert (incoming.problem, incoming.expected) == (Problem.TOO_OLD, SCHEMA + 1)


def test_what_came_before_a_gap_or_a_second_history_is_kept(
    county: County, village: Laptop
) -> None:
    first, lost, third = new_home(village), new_home(village), new_home(village)
    one = asking(village, [first])
    village.request(lost)
    gap = village.request(third)
    one.pushes.append(wire.pack_push(gap))
    taken = bundle.take(county, sealed(county, village, one))
    incoming = opened(county, village, taken.reply)
    assert (taken.changes, incoming.problem, incoming.expected) == (1, Problem.DSEQ_GAP, 2)


def test_a_busy_county_takes_the_file_later_and_says_nothing_to_the_laptop(
    county: County, village: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = sealed(county, village, asking(village, [new_home(village)]))

    def busy(*given: object) -> None:
        raise Refusal(Problem.BUSY)

    with monkeypatch.context() as crowded, pytest.raises(Refusal):
        crowded.setattr("gridapp.server.county.requests.push", busy)
        bundle.take(county, data)
    assert bundle.take(county, data).changes == 1


def test_a_laptop_heard_of_by_stick_is_noted(county: County, village: Laptop) -> None:
    bundle.take(county, sealed(county, village, asking(village, [new_home(village)])))
    with county.reading() as connection:
        assert contacts.read(connection)[village.id].at == county.now()
        query = select(audit.c.detail).where(audit.c.act == "bundle")
        assert connection.execute(query).scalar() == '{"number": 7, "changes": 1}'


Take = Callable[[Path, Path], Result]


@pytest.fixture
def take(tmp_path: Path, database_url: str | None, county: County) -> Take:
    """``take(file, reply)``: the command of the county under test."""

    def invoke(file: Path, reply: Path) -> Result:
        url = ["--database-url", database_url] if database_url else []
        where = ["--data-dir", str(tmp_path / "county"), *url]
        words = ["bundle", "take", str(file), "--reply", str(reply), *where]
        return CliRunner().invoke(cli, words)

    return invoke


def test_the_command_writes_the_answer_beside_a_running_server(
    take: Take, county: County, village: Laptop, tmp_path: Path
) -> None:
    file, reply = tmp_path / "a.gridapp-out", tmp_path / "a.gridapp-in"
    file.write_bytes(sealed(county, village, asking(village, [new_home(village)])))
    done = take(file, reply)
    assert done.exit_code == 0, done.stderr
    assert "收下 1 条改动" in done.stdout
    assert len(opened(county, village, reply.read_bytes()).answers) == 1
    assert {path.name for path in tmp_path.glob("a.*")} == {file.name, reply.name}


def test_the_command_refuses_in_one_sentence(
    take: Take, county: County, village: Laptop, tmp_path: Path
) -> None:
    good, reply = tmp_path / "a.gridapp-out", tmp_path / "a.gridapp-in"
    data = sealed(county, village, asking(village))
    good.write_bytes(data)
    bad = tmp_path / "bad.gridapp-out"
    unknown = sealed(county, village, asking(village), device=fresh_id())
    for content in (b"", data[:-9], b"\x00" * 99, unknown):
        bad.write_bytes(content)
        refused(take(bad, reply))
    refused(take(tmp_path / "missing", reply))
    refused(take(tmp_path, reply))
    os.mkfifo(tmp_path / "pipe.gridapp-out")
    refused(take(tmp_path / "pipe.gridapp-out", reply))
    assert not reply.exists()
    refused(take(good, tmp_path / "no folder" / "a.gridapp-in"))
    refused(take(good, tmp_path))


def refused(result: Result) -> None:
    """One sentence for the operator, in Chinese, and status 2."""
    assert result.exit_code == 2, result.output
    assert len(result.stderr.splitlines()) == 1
    assert "。" in result.stderr
    assert "Traceback" not in result.output


def test_the_command_says_what_the_answer_tells_a_copied_laptop(
    take: Take, county: County, village: Laptop, tmp_path: Path
) -> None:
    twin = Laptop(village.client, village.now, village.id, village.key, village.box_key)
    village.push(new_home(village))
    file, reply = tmp_path / "a.gridapp-out", tmp_path / "a.gridapp-in"
    file.write_bytes(sealed(county, twin, asking(twin, [new_home(twin)])))
    refused(take(file, reply))
    assert opened(county, twin, reply.read_bytes()).problem == Problem.DEVICE_FORKED
