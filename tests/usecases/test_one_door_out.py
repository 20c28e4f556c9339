"""One door out: what leaves the laptop passes ``exporting.permit``, which writes it down."""

import ast
from collections.abc import Iterator
from pathlib import Path

USECASES = Path(__file__).resolve().parents[2] / "gridapp" / "usecases"

WRITES = {"put", "putting", "lay_out", "write", "write_weekly", "write_roster", "fill_report"}
"""How the modules of ``reports`` put something into a file or on paper."""

NOT_FOR_READING = {"bundles.py", "rosters.py", "photos.py", "templates.py"}
"""An encrypted bundle; lines of a roster that were refused, back to who brought them; a smaller
photo for the store; our own templates, without anybody's data."""

OWN_REASON = {"attachments.py"}
"""A copy of a file of a case: asks for its reason and notes it as ``copied``."""

FILLERS = {"report_templates.py"}
"""Is given the stamp, which only the door hands out."""


def test_every_module_that_writes_a_file_or_a_page_asks_at_the_door() -> None:
    writers = {path.name: path for path in USECASES.rglob("*.py") if writes(path)}
    assert {"ledgers.py", "weekly.py", "documents.py", "meeting_papers.py"} <= writers.keys()
    allowed = NOT_FOR_READING | OWN_REASON | FILLERS
    closed = {name for name in writers.keys() - allowed if not asks(writers[name])}
    assert closed == set()


def test_no_other_module_notes_an_export_by_itself() -> None:
    noting = [
        path.name
        for path in USECASES.rglob("*.py")
        for call in calls(path)
        if name_of(call.func) == "note"
        and any(
            isinstance(one, ast.Constant) and one.value in ("export", "print") for one in call.args
        )
    ]
    assert noting == []


def writes(path: Path) -> bool:
    """Whether it calls a writer of ``reports``; ``session.put`` and ``meta.put`` are none."""
    return any(
        name_of(call.func) in WRITES and receiver(call.func) not in ("meta", "session", "journal")
        for call in calls(path)
    )


def asks(path: Path) -> bool:
    return any(
        name_of(call.func) == "permit_covered"
        or (name_of(call.func) == "permit" and receiver(call.func) == "exporting")
        for call in calls(path)
    )


def calls(path: Path) -> Iterator[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def name_of(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def receiver(node: ast.AST) -> str:
    return name_of(node.value) if isinstance(node, ast.Attribute) else ""
