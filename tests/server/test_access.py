"""Enrolment, tokens, signatures, limits: who may speak, how much, and what is answered."""

import json
from pathlib import Path

import pytest
import zstandard
from msgspec import structs
from starlette.testclient import TestClient

from gridapp.contract import wire
from gridapp.contract.grids import division_id
from gridapp.contract.people import Role
from gridapp.contract.sync import MAX_BODY_BYTES, MOST_CHANGES, Op, PullRequest
from gridapp.server.access.signatures import SIGNATURE_HEADER, TIME_HEADER, signed_text
from gridapp.server.county import enrol
from gridapp.server.county.county import County
from tests.server.conftest import Clock, Enrol
from tests.server.grids import MICRO_1, MICRO_1_CODE, VILLAGE
from tests.server.laptops import Laptop, fresh_id, household


def code_for(county: County, clock: Clock) -> str:
    with county.writing() as connection:
        return enrol.make_code(connection, VILLAGE, Role.VILLAGE, clock.now)


def problem(response: object) -> tuple[int, str]:
    return response.status_code, response.json()["code"]  # type: ignore[attr-defined]


def test_a_code_has_at_least_64_random_bits_and_may_be_typed_carelessly(
    county: County, client: TestClient, clock: Clock
) -> None:
    code = code_for(county, clock)
    letters = code.replace("-", "")
    assert len(letters) * 5 >= 64
    assert Laptop(client, clock.now).enrol(f" {letters.lower()} ").status_code == 200


def test_a_code_is_good_for_one_device(county: County, client: TestClient, clock: Clock) -> None:
    code = code_for(county, clock)
    first = Laptop(client, clock.now)
    assert first.enrol(code).json()["device_number"] == 1
    assert first.enrol(code).json()["device_number"] == 1, "its reply was lost: it asks again"
    assert problem(Laptop(client, clock.now).enrol(code)) == (403, "403.1 enrolment_code")


def test_a_code_ends_after_24_hours(county: County, client: TestClient, clock: Clock) -> None:
    code = code_for(county, clock)
    clock.move(hours=24)
    assert problem(Laptop(client, clock.now).enrol(code)) == (403, "403.1 enrolment_code")


def test_codes_cannot_be_tried_without_end(client: TestClient, clock: Clock) -> None:
    laptop = Laptop(client, clock.now)
    answers = [laptop.enrol("AAAA-AAAA-AAAA-AAAA").status_code for _ in range(61)]
    assert answers == [403] * 60 + [503]
    clock.move(minutes=1)
    assert laptop.enrol("AAAA-AAAA-AAAA-AAAA").status_code == 403


def test_a_known_device_cannot_be_taken_over_with_another_key(
    county: County, client: TestClient, clock: Clock
) -> None:
    first = Laptop(client, clock.now)
    first.enrol(code_for(county, clock))
    thief = Laptop(client, clock.now, id=first.id)
    assert problem(thief.enrol(code_for(county, clock))) == (403, "403.1 enrolment_code")


def test_a_micro_grid_is_found_by_its_code_once_it_has_been_pushed(
    county: County, grid: Laptop
) -> None:
    with county.writing() as connection:
        assert enrol.unit_for(connection, MICRO_1_CODE) == MICRO_1
        assert enrol.unit_for(connection, "450326100201999") is None
        assert enrol.unit_for(connection, "450326") == division_id("450326")


def test_a_token_ends_after_15_minutes_and_the_key_of_the_device_gets_a_new_one(
    enrolled: Enrol, clock: Clock
) -> None:
    laptop = enrolled(VILLAGE, Role.VILLAGE)
    clock.move(minutes=15)
    request = laptop.request()
    assert problem(laptop.post("/v1/sync/pull", _pull(laptop), {})) == (401, "401.1 token")
    laptop.now = clock.now
    body = json.dumps({"device": str(laptop.id)}).encode()
    laptop.token = laptop.post("/v1/devices/token", body, {}).json()["token"]
    assert laptop.post("/v1/sync/pull", _pull(laptop), {}).status_code == 200
    assert request.changes == []


def _pull(laptop: Laptop) -> bytes:
    return wire.pack_pull(PullRequest(device=laptop.id, schema_version=1, ack=(0, ""), cursors={}))


def test_a_laptop_with_a_wrong_clock_is_told_the_time_to_sign_with(
    enrolled: Enrol, clock: Clock
) -> None:
    laptop = enrolled(VILLAGE, Role.VILLAGE)
    laptop.now = laptop.now.replace(year=2020)
    body = json.dumps({"device": str(laptop.id)}).encode()
    answer = laptop.post("/v1/devices/token", body, {})
    assert problem(answer) == (401, "401.2 signature")
    assert answer.json()["expected"] == int(clock.now.timestamp())


