"""What stood in households on a day, told from what stands now and from what happened since."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from gridapp.contract.households import LifeEventKind, LifeEventRecord, Residence

DATED = {
    "household": frozenset({"unit_id", "since", "until"}),
    "member": frozenset({"household_id", "relation", "residence", "since"}),
}
"""The fields whose past is kept, by kind of record. A member is where the household is."""

GONE = (Residence.MOVED.value, Residence.DEAD.value)
"""Who is no longer counted among the people of a household."""


def standing(events: Iterable[LifeEventRecord]) -> list[LifeEventRecord]:
    """The events that hold, as they happened: what was reversed and its reversal are left out."""
    known = list(events)
    reversed_ = {event.reverses for event in known if event.reverses is not None}
    holds = [e for e in known if e.id not in reversed_ and e.kind != LifeEventKind.REVERSED]
    return sorted(holds, key=_when)


def fields_at(
    current: Mapping[str, Any], events: Sequence[LifeEventRecord], day: date
) -> dict[str, Any]:
    """The dated fields of a subject on a day, as they travel; ``events``: its ``standing`` ones.

    What stands now is certain. Each event after the day, the latest first, takes its fields back;
    so a later correction of a value holds from the last event on that has set it. What an act has
    brought into being had no value before, and is not there before its ``since``.
    """
    found = dict(current)
    for event in reversed(events):
        if event.happened_on <= day:
            break
        found |= {name: event.before.get(name) for name in event.after}
    return found


def _when(event: LifeEventRecord) -> tuple[date, datetime, UUID]:
    return (event.happened_on, event.recorded_at, event.id)
