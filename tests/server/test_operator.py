"""What an operator does wrongly at the county is told in one sentence and does no harm."""

import errno
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from gridapp.server.county.county import County
from gridapp.server.operations import restore
from tests.server.conftest import Run
from tests.server.laptops import Laptop

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

WORDS = ["devices", "revoke 1", "files", "expire", "erasure", "enrol --unit 450326 --role county"]


def serve(folder: Path, *words: str) -> tuple[int, str, str]:
    """What becomes of a server that cannot start: status, standard output and error."""
    command = [sys.executable, "-m", "gridapp.server", "serve", "--data-dir", str(folder), *words]
    env = os.environ | {"PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=env, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("words", [*WORDS, "backup --to {}/backup"])
def test_a_mistyped_folder_is_not_made_a_county(run: Run, tmp_path: Path, words: str) -> None:
    answer = run(*words.format(tmp_path).split(), folder=tmp_path / "conuty")
    assert (answer.exit_code, answer.stdout, "--data-dir" in answer.stderr) == (1, "", True)
    assert list(tmp_path.iterdir()) == []


@on_sqlite
def test_a_county_on_postgresql_whose_address_is_forgotten_is_not_made_on_sqlite(
    run: Run, tmp_path: Path
) -> None:
    answer = run("revoke", "1", folder=tmp_path)
    assert (answer.exit_code, "--database-url" in answer.stderr) == (1, True)
    assert list(tmp_path.iterdir()) == []


@on_sqlite
@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("", "不是县的密钥"),
        ("永福", "不是县的密钥"),
        ("ab" * 31, "不是县的密钥"),
        ("ab" * 32, "密钥与数据库不符"),
    ],
)
def test_a_wrong_key_is_called_wrong(
    run: Run, county: County, tmp_path: Path, key: str, said: str
) -> None:
    file = tmp_path / "key"
    file.write_text(key, encoding="utf-8")
    for command in ("devices", "doctor"):
        answer = run(command, "--key-file", file)
        assert answer.exit_code == 1
        assert said in answer.output.splitlines()[-1]
    code, _, sentence = serve(tmp_path / "county", "--port", "0", "--key-file", str(file))
    assert (code, len(sentence.splitlines()), said in sentence) == (1, 1, True)


@pytest.mark.parametrize("url", ["nonsense", "postgres://127.0.0.1/x"])
@pytest.mark.parametrize("command", ["devices", "doctor"])
def test_a_wrong_address_of_the_database_is_called_wrong(
    run: Run, county: County, command: str, url: str
) -> None:
    answer = run(command, url=url)
    assert (answer.exit_code, "--database-url" in answer.output) == (1, True)


@on_sqlite
def test_a_port_that_is_taken_is_named(county: County, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code, _, sentence = serve(tmp_path / "county", "--port", port)
    assert (code, len(sentence.splitlines()), port in sentence) == (1, 1, True)


@on_sqlite
def test_a_database_of_a_later_program_is_left_as_it_is(
    run: Run, county: County, tmp_path: Path
) -> None:
    with county.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    answer = run("devices")
    assert (answer.exit_code, "更新版本的程序" in answer.stderr) == (1, True)
    code, _, sentence = serve(tmp_path / "county", "--port", "0")
    assert (code, len(sentence.splitlines()), "更新版本的程序" in sentence) == (1, 1, True)


@on_sqlite
@pytest.mark.parametrize("to", ["county", "county/county.key", "county/b", "backups", "no/b"])
def test_a_backup_takes_the_place_of_no_folder_and_of_nothing_of_the_county(
    run: Run, county: County, tmp_path: Path, to: str
) -> None:
    (tmp_path / "backups").mkdir()
    before = sorted(tmp_path.rglob("*"))
    answer = run("backup", "--to", tmp_path / to)
    assert (answer.exit_code, len(answer.stderr.splitlines())) == (1, 1)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_key_of_backups_that_is_lost_is_not_replaced_by_another(
    run: Run, county: County, tmp_path: Path
) -> None:
    key = tmp_path / "county" / "county.key"
    assert run("backup", "--to", tmp_path / "backup").exit_code == 0
    key.unlink()
    answer = run("backup", "--to", tmp_path / "backup")
    assert (answer.exit_code, "county.key" in answer.stderr) == (1, True)
    assert not key.exists()
    assert len(list(tmp_path.glob("backup*"))) == 1


@pytest.mark.parametrize("number", ["9" * 10, "9" * 30, "٣"])
def test_a_number_that_no_device_has_is_unknown(run: Run, county: County, number: str) -> None:
    answer = run("revoke", number)
    assert (answer.exit_code, answer.stderr) == (2, f"没有这台设备：{number}\n")


@pytest.mark.parametrize("code", ["４５０３２６", "٤٥٠٣٢٦", "4503 26"])
def test_an_area_code_in_other_digits_names_no_unit(run: Run, county: County, code: str) -> None:
    answer = run("enrol", "--unit", code, "--role", "county")
    assert (answer.exit_code, answer.stdout) == (2, "")


@on_sqlite
def test_what_root_restores_and_notes_belongs_to_the_owner_of_the_folder(
    run: Run, grid: Laptop, county: County, tmp_path: Path
) -> None:
    folder, backup = tmp_path / "county", tmp_path / "backup"
    assert run("backup", "--to", backup).exit_code == 0
    county.close()
    if os.geteuid() == 0:
        os.chown(folder, 65534, 65534)
    assert run("revoke", "1").exit_code == 0
    assert run("restore", backup, "--replace").exit_code == 0
    made = [folder / "county.db", folder / "revoked.txt"]
    assert {path.stat().st_uid for path in made} == {folder.stat().st_uid}


@on_sqlite
def test_a_full_disk_is_called_full(
    run: Run, county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(restore.shutil, "copyfile", full)
    answer = run("restore", "backup", "--replace")
    assert (answer.exit_code, "磁盘满了" in answer.stderr) == (1, True)
