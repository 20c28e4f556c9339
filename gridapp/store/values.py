"""JSON values of a record's fields, as they travel and lie in the journal, as Python values."""

from typing import Any

from gridapp.store.tables import TABLES


def read(kind: str, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a known kind as its row would hold them. Raises pydantic's ValidationError."""
    table = TABLES[kind]
    assign = table.__pydantic_validator__.validate_assignment
    row = table.model_construct()
    for name, value in fields.items():
        assign(row, name, value)
    return {name: getattr(row, name) for name in fields}
