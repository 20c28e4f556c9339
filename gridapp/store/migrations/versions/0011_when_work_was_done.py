"""When something of a kind last happened in a case is found without reading its timeline."""

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_case_event_story", "case_event", ["dispute_id", "kind", "happened_on"])
