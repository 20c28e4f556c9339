"""Whole files lie beside the database; it keeps the key of each."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the keys. What was fetched before is fetched again."""
    key = sa.Column("key", sa.LargeBinary(), nullable=False, server_default=sa.text("x''"))
    op.add_column("blob", key)
