"""Whom a household consists of, its head first, is told by one index alone."""

from alembic import op

revision = "0021"
down_revision = "0018"


def upgrade() -> None:
    """The index of the household tells the order of its people and their names as well."""
    op.drop_index("ix_member_household_id", "member")
    op.create_index("ix_member_of_household", "member", ["household_id", "place", "id", "name"])
