"""Importing a roster: everything or nothing, with the micro-grids formed on the way."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.codes import HEAD
from gridapp.contract.grids import Level
from gridapp.contract.households import HouseholdRecord, MemberRecord
from gridapp.domain.grids import short_name
from gridapp.rosters import sandbox
from gridapp.rosters.proposal import ProposedHousehold, ProposedMember, Roster
from gridapp.store import grids, households, journal
from gridapp.store.journal import Edit
from gridapp.store.tables import Household, Unit
from gridapp.usecases.desk import Changed, Desk, save
from gridapp.usecases.grids import Forming, plan

OnProgress = Callable[[int, int], None]
"""Called with (done, total); raises to cancel, and then nothing is kept."""


@dataclass(frozen=True)
class Imported:
    """What an import brought."""

    changed: Changed
    households: int
    members: int
    micro_grids: int
    skipped: int
    """Households that the village had already."""


@dataclass(frozen=True)
class VillageChoice:
    """A village into which a roster can be imported."""

    id: UUID
    name: str


@dataclass(frozen=True)
class Outlook:
    """What an import would bring: the 村民组 of each new household, in walking order."""

    members: int
    groups: tuple[str, ...]
    skipped: int
    """Households that the village has already."""


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


def outlook(desk: Desk, roster: Roster, village_id: UUID) -> Outlook:
    """What an import into this village would do, without doing it."""
    with desk.store.session() as session:
        fresh, skipped = _fresh(session, village_id, roster.households)
    return Outlook(
        members=sum(len(household.members) for household in fresh),
        groups=tuple(household.group for household in fresh),
        skipped=skipped,
    )


def preview(path: Path, on_progress: OnProgress | None = None) -> Roster:
    """Read a roster in a limited child process. Raises ``rosters`` UnreadableFile."""
    return sandbox.read_limited(path, on_progress=on_progress)


def import_roster(
    desk: Desk,
    roster: Roster,
    village_id: UUID,
    forming: Forming,
    on_progress: OnProgress,
) -> Imported:
    """Bring a roster into a village in one transaction and form its micro-grids.

    Households that the village has already are left alone. A cancel from ``on_progress``, or any
    fault, leaves the database as it was.
    """
    with desk.store.session() as session:
        village = session.get_one(Unit, village_id)
        fresh, skipped = _fresh(session, village_id, roster.households)
        total = 3 * len(fresh)
        on_progress(0, total)
        edits, members = _edits(desk, session, village, fresh, forming, on_progress)
        on_progress(2 * len(fresh), total)
        changed = save(desk, session, "roster.imported", village.name, edits, village_id)
        on_progress(total, total)
    formed = sum(edit.kind == "unit" for edit in edits)
    return Imported(changed, len(fresh), members, formed, skipped)


def _fresh(
    session: Session, village_id: UUID, proposed: Sequence[ProposedHousehold]
) -> tuple[list[ProposedHousehold], int]:
    known = households.known_marks(session, grids.subtree(session, village_id))
    fresh = [household for household in proposed if known.isdisjoint(_marks(household))]
    return fresh, len(proposed) - len(fresh)


def _marks(proposed: ProposedHousehold) -> set[tuple[str, ...]]:
    marks: set[tuple[str, ...]] = {
        (m.citizen_number,) for m in proposed.members if m.citizen_number
    }
    if proposed.members:
        marks.add((proposed.group, proposed.number, proposed.members[0].name))
    return marks


def _edits(
    desk: Desk,
    session: Session,
    village: Unit,
    fresh: Sequence[ProposedHousehold],
    forming: Forming,
    on_progress: OnProgress,
) -> tuple[list[Edit], int]:
    """Units, households and members, each household created in its new micro-grid."""
    walk = [_household(desk, village.id, proposed) for proposed in fresh]
    members_of = {row.id: proposed for row, proposed in zip(walk, fresh, strict=True)}
    edits: list[Edit] = []
    members = done = 0
    for unit, part in plan(desk, session, village, walk, forming):
        edits.append(journal.create(desk.new_id(), "unit", unit))
        for order, household in enumerate(part, 1):
            household.unit_id, household.walk_order = unit.id, order
            record = HouseholdRecord.model_validate(household, from_attributes=True)
            edits.append(journal.create(record.id, "household", record))
            people = _members(desk, record, members_of[record.id])
            edits += [journal.create(member.id, "member", member) for member in people]
            members += len(people)
            done += 1
        on_progress(done, 3 * len(fresh))
    return edits, members


def _household(desk: Desk, unit_id: UUID, proposed: ProposedHousehold) -> Household:
    return Household(
        id=desk.new_id(),
        unit_id=unit_id,
        number=proposed.number,
        group_name=proposed.group,
        address=proposed.address,
        note=proposed.note,
    )


def _members(
    desk: Desk, household: HouseholdRecord, proposed: ProposedHousehold
) -> list[MemberRecord]:
    return [
        MemberRecord(
            id=desk.new_id(),
            unit_id=household.unit_id,
            household_id=household.id,
            name=member.name,
            relation=member.relation,
            sex=member.sex,
            citizen_number=member.citizen_number,
            born_on=member.born_on,
            phone=member.phone,
            residence=member.residence,
            note=member.note,
            place=place,
        )
        for place, member in enumerate(_head_first(proposed))
    ]


def _head_first(proposed: ProposedHousehold) -> list[ProposedMember]:
    return sorted(proposed.members, key=lambda member: member.relation != HEAD)
