"""What operating the county needs: a sealed audit, contacts of laptops, backups, erasures."""

import sqlalchemy as sa
from alembic import op

from gridapp.contract import columns

revision = "0004"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns and the tables."""
    op.add_column(
        "device", sa.Column("backup_hwm", sa.Integer(), nullable=False, server_default="0")
    )
    op.create_table(
        "device_contact",
        sa.Column("device_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("at", columns.UtcMoment(length=32), nullable=False),
        sa.Column("held", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("device_id"),
    )
    op.create_table(
        "erasure",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("id", columns.IdBytes(length=16), nullable=False),
        sa.Column("at", columns.UtcMoment(length=32), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id"),
    )
    op.add_column("audit", sa.Column("place", sa.Integer(), nullable=True))
    op.add_column("audit", sa.Column("hash", sa.String(length=64), nullable=True))
    op.create_index("ix_audit_place", "audit", ["place"], unique=True)
    unsealed = sa.text("place IS NULL")
    op.create_index(
        "ix_audit_unsealed", "audit", ["seq"], sqlite_where=unsealed, postgresql_where=unsealed
    )
