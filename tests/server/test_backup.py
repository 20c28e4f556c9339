"""A backup is whole or is none; a county restored from it is the county of that moment."""

import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event, inspect, select, text
from starlette.testclient import TestClient

from gridapp.contract.sync import Op
from gridapp.server import migrations
from gridapp.server.app import create_app
from gridapp.server.county.county import County
from gridapp.server.county.opening import make_key, open_county, sqlite_engine
from gridapp.server.database import durable
from gridapp.server.database.tables import device
from gridapp.server.operations import backup, copying, restore
from gridapp.server.operations.backup import BackupFault, Fault
from tests.server.conftest import Clock, Run, empty_database
from tests.server.grids import MICRO_1
from tests.server.laptops import Laptop, fresh_id, household

TABLES = (
    "record",
    "journal",
    "batch",
    "stub",
    "feed_counter",
    "feed_head",
    "device",
    "device_grant",
)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "county"


@pytest.fixture
def key(data_dir: Path) -> bytes:
    data_dir.mkdir(exist_ok=True)
    return make_key(data_dir / "county.key")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "backups" / "county.backup"


@pytest.fixture(autouse=True)
def _folder_of_backups(file: Path) -> None:
    file.parent.mkdir()


@pytest.fixture(params=["sqlite", "postgresql"])
def other_url(request: pytest.FixtureRequest) -> str | None:
    """Another, empty database, to restore into."""
    return empty_database(request)


def content(county: County) -> copying.Sums:
    with county.reading() as connection:
        return copying.sums(connection, TABLES)


def covered(county: County) -> dict[UUID, int]:
    with county.reading() as connection:
        return dict(connection.execute(select(device.c.id, device.c.backup_hwm)).all())


def add_household(laptop: Laptop) -> None:
    laptop.push(laptop.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household()))


def test_a_backup_holds_every_row_of_its_moment_while_laptops_go_on(
    county: County, grid: Laptop, key: bytes, file: Path
) -> None:
    before = content(county)
    with county.reading() as moment:
        copying.sums(moment, TABLES)
        add_household(grid)
        assert copying.sums(moment, TABLES) == before, "a reader has one moment"
    made = backup.make(county, file, key, 14)
    proved = backup.prove(file, key)
    assert {name: proved[name] for name in TABLES if name != "device"} == {
        name: kept for name, kept in content(county).items() if name != "device"
    }
    assert made.rows == sum(kept.rows for kept in proved.values())
    assert list(file.parent.iterdir()) == [file]


def test_only_a_good_backup_tells_the_laptops_what_they_need_not_keep(
    county: County, grid: Laptop, key: bytes, file: Path
) -> None:
    assert covered(county) == {grid.id: 0}
    backup.make(county, file, key, 14)
    assert covered(county) == {grid.id: grid.dseq}
    add_household(grid)
    assert covered(county) == {grid.id: grid.dseq - 1}


