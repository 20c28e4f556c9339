"""The figures of a week are found by indexes that hold all that is asked for them."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

_MOVES = "kind IN ('concluded', 're_review_asked', 'registered', 'reopened', 'review_asked')"


def upgrade() -> None:
    """The index of the latest visits tells the outcome too; steps are found by day and, those that
    move a case in or out of the balance, by case.
    """
    op.drop_index("ix_visit_latest", "visit")
    latest = ["round_id", "household_id", "recorded_at", "outcome", "visited_on"]
    op.create_index("ix_visit_latest", "visit", latest)
    when = ["kind", "happened_on", "dispute_id"]
    op.create_index("ix_case_event_when", "case_event", when)
    op.create_index(
        "ix_case_event_moves",
        "case_event",
        ["dispute_id", "recorded_at", "id", "kind", "happened_on", "conclusion"],
        sqlite_where=sa.text(_MOVES),
    )
