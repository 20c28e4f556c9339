"""Households, people, cases and units are found by any word of theirs (see search_index.py)."""

from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Empty tables: they are filled when the database has been opened."""
    op.execute("CREATE TABLE search_entry (entry INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE)")
    op.execute(
        "CREATE TABLE search_todo (id BLOB PRIMARY KEY, kind TEXT NOT NULL, before TEXT)"
        " WITHOUT ROWID"
    )
    for kind in ("member", "party"):
        _index(kind, "detail='none', prefix='1 2 3 4 5'")
    for kind in ("unit", "household", "dispute"):
        _index(kind, "detail='full', prefix='1 2'")


def _index(kind: str, how: str) -> None:
    """Without the words' positions where spellings are sought while they are being typed."""
    shape = f"words, content='', columnsize=0, tokenize='ascii', {how}"
    op.execute(f"CREATE VIRTUAL TABLE search_{kind} USING fts5({shape})")
