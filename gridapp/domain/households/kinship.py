"""Relations told anew when another becomes the head, by ways along spouses, children and parents.

The way from the new head to a member goes back to the old one and on from there; what is then a
roundabout way is shortened: a parent's child is a brother or sister. Where it stays open who is
meant (whose wife a daughter-in-law is, in a household with two sons), no relation is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from gridapp.domain.households.kin_ways import (
    BY_CODE,
    KINDS,
    OF_CODE,
    Way,
    alike,
    backwards,
    fits,
    shortened,
)
from gridapp.domain.households.relations import HEAD, is_head

UNRELATED, OTHER_KIN = "98", "97"


@dataclass(frozen=True)
class Relative:
    """A member: the relation to the present head (GB/T 4761), sex (GB/T 2261.1), birthday."""

    id: UUID
    relation: str
    sex: str = "0"
    born_on: date | None = None


@dataclass(frozen=True)
class Derived:
    """A relation to the new head; "" when it cannot be told. What is not sure, a person checks."""

    relation: str
    sure: bool


def under_new_head(people: Sequence[Relative], head_id: UUID) -> dict[UUID, Derived]:
    """The relations of everybody when one of them becomes the head.

    ``people`` are all of the household, also those who have moved or died: a way may lead by them.
    """
    new = next(one for one in people if one.id == head_id)
    old = next((one for one in people if is_head(one.relation)), None)
    ways = {one.id: way for one in people if (way := _way(one)) is not None}
    found: dict[UUID, Derived] = {}
    for one in people:
        if one.id == head_id:
            found[one.id] = Derived(HEAD, sure=True)
        elif new is old:
            found[one.id] = Derived(one.relation, sure=bool(one.relation))
        elif UNRELATED in (one.relation, new.relation):
            both = one.relation == new.relation
            found[one.id] = Derived("" if both else UNRELATED, sure=not both)
        elif one.id not in ways or new.id not in ways:
            found[one.id] = _unknown(one)
        else:
            way = _between(ways[new.id], ways[one.id], list(ways.values()), old)
            found[one.id] = _told(way, one, new)
    return found


def under_other_head(people: Sequence[Relative], link: str, head: Relative) -> dict[UUID, Derived]:
    """The relations of a household to the head of another, whose ``link`` its own head is."""
    own = next((one for one in people if is_head(one.relation)), None)
    found: dict[UUID, Derived] = {}
    for one in people:
        first = _way(replace(own, relation=link)) if own is not None else None
        then = _way(one)
        if one is own:
            found[one.id] = Derived(link, sure=bool(link))
        elif UNRELATED in (one.relation, link):
            found[one.id] = Derived(UNRELATED, sure=True)
        elif first is None or then is None:
            found[one.id] = _unknown(one)
        else:
            found[one.id] = _told(shortened(first + then), one, head)
    return found


def _unknown(one: Relative) -> Derived:
    return Derived(OTHER_KIN if one.relation == OTHER_KIN else "", sure=False)


def _way(one: Relative) -> Way | None:
    """The way from the head to a member; None when the relation does not tell it."""
    if is_head(one.relation):
        return ()
    way = OF_CODE.get(one.relation)
    if way and way[-1].sex == "0" and one.sex in ("1", "2"):
        return (*way[:-1], way[-1]._replace(sex=one.sex))
    return way


def _between(new: Way, other: Way, all_ways: Sequence[Way], old: Relative | None) -> Way | None:
    """The way from the new head to another, over the old one or whoever both descend from."""
    sex = old.sex if old is not None else "0"
    done = 0
    while done < min(len(new), len(other)) and alike(new[done], other[done]):
        if len(new) == len(other) == done + 1 and new[done].kind in "CB":
            break  # two brothers or sisters
        if not _same(new[: done + 1], other, all_ways):
            return None
        sex = new[done].sex
        done += 1
    return shortened(backwards(new[done:], sex) + other[done:])


def _same(start: Way, other: Way, all_ways: Sequence[Way]) -> bool:
    """Whether both ways begin with the same person: the father, the spouse, an only son."""
    last = start[-1]
    if last.kind == "S":
        return True
    if last.kind == "P":
        return "0" not in (last.sex, other[len(start) - 1].sex)
    named = [
        way
        for way in all_ways
        if len(way) == len(start) and (_begins(start, way) or _begins(other, way))
    ]
    return len(named) == 1


def _begins(way: Way, start: Way) -> bool:
    return all(map(alike, way, start))


def _told(way: Way | None, one: Relative, head: Relative) -> Derived:
    """The relation at the end of a way; one that has no code of its own is other kin."""
    if way is None:
        return Derived("", sure=False)
    if len(way) == 1 and way[0].kind == "B" and not way[0].age:
        way = (way[0]._replace(age=_order(one, head)),)
    if way == _way(one):
        return Derived(one.relation, sure=True)
    code = next((code for code, known in BY_CODE.items() if fits(way, known)), None)
    if code is None and "".join(step.kind for step in way) not in KINDS:
        return Derived(OTHER_KIN, sure=True)
    return Derived(code or "", sure=code is not None)


def _order(one: Relative, head: Relative) -> str:
    """``+`` when older than the head; "" when a birthday is missing, or both are of one day."""
    if one.born_on is None or head.born_on is None or one.born_on == head.born_on:
        return ""
    return "+" if one.born_on < head.born_on else "-"
