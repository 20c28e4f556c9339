"""The bytes of attachments at the county: who may bring and read them, in pieces, and no others."""

import hashlib
import shutil
from random import Random
from typing import Any, NamedTuple
from uuid import UUID

import pytest
from httpx2 import Response
from sqlalchemy import func, select, update

from gridapp.contract.blobs import LackingReply
from gridapp.contract.people import Role
from gridapp.contract.sync import Op
from gridapp.server.access import devices
from gridapp.server.county.county import County
from gridapp.server.database import settings
from gridapp.server.database.tables import blob, blob_piece, record
from gridapp.server.operations import backup, erasure, expiry
from tests.server.conftest import Clock, Enrol, Run
from tests.server.grids import MICRO_1, MICRO_2, OTHER_VILLAGE, VILLAGE
from tests.server.laptops import Laptop, dispute, fresh_id

PHOTO = Random(1).randbytes(10_000)


class Case(NamedTuple):
    village: Laptop
    photo: UUID


def attachment(content: bytes, case: UUID, **fields: Any) -> dict[str, Any]:
    """Fields of an attachment."""
    return {
        "dispute_id": str(case),
        "name": "现场.jpg",
        "media_type": "image/jpeg",
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "added_at": "2026-11-16T08:00:00+00:00",
        **fields,
    }


def attach(laptop: Laptop, content: bytes, unit: UUID = MICRO_1, **fields: Any) -> UUID:
    case, photo = fresh_id(), fresh_id()
    reply = laptop.push(
        laptop.change(Op.CREATE, "dispute", case, unit, **dispute()),
        laptop.change(Op.CREATE, "attachment", photo, unit, **attachment(content, case, **fields)),
    )
    assert [result.outcome for result in reply.results] == ["applied", "applied"]
    return photo


def headers(laptop: Laptop, photo: object, offset: object) -> dict[str, str]:
    return {
        "authorization": f"Bearer {laptop.token}",
        "x-attachment": str(photo),
        "x-offset": str(offset),
    }


def send(laptop: Laptop, photo: object, offset: object, content: bytes) -> Response:
    said = headers(laptop, photo, offset)
    return laptop.client.post("/v1/blobs/bytes", content=content, headers=said)


def fetch(laptop: Laptop, photo: UUID, offset: int = 0, limit: int = 1 << 20) -> Response:
    said = headers(laptop, photo, offset) | {"x-limit": str(limit)}
    return laptop.client.get("/v1/blobs/bytes", headers=said)


def lacking(laptop: Laptop, *photos: UUID) -> LackingReply:
    body = b'{"attachments": [%s]}' % b",".join(b'"%s"' % str(p).encode() for p in photos)
    response = laptop.post("/v1/blobs/lacking", body, {"content-type": "application/json"})
    return LackingReply.model_validate_json(response.content)


def code(response: Response) -> str:
    return str(response.json()["code"])


@pytest.fixture
def case(grid: Laptop, enrolled: Enrol) -> Case:
    village = enrolled(VILLAGE, Role.VILLAGE)
    return Case(village, attach(village, PHOTO))


def test_bytes_go_up_and_down_in_pieces_that_go_on_where_they_broke(
    county: County, case: Case, enrolled: Enrol
) -> None:
    village, photo = case
    assert lacking(village, photo).lacking == {photo: 0}
    assert send(village, photo, 0, PHOTO[:3_000]).json() == {"received": 3_000}
    again = send(village, photo, 0, PHOTO[:3_000])
    assert (code(again), again.json()["expected"]) == ("409.8 offset", 3_000)
    assert lacking(village, photo).lacking == {photo: 3_000}
    assert send(village, photo, 3_000, b"").json() == {"received": 3_000}
    assert code(fetch(village, photo)) == "409.6 record_missing", "not before it is whole"
    assert send(village, photo, 3_000, PHOTO[3_000:]).json() == {"received": len(PHOTO)}
    leader = enrolled(MICRO_1, Role.LEADER)
    assert fetch(leader, photo).content == PHOTO
    assert fetch(leader, photo, 2_999, 2).content == PHOTO[2_999:3_001], "across two pieces"
    assert fetch(leader, photo, len(PHOTO)).content == b""
    assert lacking(leader, photo, gone := fresh_id()) == LackingReply(lacking={}, unknown=[gone])
    assert attach(village, PHOTO) != photo
    with county.reading() as connection:
        assert connection.execute(select(func.count()).select_from(blob)).scalar() == 1


