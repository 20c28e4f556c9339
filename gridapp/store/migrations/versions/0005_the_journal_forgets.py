"""What waits is found by itself; changes of records that have left are to be forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the mark, and indexes that hold only what is still in question."""
    op.add_column("change", sa.Column("forget", sa.Boolean(), nullable=False, server_default="0"))
    op.drop_index("ix_change_state", "change")
    op.create_index(
        "ix_change_waiting", "change", ["dseq"], sqlite_where=sa.text("state = 'waiting'")
    )
    op.create_index("ix_change_problem", "change", ["dseq"], sqlite_where=sa.text("problem <> ''"))
    op.create_index("ix_change_forget", "change", ["dseq"], sqlite_where=sa.text("forget = 1"))
