"""``/openapi.json`` says what the JSON routes really do: schemathesis tries to prove it wrong."""

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import from_schema
from schemathesis.engine.events import FatalError, NonFatalError, ScenarioFinished
from starlette.testclient import TestClient

from gridapp.contract.problems import Problem
from gridapp.server.app import create_app
from gridapp.server.county.opening import open_county

SECONDS = count()


def passing() -> datetime:
    """A clock that goes on by itself: nobody tries codes faster than is allowed."""
    return datetime(2026, 11, 16, 8, 0, tzinfo=UTC) + timedelta(seconds=2 * next(SECONDS))


CONFIG = """
seed = 1
[generation]
deterministic = true
max-examples = 60
database = "none"
[phases.stateful]
enabled = false
[checks.negative_data_rejection]
expected-statuses = [400, 401, 403, 404, 405, 426]
"""


def test_schemathesis_finds_nothing(tmp_path: Path) -> None:
    county = open_county(passing, tmp_path)
    schema = schemathesis.openapi.from_asgi(
        "/openapi.json", create_app(county), config=SchemathesisConfig.from_str(CONFIG)
    )
    tried, found = set(), []
    for event in from_schema(schema).execute():
        if isinstance(event, (FatalError, NonFatalError)):
            found.append(str(event.info if isinstance(event, NonFatalError) else event.exception))
        if isinstance(event, ScenarioFinished):
            tried.add(event.label)
            for checks in event.recorder.checks.values():
                found += [
                    f"{event.label}: {check.failure_info.failure}"
                    for check in checks
                    if check.failure_info is not None
                ]
    assert found == []
    assert len(tried) == 8, tried


def test_every_json_route_is_described_with_its_problem_codes(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert set(paths) == {
        "/v1/devices/enrol",
        "/v1/devices/renew",
        "/v1/devices/token",
        "/v1/sync/push/{batch}",
        "/v1/blobs/lacking",
        "/v1/health",
        "/v1/live",
        "/metrics",
    }
    for operations in paths.values():
        for operation in operations.values():
            refused = {s: r for s, r in operation["responses"].items() if not s.startswith("2")}
            for status, reply in refused.items():
                codes = reply["description"].split(", ")
                assert codes == [str(Problem(code)) for code in codes]
                assert {code[:3] for code in codes} == {status}