def test_a_token_speaks_for_its_own_device_only(enrolled: Enrol) -> None:
    first, second = enrolled(VILLAGE, Role.VILLAGE), enrolled(VILLAGE, Role.VILLAGE)
    answer = first.post("/v1/sync/pull", _pull(second), {})
    assert problem(answer) == (401, "401.1 token")


@pytest.mark.parametrize("token", ["", "Bearer x", "Bearer a.b.c", "Basic eA=="])
def test_a_false_token_is_refused(enrolled: Enrol, token: str) -> None:
    laptop = enrolled(VILLAGE, Role.VILLAGE)
    answer = laptop.post("/v1/sync/pull", _pull(laptop), {"authorization": token})
    assert problem(answer) == (401, "401.1 token")


def test_a_push_that_was_altered_on_its_way_is_refused(grid: Laptop, enrolled: Enrol) -> None:
    laptop = enrolled(VILLAGE, Role.VILLAGE)
    change = laptop.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household())
    request = laptop.request(change)
    time = str(int(laptop.now.timestamp()))
    other = laptop.key.sign(signed_text("POST", "/v1/sync/push", b"other", time)).signature
    answer = laptop.send(request, **{SIGNATURE_HEADER: other.hex(), TIME_HEADER: time})
    assert problem(answer) == (401, "401.2 signature")
    assert problem(laptop.send(request, **{SIGNATURE_HEADER: "zz"})) == (401, "401.2 signature")


def test_a_laptop_that_is_too_old_is_told_so(enrolled: Enrol) -> None:
    laptop = enrolled(VILLAGE, Role.VILLAGE)
    request = structs.replace(laptop.request(), schema_version=0)
    answer = laptop.send(request)
    assert problem(answer) == (426, "426.1 too_old")
    assert answer.json()["expected"] == 1


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"device": 5}', b"\xff\xfe"])
def test_what_is_not_a_message_is_malformed(enrolled: Enrol, body: bytes) -> None:
    laptop = enrolled(VILLAGE, Role.VILLAGE)
    assert problem(laptop.post("/v1/sync/push", body, {})) == (400, "400.1 malformed")


def test_a_body_that_unpacks_to_more_than_allowed_is_too_large(enrolled: Enrol) -> None:
    laptop = enrolled(VILLAGE, Role.VILLAGE)
    packer = zstandard.ZstdCompressor()
    bomb = packer.compress(b" " * (MAX_BODY_BYTES + 1))
    assert problem(laptop.post("/v1/sync/push", bomb, {})) == (413, "413.1 too_large")
    half = packer.compress(b" " * 1000)[:-4]
    assert problem(laptop.post("/v1/sync/push", half, {})) == (400, "400.1 malformed")
    plain = b" " * (MAX_BODY_BYTES + 1)
    assert problem(laptop.post("/v1/sync/push", plain, {})) == (413, "413.1 too_large")


def test_more_changes_than_a_batch_may_have_are_too_many(grid: Laptop) -> None:
    ids = [fresh_id()] * (MOST_CHANGES + 1)
    changes = [grid.change(Op.DELETE, "x", id_, VILLAGE) for id_ in ids]
    assert problem(grid.send(grid.request(*changes))) == (413, "413.1 too_large")


def test_the_county_answers_that_it_is_well(client: TestClient) -> None:
    answer = client.get("/v1/health").json()
    assert (answer["schema_version"], answer["min_schema"]) == (1, 1)


def test_a_county_without_units_has_no_name_and_later_has_one(
    enrolled: Enrol, county: County, client: TestClient, clock: Clock, grid: Laptop
) -> None:
    assert (
        Laptop(client, clock.now).enrol(code_for(county, clock)).json()["county_name"] == "永福县"
    )


def test_the_log_holds_no_names_and_no_codes(
    county: County, client: TestClient, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    code = code_for(county, clock)
    laptop = Laptop(client, clock.now)
    laptop.enrol(code)
    laptop.post("/v1/sync/push", "何某".encode(), {})
    written = "".join(capsys.readouterr())
    assert "/v1/sync/push" in written
    for secret in ("何某", code, laptop.token):
        assert secret not in written


def test_no_file_of_the_county_shows_a_name_in_clear(
    county: County, grid: Laptop, tmp_path: Path, database_url: str | None
) -> None:
    if database_url is not None:
        return  # PostgreSQL's files are the operator's to encrypt
    files = [path for path in (tmp_path / "county").iterdir() if path.is_file()]
    assert any(path.name == "county.db" for path in files)
    for path in files:
        assert "永福".encode() not in path.read_bytes()
    assert (tmp_path / "county" / "county.key").stat().st_mode & 0o077 == 0
