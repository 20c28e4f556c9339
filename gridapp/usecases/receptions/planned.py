"""What receptions and meetings have in common: planned as it was typed, set right later."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import Any

from gridapp.contract.kinds import KINDS
from gridapp.store import journal
from gridapp.store.journal import Edit
from gridapp.store.tables import Meeting, Reception
from gridapp.usecases.desk import Desk, refuse

Faults = Callable[[Any, date], Sequence[StrEnum]]
"""What is wrong with a record of the kind on a day."""


def typed(form: Any) -> dict[str, Any]:
    """The fields of a form (a dataclass), without the spaces around their words."""
    fields = asdict(form)
    return {name: one.strip() if isinstance(one, str) else one for name, one in fields.items()}


def set_right(
    desk: Desk, kind: str, row: Meeting | Reception, faults: Faults, **fields: object
) -> Edit:
    """The edit that sets these fields. Raises RejectedError with what would be wrong with them."""
    after = KINDS[kind].record.model_validate({**row.model_dump(), **fields})
    refuse(faults(after, desk.today()))
    return journal.change(desk.new_id(), kind, row, **fields)
