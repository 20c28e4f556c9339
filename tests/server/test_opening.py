"""The county's database: its tables are those of the migrations, its command line works."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier
from urllib.request import urlopen

import sqlcipher3.dbapi2 as sqlcipher
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, make_url, text
from typer.testing import CliRunner

from gridapp.server.__main__ import cli
from gridapp.server.county.county import County
from gridapp.server.county.opening import make_database, open_county
from gridapp.server.database import settings
from gridapp.server.database.tables import metadata


def test_the_migrations_make_the_very_tables_of_the_program(county: County) -> None:
    with county.writing() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    assert found == []


def test_a_code_can_be_made_before_there_is_any_unit(tmp_path: Path) -> None:
    open_county(lambda: datetime.now(UTC), tmp_path).close()
    options = ["--data-dir", str(tmp_path), "--role", "township"]
    made = CliRunner().invoke(cli, ["enrol", "--unit", "450326100", *options])
    assert (made.exit_code, len(made.stdout.strip())) == (0, 19)
    unknown = CliRunner().invoke(cli, ["enrol", "--unit", "450326100201007", *options])
    assert unknown.exit_code == 2


def test_a_database_whose_key_is_missing_is_not_given_a_new_one(tmp_path: Path) -> None:
    open_county(lambda: datetime.now(UTC), tmp_path).close()
    options = ["--data-dir", str(tmp_path), "--role", "township", "--unit", "450326100"]
    (tmp_path / "county.key").unlink()
    answer = CliRunner().invoke(cli, ["enrol", *options])
    assert (answer.exit_code, "county.key" in answer.stderr) == (1, True)
    assert not (tmp_path / "county.key").exists()


def test_those_who_set_up_one_new_database_together_all_get_it(tmp_path: Path) -> None:
    for turn in range(3):
        together, data = Barrier(4), tmp_path / str(turn)

        def set_up(together: Barrier = together, data: Path = data) -> bytes:
            together.wait()
            county = open_county(lambda: datetime.now(UTC), data)
            county.close()
            return county.token_key

        with ThreadPoolExecutor(4) as pool:
            keys = {made.result() for made in [pool.submit(set_up) for _ in range(4)]}
        assert len(keys) == 1
        assert {path.name for path in data.iterdir()} == {"county.db", "county.key"}


def test_a_postgresql_that_was_set_up_without_a_locale_keeps_chinese(
    postgresql: str, tmp_path: Path
) -> None:
    engine = create_engine(postgresql, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        plain = "TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'"
        connection.execute(text(f"CREATE DATABASE plain {plain}"))
    engine.dispose()
    url = make_url(postgresql).set(database="plain").render_as_string(hide_password=False)
    county = open_county(lambda: datetime.now(UTC), tmp_path, database_url=url)
    with county.writing() as connection:
        settings.put(connection, "name", "永福县")
    with county.reading() as connection:
        assert settings.get(connection, "name") == "永福县"
    county.close()


def test_a_new_database_gets_its_name_once_and_with_its_log(tmp_path: Path) -> None:
    file = tmp_path / "county.db"
    for key in (bytes(32), bytes(range(32))):
        make_database(file, key)
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    connection = sqlcipher.connect(str(file))
    connection.execute(f"PRAGMA key = \"x'{bytes(32).hex()}'\"")
    assert connection.execute("PRAGMA journal_mode").fetchall() == [("wal",)]
    connection.close()


def test_the_server_says_where_it_listens_and_stops_with_its_parent(tmp_path: Path) -> None:
    options = ["serve", "--data-dir", str(tmp_path), "--port", "0", "--with-parent"]
    command = [sys.executable, "-m", "gridapp.server", *options]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as server:
        assert server.stdout is not None
        assert server.stdin is not None
        url = json.loads(server.stdout.readline())["listening"]
        with urlopen(f"{url}/v1/health") as answer:  # noqa: S310 - the server just started
            assert answer.status == 200
        server.stdin.close()
        assert server.wait(timeout=20) == 0
