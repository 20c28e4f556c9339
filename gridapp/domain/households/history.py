"""What stood in households on a day, told from what stands now and from what happened since."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from gridapp.contract.households import LifeEventKind, LifeEventRecord, Residence
from gridapp.domain.grids.grids import covers
from gridapp.domain.grids.tree_history import HouseholdSpan, UnitSpan, seats

DATED = {
    "household": frozenset({"unit_id", "since", "until"}),
    "member": frozenset({"household_id", "relation", "residence", "since"}),
}
"""The fields whose past is kept, by kind of record. A member is where the household is."""

GONE = (Residence.MOVED.value, Residence.DEAD.value)
"""Who is no longer counted among the people of a household."""


class MemberNow(NamedTuple):
    """A member as the record has it."""

    id: UUID
    household_id: UUID
    relation: str
    residence: str
    since: date | None


@dataclass(frozen=True)
class HouseholdThen:
    """A household as it stood on a day, with those who belonged to it then."""

    id: UUID
    unit_id: UUID
    members: tuple[MemberNow, ...]


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


def roster(
    households: Iterable[HouseholdSpan],
    members: Iterable[MemberNow],
    units: Iterable[UnitSpan],
    events: Iterable[LifeEventRecord],
    day: date,
) -> list[HouseholdThen]:
    """The households that stood on the day, in the order given, each where it belonged then.

    One of a unit that did not stand yet, or any more, is with the nearest above that did.
    """
    later: dict[UUID, list[LifeEventRecord]] = defaultdict(list)
    for event in standing(events):
        if event.happened_on > day:
            later[event.subject_id].append(event)
    seat = seats(units, day)
    people: dict[UUID, list[MemberNow]] = defaultdict(list)
    for member in members:
        then = _member_at(member, later[member.id], day) if member.id in later else member
        if covers(then.since, None, day) and then.residence not in GONE:
            people[then.household_id].append(then)
    found = []
    for household in households:
        stood = _household_at(household, later.get(household.id, ()), day)
        if covers(stood.since, stood.until, day):
            unit = seat.get(stood.unit_id) or stood.unit_id
            found.append(HouseholdThen(stood.id, unit, tuple(people[stood.id])))
    return found


def _household_at(
    now: HouseholdSpan, events: Sequence[LifeEventRecord], day: date
) -> HouseholdSpan:
    if not events:
        return now
    current = {"unit_id": str(now.unit_id), "since": _text(now.since), "until": _text(now.until)}
    then = fields_at(current, events, day)
    unit = UUID(then["unit_id"]) if then["unit_id"] else now.unit_id
    return HouseholdSpan(now.id, unit, _date(then["since"]), _date(then["until"]))


def _member_at(now: MemberNow, events: Sequence[LifeEventRecord], day: date) -> MemberNow:
    current = {**now._asdict(), "household_id": str(now.household_id), "since": _text(now.since)}
    then = fields_at(current, events, day)
    home = UUID(then["household_id"]) if then["household_id"] else now.household_id
    relation, residence = then["relation"] or "", then["residence"] or ""
    return MemberNow(now.id, home, relation, residence, _date(then["since"]))


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _when(event: LifeEventRecord) -> tuple[date, datetime, UUID]:
    return (event.happened_on, event.recorded_at, event.id)
