"""The ledgers that units have made for themselves and all below them: rules of the county."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session

from gridapp.store import plain

PREFIX = "ledger."
"""Of the codes of such rules."""

_ALL = "SELECT code, unit_id, value, enabled FROM rule WHERE substr(code, 1, ?) = ? ORDER BY id"


@dataclass(frozen=True)
class OwnLedger:
    """A ledger as its unit has written it down, which this program may not understand."""

    code: str
    unit_id: UUID
    value: dict[str, Any]


def standing(session: Session, unit_ids: Collection[UUID]) -> list[OwnLedger]:
    """The ledgers of these units in the order in which they were made; of each the latest word
    of its own unit stands.
    """
    found: dict[tuple[str, UUID], OwnLedger | None] = {}
    for code, unit, value, enabled in plain.ask(session, _ALL, len(PREFIX), PREFIX):
        made = OwnLedger(code, UUID(bytes=bytes(unit)), json.loads(value))
        if made.unit_id in unit_ids:
            found[code, made.unit_id] = made if enabled else None
    return [made for made in found.values() if made is not None]
