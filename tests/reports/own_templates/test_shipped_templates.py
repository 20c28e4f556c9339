"""The shipped samples have no fault, and the help page names every placeholder there is."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from gridapp.reports.documents.scanning import read_members
from gridapp.reports.documents.vocabulary import Vocabulary
from gridapp.reports.ledgers.definitions import SHIPPED
from gridapp.reports.own_templates import ledger_values, report_names
from gridapp.usecases.reports import report_templates

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "resources" / "help" / "templates.md"
SAMPLES = ROOT / "resources" / "templates" / "reports"
BY_NAME = {one.name: one for one in SHIPPED}


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "installer" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.mark.parametrize(("name", "file"), report_templates.SAMPLES.items())
def test_a_sample_has_no_fault(name: str, file: str) -> None:
    definition = BY_NAME.get(Path(name).stem)
    if definition is not None:
        assert report_templates.check_ledger(SAMPLES / file, definition) == []
    else:
        needs, words = report_names.NEEDS, report_names.REPORT
        assert report_templates.check(SAMPLES / file, needs, words) == []


def test_the_samples_are_what_the_script_makes() -> None:
    made = script("report_samples").made()
    assert set(made) == {path.name for path in SAMPLES.iterdir()}
    for name, content in made.items():
        shipped = (SAMPLES / name).read_bytes()
        assert read_members(content) == read_members(shipped), "run installer/report_samples.py"


def test_the_page_is_what_the_code_says_today() -> None:
    text = script("templates_help").text()
    assert PAGE.read_text(encoding="utf-8") == text, "run installer/templates_help.py"


def test_every_placeholder_is_on_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8")
    words: list[Vocabulary] = [report_names.REPORT, *map(ledger_values.vocabulary, SHIPPED)]
    for vocabulary in words:
        for name in vocabulary.names:
            assert f"`{{{{{name}}}}}`" in text
    for name, fields in report_names.REPORT.lists.items():
        assert f"| {name} | " in text
        assert "、".join(fields) in text
    for one in SHIPPED:
        for column in one.kind.columns.values():
            assert column.heading in text
