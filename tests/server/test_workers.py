"""Several processes on one socket: one that dies is replaced, all end together, none is deaf."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import psutil
import pytest
from sqlalchemy import update
from typer.testing import CliRunner

from gridapp.contract.people import Role
from gridapp.contract.sync import Op
from gridapp.server.__main__ import cli
from gridapp.server.county.county import County
from gridapp.server.county.following import Following
from gridapp.server.county.opening import open_county
from gridapp.server.database.tables import device
from tests.server.conftest import Clock, Enrol, empty_database
from tests.server.grids import MICRO_1, VILLAGE
from tests.server.laptops import Laptop, fresh_id, household


@pytest.fixture(params=["postgresql"])
def own_database(request: pytest.FixtureRequest) -> str:
    return str(empty_database(request))


@pytest.fixture(name="started")
def started_county(own_database: str, tmp_path: Path) -> Iterator[tuple[psutil.Process, str]]:
    """A county with two workers, and its address."""
    options = ["--data-dir", str(tmp_path), "--port", "0", "--workers", "2"]
    command = [sys.executable, "-m", "gridapp.server", "serve", *options]
    with subprocess.Popen(
        [*command, "--database-url", own_database], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as server:
        assert server.stdout is not None
        yield psutil.Process(server.pid), json.loads(server.stdout.readline())["listening"]
        server.terminate()


def workers_of(parent: psutil.Process) -> list[psutil.Process]:
    """The living workers; Python's own helper beside them is none."""
    return [
        child
        for child in parent.children()
        if child.status() != psutil.STATUS_ZOMBIE
        and "resource_tracker" not in " ".join(child.cmdline())
    ]


def until(condition: Callable[[], bool]) -> None:
    """Ask again until it holds; the time limit of the test is the limit."""
    while not condition():
        pass


def answers(url: str) -> int:
    with urlopen(f"{url}/v1/health") as answer:  # noqa: S310 - the server just started
        return int(answer.status)


def test_a_worker_that_dies_is_replaced_and_the_county_goes_on(
    started: tuple[psutil.Process, str],
) -> None:
    parent, url = started
    first = workers_of(parent)
    assert len(first) == 2
    assert answers(url) == 200
    first[0].kill()
    first[0].wait()
    until(lambda: len({worker.pid for worker in workers_of(parent)} - {first[0].pid}) == 2)
    assert {answers(url) for _ in range(8)} == {200}


def test_all_end_when_the_county_is_told_to(started: tuple[psutil.Process, str]) -> None:
    parent, url = started
    workers = workers_of(parent)
    assert answers(url) == 200
    parent.send_signal(signal.SIGTERM)
    assert parent.wait(timeout=60) == 0
    assert not any(worker.is_running() for worker in workers)


def test_no_worker_outlives_a_parent_that_was_killed(started: tuple[psutil.Process, str]) -> None:
    parent, url = started
    workers = workers_of(parent)
    assert answers(url) == 200
    parent.kill()
    gone, alive = psutil.wait_procs(workers, timeout=60)
    assert (len(gone), alive) == (2, [])


def test_workers_count_together(started: tuple[psutil.Process, str]) -> None:
    _, url = started
    for _ in range(20):
        answers(url)
    with urlopen(f"{url}/metrics") as answer:  # noqa: S310 - the server just started
        lines = answer.read().decode().splitlines()
    assert 'county_requests_total{route="/v1/health",status="200"} 20.0' in lines


def test_sqlite_has_one_process(tmp_path: Path) -> None:
    options = ["--data-dir", str(tmp_path), "--port", "0", "--workers", "2"]
    told = CliRunner().invoke(cli, ["serve", *options])
    assert (told.exit_code, len(told.stderr.splitlines())) == (2, 1)
    assert "--database-url" in told.stderr


@pytest.fixture
def elsewhere(
    county: County, tmp_path: Path, clock: Clock, database_url: str | None
) -> Iterator[County]:
    """The same county, opened by another process."""
    other = open_county(clock, tmp_path / "county", database_url=database_url)
    yield other
    other.close()


def test_what_another_process_pushed_or_revoked_is_news_after_a_look(
    grid: Laptop, enrolled: Enrol, county: County, elsewhere: County
) -> None:
    laptop, writer = enrolled(VILLAGE, Role.VILLAGE), enrolled(VILLAGE, Role.VILLAGE)
    following = Following(county)
    following.look()
    laptop.pull()
    assert not laptop.has_news()
    county.news, own = elsewhere.news, county.news
    writer.push(writer.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household()))
    county.news = own
    assert not laptop.has_news(), "this process was not told"
    following.look()
    assert laptop.has_news()
    laptop.pull()
    following.look()
    assert not laptop.has_news()
    with elsewhere.writing() as connection:
        connection.execute(update(device).where(device.c.id == laptop.id).values(status="revoked"))
    following.look()
    assert laptop.has_news()
