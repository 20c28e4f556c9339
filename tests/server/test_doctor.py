"""The doctor: all that is well is told, and all that is not, with what to do about it."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from typer.testing import CliRunner

from gridapp.server.__main__ import cli
from gridapp.server.database.county import County
from gridapp.server.database.tables import record, stub
from gridapp.server.operations import jobs
from tests.server.conftest import Run
from tests.server.laptops import Laptop

HEALTHY = {False: 11, True: 12}
"""Lines of a county in which all is well: on SQLite, on PostgreSQL."""


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
        ("UPDATE journal SET record_id = change_id", "修改记录"),
        ("UPDATE device SET last_dseq = 0", "设备进度"),
        ("UPDATE audit SET act = 'x' WHERE act = 'push'", "审计链"),
        ("DELETE FROM setting WHERE name = 'last_backup'", "最近备份"),
        ("UPDATE setting SET value = '2026-01-01T00:00:00+00:00' WHERE name = 'last_backup'", "最"),
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


def test_the_doctor_says_that_a_database_is_damaged_missing_or_out_of_reach(
    well: Run, county: County, tmp_path: Path, database_url: str | None
) -> None:
    if database_url is not None:
        nowhere = ["--database-url", "postgresql+psycopg://127.0.0.1:1/x"]
        answer = CliRunner().invoke(cli, ["doctor", "--data-dir", str(tmp_path), *nowhere])
        assert (answer.exit_code, "打不开" in answer.stdout) == (1, True)
        return
    county.close()
    file = tmp_path / "county" / "county.db"
    whole = bytearray(file.read_bytes())
    whole[-100] ^= 1
    file.write_bytes(whole)
    assert any("数据完整性" in line for line in looked_at(well)[1])
    whole[100] ^= 1
    file.write_bytes(whole)
    assert any("打不开" in line for line in looked_at(well)[1])
    file.unlink()
    assert [line.split()[1] for line in looked_at(well)[1]] == ["数据库"]
    assert not file.exists(), "looking makes nothing"


def test_a_full_disk_is_told_beforehand(well: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 0, 10**9))
    assert [line.split()[1] for line in looked_at(well)[1]] == ["磁盘空间"]
