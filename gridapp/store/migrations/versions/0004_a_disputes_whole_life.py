"""A dispute"s whole life: tasks, agreements, files, receptions, meetings, what a county sets."""

import sqlalchemy as sa
from alembic import op

from gridapp.contract import columns

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Widen what is there, and create what is new."""
    _widen()
    _create()


def _widen() -> None:
    with op.batch_alter_table("case_event") as batch_op:
        batch_op.add_column(sa.Column("data", sa.JSON(), nullable=False, server_default="{}"))

    with op.batch_alter_table("dispute") as batch_op:
        batch_op.add_column(sa.Column("occurred_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("entered_at", columns.UtcMoment(length=32), nullable=True))
        batch_op.add_column(
            sa.Column("first_receiver", sa.String(), nullable=False, server_default="")
        )
        batch_op.add_column(
            sa.Column("level", sa.String(), nullable=False, server_default="village")
        )
        batch_op.add_column(
            sa.Column("handling_unit_id", columns.IdBytes(length=16), nullable=True)
        )
        batch_op.add_column(sa.Column("agent", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("leader", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("leader_due_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("accepted_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("extended_to", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("answered_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("rating", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(
            sa.Column("matter_settled", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(
            sa.Column("people_settled", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("repeat_of", columns.IdBytes(length=16), nullable=True))
        batch_op.add_column(
            sa.Column("policy_field", sa.String(), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("route", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(
            sa.Column("suitability", sa.String(), nullable=False, server_default="unknown")
        )
        batch_op.add_column(
            sa.Column("people_involved", sa.Integer(), nullable=False, server_default="0")
        )
        batch_op.add_column(sa.Column("amount_claimed", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("amount_agreed", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("amount_paid", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("sealed", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("handlers", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("reception_id", columns.IdBytes(length=16), nullable=True))

    with op.batch_alter_table("party") as batch_op:
        batch_op.add_column(sa.Column("role", sa.String(), nullable=False, server_default="party"))
        batch_op.add_column(
            sa.Column("representative", sa.Boolean(), nullable=False, server_default=sa.false())
        )

    with op.batch_alter_table("post") as batch_op:
        batch_op.add_column(sa.Column("quota", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("skills", sa.String(), nullable=False, server_default=""))


def _create() -> None:
    op.create_table(
        "agreement",
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.Column("id", columns.IdBytes(length=16), nullable=False),
        sa.Column("unit_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("dispute_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("terms", sa.String(), nullable=False),
        sa.Column("manner", sa.String(), nullable=False),
        sa.Column("perform_until", sa.Date(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("mediator", sa.String(), nullable=False),
        sa.Column("confirmation_asked_on", sa.Date(), nullable=True),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("broken", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("agreement") as batch_op:
        batch_op.create_index("ix_agreement_dispute_id", ["dispute_id"])
        batch_op.create_index("ix_agreement_unit_id", ["unit_id"])

    op.create_table(
        "attachment",
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.Column("id", columns.IdBytes(length=16), nullable=False),
        sa.Column("unit_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("dispute_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("added_by", sa.String(), nullable=False),
        sa.Column("added_at", columns.UtcMoment(length=32), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("attachment") as batch_op:
        batch_op.create_index("ix_attachment_dispute_id", ["dispute_id"])
        batch_op.create_index("ix_attachment_sha256", ["sha256"])
        batch_op.create_index("ix_attachment_unit_id", ["unit_id"])

    op.create_table(
        "calendar_day",
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.Column("id", columns.IdBytes(length=16), nullable=False),
        sa.Column("unit_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("works", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("calendar_day") as batch_op:
        batch_op.create_index("ix_calendar_day_day", ["day"])
        batch_op.create_index("ix_calendar_day_unit_id", ["unit_id"])

    op.create_table(
        "meeting",
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.Column("id", columns.IdBytes(length=16), nullable=False),
        sa.Column("unit_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("rhythm", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("chair", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("minutes", sa.String(), nullable=False),
        sa.Column("previous_id", columns.IdBytes(length=16), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("meeting") as batch_op:
        batch_op.create_index("ix_meeting_unit_id", ["unit_id"])

    op.create_table(
        "reception",
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.Column("id", columns.IdBytes(length=16), nullable=False),
        sa.Column("unit_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("planned", sa.Boolean(), nullable=False),
        sa.Column("leader", sa.String(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("hours", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("groups", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("reception") as batch_op:
        batch_op.create_index("ix_reception_unit_id", ["unit_id"])

    op.create_table(
        "rule",
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.Column("id", columns.IdBytes(length=16), nullable=False),
        sa.Column("unit_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("rule") as batch_op:
        batch_op.create_index("ix_rule_code", ["code"])
        batch_op.create_index("ix_rule_unit_id", ["unit_id"])

    op.create_table(
        "task",
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.Column("id", columns.IdBytes(length=16), nullable=False),
        sa.Column("unit_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("dispute_id", columns.IdBytes(length=16), nullable=True),
        sa.Column("meeting_id", columns.IdBytes(length=16), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("owner_unit_id", columns.IdBytes(length=16), nullable=True),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("task") as batch_op:
        batch_op.create_index("ix_task_dispute_id", ["dispute_id"])
        batch_op.create_index("ix_task_due_on", ["due_on"])
        batch_op.create_index("ix_task_meeting_id", ["meeting_id"])
        batch_op.create_index("ix_task_unit_id", ["unit_id"])
