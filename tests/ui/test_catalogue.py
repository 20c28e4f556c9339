"""The Chinese catalogue is complete and fresh."""

import ast
import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_source_string_has_its_chinese() -> None:
    tool = runpy.run_path(str(ROOT / "installer" / "translations.py"))
    assert tool["check"]() == []


def test_no_source_string_hides_where_lupdate_is_blind() -> None:
    """Inside an f-string, or with something else than a literal, it would stay English."""
    hidden = []
    for path in (ROOT / "gridapp" / "ui").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = {
            id(node) for f in ast.walk(tree) if isinstance(f, ast.JoinedStr) for node in ast.walk(f)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _translates(node):
                last = node.args[-1] if node.args else node
                if id(node) in inside or not isinstance(last, ast.Constant):
                    hidden.append(f"{path.name}:{node.lineno}")
    assert hidden == []


def _translates(call: ast.Call) -> bool:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    return name in ("tr", "translate")
