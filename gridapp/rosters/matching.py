"""Which person and household of a roster is which of those that are kept. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from gridapp.rosters.proposal import ProposedHousehold, ProposedMember
from gridapp.store.households.rosters import KnownHousehold, KnownMember

Place = tuple[int, int]
"""A household of the roster and a member of it, both by their place."""

OneT = TypeVar("OneT")
Key = tuple[object, ...] | None
_TELLING = 12
"""Characters from which on a number tells one person."""

_SAME_AS_FAR = 14
"""Digits of a citizen number that Excel keeps: area and birthday."""


@dataclass(frozen=True)
class Match:
    """What was found: members and households by their place in the roster."""

    members: Mapping[Place, KnownMember]
    homes: Mapping[int, KnownHousehold]
    households: Mapping[UUID, KnownHousehold]
    village: frozenset[UUID]


def matched(
    proposed: Sequence[ProposedHousehold],
    village: Sequence[KnownHousehold],
    elsewhere: Sequence[KnownHousehold],
) -> Match:
    """By citizen number, then name and birthday, then by the name within the household."""
    people = {(n, m): one for n, h in enumerate(proposed) for m, one in enumerate(h.members)}
    pairs = _Pairs()
    here = [one for household in village for one in household.members]
    pairs.join(people, here, _by_number)
    pairs.join(people, (one for h in elsewhere for one in h.members), _by_number_and_name)
    pairs.join(people, here, _by_birth)
    homes = _homes(proposed, village, pairs.found)
    for place, home in homes.items():
        inside = {(place, n): one for n, one in enumerate(proposed[place].members)}
        for key in (_by_name, _by_part):
            pairs.join(inside, home.members, key)
    known = {household.id: household for household in (*elsewhere, *village)}
    return Match(pairs.found, homes, known, frozenset(household.id for household in village))


class _Pairs:
    """Who was found to be whom; nobody twice."""

    def __init__(self) -> None:
        self.found: dict[Place, KnownMember] = {}
        self._taken: set[UUID] = set()

    def join(
        self,
        people: Mapping[Place, ProposedMember],
        known: Iterable[KnownMember],
        key: Callable[[ProposedMember | KnownMember], Key],
    ) -> None:
        """Pair those who are still open and alone with their key on both sides."""
        left = _alone((one, key(one)) for one in known if one.id not in self._taken)
        right = _alone(
            (place, key(one)) for place, one in people.items() if place not in self.found
        )
        for mark, place in right.items():
            if mark in left:
                self.found[place] = left[mark]
                self._taken.add(left[mark].id)


def _alone(keyed: Iterable[tuple[OneT, Key]]) -> dict[Key, OneT]:
    pairs = [(key, one) for one, key in keyed if key is not None]
    counts = Counter(key for key, _one in pairs)
    return {key: one for key, one in pairs if counts[key] == 1}


def _by_number(one: ProposedMember | KnownMember) -> Key:
    """Old numbers of 15 digits are those of 18 without the century and the check digit.

    A mistyped number is still the same number, but not one whose last digits Excel has lost.
    """
    number = one.citizen_number
    if len(number) < _TELLING or number.endswith("000"):
        return None
    return (number[:6] + number[8:17],) if len(number) == 18 and number[6:8] == "19" else (number,)


def _by_number_and_name(one: ProposedMember | KnownMember) -> Key:
    """Far away, a number under another name is more likely a mistyped one."""
    number = _by_number(one)
    return None if number is None else (*number, one.name)


def _by_birth(one: ProposedMember | KnownMember) -> Key:
    return (one.name, one.born_on) if one.born_on else None


def _by_name(one: ProposedMember | KnownMember) -> Key:
    return (one.name,)


def _by_part(one: ProposedMember | KnownMember) -> Key:
    """Born on the same day in the same relation: a name was written otherwise."""
    return (one.relation, one.born_on) if one.born_on and one.relation else None


def _homes(
    proposed: Sequence[ProposedHousehold],
    village: Sequence[KnownHousehold],
    found: Mapping[Place, KnownMember],
) -> dict[int, KnownHousehold]:
    """The known household of each of the roster: where most of its people are, and by its head.

    A head of the same name in the same group weighs as much as two others who came along, so that
    one who moves in does not bring the household from which they come.
    """
    by_id = {household.id: household for household in village}
    score = Counter({pair: n for pair, n in _shared(found).items() if pair[1] in by_id})
    for weight, marks_of, known_marks in (
        (1, _full_marks, _known_full),
        (4, _marks, _known_marks),
    ):
        left = _alone((household, known_marks(household)) for household in village)
        right = _alone((n, marks_of(one)) for n, one in enumerate(proposed))
        for mark, n in right.items():
            if mark in left and _may_be(proposed[n], left[mark]):
                score[n, left[mark].id] += weight
    homes: dict[int, KnownHousehold] = {}
    taken: set[UUID] = set()
    for place, home in sorted(score, key=lambda pair: (-score[pair], pair[0])):
        if place not in homes and home not in taken:
            homes[place] = by_id[home]
            taken.add(home)
    return homes


def _shared(found: Mapping[Place, KnownMember]) -> Counter[tuple[int, UUID]]:
    """How many people a household of the roster shares with a known one; its first counts more."""
    shared: Counter[tuple[int, UUID]] = Counter()
    for (place, number), one in found.items():
        shared[place, one.household_id] += 4 if number == 0 else 2
    return shared


def _full_marks(household: ProposedHousehold) -> Key:
    head = household.members[0].name
    return (household.group, household.number, head) if household.number else None


def _known_full(household: KnownHousehold) -> Key:
    if not household.members or not household.number:
        return None
    return (household.group_name, household.number, household.members[0].name)


def _marks(household: ProposedHousehold) -> Key:
    return (household.group, household.members[0].name)


def _known_marks(household: KnownHousehold) -> Key:
    return (household.group_name, household.members[0].name) if household.members else None


def _may_be(proposed: ProposedHousehold, known: KnownHousehold) -> bool:
    """Not where both heads have numbers that begin differently: two people of one name."""
    one, other = proposed.members[0].citizen_number, known.members[0].citizen_number
    return not (one and other) or one[:_SAME_AS_FAR] == other[:_SAME_AS_FAR]
