"""The index of the search: words of records beside the records themselves.

Triggers note which records changed, so that no way of writing one goes past the index: what is
saved, taken back, pulled, moved away or erased. At the end of the same transaction the index
follows, for all of them at once: from triggers it would write a tree for every row. Words are made
by functions of ours that SQL may call; without them rows of these kinds cannot be changed at all.
The index holds words and numbers of entries; ``search_entry`` says whose they are.
"""

# ruff: noqa: S608 - every name in these statements is one of ours

from typing import Any

from sqlalchemy import Connection
from sqlmodel import Session

from gridapp.store import plain
from gridapp.store.search import search_words

VERSION = 1
"""Raised whenever ``search_words`` makes other words of a record: the index is filled anew.

An entry is taken out by the very words by which it was put in.
"""

_FUNCTIONS = {
    "person_words": search_words.person,
    "place_words": search_words.place,
    "titled_words": search_words.titled,
}
_WORDS = {
    "unit": ("titled_words", ("name", "code")),
    "household": ("place_words", ("address", "group_name", "number")),
    "member": ("person_words", ("name", "phone", "citizen_number")),
    "dispute": ("titled_words", ("title", "number")),
    "party": ("person_words", ("name", "phone")),
}
"""By kind, which is also the table: what makes the words, and of which columns."""


def teach(driver: Any) -> None:
    """Make the functions known to a connection, before anything is written."""
    for name, function in _FUNCTIONS.items():
        driver.create_function(name, -1, function, deterministic=True)


def prepare(connection: Connection) -> None:
    """Put the triggers in place, and fill the index if it was filled by other rules or never."""
    with connection.begin(), Session(connection) as session:
        found = plain.ask(session, "SELECT value FROM meta WHERE key = 'search_index'")
        filled = bool(found) and str(found[0][0]) == str(VERSION)
        for kind in _WORDS:
            for when, trigger in _triggers(kind).items():
                name = f"search_{kind}_{when}"
                if not filled:
                    plain.do(session, f"DROP TRIGGER IF EXISTS {name}", ())
                plain.do(session, f"CREATE TRIGGER IF NOT EXISTS {name} {trigger}", ())
        if not filled:
            _fill(session)


def follow(session: Session) -> None:
    """Let the index follow what this transaction changed: the last thing before its end."""
    for (kind,) in plain.ask(session, "SELECT DISTINCT kind FROM search_todo"):
        for statement in _following(kind):
            plain.do(session, statement, ())
        plain.do(session, "DELETE FROM search_todo WHERE kind = ?", (kind,))


def optimize(driver: Any) -> None:
    """Write the index anew without what was taken out, which until then stays in its pages."""
    for kind in _WORDS:
        driver.execute(f"INSERT INTO search_{kind} (search_{kind}) VALUES ('optimize')")


def _fill(session: Session) -> None:
    """Empty the index, and let it follow as if all records had just come."""
    plain.do(session, "DELETE FROM search_todo", ())
    plain.do(session, "DELETE FROM search_entry", ())
    for kind in _WORDS:
        plain.do(session, f"INSERT INTO search_{kind} (search_{kind}) VALUES ('delete-all')", ())
        plain.do(session, f"INSERT INTO search_todo (id, kind) SELECT id, '{kind}' FROM {kind}", ())
    follow(session)
    done = "INSERT OR REPLACE INTO meta (key, value) VALUES ('search_index', ?)"
    plain.do(session, done, (str(VERSION),))


def _triggers(kind: str) -> dict[str, str]:
    """The three triggers of a table. The first change in a transaction notes the words before it;
    an update that changes none of the words notes nothing.
    """
    changed = " OR ".join(f"old.{name} IS NOT new.{name}" for name in _WORDS[kind][1])
    fresh = f"new.id, '{kind}', NULL"
    before = f"old.id, '{kind}', {_words(kind, 'old')}"
    return {
        "in": f"AFTER INSERT ON {kind} BEGIN {_note(fresh)} END",
        "on": f"AFTER UPDATE ON {kind} WHEN {changed} BEGIN {_note(before)} END",
        "out": f"AFTER DELETE ON {kind} BEGIN {_note(before)} END",
    }


def _note(values: str) -> str:
    return f"INSERT INTO search_todo (id, kind, before) VALUES ({values}) ON CONFLICT DO NOTHING;"


def _following(kind: str) -> tuple[str, ...]:
    """Out with the words before; entries for what came and no longer for what went; new words."""
    here = f"FROM search_todo t CROSS JOIN {kind} r ON r.id = t.id"
    this = f"t.kind = '{kind}'"
    entry = "CROSS JOIN search_entry e ON e.id = t.id"
    return (
        f"INSERT INTO search_{kind} (search_{kind}, rowid, words)"
        f" SELECT 'delete', e.entry, t.before FROM search_todo t {entry}"
        f" WHERE {this} AND t.before IS NOT NULL",
        "DELETE FROM search_entry WHERE id IN"
        f" (SELECT id FROM search_todo t WHERE {this} AND id NOT IN (SELECT id FROM {kind}))",
        f"INSERT OR IGNORE INTO search_entry (id) SELECT t.id {here} WHERE {this}",
        f"INSERT INTO search_{kind} (rowid, words) SELECT e.entry, {_words(kind, 'r')}"
        f" {here} {entry} WHERE {this}",
    )


def _words(kind: str, row: str) -> str:
    function, names = _WORDS[kind]
    columns = [f"{row}.{name}" for name in names]
    return f"{function}({', '.join(columns)})"
