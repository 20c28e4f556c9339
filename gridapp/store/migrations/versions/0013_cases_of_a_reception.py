"""The cases that came from a reception are found without a look at the others."""

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """An index, as for the other ids by which records are sought."""
    op.create_index("ix_dispute_reception_id", "dispute", ["reception_id"])
