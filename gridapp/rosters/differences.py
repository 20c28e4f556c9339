"""What a roster says of one member or household that is kept otherwise. Pure."""

import re
from dataclasses import dataclass

from gridapp.domain.households import citizen_number
from gridapp.rosters.proposal import ProposedHousehold, ProposedMember
from gridapp.rosters.states import State
from gridapp.store.households.rosters import KnownHousehold, KnownMember

GONE = (State.MOVED, State.DEAD)


@dataclass(frozen=True)
class Part:
    """One thing that can be taken or left: a field with its values, as the records write them.

    ``usual``: whether it is taken unless the person says otherwise.
    """

    field: str
    old: str
    new: str
    usual: bool = True


def household_parts(proposed: ProposedHousehold, known: KnownHousehold) -> tuple[Part, ...]:
    """What differs of a household; an empty cell says nothing, a note of ours is not replaced."""
    told = (
        ("group_name", known.group_name, proposed.group),
        ("number", known.number, proposed.number),
        ("address", known.address, proposed.address),
        ("note", known.note, proposed.note),
    )
    return tuple(
        Part(field, old, new, usual=field != "note" or not old)
        for field, old, new in told
        if new and new != old
    )


def member_parts(
    proposed: ProposedMember, known: KnownMember, *, tells_state: bool
) -> tuple[Part, ...]:
    """What differs of a member.

    Nothing is ever replaced by an empty cell. ``tells_state``: the roster has a column for it, so
    that "present" is a word of its own. A worse citizen number is not offered, nor is the sex or
    birthday that comes of it.
    """
    parts = [
        _named(proposed, known),
        _numbered(proposed, known),
        _plain("relation", known.relation, proposed.relation),
        _plain("sex", known.sex, proposed.sex.replace("0", "")),
        _born(proposed, known),
        _phoned(proposed, known),
        _stated(proposed, known, tells_state),
        _noted(proposed, known),
    ]
    return tuple(part for part in parts if part is not None)


def is_good(number: str) -> bool:
    """Whether a citizen number is there and nothing speaks against it."""
    return bool(number) and citizen_number.WARNINGS.issuperset(citizen_number.check(number))


def _plain(field: str, old: str, new: str) -> Part | None:
    return Part(field, old, new) if new and new != old else None


def _named(proposed: ProposedMember, known: KnownMember) -> Part | None:
    if proposed.name == known.name:
        return None
    sure = is_good(known.citizen_number) and known.citizen_number == proposed.citizen_number
    return Part("name", known.name, proposed.name, usual=sure)


def _numbered(proposed: ProposedMember, known: KnownMember) -> Part | None:
    old, new = known.citizen_number, proposed.citizen_number
    good = is_good(new)
    if not new or new == old or (old and not good):
        return None
    return Part("citizen_number", old, new, usual=not is_good(old))


def _born(proposed: ProposedMember, known: KnownMember) -> Part | None:
    old, new = known.born_on, proposed.born_on
    if new is None or new == old:
        return None
    of_number = citizen_number.born_on_of(known.citizen_number) if known.citizen_number else None
    return Part("born_on", old.isoformat() if old else "", new.isoformat(), usual=old != of_number)


def _phoned(proposed: ProposedMember, known: KnownMember) -> Part | None:
    if set(_numbers(proposed.phone)) <= set(_numbers(known.phone)):
        return None
    return Part("phone", known.phone, proposed.phone)


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _stated(proposed: ProposedMember, known: KnownMember, tells_state: bool) -> Part | None:
    old, new = known.residence, proposed.residence
    if new == old or (new == State.PRESENT and not tells_state):
        return None
    return Part("residence", old, new, usual=old not in GONE)


def _noted(proposed: ProposedMember, known: KnownMember) -> Part | None:
    part = _plain("note", known.note, proposed.note)
    return part and Part("note", part.old, part.new, usual=not part.old)
