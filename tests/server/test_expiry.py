"""What the county forgets with time; nobody loses anything by it."""

import os
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from gridapp.contract.people import Role
from gridapp.contract.sync import Op
from gridapp.server import audit
from gridapp.server.county import enrol
from gridapp.server.county.county import County
from gridapp.server.database.tables import (
    enrolment_code,
    feed_head,
    stub,
)
from gridapp.server.exchange import partial
from gridapp.server.operations import expiry, jobs
from gridapp.server.operations.expiry import Expired
from tests.server.conftest import Clock, Enrol
from tests.server.grids import MICRO_1, OTHER_MICRO, OTHER_VILLAGE, VILLAGE
from tests.server.laptops import Laptop, fresh_id, household


def expire(county: County) -> Expired:
    with county.writing() as connection:
        return expiry.run(connection, county.now(), county.folder)


def count(county: County, table: object) -> int:
    with county.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())  # type: ignore[arg-type]


def create(laptop: Laptop, unit: UUID = MICRO_1) -> UUID:
    home = fresh_id()
    laptop.push(laptop.change(Op.CREATE, "household", home, unit, **household()))
    return home


def sign_in(laptop: Laptop, clock: Clock) -> None:
    """A token lives 15 minutes, and these tests move by months."""
    laptop.now = clock.now
    body = f'{{"device": "{laptop.id}"}}'.encode()
    laptop.token = laptop.post("/v1/devices/token", body, {}).json()["token"]


def test_a_laptop_that_was_away_for_too_long_reads_its_feeds_anew_and_holds_the_same(
    county: County, grid: Laptop, enrolled: Enrol, clock: Clock
) -> None:
    reader = enrolled(VILLAGE, Role.VILLAGE)
    reader.pull()
    clock.move(days=1)
    sign_in(grid, clock)
    create(grid)
    clock.move(days=200)
    sign_in(grid, clock)
    create(grid)
    clock.move(days=201)
    assert expire(county).heads > 0
    sign_in(reader, clock)
    assert reader.pull_once().feeds[str(VILLAGE)].reset
    other = enrolled(VILLAGE, Role.VILLAGE, Laptop(reader.client, clock.now))
    assert reader.pull() == other.pull()


def test_a_laptop_that_was_away_for_less_reads_on_and_hears_what_left(
    county: County, grid: Laptop, enrolled: Enrol, clock: Clock
) -> None:
    reader = enrolled(VILLAGE, Role.VILLAGE)
    home = create(grid)
    clock.move(days=30)
    sign_in(reader, clock)
    assert ("household", home) in reader.pull()
    clock.move(days=1)
    sign_in(grid, clock)
    move = {"base": 1, "unit_id": str(OTHER_MICRO)}
    grid.push(grid.change(Op.UPDATE, "household", home, MICRO_1, **move))
    clock.move(days=399)
    expire(county)
    sign_in(reader, clock)
    page = reader.pull_once().feeds[str(VILLAGE)]
    assert not page.reset
    assert [gone.id for gone in page.stubs] == [home]
    assert ("household", home) not in reader.rows
    clock.move(days=2)
    create_later = enrolled(OTHER_VILLAGE, Role.VILLAGE, Laptop(reader.client, clock.now))
    create(create_later, OTHER_MICRO)
    assert expire(county).stubs == 1
    assert count(county, stub) == 0


def test_a_quiet_feed_keeps_its_last_head(county: County, grid: Laptop, clock: Clock) -> None:
    grid.pull()
    clock.move(days=800)
    expire(county)
    with county.reading() as connection:
        heads = connection.execute(select(feed_head.c.feed)).scalars().all()
    assert len(heads) == len(set(heads)) > 0
    sign_in(grid, clock)
    create(grid)
    assert not any(page.reset for page in grid.pull_once().feeds.values())


def test_bodies_that_never_became_whole_are_forgotten_after_a_week(
    county: County, clock: Clock, tmp_path: Path
) -> None:
    folder = tmp_path / "county" / partial.FOLDER
    folder.mkdir()
    for name, days in (("a-1", 8), ("b-2", 6)):
        (folder / name).touch()
        at = (clock.now - timedelta(days=days)).timestamp()
        os.utime(folder / name, (at, at))
    assert expire(county).uploads == 1
    assert [path.name for path in folder.iterdir()] == ["b-2"]


def test_codes_that_ended_are_forgotten_and_others_are_not(county: County, clock: Clock) -> None:
    with county.writing() as connection:
        enrol.make_code(connection, VILLAGE, Role.VILLAGE, clock.now)
    clock.move(hours=23)
    assert (expire(county).codes, count(county, enrolment_code)) == (0, 1)
    clock.move(hours=1)
    assert (expire(county).codes, count(county, enrolment_code)) == (1, 0)


def test_serving_seals_each_time_and_expires_once_a_day(
    county: County, grid: Laptop, clock: Clock
) -> None:
    def lines(act: str) -> int:
        with county.reading() as connection:
            assert audit.unsealed(connection) == 0
            acts = select(func.count()).where(audit.audit.c.act == act)
            return int(connection.execute(acts).scalar_one())

    jobs.turn(county)
    jobs.turn(county)
    clock.move(hours=23)
    jobs.turn(county)
    assert lines("expired") == 1
    clock.move(hours=1)
    jobs.turn(county)
    assert lines("expired") == 2
    clock.move(days=-400)  # it was wrong, and has been set right
    jobs.turn(county)
    jobs.turn(county)
    assert lines("expired") == 3


def test_a_job_that_fails_does_not_keep_the_others_from_theirs(
    county: County, grid: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise RuntimeError

    monkeypatch.setattr(audit, "seal", fail)
    jobs.turn(county)
    with county.reading() as connection:
        assert not expiry.is_due(connection, county.now())
