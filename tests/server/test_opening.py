"""The county's database: its tables are those of the migrations, its command line works."""

import json
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from typer.testing import CliRunner

from gridapp.server.__main__ import cli
from gridapp.server.database.county import County
from gridapp.server.database.tables import metadata


def test_the_migrations_make_the_very_tables_of_the_program(county: County) -> None:
    with county.writing() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    assert found == []


def test_a_code_can_be_made_before_there_is_any_unit(tmp_path: Path) -> None:
    options = ["--data-dir", str(tmp_path), "--role", "township"]
    made = CliRunner().invoke(cli, ["enrol", "--unit", "450326100", *options])
    assert (made.exit_code, len(made.stdout.strip())) == (0, 19)
    unknown = CliRunner().invoke(cli, ["enrol", "--unit", "450326100201007", *options])
    assert unknown.exit_code == 2


def test_a_database_whose_key_is_missing_is_not_given_a_new_one(tmp_path: Path) -> None:
    options = ["--data-dir", str(tmp_path), "--role", "township", "--unit", "450326100"]
    assert CliRunner().invoke(cli, ["enrol", *options]).exit_code == 0
    (tmp_path / "county.key").unlink()
    answer = CliRunner().invoke(cli, ["enrol", *options])
    assert (answer.exit_code, "county.key" in answer.stderr) == (1, True)
    assert not (tmp_path / "county.key").exists()


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
