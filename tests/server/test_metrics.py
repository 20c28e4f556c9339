"""Metrics: what is counted, who may read it, and that it names nobody."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from gridapp.contract.people import Role
from gridapp.server.app import SECRET, create_app
from gridapp.server.county.county import County
from tests.server.conftest import Clock, Enrol
from tests.server.grids import VILLAGE
from tests.server.laptops import Laptop


def metrics(
    county: County, host: str = "127.0.0.1", headers: dict[str, str] | None = None
) -> tuple[int, str]:
    client = TestClient(create_app(county), client=(host, 50000))
    client.get("/v1/health")
    answer = client.get("/metrics", headers=headers)
    return answer.status_code, answer.text


def test_requests_are_counted_by_route_and_status(county: County) -> None:
    status, text = metrics(county)
    assert status == 200
    assert 'county_requests_total{route="/v1/health",status="200"} 1.0' in text
    assert 'county_request_seconds_count{route="/v1/health"} 1.0' in text


def test_a_foreign_path_makes_no_name_of_its_own(county: County) -> None:
    client = TestClient(create_app(county), client=("127.0.0.1", 50000))
    client.get("/何某/13812345678")
    text = client.get("/metrics").text
    assert 'route="unknown",status="404"' in text
    assert "13812345678" not in text


def test_no_device_is_named(county: County, enrolled: Enrol, clock: Clock) -> None:
    client = TestClient(create_app(county), client=("127.0.0.1", 50000))
    laptop = enrolled(VILLAGE, Role.VILLAGE, Laptop(client, clock.now))
    laptop.pull()
    text = client.get("/metrics").text
    assert 'route="/v1/sync/pull"' in text
    assert str(laptop.id) not in text
    assert laptop.id.hex not in text


@pytest.mark.parametrize(
    ("host", "headers"),
    [
        ("10.0.0.7", {}),
        ("127.0.0.1", {"x-forwarded-for": "10.0.0.7"}),
        ("10.0.0.7", {"authorization": "Bearer wrong"}),
    ],
    ids=["from elsewhere", "through a proxy", "with a wrong secret"],
)
def test_others_may_not_read_them(county: County, host: str, headers: dict[str, str]) -> None:
    status, text = metrics(county, host, headers)
    assert (status, "county_requests" in text) == (401, False)


def test_who_knows_the_secret_may_read_them_from_anywhere(county: County, tmp_path: Path) -> None:
    (tmp_path / "county" / SECRET).write_text("open sesame\n", encoding="utf-8")
    headers = {"authorization": "Bearer open sesame"}
    assert metrics(county, "10.0.0.7", headers)[0] == 200


def test_the_process_answers_even_without_its_database(county: County) -> None:
    client = TestClient(create_app(county))
    assert client.get("/v1/live").status_code == 204
