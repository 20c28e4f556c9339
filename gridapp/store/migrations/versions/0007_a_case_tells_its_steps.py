"""A case keeps the days of its steps, and is found by its number and by what it repeats."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

TEXTS = ("last_step", "extension_asked_by", "consent")
DAYS = (
    "last_step_on",
    "referred_on",
    "reopened_on",
    "review_asked_on",
    "review_decided_on",
    "re_review_asked_on",
    "re_review_decided_on",
)


def upgrade() -> None:
    """Cases that are there already have taken their steps unnamed."""
    for name in TEXTS:
        op.add_column("dispute", sa.Column(name, sa.String(), nullable=False, server_default=""))
    for name in DAYS:
        op.add_column("dispute", sa.Column(name, sa.Date(), nullable=True))
    op.create_index("ix_dispute_number", "dispute", ["number"])
    op.create_index(
        "ix_dispute_repeat", "dispute", ["repeat_of"], sqlite_where=sa.text("repeat_of IS NOT NULL")
    )
