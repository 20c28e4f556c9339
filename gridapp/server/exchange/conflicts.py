"""Conflict records: made by the county alone, settled by persons."""

from datetime import datetime
from uuid import UUID, uuid5

from gridapp.contract.sync import Change, FieldConflict, Op
from gridapp.domain.sync.merging import Mark, Stored
from gridapp.server.exchange.records import Key, household_of

SETTLING = frozenset({"settled_at", "settled_by", "choice"})
"""What a person may set in a conflict."""


def key_of(change: Change, field: str) -> Key:
    """The conflict record that keeps what this change offered for the field."""
    return "conflict", uuid5(change.change_id, field)


def record_of(
    change: Change, state: Stored, found: FieldConflict, by: tuple[str, str], now: datetime
) -> Stored:
    """Both values, in the unit of the contested record; ``by``: who wrote them."""
    household: UUID | None = change.record_id
    if change.kind != "household":
        household = household_of(change.kind, state.fields)
    standing_by, offered_by = by
    fields = {
        "unit_id": state.fields["unit_id"],
        "kind": change.kind,
        "record_id": str(change.record_id),
        "household_id": str(household) if household else None,
        "field": found.field,
        "standing": found.standing,
        "offered": found.offered,
        "standing_by": standing_by,
        "offered_by": offered_by,
        "offered_at": now.isoformat(),
        "settled_at": None,
        "settled_by": "",
        "choice": "",
    }
    return Stored(fields, dict.fromkeys(fields, Mark(1, 0)), 1)


def may_touch(change: Change) -> bool:
    """Whether a laptop may make this change of a conflict: settle it, or erase it by law."""
    if change.op == Op.UPDATE:
        return change.fields.keys() <= SETTLING
    return change.op == Op.ERASE
