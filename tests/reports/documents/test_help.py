"""The help page lists the placeholders that there are, and its rules can be followed."""

import importlib.util
from pathlib import Path

from gridapp.reports.documents.placeholders import PLACEHOLDERS
from gridapp.reports.documents.rows import ROW_LISTS

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "resources" / "help" / "documents.md"


def test_the_page_is_what_the_code_says_today() -> None:
    spec = importlib.util.spec_from_file_location("help", ROOT / "installer/documents_help.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert PAGE.read_text(encoding="utf-8") == script.text(), "run installer/documents_help.py"


def test_every_placeholder_and_every_list_is_on_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name in PLACEHOLDERS:
        assert f"`{{{{{name}}}}}`" in text
    for one in ROW_LISTS.values():
        assert f"| {one.name} | {one.meaning} | {'、'.join(one.fields)} |" in text
