"""A legal erasure ordered at the county: no value left anywhere, and the proof of it."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient
from typer.testing import Result

from gridapp.contract.people import Role
from gridapp.contract.sync import Op
from gridapp.server.app import create_app
from gridapp.server.county.county import County
from gridapp.server.county.opening import open_county
from gridapp.server.database.tables import metadata
from gridapp.server.operations import erasure, jobs
from tests.server.conftest import Clock, Enrol, Run
from tests.server.grids import MICRO_1, OTHER_VILLAGE, VILLAGE
from tests.server.laptops import Laptop, fresh_id, household, member
from tests.server.unpacking import unpacked


def erased(run: Run, kind: str, record_id: UUID) -> Result:
    return run("erase", kind, record_id, "--reason", "申请 2026-031")


def test_an_erasure_leaves_no_value_and_is_proved_by_the_devices_that_read_past_it(
    run: Run, county: County, grid: Laptop, enrolled: Enrol
) -> None:
    home, person = fresh_id(), fresh_id()
    village, other = enrolled(VILLAGE, Role.VILLAGE), enrolled(OTHER_VILLAGE, Role.VILLAGE)
    lost = enrolled(MICRO_1, Role.LEADER)
    village.push(
        village.change(Op.CREATE, "household", home, MICRO_1, **household()),
        village.change(Op.CREATE, "member", person, MICRO_1, **member(home, name="清除某")),
    )
    for laptop in (grid, village, other, lost):
        laptop.pull()
    assert run("revoke", lost.id).exit_code == 0
    assert erased(run, "member", person).exit_code == 0
    jobs.turn(county)
    assert "已确认 无  待确认 1、2  已停用未确认 4" in run("erasure").stdout
    village.pull()
    assert ("member", person) not in village.rows
    assert "已确认 无  待确认 1、2  已停用未确认 4" in proofs(run, county), "it was only sent"
    village.pull()
    assert "已确认 2  待确认 1  已停用未确认 4" in proofs(run, county)
    with county.reading() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)):
                told = str([unpacked(value) for value in row])
                assert all(one not in told for one in ("清除某", repr("清除某".encode())[2:-1])), (
                    table.name
                )


def proofs(run: Run, county: County) -> str:
    jobs.turn(county)
    return run("erasure").stdout


def test_a_device_that_no_longer_sees_the_place_confirms_by_having_dropped_it(
    run: Run, county: County, grid: Laptop, enrolled: Enrol, clock: Clock
) -> None:
    village, home = enrolled(VILLAGE, Role.VILLAGE), fresh_id()
    village.push(village.change(Op.CREATE, "household", home, MICRO_1, **household()))
    village.pull()
    run("end-grant", 2, "--unit", "450326100201")
    erased(run, "household", home)
    assert "待确认 1、2" in proofs(run, county)
    clock.move(minutes=1)
    for feed in village.pull_once().revoked:
        del village.cursors[feed]
    village.pull()
    assert "已确认 2  待确认 1" in proofs(run, county)


def test_what_was_erased_stays_so_when_a_laptop_or_a_backup_brings_it_again(
    run: Run,
    county: County,
    grid: Laptop,
    enrolled: Enrol,
    tmp_path: Path,
    database_url: str | None,
) -> None:
    village, home = enrolled(VILLAGE, Role.VILLAGE), fresh_id()
    assert run("backup", "--to", tmp_path / "old").exit_code == 0
    create = village.change(Op.CREATE, "household", home, MICRO_1, **household(address="清除街"))
    brought = village.request(create)
    village.send(brought)
    assert run("backup", "--to", tmp_path / "new").exit_code == 0
    assert erased(run, "household", home).exit_code == 0
    county.close()
    assert run("restore", tmp_path / "new", "--replace").exit_code == 0
    assert str(home) in run("erasure").stdout
    assert run("restore", tmp_path / "old", "--replace").exit_code == 0
    assert str(home) not in run("erasure").stdout, "it has never heard of the household"
    restored = open_county(county.now, tmp_path / "county", database_url=database_url)
    with TestClient(create_app(restored)) as client:
        village.client = client
        assert village.send(brought).status_code == 200
        assert str(home) in proofs(run, restored)
        assert ("household", home) not in village.pull()
    restored.close()


@pytest.mark.parametrize("cut", [1, 2, 40])
def test_a_line_that_a_full_disk_cut_short_hides_no_other_erasure(tmp_path: Path, cut: int) -> None:
    now, homes = datetime(2026, 11, 23, tzinfo=UTC), [fresh_id() for _ in range(3)]
    erasure.remember(tmp_path, ("household", homes[0]), now)
    erasure.remember(tmp_path, ("household", homes[1]), now)
    path = tmp_path / erasure.LIST
    path.write_bytes(path.read_bytes()[:-cut])
    erasure.remember(tmp_path, ("household", homes[2]), now)
    whole = homes if cut == 1 else [homes[0], homes[2]]
    assert list(erasure.remembered(tmp_path)) == [("household", home) for home in whole]


@pytest.mark.parametrize("kind", ["unit", "household"])
def test_units_and_what_is_not_here_cannot_be_erased(run: Run, grid: Laptop, kind: str) -> None:
    answer = erased(run, kind, VILLAGE)
    assert (answer.exit_code, "没有这条记录" in answer.stderr) == (2, True)
