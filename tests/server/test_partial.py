"""A body in pieces: nothing that arrived is sent again, whatever breaks, whoever answers."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from gridapp.contract import wire
from gridapp.contract.people import Role
from gridapp.contract.sync import MAX_BODY_BYTES, Op, PushRequest
from gridapp.server.app import create_app
from gridapp.server.county.county import County
from gridapp.server.county.opening import open_county
from gridapp.server.exchange.partial import LOOK_EVERY, Partials
from tests.server.conftest import Clock, Enrol
from tests.server.grids import MICRO_1, VILLAGE
from tests.server.laptops import Laptop, fresh_id, household

FIRST = 100


@pytest.fixture
def batch(village: Laptop) -> PushRequest:
    homes = [
        village.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household(number=str(n)))
        for n in range(20)
    ]
    return village.request(*homes)


@pytest.fixture
def body(batch: PushRequest) -> bytes:
    body = wire.pack_push(batch)
    assert len(body) > 2 * FIRST
    return body


def send(laptop: Laptop, batch: UUID, body: bytes, start: int, end: int | None = None) -> Response:
    """One request with these bytes of the body, signed as a whole."""
    headers = laptop.proof("/v1/sync/push", body)
    headers |= {"x-batch": batch.hex, "x-offset": str(start), "x-length": str(len(body))}
    return laptop.client.post("/v1/sync/push", content=body[start:end], headers=headers)


def received(laptop: Laptop, batch: UUID) -> int:
    headers = {"authorization": f"Bearer {laptop.token}"}
    answer = laptop.client.get(f"/v1/sync/push/{batch.hex}", headers=headers)
    assert answer.status_code == 200
    return int(answer.json()["received"])


def outcomes(batch: PushRequest, response: Response) -> set[str]:
    assert response.status_code == 200, response.text
    ids = [change.change_id for change in batch.changes]
    return {result.outcome for result in wire.unpack_push_reply(response.content, ids).results}


def test_a_body_goes_on_where_it_broke_off(
    village: Laptop, batch: PushRequest, body: bytes
) -> None:
    assert received(village, batch.batch_id) == 0
    assert send(village, batch.batch_id, body, 0, FIRST).status_code == 202
    assert received(village, batch.batch_id) == FIRST
    assert outcomes(batch, send(village, batch.batch_id, body, FIRST)) == {"applied"}


def test_another_process_takes_the_rest(
    village: Laptop,
    batch: PushRequest,
    body: bytes,
    clock: Clock,
    tmp_path: Path,
    database_url: str | None,
) -> None:
    send(village, batch.batch_id, body, 0, FIRST)
    other = open_county(clock, tmp_path / "county", database_url=database_url)
    with TestClient(create_app(other)) as client:
        village.client = client
        assert outcomes(batch, send(village, batch.batch_id, body, FIRST)) == {"applied"}
    other.close()


def test_a_lost_reply_is_asked_for_without_the_body(
    village: Laptop, batch: PushRequest, body: bytes
) -> None:
    send(village, batch.batch_id, body, 0)
    assert received(village, batch.batch_id) == len(body)
    again = send(village, batch.batch_id, body, len(body))
    assert outcomes(batch, again) == {"applied"}
    assert (
        wire.unpack_push_reply(again.content, [change.change_id for change in batch.changes]).status
        == "replayed"
    )


def test_another_batch_of_the_device_takes_the_place_of_the_former(
    village: Laptop, batch: PushRequest, body: bytes, county: County
) -> None:
    send(village, batch.batch_id, body, 0)
    later = village.request(village.change(Op.DELETE, "household", fresh_id(), MICRO_1))
    send(village, later.batch_id, wire.pack_push(later), 0, 5)
    assert received(village, batch.batch_id) == 0
    assert received(village, later.batch_id) == 5


def test_a_piece_from_the_wrong_place_is_refused_with_the_right_one(
    village: Laptop, batch: PushRequest, body: bytes
) -> None:
    send(village, batch.batch_id, body, 0, FIRST)
    for start in (0, FIRST - 1, FIRST + 1):
        answer = send(village, batch.batch_id, body, start)
        assert (answer.status_code, answer.json()["code"]) == (409, "409.8 offset")
        assert answer.json()["expected"] == FIRST
    assert received(village, batch.batch_id) == FIRST


def test_a_piece_without_a_good_token_is_not_kept(
    village: Laptop, batch: PushRequest, body: bytes, county: County
) -> None:
    token, village.token = village.token, "x"
    assert send(village, batch.batch_id, body, 0, FIRST).status_code == 401
    village.token = token
    assert received(village, batch.batch_id) == 0


def test_one_device_does_not_see_the_body_of_another(
    village: Laptop, batch: PushRequest, body: bytes, enrolled: Enrol
) -> None:
    send(village, batch.batch_id, body, 0, FIRST)
    assert received(enrolled(VILLAGE, Role.VILLAGE), batch.batch_id) == 0


def test_a_body_that_was_put_together_of_two_is_refused_and_begins_anew(
    village: Laptop, batch: PushRequest, body: bytes
) -> None:
    send(village, batch.batch_id, bytes(FIRST) + body[FIRST:], 0, FIRST)
    assert send(village, batch.batch_id, body, FIRST).status_code in {400, 401}
    assert received(village, batch.batch_id) == 0
    assert outcomes(batch, send(village, batch.batch_id, body, 0)) == {"applied"}


def test_more_than_was_said_or_may_be_is_too_large(
    village: Laptop, batch: PushRequest, body: bytes
) -> None:
    headers = village.proof("/v1/sync/push", body)
    headers |= {"x-batch": batch.batch_id.hex, "x-offset": "0", "x-length": str(len(body) - 1)}
    answer = village.client.post("/v1/sync/push", content=body, headers=headers)
    assert answer.status_code == 413
    headers["x-length"] = str(MAX_BODY_BYTES + 1)
    assert village.client.post("/v1/sync/push", content=b"", headers=headers).status_code == 413


@pytest.mark.parametrize("name", ["x-batch", "x-offset", "x-length"])
def test_headers_that_say_nothing_are_malformed(
    village: Laptop, batch: PushRequest, body: bytes, name: str
) -> None:
    headers = village.proof("/v1/sync/push", body)
    headers |= {"x-batch": batch.batch_id.hex, "x-offset": "0", "x-length": str(len(body))}
    headers[name] = "-1"
    answer = village.client.post("/v1/sync/push", content=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (400, "400.1 malformed")


def test_what_arrived_before_the_line_broke_is_kept(
    village: Laptop, batch: PushRequest, body: bytes, county: County
) -> None:
    messages: Iterator[dict[str, object]] = iter(
        [
            {"type": "http.request", "body": body[:FIRST], "more_body": True},
            {"type": "http.disconnect"},
        ]
    )
    headers = village.proof("/v1/sync/push", body)
    headers |= {"x-batch": batch.batch_id.hex, "x-offset": "0", "x-length": str(len(body))}
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/v1/sync/push",
        "query_string": b"",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
    }

    async def receive() -> dict[str, object]:
        return next(messages)

    async def send_nowhere(_: object) -> None:
        """The laptop is gone."""

    asyncio.run(create_app(county)(scope, receive, send_nowhere))  # type: ignore[arg-type]
    assert received(village, batch.batch_id) == FIRST


def test_no_name_is_on_the_disk_in_clear(
    village: Laptop, batch: PushRequest, body: bytes, tmp_path: Path
) -> None:
    send(village, batch.batch_id, body, 0, FIRST)
    files = list((tmp_path / "county" / "partial").iterdir())
    assert len(files) == 1
    assert body[20:FIRST] not in files[0].read_bytes()


def test_all_bodies_together_are_bounded_and_the_oldest_goes_first(tmp_path: Path) -> None:
    partials = Partials(tmp_path, bytes(32), most=10_000)
    devices = [fresh_id() for _ in range(LOOK_EVERY)]
    for age, device in enumerate(devices):
        assert partials.received(device, device) == 0
        partials.append(device, device, 0, bytes(1000))
        os.utime(tmp_path / device.hex, (age, age))
    left = [len(partials.body(device, device)) for device in devices]
    assert left == [0] * 6 + [1000] * 10, "looked at before the last one began"


def test_a_file_cut_by_a_crash_or_of_another_key_counts_for_nothing(tmp_path: Path) -> None:
    device, batch = fresh_id(), fresh_id()
    partials = Partials(tmp_path, bytes(32))
    partials.append(device, batch, 0, b"first")
    path = tmp_path / device.hex
    path.write_bytes(path.read_bytes()[:-1])
    assert partials.received(device, batch) == 0
    assert not path.exists()
    partials.append(device, batch, 0, b"first")
    assert Partials(tmp_path, bytes([1] * 32)).received(device, batch) == 0


def test_a_piece_that_two_connections_brought_is_taken_once(tmp_path: Path) -> None:
    device, batch, older = fresh_id(), fresh_id(), fresh_id()
    partials = Partials(tmp_path, bytes(32))
    for of, offset, piece in [
        (batch, 0, b"ab"),
        (batch, 2, b"cd"),
        (older, 4, b"xx"),
        (batch, 2, b"c"),
        (batch, 4, b"e"),
    ]:
        partials.append(device, of, offset, piece)
    assert partials.body(device, batch) == b"abcde"
