"""The tree of grids as it stood on a day, and counts that add up from its leaves to its top."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from gridapp.domain.grids.grids import covers


class UnitSpan(NamedTuple):
    """A unit with its first and last day; None: from the beginning, until further notice."""

    id: UUID
    parent_id: UUID | None
    since: date | None
    until: date | None


class HouseholdSpan(NamedTuple):
    """A household where it is now, with its first and last day."""

    id: UUID
    unit_id: UUID
    since: date | None
    until: date | None


def seats(units: Iterable[UnitSpan], day: date) -> dict[UUID, UUID | None]:
    """For every unit the nearest one at or above it that stands on the day; None: there is none.

    A household of a unit that does not stand yet, or any more, belongs to that one.
    """
    known = {unit.id: unit for unit in units}
    return {id_: _climb(known, id_, day) for id_ in known}


def parents(units: Collection[UnitSpan], day: date) -> dict[UUID, UUID | None]:
    """The units that stand on the day, each with the nearest one above it that stands then."""
    known = {unit.id: unit for unit in units}
    return {
        unit.id: _climb(known, unit.parent_id, day)
        for unit in units
        if covers(unit.since, unit.until, day)
    }


def totals(above: Sequence[int | None], own: Sequence[int]) -> list[int]:
    """What each unit has with all below it, from what each owns itself.

    ``above``: of each unit the place of its parent, which comes before it; None at the top.
    """
    found = list(own)
    for place in range(len(found) - 1, -1, -1):
        parent = above[place]
        if parent is not None:
            found[parent] += found[place]
    return found


def seated(own: Mapping[UUID, int], units: Collection[UnitSpan], day: date) -> Mapping[UUID, int]:
    """What each unit that stands on the day owns, with what the units own that do not and whose
    seat it is.
    """
    standing = {unit.id for unit in units if covers(unit.since, unit.until, day)}
    if own.keys() <= standing:
        return own
    seat = seats(units, day)
    found: Counter[UUID] = Counter()
    for unit, number in own.items():
        at = seat.get(unit)
        if at is not None:
            found[at] += number
    return dict(found)


def _climb(known: Mapping[UUID, UnitSpan], id_: UUID | None, day: date) -> UUID | None:
    seen: set[UUID] = set()
    at = id_
    while at is not None and at not in seen and (unit := known.get(at)) is not None:
        if covers(unit.since, unit.until, day):
            return at
        seen.add(at)
        at = unit.parent_id
    return None
