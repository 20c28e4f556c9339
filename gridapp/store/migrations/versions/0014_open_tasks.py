"""What is still owed, and what was sent back, is found without a look at what is done."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Indexes of the few tasks that are open."""
    op.create_index("ix_task_open", "task", ["asked_on"], sqlite_where=sa.text("done_on IS NULL"))
    op.create_index(
        "ix_task_rejected", "task", ["rejected_on"], sqlite_where=sa.text("rejected_on IS NOT NULL")
    )
