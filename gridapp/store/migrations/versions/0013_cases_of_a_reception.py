"""The cases that came from a reception are found without a look at the others."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """An index that holds only the few cases that came from a reception."""
    op.create_index(
        "ix_dispute_reception",
        "dispute",
        ["reception_id"],
        sqlite_where=sa.text("reception_id IS NOT NULL"),
    )
