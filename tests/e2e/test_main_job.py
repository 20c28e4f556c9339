"""The main job as a person runs it: two commands, real processes, real files."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

ROOT = Path(__file__).parents[2]


def gridapp(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gridapp", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1"},
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def summary(folder: Path) -> Iterator[dict[str, Any]]:
    done = gridapp("demo", "--headless", "--data-dir", str(folder))
    assert done.returncode == 0, done.stderr
    yield json.loads(done.stdout)


def test_the_headless_demo_reconciles_from_import_to_weekly_report(
    summary: dict[str, Any],
) -> None:
    assert summary["reconciles"]
    assert len(summary["checks"]) >= 8
    assert all(summary["checks"].values())
    assert summary["counts"]["units"] == {
        "county": 1,
        "township": 9,
        "village": 99,
        "large": 0,
        "micro": 1770,
        "dedicated": 106,
        "total": 1985,
    }
    assert all(Path(file).stat().st_size > 1000 for file in summary["files"])


def test_the_weekly_report_can_be_written_again_without_a_window(
    summary: dict[str, Any], folder: Path, tmp_path: Path
) -> None:
    report = next(file for file in summary["files"] if file.endswith("周报.xlsx") or "-W" in file)
    week = re.search(r"\d{4}-W\d\d", report)
    assert week
    done = gridapp(
        *("report", "weekly", "--unit", "450326103", "--week", week.group()),
        *("--out", str(tmp_path), "--data-dir", str(folder)),
    )
    assert done.returncode == 0, done.stderr
    again = next(tmp_path.glob("*.xlsx"))
    first = next(Path(file) for file in summary["files"] if file.endswith(f"{week.group()}.xlsx"))
    assert cells(again) == cells(first)


def cells(book: Path) -> list[list[list[object]]]:
    read = CalamineWorkbook.from_path(str(book))
    return [read.get_sheet_by_name(name).to_python() for name in read.sheet_names]


def test_no_file_of_a_laptop_or_of_the_county_shows_a_resident_in_clear(
    summary: dict[str, Any], folder: Path
) -> None:
    roster = next(Path(file) for file in summary["files"] if file.endswith("花名册.xlsx"))
    rows = cells(roster)[0][2:102]
    canaries = {str(value) for row in rows for value in (row[2], row[5], row[6], row[7]) if value}
    kept = [folder / "county", *folder.glob("laptop-*")]
    files = [path for top in kept for path in top.rglob("*") if path.is_file()]
    assert len(canaries) > 200
    assert len(files) > 10
    for path in files:
        content = path.read_bytes()
        found = [canary for canary in canaries if canary.encode() in content]
        assert not found, path


def test_a_folder_that_is_not_the_demos_own_is_left_alone(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("keep me")
    done = gridapp("demo", "--headless", "--data-dir", str(tmp_path))
    assert done.returncode == 2
    assert "不是空文件夹" in done.stderr
    assert letter.read_text() == "keep me"
