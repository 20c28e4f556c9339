"""PostgreSQL's own wall: what a device may not see does not leave the database for its pull."""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch
from uuid import UUID

import pytest
from sqlalchemy import Table, create_engine, func, insert, select, text, update
from sqlalchemy.exc import ProgrammingError
from starlette.testclient import TestClient

from gridapp.contract.people import Role
from gridapp.contract.sync import Op
from gridapp.domain.sync.scope import Scope
from gridapp.server.app import create_app
from gridapp.server.county import enrol
from gridapp.server.county.county import County
from gridapp.server.county.opening import open_county
from gridapp.server.database import wall
from gridapp.server.database.tables import audit, grant, journal, record, setting
from gridapp.server.exchange import pages
from gridapp.server.exchange.view import View
from tests.server.conftest import Clock, Enrol, empty_database
from tests.server.grids import COUNTY, MICRO_1, MICRO_2, OTHER_MICRO, UNITS, VILLAGE
from tests.server.laptops import Laptop, dispute, fresh_id, household


@pytest.fixture(params=["postgresql"])
def database_url(request: pytest.FixtureRequest) -> str | None:
    """SQLite has no such wall; the county's own filter is tested on both in ``test_pull``."""
    return empty_database(request)


@pytest.fixture
def homes(grid: Laptop) -> dict[UUID, UUID]:
    """A household in each micro-grid."""
    homes = {unit: fresh_id() for unit in (MICRO_1, MICRO_2, OTHER_MICRO)}
    changes = [
        grid.change(Op.CREATE, "household", home, unit, **household())
        for unit, home in homes.items()
    ]
    assert {result.outcome for result in grid.push(*changes).results} == {"applied"}
    return homes


def pulled_without_filter(laptop: Laptop) -> set[UUID]:
    """The households that a pull brings while the county's own filter lets everything through."""
    with (
        patch.object(View, "in_units", lambda *_: ("TRUE", [])),
        patch.object(Scope, "sees", lambda *_: True),
    ):
        return {record_id for kind, record_id in laptop.pull() if kind == "household"}


def test_without_the_filter_a_leader_still_reads_nothing_foreign(
    homes: dict[UUID, UUID], enrolled: Enrol, county: County
) -> None:
    leader = enrolled(MICRO_1, Role.LEADER)
    assert pulled_without_filter(leader) == {homes[MICRO_1]}
    county.is_walled = False
    leader.cursors.clear()
    assert pulled_without_filter(leader) == {homes[MICRO_1], homes[MICRO_2]}, "the wall it was"


def test_behind_the_wall_there_is_what_the_rules_show(
    homes: dict[UUID, UUID], enrolled: Enrol, county: County
) -> None:
    for unit, role in [(MICRO_1, Role.LEADER), (VILLAGE, Role.VILLAGE), (COUNTY, Role.COUNTY)]:
        laptop = enrolled(unit, role)
        with county.reading(laptop.id) as connection:
            seen = {tuple(row) for row in connection.execute(select(record.c.kind, record.c.id))}
        assert seen == set(laptop.pull()), role


def test_an_ended_grant_shows_nothing_behind_the_wall(
    homes: dict[UUID, UUID], enrolled: Enrol, county: County
) -> None:
    leader = enrolled(MICRO_1, Role.LEADER)
    with county.writing() as connection:
        connection.execute(update(grant).where(grant.c.device_id == leader.id).values(ended=True))
    with county.reading(leader.id) as connection:
        assert connection.execute(select(record.c.id)).all() == []


@pytest.mark.parametrize("table", [journal, audit, setting], ids=lambda table: table.name)
def test_behind_the_wall_other_tables_cannot_be_read_at_all(
    grid: Laptop, county: County, table: Table
) -> None:
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        county.reading(grid.id) as connection,
    ):
        connection.execute(select(table))


