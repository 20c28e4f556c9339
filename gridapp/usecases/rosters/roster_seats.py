"""Where the new households of an import go: into a micro-grid of their group, or into new ones."""

from collections import Counter
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.grids import Level
from gridapp.contract.households import HouseholdRecord
from gridapp.domain.grids.grids import covers
from gridapp.rosters.proposal import ProposedHousehold
from gridapp.store import journal
from gridapp.store.grids import grids
from gridapp.store.households import households, rosters
from gridapp.store.journal import Edit
from gridapp.store.tables import Household, Unit
from gridapp.usecases.desk import Desk
from gridapp.usecases.grids.grids import Forming, plan
from gridapp.usecases.rosters.roster_progress import Part, Steps


def seats_of(desk: Desk, session: Session, village_id: UUID) -> dict[str, UUID]:
    """The micro-grid of each 村民组 into which a new household comes: the one with the fewest."""
    today = desk.today()
    micro = [
        unit
        for unit in grids.below(session, village_id)
        if unit.level == Level.MICRO and unit.group_name and covers(unit.since, unit.until, today)
    ]
    ids = [unit.id for unit in micro]
    held = Counter(household.unit_id for household in rosters.households_of(session, ids))
    micro.sort(key=lambda unit: -held[unit.id])
    return {unit.group_name: unit.id for unit in micro}


def found_households(
    desk: Desk,
    session: Session,
    village: Unit,
    proposed: Sequence[ProposedHousehold],
    places: Sequence[int],
    forming: Forming,
    steps: Steps,
) -> tuple[dict[int, HouseholdRecord], list[Edit]]:
    """New households by their places in the roster, and the edits that found them.

    Micro-grids are formed for those whose group has none.
    """
    made = {
        place: _household(desk, village.id, proposed[place])
        for place in steps.through(Part.FOUNDING, places)
    }
    seats = seats_of(desk, session, village.id)
    edits: list[Edit] = []
    loose = [one for one in made.values() if one.group_name not in seats]
    for unit, part in plan(desk, session, village, loose, forming):
        edits.append(journal.create(desk.new_id(), "unit", unit))
        _seat(part, unit.id, 1)
    for group, unit_id in seats.items():
        joining = [one for one in made.values() if one.group_name == group]
        if joining:
            _seat(joining, unit_id, households.next_in_walk(session, unit_id))
    records = {
        place: HouseholdRecord.model_validate(one, from_attributes=True)
        for place, one in steps.through(Part.SEATING, list(made.items()))
    }
    edits += [journal.create(one.id, "household", one) for one in records.values()]
    return records, edits


def _seat(part: Iterable[Household], unit_id: UUID, first: int) -> None:
    for order, household in enumerate(part, first):
        household.unit_id, household.walk_order = unit_id, order


def _household(desk: Desk, unit_id: UUID, proposed: ProposedHousehold) -> Household:
    return Household(
        id=desk.new_id(),
        unit_id=unit_id,
        number=proposed.number,
        group_name=proposed.group,
        address=proposed.address,
        note=proposed.note,
    )
