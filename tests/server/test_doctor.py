"""The doctor: all that is well is told, and all that is not, with what to do about it."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select, text
from typer.testing import CliRunner

from gridapp.contract.sync import Op
from gridapp.server.__main__ import cli
from gridapp.server.county.county import County
from gridapp.server.database.tables import device, record, stub
from gridapp.server.exchange import batch
from gridapp.server.operations import checks, jobs
from gridapp.server.operations.checks import Check, Finding
from tests.server.conftest import Run
from tests.server.grids import MICRO_1
from tests.server.laptops import Laptop, fresh_id

HEALTHY = {False: 13, True: 15}
"""Lines of a county in which all is well: on SQLite, on PostgreSQL."""

PAGE = 4096
"""Bytes of a page of SQLite's file."""


def looked_at(run: Run) -> tuple[int, list[str]]:
    answer = run("doctor")
    return answer.exit_code, [line for line in answer.stdout.splitlines() if line[0] == "✗"]


@pytest.fixture
def well(
    run: Run, county: County, grid: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Run:
    """A county in which all is well, with room on its disk."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 0, 10**12))
    assert run("backup", "--to", tmp_path / "backup").exit_code == 0
    jobs.turn(county)
    return run


def test_the_doctor_finds_a_working_county_well(well: Run, database_url: str | None) -> None:
    answer = well("doctor")
    assert answer.exit_code == 0, answer.stdout
    assert [line[0] for line in answer.stdout.splitlines()] == ["✓"] * HEALTHY[bool(database_url)]


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE feed_counter SET seq = seq + 1 WHERE seq > 0", "数据流"),
        ("UPDATE feed_counter SET chain = 'x' WHERE seq > 0", "数据流"),
        ("DELETE FROM feed_head", "数据流"),
        ("UPDATE record SET seq = seq + 1000", "数据流"),
        ("UPDATE feed_total SET digest = '0000000000000000'", "数据流"),
        ("UPDATE journal SET batch = batch + 1000", "修改记录"),
        ("UPDATE device SET last_dseq = 0", "设备进度"),
        ("UPDATE audit SET act = 'x' WHERE act = 'push'", "审计链"),
        ("DELETE FROM setting WHERE name = 'last_backup'", "最近备份"),
        ("UPDATE setting SET value = '2026-01-01T00:00:00+00:00' WHERE name = 'last_backup'", "最"),
        ("UPDATE setting SET value = '2999-01-01T00:00:00+00:00' WHERE name = 'last_backup'", "最"),
        ("UPDATE feed_head SET at = '2999-01-01T00:00:00.000000+00:00'", "时钟"),
        ("UPDATE alembic_version SET version_num = '0001'", "表结构"),
    ],
)
def test_the_doctor_names_what_is_not_well_and_what_to_do(
    well: Run, county: County, statement: str, named: str
) -> None:
    with county.writing() as connection:
        connection.execute(text(statement))
    code, lines = looked_at(well)
    assert (code, len(lines)) == (1, 1), lines
    assert named in lines[0]
    assert "请" in lines[0]


def test_two_things_at_one_position_of_a_feed_are_found(well: Run, county: County) -> None:
    with county.writing() as connection:
        row = connection.execute(select(record)).first()
        assert row is not None
        twin = {"from_unit": row.unit_id, "at": county.now(), "revision": 1, "id": row.id}
        connection.execute(insert(stub).values(feed=row.feed, seq=row.seq, kind=row.kind, **twin))
    assert [line.split()[1] for line in looked_at(well)[1]] == ["数据流"]


def test_changes_that_were_set_aside_are_told_by_kind_and_device(
    well: Run, county: County, grid: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(batch, "merge", stumble)
    homes = [grid.change(Op.CREATE, "household", fresh_id(), MICRO_1) for _ in range(2)]
    grid.push(*homes, grid.change(Op.CREATE, "newer", fresh_id(), MICRO_1))
    code, [line] = looked_at(well)
    assert (code, "搁置的修改" in line) == (1, True)
    with county.reading() as connection:
        row = connection.execute(select(device.c.person, device.c.number)).first()
    assert row is not None
    assert f"household {row.person} #{row.number}: 2, newer {row.person} #{row.number}: 1" in line


def test_the_doctor_says_that_a_database_is_damaged_missing_or_out_of_reach(
    well: Run, county: County, tmp_path: Path, database_url: str | None
) -> None:
    if database_url is not None:
        nowhere = ["--database-url", "postgresql+psycopg://127.0.0.1:1/x"]
        answer = CliRunner().invoke(cli, ["doctor", "--data-dir", str(tmp_path), *nowhere])
        assert (answer.exit_code, "打不开" in answer.stdout) == (1, True)
        return
    with county.reading() as connection:
        where = text("SELECT rootpage FROM sqlite_schema WHERE name = 'record'")
        page = connection.execute(where).scalar_one()
    county.close()
    file = tmp_path / "county" / "county.db"
    whole = bytearray(file.read_bytes())
    whole[page * PAGE - 100] ^= 1
    file.write_bytes(whole)
    assert any("数据完整性" in line for line in looked_at(well)[1])
    whole[100] ^= 1
    file.write_bytes(whole)
    assert any("打不开" in line for line in looked_at(well)[1])
    file.unlink()
    assert [line.split()[1] for line in looked_at(well)[1]] == ["数据库"]
    assert not file.exists(), "looking makes nothing"


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_database_without_checksums_is_not_called_damaged(
    well: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    off = Finding(Check.CHECKSUMS, ok=False, detail="off")
    monkeypatch.setattr(checks, "_checksums", lambda _: off)
    [line] = looked_at(well)[1]
    assert "pg_checksums --enable" in line
    assert "损坏：停止服务器" not in line


def test_a_full_disk_is_told_beforehand(well: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 0, 10**9))
    assert [line.split()[1] for line in looked_at(well)[1]] == ["磁盘空间"]
