"""Single values that the county keeps about itself."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from gridapp.server.database.tables import setting

LAST_BACKUP = "last_backup"
"""When the last good backup was made."""

LAST_EXPIRY = "last_expiry"
"""When what is too old was last removed."""

BLOB_QUOTA = "blob_quota"
"""How many bytes of attachments the county keeps, all together."""

NEVER = "0001-01-01T00:00:00+00:00"


def get(connection: Connection, name: str) -> str | None:
    """The value; None when it was never set."""
    return connection.execute(select(setting.c.value).where(setting.c.name == name)).scalar()


def put(connection: Connection, name: str, value: str) -> None:
    """Set the value."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    row = dialect.insert(setting).values(name=name, value=value)
    connection.execute(
        row.on_conflict_do_update(index_elements=["name"], set_={"value": row.excluded.value})
    )


def locked(connection: Connection, name: str, first: str) -> str:
    """The value, ``first`` when it was never set; nobody else gets it until COMMIT."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    row = dialect.insert(setting).values(name=name, value=first)
    kept = row.on_conflict_do_update(index_elements=["name"], set_={"value": setting.c.value})
    return str(connection.execute(kept.returning(setting.c.value)).scalar_one())
