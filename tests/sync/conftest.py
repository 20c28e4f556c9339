"""A county in-process, and laptops that have joined it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from starlette.testclient import TestClient
from uuid_utils.compat import uuid7

from gridapp.contract.people import Role
from gridapp.server.app import create_app
from gridapp.server.county import enrol
from gridapp.server.county.county import County
from gridapp.server.county.opening import open_county
from gridapp.store import journal, opening
from tests.server.conftest import Clock
from tests.server.grids import COUNTY, MICRO_1, UNITS, VILLAGE
from tests.stores import KEY
from tests.sync import laptops
from tests.sync.laptops import JoinLaptop, Laptop
from tests.sync.sticks import Stick


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def county(tmp_path: Path, clock: Clock) -> Iterator[County]:
    opened = open_county(clock, tmp_path / "county")
    yield opened
    opened.close()


@pytest.fixture
def server(county: County) -> Iterator[TestClient]:
    with TestClient(create_app(county)) as client:
        yield client


@pytest.fixture
def joined(
    tmp_path: Path, county: County, server: TestClient, clock: Clock
) -> Iterator[JoinLaptop]:
    """``joined(unit, role)``: a laptop with an empty store that has enrolled."""
    made: list[Laptop] = []

    def join(unit: UUID, role: Role, store: Path | None = None) -> Laptop:
        laptop = laptops.opened(store or tmp_path / f"{len(made)}.db", server, clock)
        made.append(laptop)
        with county.writing() as connection:
            code = enrol.make_code(connection, unit, role, clock.now)
        laptop.join(code)
        return laptop

    yield join
    for laptop in made:
        laptop.store.close()


@pytest.fixture
def grid(joined: JoinLaptop) -> Laptop:
    """The county's own laptop, which has set up the small county of ``grids`` and sent it."""
    laptop = joined(COUNTY, Role.COUNTY)
    laptop.write(
        *(
            journal.create(uuid7(), "unit", laptops.unit(id_, level, parent, name, code))
            for id_, (level, parent, name, code) in UNITS.items()
        )
    )
    assert laptop.sync().problem is None
    return laptop


@pytest.fixture
def village(grid: Laptop, joined: JoinLaptop) -> Laptop:
    """A village's laptop that has exchanged over the network once."""
    laptop = joined(VILLAGE, Role.VILLAGE)
    assert laptop.sync().problem is None
    return laptop


@pytest.fixture
def second(grid: Laptop, joined: JoinLaptop) -> Laptop:
    """Another laptop of the same village, likewise."""
    laptop = joined(VILLAGE, Role.VILLAGE)
    assert laptop.sync().problem is None
    return laptop


@pytest.fixture
def leader(
    tmp_path: Path, village: Laptop, joined: JoinLaptop, monkeypatch: pytest.MonkeyPatch
) -> Laptop:
    """A leader whose store lies in the open."""

    class Plain(opening.sqlcipher.Connection):  # type: ignore[misc]
        def execute(self, statement: str, *values: Any) -> Any:
            keyed = statement.startswith("PRAGMA key")
            return super().execute("SELECT 1" if keyed else statement, *values)

    connect = opening.sqlcipher.connect
    with monkeypatch.context() as plain:
        plain.setattr(
            opening.sqlcipher, "connect", lambda *a, **kept: connect(*a, factory=Plain, **kept)
        )
        opening.open_store(tmp_path / "plain.db", KEY).close()
        laptop = joined(MICRO_1, Role.LEADER, tmp_path / "plain.db")
    assert laptop.sync().problem is None
    return laptop


@pytest.fixture
def stick(tmp_path: Path, county: County) -> Stick:
    """An empty stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return Stick(folder, county)
