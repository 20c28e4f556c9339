"""How many people a unit has, and the order of its walk, is told by indexes alone."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """The index of the walk tells what stands; who does not belong to a unit any more has one."""
    op.drop_index("ix_household_walk", "household")
    op.create_index("ix_household_walk", "household", ["unit_id", "until", "walk_order"])
    gone = sa.text("residence IN ('dead', 'moved')")
    op.create_index("ix_member_gone", "member", ["unit_id"], sqlite_where=gone)
