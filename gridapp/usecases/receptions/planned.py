"""What receptions and meetings have in common: planned as it was typed, set right later."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import date
from enum import StrEnum
from typing import Any

from gridapp.contract.kinds import KINDS
from gridapp.store import journal
from gridapp.store.journal import Edit
from gridapp.store.receptions.receptions import ReceptionLine
from gridapp.store.tables import Meeting, Reception
from gridapp.usecases.desk import Desk, refuse

Faults = Callable[[Any, date], Sequence[StrEnum]]
"""What is wrong with a record of the kind on a day."""

Planned = Meeting | Reception
Seen = Meeting | Reception | ReceptionLine
"""As it was on the screen when the person began."""


def typed(form: Any) -> dict[str, Any]:
    """The fields of a form (a dataclass), without the spaces around their words."""
    fields = asdict(form)
    return {name: one.strip() if isinstance(one, str) else one for name, one in fields.items()}


def set_right(
    desk: Desk, kind: str, row: Planned, seen: Seen, faults: Faults, **fields: object
) -> list[Edit]:
    """The edit that sets these fields, if any; what is as it was ``seen`` is left as it may be by
    now. Raises RejectedError with what would be wrong with them.
    """
    new = {name: value for name, value in fields.items() if value != getattr(seen, name)}
    after = KINDS[kind].record.model_validate({**row.model_dump(), **new})
    refuse(faults(after, desk.today()))
    edit = journal.change(desk.new_id(), kind, row, **new)
    return [replace(edit, seen=seen.revision)] if new else []
