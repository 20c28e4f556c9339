"""Who may stand in rosters twice: one number, name and birthday, or names that sound alike.

Pure, and about records only: whether two are one person, a person decides.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple
from uuid import UUID

from gridapp.domain.households.citizen_number import check, normalised

MOST_ALIKE = 12
"""So many records with one mark are compared; more share a number that means nothing."""


_FLAT = re.compile(r"(?<=^[zcs])h|(?<=[aei]n)g$")


class Likeness(StrEnum):
    """Why two may be one, the surest first."""

    NUMBER = "number"
    NAME_AND_BIRTH = "name_and_birth"
    SOUND = "sound"


class Record(NamedTuple):
    """A member as the search needs it; the birthday as it travels, "" when unknown."""

    id: bytes
    name: str
    citizen_number: str
    born_on: str
    phone: str
    address: str


class Pair(NamedTuple):
    """Two members that may be one, the smaller id first."""

    first: UUID
    second: UUID
    likeness: Likeness


def folded(syllables: Iterable[str]) -> str:
    """How a name is heard where people do not tell zh from z, nor ang from an."""
    return " ".join(_FLAT.sub("", one) for one in syllables)


def pairs(
    records: Iterable[Record], sound: Callable[[str], str], apart: Iterable[frozenset[UUID]] = ()
) -> list[Pair]:
    """The pairs to look at, the surest first. ``apart``: those known to be two.

    Names that sound alike need something else in common: birthday, phone, or address.
    """
    lone: dict[str, Record] = {}
    blocks: dict[str, list[Record]] = {}
    for record in records:
        for mark in _marks(record, sound(record.name)):
            before = lone.setdefault(mark, record)
            if before is not record:  # most marks are of one alone
                blocks.setdefault(mark, [before]).append(record)
    known = set(apart)
    found: dict[frozenset[UUID], Pair] = {}
    for block in blocks.values():
        for pair in _alike(block[:MOST_ALIKE]):
            both = frozenset((pair.first, pair.second))
            if both not in known:
                found[both] = min(found.get(both, pair), pair, key=_rank)
    return sorted(found.values(), key=lambda pair: (_rank(pair), pair.first, pair.second))


def _marks(record: Record, name: str) -> list[str]:
    number = _bare(record.citizen_number)
    found = [number] if number else []
    if name:
        common = (record.born_on, record.phone, record.address)
        found += [f"{name}/{value}" for value in common if value]
    return found


def _bare(number: str) -> str:
    """The fifteen digits that old and new numbers share; "" for one that is not a number."""
    if not number:
        return ""
    plain = normalised(number)
    if len(plain) == 18:
        return plain[:6] + plain[8:17]
    return plain if len(plain) == 15 else ""


def _alike(block: Sequence[Record]) -> Iterator[Pair]:
    for one, other in combinations(block, 2):
        likeness = _likeness(one, other)
        if likeness is not None:
            first, second = sorted((one.id, other.id))
            yield Pair(UUID(bytes=first), UUID(bytes=second), likeness)


def _likeness(one: Record, other: Record) -> Likeness | None:
    """None for two whose numbers or birthdays are known to be different."""
    if one.citizen_number and _bare(one.citizen_number) == _bare(other.citizen_number) != "":
        return Likeness.NUMBER
    if _good(one.citizen_number) and _good(other.citizen_number):
        return None
    if one.born_on and other.born_on and one.born_on != other.born_on:
        return None
    same = one.name == other.name and bool(one.born_on) and one.born_on == other.born_on
    return Likeness.NAME_AND_BIRTH if same else Likeness.SOUND


def _good(number: str) -> bool:
    return len(number) == 18 and not check(number)


def _rank(pair: Pair) -> int:
    return list(Likeness).index(pair.likeness)