def test_the_wall_ends_with_the_transaction(homes: dict[UUID, UUID], county: County) -> None:
    count = select(func.count()).select_from(record)
    with county.reading(fresh_id()) as connection:
        assert connection.execute(count).scalar() == 0
    with county.reading() as connection:
        assert connection.execute(count).scalar() == len(UNITS) + len(homes)


@pytest.fixture
def plain_owner(database_url: str) -> Iterator[tuple[str, str]]:
    """A user who may make no roles, and the URL of the user's own empty database."""
    name = f"owner_{fresh_id().hex}"
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE ROLE {name} LOGIN"))
        connection.execute(text(f"CREATE SCHEMA {name} AUTHORIZATION {name}"))
    url = database_url.replace("//postgres:", f"//{name}:")
    yield f"{url.rpartition('%3D')[0]}%3D{name}", name
    with engine.begin() as connection:
        connection.execute(text(f"DROP OWNED BY {name}; DROP ROLE {name}"))
    engine.dispose()


def test_who_may_make_no_roles_has_no_wall_until_it_is_let_in(
    plain_owner: tuple[str, str], county: County, tmp_path: Path, clock: Clock
) -> None:
    url, name = plain_owner
    assert county.is_walled
    without = open_county(clock, tmp_path / "own", database_url=url)
    assert not without.is_walled
    without.close()
    with county.writing() as connection:
        connection.execute(text(f"GRANT {wall.ROLE} TO {name}"))
    walled = open_county(clock, tmp_path / "own", database_url=url)
    assert walled.is_walled
    with walled.writing() as connection:
        code = enrol.make_code(connection, VILLAGE, Role.VILLAGE, clock.now)
        connection.execute(insert(record).values(_record(VILLAGE)))
        connection.execute(insert(record).values(_record(COUNTY)))
    with TestClient(create_app(walled)) as client:
        laptop = Laptop(client, clock.now)
        laptop.enrol(code)
        with walled.reading(laptop.id) as connection:
            assert connection.execute(select(record.c.unit_id)).scalars().all() == [VILLAGE]
    walled.close()


def _record(unit: UUID) -> dict[str, object]:
    return {
        "kind": "household",
        "id": fresh_id(),
        "feed": unit,
        "seq": 1,
        "unit_id": unit,
        "revision": 1,
        "fields": "{}",
        "field_revisions": "{}",
        "deleted": False,
    }


def test_without_the_filter_nobody_but_its_handlers_reads_a_sealed_case(
    grid: Laptop, enrolled: Enrol, county: County
) -> None:
    handler, other = enrolled(VILLAGE, Role.VILLAGE), enrolled(MICRO_1, Role.LEADER)
    case, party = fresh_id(), fresh_id()
    of_case = {"dispute_id": str(case), "side": "first", "name": "莫某"}
    step = {"last_step": "sealed", "last_step_on": "2026-11-16"}
    sealed = {"sealed": True, "handlers": [f"何某@{VILLAGE}"], **step}
    grid.push(
        grid.change(Op.CREATE, "dispute", case, MICRO_1, **dispute()),
        grid.change(Op.CREATE, "party", party, MICRO_1, **of_case),
    )
    for laptop in (handler, other):
        assert ("party", party) in laptop.pull()
    grid.push(grid.change(Op.UPDATE, "dispute", case, MICRO_1, base=1, **sealed))
    with (
        patch.object(View, "to_readers", lambda _: ("TRUE", [])),
        patch.object(pages, "reads", lambda *_: True),
    ):
        told = [stub.kind for page in other.pull_once().feeds.values() for stub in page.stubs]
        assert sorted(told) == ["dispute", "party"]
        for laptop, seen in ((handler, {case, party}), (other, set()), (grid, set())):
            laptop.cursors.clear()
            laptop.rows.clear()
            assert {id_ for kind, id_ in laptop.pull() if kind in {"dispute", "party"}} == seen
        county.is_walled = False
        grid.cursors.clear()
        assert ("dispute", case) in grid.pull(), "the wall it was"
