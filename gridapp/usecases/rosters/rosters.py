"""Importing a roster: everything or nothing, with the micro-grids formed on the way."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.grids import Level
from gridapp.domain.grids.grids import short_name
from gridapp.rosters import sandbox
from gridapp.rosters.comparing import Comparison, RowKind, compared
from gridapp.rosters.handling import Handling
from gridapp.rosters.proposal import Roster
from gridapp.store.grids import grids
from gridapp.store.households import rosters as stored
from gridapp.store.journal import Edit
from gridapp.store.tables import Unit
from gridapp.usecases.desk import Changed, Desk, save
from gridapp.usecases.grids.grids import Forming
from gridapp.usecases.rosters.roster_choices import Choices, Taken, founded_by, taken_of
from gridapp.usecases.rosters.roster_edits import Writing
from gridapp.usecases.rosters.roster_progress import OnProgress, Part, Steps
from gridapp.usecases.rosters.roster_seats import found_households, seats_of


@dataclass(frozen=True)
class Imported:
    """What an import brought."""

    changed: Changed
    households: int
    members: int
    micro_grids: int
    skipped: int
    """Households that the village had already."""
    altered: int = 0
    """Known people and households of whom something was set, moved ones among them."""
    left: int = 0
    """Known people who were marked as moved out."""


@dataclass(frozen=True)
class VillageChoice:
    """A village into which a roster can be imported."""

    id: UUID
    name: str


@dataclass(frozen=True)
class Outlook:
    """What an import would bring."""

    comparison: Comparison
    members: int
    groups: tuple[str, ...]
    """The 村民组 of each new household that needs a new micro-grid, in walking order."""
    joining: int
    """New households that come into micro-grids which their group has already."""
    skipped: int
    """Households that the village has already."""
    takes: int
    """Differences of which something is taken."""


def villages(desk: Desk) -> list[VillageChoice]:
    """The villages that this person looks after, in tree order."""
    with desk.store.session() as session:
        mine = set(grids.subtree(session, desk.person.unit_id))
        return [
            VillageChoice(unit.id, unit.name)
            for unit in grids.units(session)
            if unit.level == Level.VILLAGE and unit.id in mine
        ]


def village_of(roster: Roster, choices: Sequence[VillageChoice]) -> UUID | None:
    """The village that the roster names most often, or the only choice; None when unclear."""
    names = Counter(short_name(h.village) for h in roster.households if h.village)
    for name, _count in names.most_common(1):
        named = [choice.id for choice in choices if short_name(choice.name) == name]
        if len(named) == 1:
            return named[0]
    return choices[0].id if len(choices) == 1 else None


def preview(
    path: Path, on_progress: OnProgress | None = None, handling: Handling | None = None
) -> Roster:
    """Read a roster in a limited child process. Raises ``rosters`` UnreadableFile."""
    return sandbox.read_limited(path, on_progress=on_progress, handling=handling)


def outlook(
    desk: Desk,
    roster: Roster,
    village_id: UUID,
    choices: Choices | None = None,
    comparison: Comparison | None = None,
) -> Outlook:
    """What an import into this village would do, without doing it.

    ``comparison``: the one made before, where only the choices are others.
    """
    with desk.store.session() as session:
        comparison = comparison or _compared(desk, session, roster, village_id)
        taken = taken_of(comparison, choices or {})
        places = founded_by(taken, comparison)
        seats = seats_of(desk, session, village_id)
    groups = [roster.households[place].group for place in places]
    new = [one for one in taken if one.row.kind in (RowKind.NEW_HOUSEHOLD, RowKind.NEW_MEMBER)]
    return Outlook(
        comparison=comparison,
        members=sum(len(one.row.people) for one in new),
        groups=tuple(group for group in groups if group not in seats),
        joining=sum(group in seats for group in groups),
        skipped=len(comparison.homes),
        takes=len(taken),
    )


def import_roster(
    desk: Desk,
    roster: Roster,
    village_id: UUID,
    forming: Forming,
    on_progress: OnProgress,
    choices: Choices | None = None,
) -> Imported:
    """Bring into a village what the person takes of a roster, in one transaction.

    New households come into a micro-grid that their group has, else new ones are formed. Of known
    people only what is taken is set; nobody is ever removed. A cancel from ``on_progress``, or
    any fault, leaves the database as it was.
    """
    steps = Steps(on_progress, len(roster.households))
    with desk.store.session() as session:
        steps.at(Part.COMPARING)
        village = session.get_one(Unit, village_id)
        comparison = _compared(desk, session, roster, village_id)
        taken = taken_of(comparison, choices or {})
        founded = founded_by(taken, comparison)
        new, edits = found_households(
            desk, session, village, roster.households, founded, forming, steps
        )
        writing = Writing(desk, session, roster.households, comparison, new)
        writing.write(taken, steps)
        edits += writing.edits()
        changed = save(
            desk, session, stored.WHAT, village.name, edits, village_id,
            lambda done, of: steps.at(Part.KEEPING, done, of),
        )  # fmt: skip
        steps.at(Part.KEEPING, 1)
    return _told(changed, comparison, taken, edits)


def _told(
    changed: Changed, comparison: Comparison, taken: Sequence[Taken], edits: Sequence[Edit]
) -> Imported:
    made = Counter(edit.kind for edit in edits if edit.op == "create")
    kinds = Counter(one.row.kind for one in taken)
    return Imported(
        changed=changed,
        households=made["household"],
        members=made["member"],
        micro_grids=made["unit"],
        skipped=len(comparison.homes),
        altered=kinds[RowKind.CHANGED] + kinds[RowKind.MOVED],
        left=kinds[RowKind.MISSING],
    )


def _compared(desk: Desk, session: Session, roster: Roster, village_id: UUID) -> Comparison:
    inside = grids.subtree(session, village_id)
    mine = grids.subtree(session, desk.person.unit_id)
    outside = list(set(mine) - set(inside))
    return compared(
        roster, stored.households_of(session, inside), stored.households_of(session, outside)
    )
