"""A second wall around records on PostgreSQL: row-level security, beside the filter in ``view``.

A pull gives up its rights for a role that sees what the grants of one device show, worked out by
the database itself. The database's user must be allowed to make that role, or be a member of it;
until it is, the filter stands alone, and the log and ``doctor`` say so.
"""

from uuid import UUID

from sqlalchemy import Connection, text
from sqlalchemy.exc import ProgrammingError

ROLE = "gridapp_reader"

READABLE = (
    "record, stub, device, device_grant, unit_node, feed_counter, feed_head, feed_total,"
    " applied_batch"
)
"""What a pull reads. Nothing else can be read behind the wall."""

_STANDS = """
SELECT pg_has_role(current_user, oid, 'MEMBER') AND EXISTS (
    SELECT FROM pg_class WHERE oid = to_regclass('stub') AND relforcerowsecurity
) FROM pg_roles WHERE rolname = :role
"""

_ENTER = "SELECT set_config('gridapp.device', :device, true), set_config('role', :role, true)"

_MAKE_ROLE = f"""
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}') THEN
        CREATE ROLE {ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS;
        EXECUTE format('GRANT {ROLE} TO %I', current_user);
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO {ROLE}', current_schema());
    IF NOT pg_has_role(current_user, '{ROLE}', 'MEMBER') THEN
        EXECUTE format('GRANT {ROLE} TO %I', current_user);
    END IF;
END $$
"""

_REACHED = """
CREATE OR REPLACE FUNCTION {name}() RETURNS SETOF bytea LANGUAGE sql STABLE
BEGIN ATOMIC
    WITH RECURSIVE reached AS (
        SELECT unit_id FROM device_grant
        WHERE device_id = decode(current_setting('gridapp.device', true), 'hex') AND NOT ended
        UNION
        SELECT {next} FROM unit_node JOIN reached ON {link}
    )
    SELECT unit_id FROM reached;
END
"""

_BELOW = _REACHED.format(
    name="gridapp_below", next="unit_node.id", link="unit_node.parent_id = reached.unit_id"
)
_ABOVE = _REACHED.format(
    name="gridapp_above", next="unit_node.parent_id", link="unit_node.id = reached.unit_id"
)

_SEEN = """
{unit} IN (SELECT gridapp_below())
OR (kind IN ('unit', 'round', 'post') AND {unit} IN (SELECT gridapp_above()))
"""


def stands(connection: Connection) -> bool:
    """Whether pulls can go behind the wall."""
    if connection.dialect.name != "postgresql":
        return False
    return bool(connection.execute(text(_STANDS), {"role": ROLE}).scalar())


def build(connection: Connection) -> bool:
    """Build the wall where it is missing and may be built; whether it stands."""
    if connection.dialect.name != "postgresql" or stands(connection):
        return connection.dialect.name == "postgresql"
    try:
        with connection.begin_nested():
            _build(connection)
    except ProgrammingError:  # not allowed
        return False
    return True


def enter(connection: Connection, device: UUID) -> None:
    """Until the transaction ends, see what this device may see, and write nothing."""
    connection.execute(text(_ENTER), {"device": device.hex, "role": ROLE})


def _build(connection: Connection) -> None:
    rows = _SEEN.format(unit="unit_id")
    stubs = _SEEN.format(unit="from_unit") + "OR feed IN (SELECT gridapp_below())"
    for statement in (
        _MAKE_ROLE,
        _BELOW,
        _ABOVE,
        f"GRANT SELECT ON {READABLE} TO {ROLE}",
        *_secured("record", rows),
        *_secured("stub", stubs),
    ):
        connection.execute(text(statement))


def _secured(table: str, seen: str) -> list[str]:
    """The owner goes on as before; the role sees these rows."""
    return [
        f"CREATE POLICY owner ON {table} TO CURRENT_USER USING (true) WITH CHECK (true)",
        f"CREATE POLICY reader ON {table} FOR SELECT TO {ROLE} USING ({seen})",
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
    ]
