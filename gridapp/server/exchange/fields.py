"""Whether the fields of a change have the types of their record."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from gridapp.contract.kinds import KINDS
from gridapp.contract.sync import Change, Op

SETTING = frozenset({Op.CREATE, Op.UPDATE})
"""What sets fields."""


def are_valid(change: Change) -> bool:
    """Whether every field that this program knows has its type, and a create has all it needs.

    Unknown kinds and unknown fields are carried as they come.
    """
    if change.op not in SETTING or change.kind not in KINDS:
        return True
    try:
        # Dates and ids are text here, as in JSON; all else is strict.
        msgspec.convert(change.fields, _shape(change.kind, complete=change.op == Op.CREATE))
    except msgspec.ValidationError:
        return False
    return True


def are_all_valid(kind: str, columns: Mapping[str, Sequence[Any]]) -> bool:
    """The same of many records of one kind that have all its fields, and no other."""
    known = KINDS[kind].record.model_fields
    try:
        for name, column in columns.items():
            values = set(column) if set(map(type, column)) == {str} else column
            annotation: Any = known[name].annotation
            msgspec.convert(values, Collection[annotation])
    except msgspec.ValidationError:
        return False
    return True


@cache
def _shape(kind: str, *, complete: bool) -> type[msgspec.Struct]:
    fields: list[Any] = []
    for name, info in KINDS[kind].record.model_fields.items():
        needed = complete and info.is_required() and name not in {"id", "unit_id"}
        fields.append((name, info.annotation) if needed else (name, info.annotation, None))
    return msgspec.defstruct(f"{kind}_fields", fields, kw_only=True)
