"""What a roster says against what is kept: who is new, changed, moved or missing. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from gridapp.rosters.differences import Part, household_parts, member_parts
from gridapp.rosters.matching import Match, matched
from gridapp.rosters.proposal import ProposedHousehold, ProposedMember, Roster
from gridapp.rosters.states import State
from gridapp.rosters.vocabulary import Field
from gridapp.store.households.rosters import KnownHousehold, KnownMember


class RowKind(StrEnum):
    """What a row of the comparison is about."""

    NEW_HOUSEHOLD = "new_household"
    NEW_MEMBER = "new_member"
    CHANGED = "changed"
    """A member or a household of whom the roster says something else."""
    MOVED = "moved"
    """A member of another household, or a household of another group, than so far."""
    MISSING = "missing"
    """A member of a group of the roster whom the roster does not have."""


@dataclass(frozen=True)
class DiffRow:
    """One difference. ``parts`` are what can be taken or left, each for itself.

    ``household`` is its place in the roster (-1 for who is missing). ``people`` are those of the
    roster whom it speaks of: who would be new, or the one who is known. ``key`` stays the same
    when the file is read again.
    """

    key: str
    kind: RowKind
    name: str
    group: str
    parts: tuple[Part, ...]
    household: int = -1
    people: tuple[ProposedMember, ...] = ()
    known_id: UUID | None = None
    home_id: UUID | None = None
    """The household in which the known member is."""


@dataclass(frozen=True)
class Comparison:
    """The differences, and what they are counted against.

    ``homes``: place in the roster → the known household that it is.
    """

    rows: tuple[DiffRow, ...]
    homes: Mapping[int, KnownHousehold]
    unchanged: int
    """People of the roster of whom nothing differs."""
    known: int
    """Households that the village has."""


def compared(
    roster: Roster, village: Sequence[KnownHousehold], elsewhere: Sequence[KnownHousehold] = ()
) -> Comparison:
    """Compare a roster with the households of its village.

    Who lives ``elsewhere``, in other villages of the person, is known by number and name together.
    """
    match = matched(roster.households, village, elsewhere)
    tells_state = {s.name for s in roster.sheets if any(_tells_state(c.field) for c in s.columns)}
    rows: list[DiffRow] = []
    unchanged = 0
    for place, proposed in enumerate(roster.households):
        found = _of_household(place, proposed, match, proposed.sheet in tells_state)
        rows += found
        unchanged += len(proposed.members) - sum(len(row.people) for row in found)
    rows += _missing(roster.households, village, match)
    return Comparison(tuple(rows), match.homes, unchanged, len(village))


def _tells_state(name: str | None) -> bool:
    return name is not None and name.removeprefix("head_") == Field.RESIDENCE


def _of_household(
    place: int, proposed: ProposedHousehold, match: Match, tells_state: bool
) -> list[DiffRow]:
    home = match.homes.get(place)
    rows = [_new_household(place, proposed, match) if home is None else None]
    if home is not None and (parts := household_parts(proposed, home)):
        moved = any(part.field == "group_name" for part in parts)
        kind = RowKind.MOVED if moved else RowKind.CHANGED
        name = home.members[0].name if home.members else ""
        key = f"household:{home.id}"
        rows.append(DiffRow(key, kind, name, proposed.group, parts, place, (), home.id, home.id))
    for number, member in enumerate(proposed.members):
        known = match.members.get((place, number))
        if known is not None:
            rows.append(_of_known(place, proposed, member, known, match, tells_state))
        elif home is not None:
            parts = (Part("member", "", member.name),)
            key = f"new:{proposed.sheet}:{member.row}:{member.name}"
            kind = RowKind.NEW_MEMBER
            rows.append(DiffRow(key, kind, member.name, proposed.group, parts, place, (member,)))
    return [row for row in rows if row is not None]


def _new_household(place: int, proposed: ProposedHousehold, match: Match) -> DiffRow | None:
    fresh = tuple(m for n, m in enumerate(proposed.members) if (place, n) not in match.members)
    if not fresh:
        return None
    parts = (Part("household", "", str(len(fresh))),)
    key = f"new:{proposed.sheet}:{proposed.row}:{fresh[0].name}"
    kind = RowKind.NEW_HOUSEHOLD
    return DiffRow(key, kind, fresh[0].name, proposed.group, parts, place, fresh)


def _of_known(
    place: int,
    proposed: ProposedHousehold,
    member: ProposedMember,
    known: KnownMember,
    match: Match,
    tells_state: bool,
) -> DiffRow | None:
    home = match.homes.get(place)
    parts = member_parts(member, known, tells_state=tells_state)
    kind = RowKind.CHANGED
    if home is None or home.id != known.household_id:
        old = match.households[known.household_id]
        here = known.household_id in match.village
        move = Part("household_id", _told(old), _told_new(proposed), usual=here)
        parts, kind = (move, *parts), RowKind.MOVED
    if not parts:
        return None
    return DiffRow(
        f"member:{known.id}", kind, known.name, proposed.group, parts, place, (member,),
        known.id, known.household_id,
    )  # fmt: skip


def _told(household: KnownHousehold) -> str:
    head = household.members[0].name if household.members else ""
    return " ".join(filter(None, (household.group_name, household.number, head)))


def _told_new(household: ProposedHousehold) -> str:
    head = household.members[0].name if household.members else ""
    return " ".join(filter(None, (household.group, household.number, head)))


def _missing(
    proposed: Sequence[ProposedHousehold], village: Sequence[KnownHousehold], match: Match
) -> list[DiffRow]:
    """Who is here in a group of the roster and not in it. Left alone unless the person says so."""
    groups = {household.group for household in proposed}
    found = {member.id for member in match.members.values()}
    return [
        DiffRow(
            f"member:{member.id}",
            RowKind.MISSING,
            member.name,
            household.group_name,
            (Part("residence", member.residence, State.MOVED.value, usual=False),),
            known_id=member.id,
            home_id=household.id,
        )
        for household in village
        if "" in groups or household.group_name in groups
        for member in household.members
        if member.id not in found and member.residence not in (State.MOVED, State.DEAD)
    ]
