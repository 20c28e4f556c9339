"""A second wall around records on PostgreSQL: row-level security, beside the filter in ``view``.

A pull gives up its rights for a role that sees what the grants of one device show, worked out by
the database itself (migration 0003). The database's user must be allowed to make that role; where
it is not, the filter stands alone, and the log and ``doctor`` say so.
"""

from uuid import UUID

from sqlalchemy import Connection, text

ROLE = "gridapp_reader"

_STANDS = text(
    "SELECT pg_has_role(current_user, oid, 'MEMBER') AND EXISTS ("
    "SELECT FROM pg_class WHERE oid = to_regclass('record') AND relforcerowsecurity)"
    " FROM pg_roles WHERE rolname = :role"
)

_ENTER = text(
    "SELECT set_config('gridapp.device', :device, true), set_config('role', :role, true)"
)


def stands(connection: Connection) -> bool:
    """Whether pulls of this county can go behind the wall."""
    if connection.dialect.name != "postgresql":
        return False
    return bool(connection.execute(_STANDS, {"role": ROLE}).scalar())


def enter(connection: Connection, device: UUID) -> None:
    """Until the transaction ends, see what this device may see, and write nothing."""
    connection.execute(_ENTER, {"device": device.hex, "role": ROLE})
