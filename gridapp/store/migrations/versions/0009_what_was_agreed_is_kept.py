"""A task knows its agreement and when its answer was rejected; an agreement, that it was kept."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """What is there already belongs to no agreement and was not rejected."""
    op.add_column("task", sa.Column("agreement_id", sa.LargeBinary(16), nullable=True))
    op.add_column("task", sa.Column("rejected_on", sa.Date(), nullable=True))
    op.add_column("agreement", sa.Column("performed_on", sa.Date(), nullable=True))
