"""The README tells the truth: its commands exist, its pictures are there."""

import itertools
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = [
    line
    for language, block in BLOCKS
    if language in ("sh", "powershell")
    for line in block.splitlines()
    if line.strip() and not line.startswith("#")
]

RUN_BY_CI = {
    'python3 -m venv .venv && .venv/bin/pip install -e ".[server]" && .venv/bin/gridapp demo',
    'python3 -m venv .venv && .venv/bin/pip install -e ".[dev]" && .venv/bin/python -m pytest',
    "bash .ci/run",
    '.venv/bin/pip install -e ".[bundle]" && .venv/bin/python installer/build.py --out dist',
}
WINDOWS = r"py -3.11 -m venv .venv; .venv\Scripts\pip install"
SAME_ELSEWHERE = {
    "uv run --extra server gridapp demo",
    "uv run --extra dev python -m pytest",
    rf'{WINDOWS} -e ".[server]"; .venv\Scripts\gridapp demo',
    rf'{WINDOWS} -e ".[dev]"; .venv\Scripts\python -m pytest',
}
"""The same for uv and for Windows, which the machine of the tests has not."""

OURS = [line for line in COMMANDS if re.match(r"gridapp(-county)? ", line)]

NOTES = (ROOT / "resources" / "docs" / "county.md").read_text(encoding="utf-8")
IN_NOTES = re.findall(r"^gridapp-county [^#\n]*", NOTES, re.MULTILINE)
"""What the county's administrator is told to type."""


def test_every_command_is_one_that_is_run_or_checked_somewhere() -> None:
    assert set(COMMANDS) - RUN_BY_CI - SAME_ELSEWHERE == set(OURS)
    assert set(COMMANDS) >= RUN_BY_CI | SAME_ELSEWHERE


def test_ci_runs_the_first_command_as_it_is_written() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert 'python3 -m venv .venv && .venv/bin/pip install --quiet -e ".[server]"' in script
    assert ".venv/bin/gridapp demo" in script
    assert ".venv/bin/python -m pytest" in script


@pytest.mark.parametrize("line", [*OURS, *IN_NOTES])
def test_our_commands_and_their_options_exist(line: str) -> None:
    program, *words = shlex.split(line)
    named = list(itertools.takewhile(re.compile(r"[a-z][a-z-]+").fullmatch, words))
    module = {"gridapp": "gridapp", "gridapp-county": "gridapp.server"}[program]
    shown = subprocess.run(
        [sys.executable, "-m", module, *named, "--help"],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "200", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    ).stdout
    assert [word for word in words if word.startswith("--") and word not in shown] == []


def test_every_picture_and_file_it_points_to_is_there() -> None:
    targets = re.findall(r"\]\((?!https?://|#)([^)]+)\)", README) + re.findall(
        r'src="([^"]+)"', README
    )
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_lock_file_names_the_public_index_alone() -> None:
    hosts = set(re.findall(r"https?://[^/\"]+", (ROOT / "uv.lock").read_text(encoding="utf-8")))
    assert hosts == {"https://pypi.org", "https://files.pythonhosted.org"}
    assert "file:" not in (ROOT / "uv.lock").read_text(encoding="utf-8")
