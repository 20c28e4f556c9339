"""Brings the county's database to the shape this program knows."""

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

LOCK = 0x67726964
"""Key of PostgreSQL's advisory lock: two servers that start together migrate one after another."""


def upgrade(connection: Connection) -> None:
    """Run the steps that are missing, in the transaction of ``connection``."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
    script = _script()
    context = EnvironmentContext(
        Config(), script, fn=lambda revision, _: script._upgrade_revs("head", revision)
    )
    with context:
        context.configure(connection=connection, render_as_batch=True, transactional_ddl=False)
        context.run_migrations()


def head() -> str | None:
    """The last step that this program knows."""
    return _script().get_current_head()


def _script() -> ScriptDirectory:
    return ScriptDirectory(str(Path(__file__).parent))
