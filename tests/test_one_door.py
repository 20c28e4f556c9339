"""One door in: only the journal and what the county sends write the tables of records."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gridapp.contract.kinds import KINDS

PACKAGE = Path(__file__).resolve().parents[1] / "gridapp"

DOORS = {"store/journal.py", "sync/apply.py"}
"""A person's changes come in by the first, the county's by the second."""

OWN_TABLE = re.compile(r"(?!RecordRow)\w+Row")
"""Tables of our bookkeeping; a record's table is called as the record is."""

SQL_WRITE = re.compile(
    r"\b(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM)\s+[\"'`]?(\w*)", re.I
)


def test_records_are_written_by_the_journal_and_by_what_the_county_sends_alone() -> None:
    files = {file.relative_to(PACKAGE).as_posix(): file for file in PACKAGE.rglob("*.py")}
    writers = {
        name: list(record_writes(file.read_text(encoding="utf-8")))
        for name, file in files.items()
        if not name.startswith(("server/", "contract/", "store/migrations/"))
    }
    assert {name: found for name, found in writers.items() if found and name not in DOORS} == {}
    assert writers["store/journal.py"], "the check must see the door itself"


@pytest.mark.parametrize(
    "code",
    [
        "from sqlalchemy import insert\ninsert(Visit)",
        "from sqlmodel import update\nupdate(TABLES[kind])",
        "from sqlalchemy import delete\ndelete(table)",
        "from sqlalchemy.dialects.sqlite import insert as put\nput(Visit)",
        "import sqlalchemy as sa\nsa.update(Visit)",
        "session.add(Visit())",
        "session.add(row)",
        "session.add_all(rows)",
        "session.delete(session.get(Visit, id))",
        "row = session.get(Visit, id)\nsession.add(row)",
        "def f(row: RecordRow):\n    session.add(row)",
        "self._session.merge(row)",
        "text('UPDATE visit SET note = 1')",
        "text('delete from case_event')",
        "text(f'INSERT OR REPLACE INTO {table} VALUES (1)')",
        "Visit.__table__.insert()",
    ],
)
def test_the_check_sees_every_way_of_writing_a_record(code: str) -> None:
    assert list(record_writes(code))


@pytest.mark.parametrize(
    "code",
    [
        "from sqlalchemy import insert\ninsert(ChangeRow)",
        "session.add(AuditRow(seq=1))",
        "def f():\n    entry = AuditRow(seq=1)\n    session.add(entry)",
        "old = session.exec(select(BatchRow)).first()\nsession.delete(old)",
        "def f(row: ChangeRow):\n    session.add(row)",
        "text('INSERT INTO member_words(rowid) VALUES (1)')",
        "found = set()\nfound.add(1)",
        "counts.update(a=1)",
    ],
)
def test_the_check_leaves_our_own_tables_alone(code: str) -> None:
    assert list(record_writes(code)) == []


def record_writes(code: str) -> Iterator[str]:
    """Every place in the code that writes, or may write, a record's table."""
    tree = ast.parse(code)
    statements = imported_statements(tree)
    own = set(own_rows(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and writes_record(node, statements, own):
            yield ast.unparse(node)
        elif isinstance(node, ast.Constant | ast.JoinedStr):
            yield from sql_writes(node)


def imported_statements(tree: ast.AST) -> set[str]:
    """What ``insert``, ``update`` and ``delete`` are called here."""
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("sql",))
        for alias in node.names
        if alias.name in ("insert", "update", "delete")
    }


def writes_record(call: ast.Call, statements: set[str], own: set[str]) -> bool:
    if isinstance(call.func, ast.Name):
        return call.func.id in statements and not is_own(call.args[0])
    if not isinstance(call.func, ast.Attribute):
        return False
    receiver, verb = name_of(call.func.value), call.func.attr
    if "session" in receiver:
        subject = call.args[0] if call.args else None
        named = isinstance(subject, ast.Name) and subject.id in own
        return verb in ("add", "add_all", "merge", "delete") and not (named or is_own(subject))
    if receiver in ("sa", "sqlalchemy", "sqlmodel"):
        return verb in ("insert", "update", "delete") and not is_own(call.args[0])
    return receiver == "__table__" and verb in ("insert", "update", "delete")


def own_rows(tree: ast.AST) -> Iterator[str]:
    """Variables that hold a row of our bookkeeping: made, asked for or taken as such."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and mentions_own(node.value):
            yield from (name_of(target) for target in node.targets)
        elif isinstance(node, ast.arg) and node.annotation and mentions_own(node.annotation):
            yield node.arg


def mentions_own(node: ast.AST) -> bool:
    return any(is_own(inner) for inner in ast.walk(node) if isinstance(inner, ast.Name))


def is_own(node: ast.AST | None) -> bool:
    """Whether this names a table of our bookkeeping, or makes a row of one."""
    if isinstance(node, ast.Call):
        return is_own(node.func)
    return node is not None and OWN_TABLE.fullmatch(name_of(node)) is not None


def sql_writes(node: ast.Constant | ast.JoinedStr) -> Iterator[str]:
    """Statements in text on a record's table or on one that is put in at run time."""
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "{" for part in node.values)
        text = "".join(str(part) for part in parts)
        yield from (text for found in SQL_WRITE.finditer(text) if not found[1])
    elif isinstance(node.value, str):
        text = node.value
        yield from (text for found in SQL_WRITE.finditer(text) if found[1].lower() in KINDS)


def name_of(node: ast.AST) -> str:
    """The last name of ``a``, ``a.b`` or ``a().b``; empty for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
