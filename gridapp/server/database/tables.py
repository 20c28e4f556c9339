"""The county's tables. Records of every kind share one table, so that unknown kinds fit too."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from gridapp.contract.columns import IdBytes, UtcMoment

metadata = MetaData()

setting = Table(
    "setting",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

enrolment_code = Table(
    "enrolment_code",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("unit_id", IdBytes, nullable=False),
    Column("role", String(20), nullable=False),
    Column("expires_at", UtcMoment, nullable=False),
    Column("device_id", IdBytes),  # who used it; None while it is unused
)

device = Table(
    "device",
    metadata,
    Column("id", IdBytes, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("person", Text, nullable=False),
    Column("sign_key", String(64), nullable=False),
    Column("box_key", String(64), nullable=False),
    Column("status", String(10), nullable=False),
    Column("last_dseq", Integer, nullable=False),
    Column("head", String(64), nullable=False),
    Column("enrolled_at", UtcMoment, nullable=False),
    Column("backup_hwm", Integer, nullable=False, server_default="0"),  # in the last good backup
)

# When a laptop was last heard of, and the position up to which it then held each feed (JSON).
device_contact = Table(
    "device_contact",
    metadata,
    Column("device_id", IdBytes, primary_key=True),
    Column("at", UtcMoment, nullable=False),
    Column("held", Text),
)

# An ended grant shows nothing more, but still lets in what was written before the laptop knew;
# it is removed when the laptop has dropped the feed.
grant = Table(
    "device_grant",
    metadata,
    Column("device_id", IdBytes, ForeignKey("device.id"), primary_key=True),
    Column("unit_id", IdBytes, primary_key=True),
    Column("role", String(20), nullable=False),
    Column("ended", Boolean, nullable=False, default=False),
)

# Every batch once, as it came: its packed body, without the values of what was erased by law, and
# the packed answers in the same order.
batch = Table(
    "batch",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("device_id", IdBytes, nullable=False),
    Column("batch_id", IdBytes, nullable=False),
    Column("head", String(64), nullable=False),  # of the device's chain after it
    Column("first_dseq", Integer, nullable=False),
    Column("last_dseq", Integer, nullable=False),
    Column("at", UtcMoment, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("answers", LargeBinary, nullable=False),
    UniqueConstraint("device_id", "batch_id"),
)

# Where each change is that ever came: the batch that brought it first, and its place in it.
journal = Table(
    "journal",
    metadata,
    Column("change_id", IdBytes, primary_key=True),
    Column("batch", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("record_id", IdBytes),  # None: the change has the id of its record
    Index(
        "ix_journal_record_id",
        "record_id",
        sqlite_where=text("record_id IS NOT NULL"),
        postgresql_where=text("record_id IS NOT NULL"),
    ),
    sqlite_with_rowid=False,
)

# What a change said whose values are gone, hashed: so that it is known when it comes again. Empty
# where that was not kept: then it is taken for the same.
forgotten_change = Table(
    "forgotten_change",
    metadata,
    Column("change_id", IdBytes, primary_key=True),
    Column("said_sha", String(64), nullable=False),
)

# The grid tree without its records: also units that an enrolment named before anybody pushed them.
unit_node = Table(
    "unit_node",
    metadata,
    Column("id", IdBytes, primary_key=True),
    Column("parent_id", IdBytes),
    Column("level", String(20), nullable=False),
)

feed_counter = Table(
    "feed_counter",
    metadata,
    Column("feed", IdBytes, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("chain", String(64), nullable=False),
)

feed_head = Table(
    "feed_head",
    metadata,
    Column("feed", IdBytes, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("chain", String(64), nullable=False),
    Column("at", UtcMoment, nullable=False),
)

# What each feed holds: how many records of each unit, and the sum of their hashes.
feed_total = Table(
    "feed_total",
    metadata,
    Column("feed", IdBytes, primary_key=True),
    Column("unit_id", IdBytes, primary_key=True),
    Column("open", Boolean, primary_key=True),  # of kinds that may be seen from below
    Column("readers", Text, primary_key=True, server_default=""),
    Column("count", Integer, nullable=False),
    Column("digest", String(16), nullable=False),
)

record = Table(
    "record",
    metadata,
    Column("kind", String(40), primary_key=True),
    Column("id", IdBytes, primary_key=True),
    Column("feed", IdBytes, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("unit_id", IdBytes, nullable=False, index=True),
    Column("follows", IdBytes),  # the record with which it moves
    Column("revision", Integer, nullable=False),
    Column("fields", Text, nullable=False),
    Column("field_revisions", Text, nullable=False),
    Column("deleted", Boolean, nullable=False),
    Column("origin", IdBytes),  # the device that already holds exactly this state
    Column("erased", Boolean, nullable=False, server_default=false()),
    Column("case_id", IdBytes),  # the dispute that it belongs to, or is
    Column(
        "readers", Text, nullable=False, server_default=""
    ),  # who alone sees it: domain.disputes.sealing
    Index("ix_record_feed", "feed", "seq", "origin"),  # one's own is passed over without a look
    Index(
        "ix_record_follows",
        "follows",
        sqlite_where=text("follows IS NOT NULL"),
        postgresql_where=text("follows IS NOT NULL"),
    ),
    Index(
        "ix_record_case_id",
        "case_id",
        sqlite_where=text("case_id IS NOT NULL"),
        postgresql_where=text("case_id IS NOT NULL"),
    ),
)

stub = Table(
    "stub",
    metadata,
    Column("feed", IdBytes, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("id", IdBytes, nullable=False, index=True),
    Column("from_unit", IdBytes, nullable=False),
    Column("revision", Integer, nullable=False),  # the record's first revision elsewhere
    Column("at", UtcMoment, nullable=False),
    Column("readers", Text, nullable=False, server_default=""),  # who alone saw it until then
)

# A change that the county could not judge, whole, for whoever mends the fault.
quarantine = Table(
    "quarantine",
    metadata,
    Column("change_id", IdBytes, primary_key=True),
    Column("device_id", IdBytes, nullable=False),
    Column("record_id", IdBytes, nullable=False, index=True),
    Column("change", LargeBinary, nullable=False),  # msgpack
    Column("fault", String(80), nullable=False),
    Column("at", UtcMoment, nullable=False),
)

# A laptop that offers changes which came first from another device has the history of that one, up
# to the last of them: it was renewed, or is a clone.
shared_history = Table(
    "shared_history",
    metadata,
    Column("device_id", IdBytes, primary_key=True),
    Column("former_id", IdBytes, primary_key=True),
    Column("dseq", Integer, nullable=False),
)

# What was erased by law at the county itself; it stays so whatever a laptop brings again.
erasure = Table(
    "erasure",
    metadata,
    Column("kind", String(40), primary_key=True),
    Column("id", IdBytes, primary_key=True),
    Column("at", UtcMoment, nullable=False),
)

# The bytes of attachments by their hash; ``at``: when the last piece came.
blob = Table(
    "blob",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("received", Integer, nullable=False),
    Column("at", UtcMoment, nullable=False),
)

blob_piece = Table(
    "blob_piece",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("at", UtcMoment, nullable=False),
    Column("device_id", IdBytes),
    Column("act", String(40), nullable=False),
    Column("detail", Text, nullable=False),  # kinds, counts and field names; never a value
    Column("place", Integer),  # in the chain; None until the line is sealed
    Column("hash", String(64)),
    Index("ix_audit_place", "place", unique=True),
    Index(
        "ix_audit_unsealed",
        "seq",
        sqlite_where=text("place IS NULL"),
        postgresql_where=text("place IS NULL"),
    ),
)
