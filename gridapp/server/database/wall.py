"""A second wall around records on PostgreSQL: row-level security, beside the filter in ``view``.

A pull gives up its rights for a role that sees what the grants of one device show, worked out by
the database itself. The database's user must be allowed to make that role, or be a member of it;
until it is, the filter stands alone, and the log and ``doctor`` say so.
"""

from hashlib import sha256
from uuid import UUID

from sqlalchemy import Connection, text
from sqlalchemy.exc import ProgrammingError

from gridapp.domain.disputes.sealing import DIGITS, EVERYBODY
from gridapp.domain.sync.scope import OPEN_KINDS
from gridapp.server.database import driver

ROLE = "gridapp_reader"

READABLE = (
    "SELECT ON record, stub, device, device_grant, unit_node, feed_counter, feed_head, feed_total",
    "SELECT (device_id, head) ON batch",
)
"""What a pull reads. Nothing else can be read behind the wall."""

_STANDS = """
SELECT pg_has_role(current_user, oid, 'MEMBER') AND EXISTS (
    SELECT FROM pg_class JOIN pg_policy ON polrelid = pg_class.oid
    WHERE pg_class.oid = to_regclass('stub') AND relforcerowsecurity AND polname = :policy
) FROM pg_roles WHERE rolname = :role
"""

_ENTER = "SELECT set_config('gridapp.device', ?, true), set_config('role', ?, true)"

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

# Who reads a sealed record, by the names of ``domain.disputes.sealing``.
_READS = f"""
CREATE OR REPLACE FUNCTION gridapp_reads(readers text) RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT readers = '{EVERYBODY}' OR EXISTS (
        SELECT FROM device_grant JOIN device ON device.id = device_id
        WHERE device_id = decode(current_setting('gridapp.device', true), 'hex') AND NOT ended
        AND strpos(readers, left(encode(sha256(
            convert_to(person || '@' || encode(unit_id, 'hex'), 'UTF8')
        ), 'hex'), {DIGITS})) > 0
    );
END
"""  # noqa: S608 - only our own words

_KINDS = ", ".join(f"'{kind}'" for kind in sorted(OPEN_KINDS))

_SEEN = f"""
({{unit}} IN (SELECT gridapp_below())
OR (kind IN ({_KINDS}) AND {{unit}} IN (SELECT gridapp_above()))
{{more}}) AND gridapp_reads(readers)
"""

_ROWS = _SEEN.format(unit="unit_id", more="")
_STUBS = _SEEN.format(unit="from_unit", more="OR feed IN (SELECT gridapp_below())")

POLICY = f"reader_{sha256(''.join((_READS, _ROWS, _STUBS, *READABLE)).encode()).hexdigest()[:8]}"
"""What shows rows to the role. An older wall has another one and is built anew."""

_NO_POLICIES = """
DO $$ DECLARE old name; BEGIN
    FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '{table}'::regclass LOOP
        EXECUTE format('DROP POLICY %I ON {table}', old);
    END LOOP;
END $$
"""


def stands(connection: Connection) -> bool:
    """Whether pulls can go behind the wall."""
    if connection.dialect.name != "postgresql":
        return False
    return bool(connection.execute(text(_STANDS), {"role": ROLE, "policy": POLICY}).scalar())


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
    driver.do(connection, _ENTER, (device.hex, ROLE))


def _build(connection: Connection) -> None:
    for statement in (
        _MAKE_ROLE,
        _BELOW,
        _ABOVE,
        _READS,
        *(f"GRANT {read} TO {ROLE}" for read in READABLE),
        *_secured("record", _ROWS),
        *_secured("stub", _STUBS),
    ):
        connection.execute(text(statement))


def _secured(table: str, seen: str) -> list[str]:
    """The owner goes on as before; the role sees these rows."""
    return [
        _NO_POLICIES.format(table=table),
        f"CREATE POLICY owner ON {table} TO CURRENT_USER USING (true) WITH CHECK (true)",
        f"CREATE POLICY {POLICY} ON {table} FOR SELECT TO {ROLE} USING ({seen})",
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
    ]