def test_bytes_that_are_not_what_their_record_says_do_not_stay(county: County, case: Case) -> None:
    village, photo = case
    assert code(send(village, photo, 0, PHOTO + b"1")) == "413.1 too_large"
    forged = PHOTO[:-1] + b"\0"
    assert send(village, photo, 0, forged).json() == {"received": 0}
    shorter = attach(village, PHOTO, size=9_000)
    assert send(village, shorter, 0, PHOTO[:8_000]).json() == {"received": 8_000}
    assert lacking(village, photo).lacking == {photo: 0}
    assert send(village, photo, 0, PHOTO).json() == {"received": len(PHOTO)}
    assert fetch(village, photo).content == PHOTO
    huge = attach(village, b"x", size=11 << 20)
    assert code(send(village, huge, 0, b"x")) == "413.1 too_large"
    for offset in ("-1", "", "1e3", "9" * 13):
        assert code(send(village, photo, offset, b"")) == "400.1 malformed"
    assert code(send(village, "../county.db", 0, b"")) == "400.1 malformed"


def test_only_who_may_see_the_record_reads_and_only_its_writer_brings_what_has_left(
    county: County, case: Case, enrolled: Enrol, clock: Clock
) -> None:
    village, photo = case
    leader, other = enrolled(MICRO_2, Role.LEADER), enrolled(OTHER_VILLAGE, Role.VILLAGE)
    for stranger in (leader, other):
        assert lacking(stranger, photo).unknown == [photo]
        assert code(send(stranger, photo, 0, PHOTO)) == "409.6 record_missing"
    with county.writing() as connection:
        devices.revoke(connection, village.id, clock.now)
    assert send(village, photo, 0, PHOTO).json() == {"received": len(PHOTO)}
    for blind in (village, leader, other):
        missing = fetch(blind, fresh_id())
        assert (fetch(blind, photo).status_code, code(fetch(blind, photo))) == (
            missing.status_code,
            code(missing),
        )
    with county.writing() as connection:  # a record of a newer program, or a damaged one
        connection.execute(update(record).values(fields='{"sha256": 7}'))
    assert code(send(village, photo, 0, PHOTO)) == "409.6 record_missing"
    thief = Laptop(village.client, clock.now)
    assert code(fetch(thief, photo)) == "401.1 token"
    assert code(send(thief, photo, 0, PHOTO)) == "401.1 token"


def test_photos_leave_room_for_text(
    county: County, case: Case, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    village, photo = case
    with county.writing() as connection:
        settings.put(connection, settings.BLOB_QUOTA, str(len(PHOTO) - 1))
    assert code(send(village, photo, 0, PHOTO)) == "507.1 disk_full"
    with county.writing() as connection:
        settings.put(connection, settings.BLOB_QUOTA, str(len(PHOTO)))
    with monkeypatch.context() as full:
        usage = shutil.disk_usage("/")
        full.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1 << 20))
        assert code(send(village, photo, 0, PHOTO)) == "507.1 disk_full"
        assert attach(village, b"text goes in")
    assert send(village, photo, 0, PHOTO).status_code == 200
    assert "✗ 照片和文件 1 个" in run("files").stdout
    assert run("files", "--most", 2).stdout == "✓ 照片和文件 1 个，0.0 GB，最多 2 GB\n"


def test_what_no_record_names_is_removed_and_a_backup_holds_the_rest(
    county: County, case: Case, clock: Clock, tmp_path: Any
) -> None:
    village, photo = case
    begun, erased, kept = (attach(village, bytes([n]) * 5_000) for n in (1, 2, 3))
    send(village, photo, 0, PHOTO)
    send(village, begun, 0, b"\1" * 100)
    send(village, erased, 0, b"\2" * 5_000)
    send(village, kept, 0, b"\3" * 5_000)
    village.push(village.change(Op.DELETE, "attachment", photo, MICRO_1, base=1))
    with county.writing() as connection:
        erasure.order(connection, [("attachment", erased)], clock.now)
        erasure.carry_out(connection, clock.now)
        gone = select(blob.c.sha256).where(
            blob.c.sha256 == hashlib.sha256(b"\2" * 5_000).hexdigest()
        )
        assert connection.execute(gone).first() is None, "what is erased by law goes at once"
        attached = hashlib.sha256(PHOTO).hexdigest()
        assert connection.execute(select(blob).where(blob.c.sha256 == attached)).first() is None
    clock.move(days=8)
    with county.writing() as connection:
        assert expiry.run(connection, clock.now, county.folder).blobs == 1, "never whole"
    backup.make(county, tmp_path / "b.db", bytes(32), keep=1)
    assert backup.prove(tmp_path / "b.db", bytes(32))["blob_piece"].rows == 1
    with county.reading() as connection:
        (left,) = connection.execute(select(blob.c.sha256)).scalars()
        pieces = connection.execute(select(func.count()).select_from(blob_piece)).scalar()
    assert (left, pieces) == (hashlib.sha256(b"\3" * 5_000).hexdigest(), 1)
