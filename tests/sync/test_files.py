"""The bytes of attachments between real laptops and the real county, over a line that breaks."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import httpx2
import pytest
from sqlmodel import select
from uuid_utils.compat import uuid7

from gridapp.contract.attachments import AttachmentRecord
from gridapp.contract.people import Role
from gridapp.server.access import devices
from gridapp.server.county.county import County
from gridapp.server.database import settings
from gridapp.server.database.tables import blob, blob_piece
from gridapp.server.exchange import blobs as server_blobs
from gridapp.server.operations import erasure
from gridapp.store import journal, meta
from gridapp.store.files import blobs
from gridapp.store.files.blobs import BlobRow
from gridapp.sync.pace import Pace
from tests.server.conftest import Clock
from tests.server.grids import MICRO_1, MICRO_2
from tests.sync.laptops import JoinLaptop, Laptop, Line, breaking, dispute, household
from tests.sync.test_forgetting import CANARY, traces

PHOTO = Random(1).randbytes(10_000)
BYTES, LACKING = "/v1/blobs/bytes", "/v1/blobs/lacking"


def attach(laptop: Laptop, content: bytes, unit: UUID = MICRO_1) -> AttachmentRecord:
    """Keep a file with a new case."""
    case, id_ = dispute(unit), uuid7()
    with laptop.store.session() as session:
        sha256 = blobs.keep(session, id_, content)
    record = AttachmentRecord(
        id=id_,
        unit_id=unit,
        dispute_id=case.id,
        name="现场.jpg",
        media_type="image/jpeg",
        size=len(content),
        sha256=sha256,
        added_at=laptop.now(),
    )
    laptop.write(
        journal.create(uuid7(), "dispute", case), journal.create(uuid7(), "attachment", record)
    )
    return record


def content_of(laptop: Laptop, record: AttachmentRecord) -> bytes | None:
    with laptop.store.session() as session:
        return blobs.whole(session, record.sha256)


def row_of(laptop: Laptop, record: AttachmentRecord) -> BlobRow | None:
    with laptop.store.session() as session:
        return session.get(BlobRow, record.sha256)


def ask_for(laptop: Laptop, record: AttachmentRecord) -> None:
    with laptop.store.session() as session:
        blobs.want(session, record.id, record.sha256, record.size)


def small_pieces(laptop: Laptop, size: int = 4_000) -> None:
    with laptop.store.session() as session:
        meta.put(session, "pace", [Pace().changes, size, Pace().rows])


def at_county(county: County) -> dict[str, bytes]:
    with county.reading() as connection:
        found: dict[str, bytes] = {row.sha256: b"" for row in connection.execute(select(blob))}
        pieces = select(blob_piece).order_by(blob_piece.c.sha256, blob_piece.c.start)
        for row in connection.execute(pieces):
            found[row.sha256] += row.content
    return found


def sealed(laptop: Laptop) -> list[Path]:
    """The files beside the store."""
    return sorted(laptop.store.path.with_suffix(".files").glob("*"))


def paths(laptop: Laptop) -> list[str]:
    return [path for path, _ in laptop.line.sent]


class Cut(Line):
    """A line that dies after so many bytes of a file; what came through is at the county."""

    def __init__(self, whole: Line, cuts: list[int]) -> None:
        super().__init__(whole._server)
        self.cuts, self.carried = cuts, 0

    @contextmanager
    def stream(self, method: str, url: Any, **kept: Any) -> Iterator[httpx2.Response]:
        body = b"".join(kept.pop("content") or ())
        if str(url) == BYTES and method == "POST":
            through = self.cuts.pop(0) if self.cuts else None
            self.carried += len(body[:through])
            if through is not None:
                headers = {**kept["headers"], "Content-Length": str(len(body[:through]))}
                self._server.request(method, url, content=body[:through], headers=headers)
                raise httpx2.WriteError("the line broke")
        with super().stream(method, url, content=[body], **kept) as response:
            yield response


def test_a_line_that_breaks_at_any_byte_carries_no_byte_twice(
    village: Laptop,
    county: County,
) -> None:
    photo = attach(village, PHOTO)
    cuts = [0, 1, 4_095, 1, 0, 5_902, 0]
    village.line = line = Cut(village.line, list(cuts))
    for _ in cuts:
        result = village.sync()
        assert (result.problem, result.files_left) == (None, 1), "text is not concerned"
    assert village.sync().files_left == 0
    assert at_county(county) == {photo.sha256: PHOTO}
    assert line.carried == len(PHOTO)
    assert row_of(village, photo).settled  # type: ignore[union-attr]


def test_files_come_on_demand_or_all_and_go_on_where_the_line_broke(
    village: Laptop, joined: JoinLaptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo, scan = attach(village, PHOTO), attach(village, PHOTO[::-1])
    village.sync()
    reader = joined(MICRO_1, Role.LEADER)
    small_pieces(reader)
    reader.sync()
    assert BYTES not in paths(reader), "nobody asked"
    ask_for(reader, photo)
    with monkeypatch.context() as full:
        usage = shutil.disk_usage("/")
        full.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1 << 20))
        assert reader.sync().files_left == 0
    assert BYTES not in paths(reader), "there would be no room left to work"
    got: list[int] = []
    reader.line.broken = stopping(reader, photo, got)
    for _ in range(3):
        reader.sync()
    assert (content_of(reader, photo), content_of(reader, scan)) == (PHOTO, None)
    assert got == [0, 4_000, 4_000, 8_000], "the line broke after the first piece"
    assert [p for p in reader.progress if p.bytes_to_receive]
    with reader.store.session() as session:
        meta.put(session, blobs.DOWNLOADS, blobs.Downloads.ALL.value)
    assert "attachment" in reader.sync().kinds
    assert content_of(reader, scan) == PHOTO[::-1]
    reader.line.sent.clear()
    reader.sync()
    assert BYTES not in paths(reader), "what is here is not fetched again"


def stopping(reader: Laptop, photo: AttachmentRecord, got: list[int]) -> Callable[[str, str], None]:
    """Note how much was here before each piece; break the line under the second."""

    def broken(when: str, path: str) -> None:
        if path == BYTES and when == "after":
            got.append(row_of(reader, photo).held)  # type: ignore[union-attr]
            if len(got) == 2:
                raise httpx2.ReadError("the line broke")

    return broken


def test_text_written_meanwhile_goes_before_the_next_piece(
    village: Laptop,
) -> None:
    attach(village, PHOTO)
    village.sync()
    attach(village, PHOTO[::-1])
    homes = []

    def broken(when: str, path: str) -> None:
        if path == LACKING:
            small_pieces(village)
        if path == BYTES and when == "before" and not homes:
            homes.append(village.create("household", household(MICRO_1)))

    village.line.broken = broken
    village.line.sent.clear()
    assert village.sync().files_left == 0
    assert homes
    wanted = ["/v1/sync/push", LACKING, BYTES, "/v1/sync/push", BYTES]
    assert [path for path in paths(village) if path in wanted] == wanted


def test_a_county_without_room_for_photos_still_takes_text(
    village: Laptop,
    county: County,
    joined: JoinLaptop,
) -> None:
    first = attach(village, PHOTO)
    village.sync()
    with county.writing() as connection:
        settings.put(connection, settings.BLOB_QUOTA, "1")
    reader = joined(MICRO_1, Role.LEADER)
    reader.sync()
    ask_for(reader, first)
    late = attach(reader, PHOTO[::-1])
    result = reader.sync()
    assert (result.problem, result.files_left) == (None, 0)
    assert village.sync().problem is None
    assert village.row("attachment", late.id), "its record is there"
    with reader.store.session() as session:
        assert meta.get(session, blobs.PROBLEM) == "507.1 disk_full"
    assert content_of(reader, first) == PHOTO, "what comes down comes all the same"
    with county.writing() as connection:
        settings.put(connection, settings.BLOB_QUOTA, "100000")
    reader.sync()
    assert late.sha256 in at_county(county)
    with reader.store.session() as session:
        assert meta.get(session, blobs.PROBLEM) is None


def test_what_is_not_at_the_county_yet_comes_when_it_is(
    village: Laptop,
    joined: JoinLaptop,
) -> None:
    reader = joined(MICRO_1, Role.LEADER)
    photo = attach(village, PHOTO)
    village.line.broken = breaking("before", LACKING)
    village.sync()
    reader.sync()
    ask_for(reader, photo)
    assert reader.sync().files_left == 0
    assert content_of(reader, photo) is None
    village.sync()
    reader.sync()
    assert content_of(reader, photo) == PHOTO


def test_a_county_that_lost_files_is_offered_them_again(
    village: Laptop,
    county: County,
    clock: Clock,
) -> None:
    photo = attach(village, PHOTO)
    village.sync()
    with county.writing() as connection:
        connection.execute(blob_piece.delete())
        connection.execute(blob.delete())
    village.sync()
    assert at_county(county) == {}
    clock.move(days=7)
    village.sync()
    assert at_county(county) == {photo.sha256: PHOTO}


def test_when_a_case_leaves_its_bytes_leave_too_but_not_before_the_county_has_them(
    village: Laptop,
    leader: Laptop,
    county: County,
) -> None:
    seen = attach(village, b"%s seen" % CANARY.encode() + PHOTO)
    village.sync()
    leader.sync()
    ask_for(leader, seen)
    mine = attach(leader, b"%s mine" % CANARY.encode() + PHOTO)
    leader.line.broken = breaking("before", LACKING)
    leader.sync()
    leader.sync()
    assert content_of(leader, seen)
    assert len(sealed(leader)) == 2
    assert not any(CANARY.encode() in file.read_bytes() for file in sealed(leader))
    late = attach(leader, b"%s late" % CANARY.encode() + PHOTO)
    leader.line.broken = breaking("before", LACKING, times=2)
    leader.sync()
    village.sync()
    for record in (seen, mine, late):
        village.change("attachment", record.id, unit_id=MICRO_2)
    village.sync()
    leader.sync()
    assert leader.ids("attachment") == set()
    assert len(sealed(leader)) == 1, "the county still waits for the last of them"
    leader.sync()
    assert (traces(leader), sealed(leader)) == (0, [])
    assert at_county(county).keys() == {seen.sha256, mine.sha256, late.sha256}


def test_a_file_removed_here_that_lives_on_by_anothers_change_brings_its_bytes(
    village: Laptop, leader: Laptop, county: County
) -> None:
    mine = attach(leader, PHOTO)
    leader.line.broken = breaking("before", LACKING)
    leader.sync()
    village.sync()
    village.change("attachment", mine.id, unit_id=MICRO_2)
    village.sync()
    leader.remove("attachment", mine.id)
    leader.line.broken = breaking("before", LACKING)
    leader.sync()
    leader.sync()
    assert at_county(county) == {mine.sha256: PHOTO}
    leader.sync()
    assert (sealed(leader), village.ids("attachment")) == ([], {mine.id})


def test_a_file_removed_before_its_bytes_went_is_wiped_with_the_same_exchange(
    leader: Laptop, county: County
) -> None:
    mine = attach(leader, PHOTO)
    leader.line.broken = breaking("before", LACKING)
    leader.sync()
    leader.remove("attachment", mine.id)
    leader.sync()
    assert (sealed(leader), at_county(county)) == ([], {})


def test_a_revoked_laptop_still_hands_in_its_files(
    village: Laptop,
    county: County,
    clock: Clock,
) -> None:
    mine = attach(village, PHOTO)
    with village.store.session() as session:
        device = UUID(meta.get(session, "device")["id"])
    with county.writing() as connection:
        devices.revoke(connection, device, clock.now)
    assert village.sync().problem == "403.2 revoked"
    assert at_county(county) == {mine.sha256: PHOTO}


def test_what_is_erased_by_law_leaves_no_bytes_anywhere(
    village: Laptop,
    leader: Laptop,
    county: County,
    clock: Clock,
) -> None:
    seen = attach(village, PHOTO)
    village.sync()
    leader.sync()
    ask_for(leader, seen)
    leader.sync()
    never_sent = attach(village, PHOTO[::-1])
    village.line.broken = breaking("before", LACKING)
    village.sync()
    assert (len(sealed(village)), len(sealed(leader)), len(at_county(county))) == (2, 1, 1)
    with county.writing() as connection:
        keys = [("attachment", record.id) for record in (seen, never_sent)]
        erasure.order(connection, keys, clock.now)
        erasure.carry_out(connection, clock.now)
    for laptop in (village, leader):
        laptop.sync()
        assert (sealed(laptop), laptop.ids("attachment")) == ([], set())
    assert at_county(county) == {}


@pytest.mark.parametrize("seed", range(2))
def test_whatever_the_line_does_every_file_arrives_and_none_is_left_over(
    seed: int,
    village: Laptop,
    joined: JoinLaptop,
    county: County,
    clock: Clock,
) -> None:
    random, pool = Random(seed), [Random(n).randbytes(3_000 + 2_000 * n) for n in range(4)]
    reader = joined(MICRO_1, Role.LEADER)
    for laptop in (village, reader):
        small_pieces(laptop)
        laptop.line = Cut(laptop.line, [])
    for _ in range(16):
        laptop = random.choice((village, reader))
        mine = sorted(laptop.ids("attachment"))
        step = random.choice(("attach", "attach", "remove", "want", "sync", "sync", "expire"))
        if step == "attach":
            attach(laptop, random.choice(pool))
        elif step == "remove" and mine:
            laptop.remove("attachment", random.choice(mine))
        elif step == "want" and mine:
            ask_for(laptop, laptop.row("attachment", random.choice(mine)))
        elif step == "expire":
            with county.writing() as connection:
                server_blobs.expire(connection)
        laptop.line.cuts = [random.randrange(4_000) for _ in range(random.randrange(3))]  # type: ignore[attr-defined]
        when, where = random.choice(("before", "after")), random.choice((BYTES, LACKING, "/push"))
        laptop.line.broken = breaking(when, where)
        laptop.sync()
    for _ in range(3):
        for laptop in (village, reader):
            laptop.line.broken, laptop.line.cuts = breaking("never", ""), []  # type: ignore[attr-defined]
            with laptop.store.session() as session:
                meta.put(session, blobs.DOWNLOADS, blobs.Downloads.ALL.value)
            laptop.sync()
    with county.writing() as connection:
        server_blobs.expire(connection)
    living = {village.row("attachment", id_).sha256 for id_ in village.ids("attachment")}
    contents = {hashlib.sha256(content).hexdigest(): content for content in pool}
    assert at_county(county) == {sha256: contents[sha256] for sha256 in living}
    assert village.ids("attachment") == reader.ids("attachment")
    for laptop in (village, reader):
        for id_ in laptop.ids("attachment"):
            row = laptop.row("attachment", id_)
            assert content_of(laptop, row) == contents[row.sha256]
        assert len(sealed(laptop)) == len(living)
