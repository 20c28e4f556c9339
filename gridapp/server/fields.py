"""Whether the fields of a change have the types of their record."""

import json
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from gridapp.contract.kinds import KINDS
from gridapp.contract.sync import Change, Op


def are_valid(change: Change) -> bool:
    """Whether every field that this program knows has its type, and a create has all it needs.

    Unknown kinds and unknown fields are carried as they come.
    """
    if change.kind not in KINDS or change.op == Op.DELETE:
        return True
    model = _complete(change.kind) if change.op == Op.CREATE else _partial(change.kind)
    try:
        # Through JSON, because only there dates and ids are text and all else is strict.
        model.model_validate_json(json.dumps(change.fields), strict=True)
    except ValidationError:
        return False
    return True


@cache
def _complete(kind: str) -> type[BaseModel]:
    return _model(kind, required=True)


@cache
def _partial(kind: str) -> type[BaseModel]:
    return _model(kind, required=False)


def _model(kind: str, *, required: bool) -> type[BaseModel]:
    fields: dict[str, Any] = {}
    for name, info in KINDS[kind].record.model_fields.items():
        needed = required and info.is_required() and name not in {"id", "unit_id"}
        fields[name] = (info.annotation, ... if needed else None)
    return create_model(f"{kind}_fields", __config__=ConfigDict(extra="ignore"), **fields)