def test_a_backup_broken_off_anywhere_leaves_the_old_one_and_no_other(
    county: County, grid: Laptop, key: bytes, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.make(county, file, key, 14)
    add_household(grid)
    whole, told = file.read_bytes(), covered(county)
    steps = [(backup, "_write"), (backup, "prove"), (durable, "sync"), (backup, "_rotate")]
    for module, step in steps:
        with monkeypatch.context() as broken:
            broken.setattr(module, step, _raise_interrupt)
            with pytest.raises(KeyboardInterrupt):
                backup.make(county, file, key, 14)
        assert list(file.parent.iterdir()) == [file], step
        assert (file.read_bytes(), covered(county)) == (whole, told), step


def _raise_interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_killed_backup_passes_for_one_only_if_it_is_whole(
    county: County, grid: Laptop, key: bytes, file: Path, tmp_path: Path
) -> None:
    """What the disk holds before each statement is what a SIGKILL there would leave."""
    states = []

    def keep_what_is_there(*_: object) -> None:
        state = tmp_path / f"state{len(states)}"
        for left in file.parent.glob("*.part*"):
            if not left.name.endswith("-shm"):
                shutil.copyfile(left, state.with_name(state.name + left.suffix[5:]))
        if state.exists():
            states.append(state)

    event.listen(Engine, "before_cursor_execute", keep_what_is_there)
    try:
        backup.make(county, file, key, 14)
    finally:
        event.remove(Engine, "before_cursor_execute", keep_what_is_there)
    whole, refused = backup.prove(file, key), 0
    for state in states:
        try:
            assert backup.prove(state, key) == whole
        except BackupFault:
            refused += 1
    assert refused > 20


def test_a_full_disk_is_said_in_one_sentence_and_leaves_no_backup(
    county: County, grid: Laptop, data_dir: Path, database_url: str | None, file: Path
) -> None:
    where = [
        "--data-dir",
        str(data_dir),
        *(["--database-url", database_url] if database_url else []),
    ]
    done = subprocess.run(
        [sys.executable, "-m", "gridapp.server", "backup", "--to", str(file), *where],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
    )
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert "磁盘" in done.stderr
    assert list(file.parent.iterdir()) == []
    assert covered(county) == {grid.id: 0}


def test_altered_damaged_and_foreign_files_are_refused(
    county: County, grid: Laptop, key: bytes, file: Path, data_dir: Path, run: Run
) -> None:
    backup.make(county, file, key, 14)
    county.close()
    whole = file.read_bytes()
    for at in range(0, len(whole), len(whole) // 23):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert refusal(file, key) is Fault.UNREADABLE, f"a bit at {at}"
        file.write_bytes(whole[:at])
        assert refusal(file, key) is Fault.UNREADABLE, f"cut at {at}"
    file.write_bytes(whole)
    assert refusal(file, bytes(32)) is Fault.UNREADABLE, "another county's"
    engine = sqlite_engine(file, key)
    with engine.begin() as connection:
        connection.execute(text("UPDATE device SET person = '某何'"))
    engine.dispose()
    assert refusal(file, key) is Fault.ALTERED
    answer = run("restore", file, "--replace")
    assert (answer.exit_code, len(answer.stderr.splitlines())) == (1, 1)
    assert "校验数不符" in answer.stderr


def refusal(file: Path, key: bytes) -> Fault | None:
    try:
        backup.prove(file, key)
    except BackupFault as fault:
        return fault.fault
    return None


def test_a_backup_of_a_later_program_is_refused(
    county: County, key: bytes, file: Path, run: Run
) -> None:
    backup.make(county, file, key, 14)
    engine = sqlite_engine(file, key)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    county.close()
    answer = run("restore", file, "--replace")
    assert (answer.exit_code, "升级" in answer.stderr) == (1, True)


def test_a_backup_of_an_earlier_program_is_brought_up_to_date(
    key: bytes, file: Path, run: Run, reopened: Callable[[], copying.Sums]
) -> None:
    script = ScriptDirectory(str(Path(migrations.__file__).parent))
    first = EnvironmentContext(
        Config(), script, fn=lambda revision, _: script._upgrade_revs("0001", revision)
    )
    engine = sqlite_engine(file, key)
    with engine.begin() as connection, first:
        first.configure(connection=connection)
        first.run_migrations()
        old = [name for name in inspect(connection).get_table_names() if name != "alembic_version"]
        connection.execute(
            text(
                "INSERT INTO device VALUES (x'01', 1, '何某', '', '', 'active', 5, '',"
                " '2026-01-01T00:00:00.000000+00:00')"
            )
        )
        backup.sums_table.create(connection)
        found = copying.sums(connection, old)
        rows = [{"name": name, **kept._asdict()} for name, kept in found.items()]
        connection.execute(backup.sums_table.insert(), rows)
    engine.dispose()
    answer = run("restore", file)
    assert answer.exit_code == 0, answer.stderr
    assert reopened()["device"].rows == 1


def test_a_backup_restores_into_either_database(
    county: County,
    grid: Laptop,
    data_dir: Path,
    file: Path,
    run: Run,
    other_url: str | None,
    tmp_path: Path,
) -> None:
    assert run("backup", "--to", file).exit_code == 0
    before, elsewhere = content(county), tmp_path / "elsewhere"
    elsewhere.mkdir()
    no_key = run("restore", file, folder=elsewhere, url=other_url)
    assert (no_key.exit_code, "county.key" in no_key.stderr) == (1, True)
    shutil.copy(data_dir / "county.key", elsewhere)
    assert run("restore", file, folder=elsewhere, url=other_url).exit_code == 0
    restored = open_county(county.now, elsewhere, database_url=other_url)
    assert {**content(restored), "device": 0} == {**before, "device": 0}
    with TestClient(create_app(restored)) as client:
        grid.client = client
        add_household(grid)
    restored.close()


@pytest.fixture
def reopened(data_dir: Path, database_url: str | None, clock: Clock) -> Callable[[], copying.Sums]:
    """What the county holds when it is opened again."""

    def sums() -> copying.Sums:
        again = open_county(clock, data_dir, database_url=database_url)
        found = content(again)
        again.close()
        return found

    return sums


def test_a_county_with_data_is_replaced_only_when_told_and_never_deleted(
    county: County,
    grid: Laptop,
    key: bytes,
    file: Path,
    run: Run,
    reopened: Callable[[], copying.Sums],
    database_url: str | None,
) -> None:
    backup.make(county, file, key, 14)
    saved = backup.prove(file, key)
    add_household(grid)
    lost = content(county)
    county.close()
    kept = run("restore", file)
    assert (kept.exit_code, "--replace" in kept.stderr) == (1, True)
    assert reopened() == lost
    done = run("restore", file, "--replace")
    assert done.exit_code == 0, done.stderr
    assert reopened() == {name: saved[name] for name in TABLES}
    aside = done.stdout.split()[-1]
    engine = sqlite_engine(Path(aside), key)
    if database_url is not None:
        engine = create_engine(database_url + f"%20-csearch_path%3D{aside}")
    with engine.connect() as connection:
        assert copying.sums(connection, TABLES) == lost
    engine.dispose()


def test_a_county_that_is_being_served_is_not_replaced(
    county: County, grid: Laptop, key: bytes, file: Path, run: Run, database_url: str | None
) -> None:
    backup.make(county, file, key, 14)
    before = content(county)
    answer = run("restore", file, "--replace")
    assert (answer.exit_code, "停止" in answer.stderr) == (1, True)
    assert content(county) == before


@pytest.fixture
def only_sqlite(database_url: str | None) -> None:
    if database_url is not None:
        pytest.skip("files that stand in for one another are SQLite's; PostgreSQL has one COMMIT")


@pytest.mark.usefixtures("only_sqlite")
def test_a_restore_broken_off_before_its_last_step_leaves_the_county_as_it_was(
    county: County,
    grid: Laptop,
    key: bytes,
    file: Path,
    run: Run,
    reopened: Callable[[], copying.Sums],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    backup.make(county, file, key, 14)
    add_household(grid)
    before = content(county)
    county.close()
    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", _raise_interrupt)
        with pytest.raises(KeyboardInterrupt):
            restore.into_folder(file, file.parents[1] / "county", key, county.now, replace=True)
    assert reopened() == before
    assert run("restore", file, "--replace").exit_code == 0
    assert reopened() != before


@pytest.mark.usefixtures("only_sqlite")
def test_a_damaged_county_is_replaced_and_its_remains_are_kept_together(
    county: County, grid: Laptop, key: bytes, file: Path, data_dir: Path, run: Run
) -> None:
    backup.make(county, file, key, 14)
    county.close()
    (data_dir / "county.db").write_bytes(b"nothing that opens" * 1000)
    (data_dir / "county.db-wal").write_bytes(b"nor its log")
    done = run("restore", file, "--replace")
    assert done.exit_code == 0, done.stderr
    aside = Path(done.stdout.split()[-1])
    assert aside.read_bytes().startswith(b"nothing that opens")
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"nor its log"
    assert run("devices").stdout.count("何某") == 1


def test_older_backups_stay_under_their_time_and_only_so_many(
    county: County, grid: Laptop, key: bytes, file: Path
) -> None:
    other = file.with_name("county-of-mine.backup")
    other.write_bytes(b"")
    made = []
    for _ in range(5):
        backup.make(county, file, key, 3)
        made.append(file.read_bytes())
    left = sorted(path for path in file.parent.iterdir() if path != other)
    assert [path.read_bytes() for path in left] == [*made[2:4], made[4]]
    assert left[-1] == file
    for path in left:
        backup.prove(path, key)


def test_the_countys_own_database_is_never_overwritten(
    county: County, grid: Laptop, data_dir: Path, run: Run
) -> None:
    before = content(county)
    assert run("backup", "--to", data_dir / "county.db").exit_code == 1
    assert content(county) == before
