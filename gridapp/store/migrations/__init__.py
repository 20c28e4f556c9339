"""Brings a database to the shape this program knows; refuses one from a newer program."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

HEAD = "0021"
"""Number of the newest step in ``versions/``; steps are numbered 0001, 0002, …"""


class NewerDatabaseError(Exception):
    """The database was written by a newer program."""


def upgrade(connection: Connection) -> None:
    """Run the steps that are missing, all in one transaction.

    Alembic is imported only when there is something to do: it costs a fifth of a second.
    """
    current = _current(connection)
    if current == HEAD:
        return
    if current is not None and current > HEAD:
        raise NewerDatabaseError(current)
    _run(connection)


def _current(connection: Connection) -> str | None:
    with connection.begin():
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _run(connection: Connection) -> None:
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(Path(__file__).parent))
    context = EnvironmentContext(
        Config(), script, fn=lambda revision, _: script._upgrade_revs("head", revision)
    )
    with connection.begin(), context:
        context.configure(connection=connection, render_as_batch=True, transactional_ddl=False)
        context.run_migrations()
