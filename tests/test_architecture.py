"""The plan of the tree, kept by machine: what may import what, names, sizes."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "gridapp"
SOURCES = sorted(PACKAGE.rglob("*.py"))

TOP_LEVEL = {"gridapp", "resources", "installer", "tests", "pyproject.toml", "README.md", "uv.lock"}
BUILT = {"build", "dist", "screens"}
"""Made by builds and tests, never committed (see .gitignore)."""


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


MAX_LINES = 300
BANNED_NAMES = {"utils", "util", "common", "helpers", "helper", "misc", "manager", "managers"}


def test_imports_point_down() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout


FAULTS = {
    "extra/__init__.py": "",
    "ui/planted.py": "import sqlmodel",
    "usecases/planted.py": "import PySide6.QtCore\nimport gridapp.server",
    "store/planted.py": "import gridapp.usecases",
    "domain/planted.py": "import os",
    "server/planted.py": "import gridapp.store",
}


def test_each_import_rule_sees_a_fault_planted_for_it(tmp_path: Path) -> None:
    copy = tmp_path / "gridapp"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name, code in FAULTS.items():
        (copy / name).parent.mkdir(exist_ok=True)
        (copy / name).write_text(code + "\n")
    result = lint_imports(tmp_path)
    assert result.returncode == 1, result.stdout
    assert " 0 kept, 6 broken" in result.stdout
    assert "gridapp.extra" in result.stdout


def lint_imports(tree: Path) -> subprocess.CompletedProcess[str]:
    """The contracts of pyproject.toml on the tree at hand, not on the one that is installed."""
    code = "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"
    return subprocess.run(
        [sys.executable, "-c", code], cwd=tree, capture_output=True, text=True, check=False
    )


def test_the_top_level_is_as_planned() -> None:
    shown = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert shown - TOP_LEVEL - BUILT == set()


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_module_is_short_says_its_purpose_and_has_a_telling_name(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= MAX_LINES
    assert ast.get_docstring(tree_of(file)), "the first line says what the module is for"
    names = {part.removesuffix(".py") for part in file.relative_to(PACKAGE).parts}
    assert not {word for name in names for word in name.split("_")} & BANNED_NAMES


IMPURE = {"now", "utcnow", "today", "open", "print", "input", "uuid1", "uuid4", "uuid7", "getenv"}


def test_rules_ask_no_clock_make_no_ids_and_touch_no_files() -> None:
    calls = [
        (file.name, called)
        for file in sorted((PACKAGE / "domain").rglob("*.py"))
        for called in called_names(tree_of(file))
    ]
    assert [call for call in calls if call[1] in IMPURE] == []


def called_names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield name_of(node.func)


def name_of(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


CLOCKS_AND_CHANCE = {
    *("date.today", "datetime.now", "datetime.utcnow", "time.time", "Random"),
    *("uuid.uuid1", "uuid.uuid4", "uuid1", "uuid4", "uuid7", "os.urandom", "secrets.token_bytes"),
}


@pytest.mark.parametrize("layer", ["usecases", "sync", "reports", "rosters", "store"])
def test_time_ids_and_chance_are_arguments(layer: str) -> None:
    calls = [
        (file.name, ast.unparse(node.func))
        for file in sorted((PACKAGE / layer).rglob("*.py"))
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Call)
    ]
    assert [call for call in calls if call[1] in CLOCKS_AND_CHANCE] == []


# Parts of a layer -----------------------------------------------------------------------------


LAYERS = sorted(file.parent.name for file in PACKAGE.glob("*/__init__.py"))


@pytest.mark.parametrize("layer", LAYERS)
def test_the_parts_of_a_layer_import_each_other_one_way(layer: str) -> None:
    needs = {part.stem: set[str]() for part in (PACKAGE / layer).iterdir()}
    for file in (PACKAGE / layer).rglob("*.py"):
        part = file.relative_to(PACKAGE / layer).parts[0].removesuffix(".py")
        needs[part] |= set(imported_parts(file, f"gridapp.{layer}")) & needs.keys() - {part}
    while free := [part for part, others in needs.items() if not others & needs.keys()]:
        for part in free:
            del needs[part]
    assert needs == {}, "these stand in a circle"


def imported_parts(file: Path, layer: str) -> Iterator[str]:
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.ImportFrom) and node.module == layer:
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{layer}."):
            yield str(node.module).removeprefix(f"{layer}.").split(".")[0]


def test_a_module_takes_only_public_names_of_another() -> None:
    private = [
        (str(file.relative_to(ROOT)), name.name)
        for file in SOURCES
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("gridapp")
        for name in node.names
        if name.name.startswith("_") and not name.name.startswith("__")
    ]
    assert private == []


def test_what_a_docstring_points_to_exists() -> None:
    told = re.compile(r"``((?:[a-z_]+\.)+)([A-Z]\w+)``")
    texts = {file: file.read_text(encoding="utf-8") for file in SOURCES}
    lost = [
        (str(file.relative_to(ROOT)), module + name)
        for file, text in texts.items()
        for module, name in told.findall(text)
        if not any(
            other.as_posix().endswith(f"/{module.replace('.', '/')[:-1]}.py")
            and name in texts[other]
            for other in SOURCES
        )
    ]
    assert lost == []


# Each side without the other's extras --------------------------------------------------------

SERVER_ONLY = "fastapi prometheus_client psycopg psycopg_pool starlette structlog uvicorn"
DESKTOP_ONLY = "PIL PySide6 docx httpx2 platformdirs python_calamine truststore xlsxwriter"

IMPORT_ALL = """
import importlib, pkgutil, sys, threading
package, skip, blocked = sys.argv[1], sys.argv[2], set(sys.argv[3].split())

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in blocked or (skip and name.startswith(skip)):
            raise ModuleNotFoundError(f"{name} is not installed on this side", name=name)

sys.meta_path.insert(0, Blocker())
names = [package]
for name in names:
    module = importlib.import_module(name)
    children = pkgutil.iter_modules(getattr(module, "__path__", ()), name + ".")
    names += [child.name for child in children if not (skip and child.name.startswith(skip))]
assert threading.active_count() == 1, "nothing begins on import"
print(len(names))
"""


@pytest.mark.parametrize(
    ("package", "skip", "blocked"),
    [("gridapp", "gridapp.server", SERVER_ONLY), ("gridapp.server", "", DESKTOP_ONLY)],
    ids=["desktop", "county"],
)
def test_each_side_imports_without_the_extras_of_the_other(
    package: str, skip: str, blocked: str
) -> None:
    command = [sys.executable, "-c", IMPORT_ALL, package, skip, blocked]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert int(result.stdout) > 5
