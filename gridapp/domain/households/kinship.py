"""Relations told anew when another becomes the head, by ways along spouses, children and parents.

The way from the new head to a member goes back to the old one and on from there; what is then a
roundabout way is shortened: a parent's child is a brother or sister. Where it stays open who is
meant (whose wife a daughter-in-law is, in a household with two sons), no relation is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

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


class Step(NamedTuple):
    """To a spouse (S), child (C), parent (P), brother or sister (B) of that sex; ``age`` of a B:
    ``+`` older, ``-`` younger; ``foster``: by adoption, or of a former marriage.
    """

    kind: str
    sex: str
    age: str = ""
    foster: bool = False


Way = tuple[Step, ...]

_WAYS = """
11 S1, 12 S2, 10 S0, 20 C1, 30 C2, 27 C1*, 37 C2*, 28 C2 S1, 38 C1 S2,
41 C1 C1, 42 C1 C2, 43 C2 C1, 44 C2 C2, 40 C0 C0, 45 C0 C1 S2, 46 C0 C2 S1,
47 C0 C0 C1, 48 C0 C0 C2, 51 P1, 52 P2, 50 P0, 57 P1*, 58 P2*,
53 S1 P1, 54 S1 P2, 55 S2 P1, 56 S2 P2, 61 P1 P1, 62 P1 P2, 63 P2 P1, 64 P2 P2, 60 P0 P0,
65 S0 P0 P0, 66 P0 P0 P1, 67 P0 P0 P2, 71 B1+, 73 B1-, 75 B2+, 77 B2-, 70 B0,
72 B1+ S2, 74 B1- S2, 76 B2+ S1, 78 B2- S1,
81 P1 B1+, 82 P1 B1+ S2, 83 P1 B1-, 84 P1 B1- S2, 85 P2 B1, 86 P2 B1 S2, 87 P2 B2 S1, 88 P2 B2,
89 P1 B2 S1, 90 P1 B2, 91 P1 B1 C0, 92 P0 B0 C0, 93 B1 C1, 94 B1 C2, 95 B2 C1, 96 B2 C2
"""
_NUMBERED = {
    "C1": "21 22 23 24 25 26 29",
    "C2": "31 32 33 34 35 36 39",
    "C0 C0": "49",
    "B0": "79",
}
"""Codes that say more of the order of birth than the way does."""


def _read(text: str) -> Way:
    return tuple(
        Step(one[0], one[1], "".join(set(one) & {"+", "-"}), one.endswith("*"))
        for one in text.split()
    )


_BY_CODE = {entry.split()[0]: _read(entry.strip()[2:]) for entry in _WAYS.split(",")}
_OF_CODE = _BY_CODE | {
    code: _read(way) for way, codes in _NUMBERED.items() for code in codes.split()
}
_KINDS = {"".join(step.kind for step in way) for way in _BY_CODE.values()}
_BACK = {"S": "S", "C": "P", "P": "C", "B": "B", "+": "-", "-": "+", "": ""}
_SHORTER = {
    "PC": "B",
    "PS": "P",
    "CP": "S",
    "CB": "C",
    "BP": "P",
    "BB": "B",
    "SC": "C",
}
"""Two steps that are one: a parent's spouse is a parent, a child's parent one's spouse."""


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
            found[one.id] = _told(_shortened(first + then), one, head)
    return found


def _unknown(one: Relative) -> Derived:
    return Derived(OTHER_KIN if one.relation == OTHER_KIN else "", sure=False)


def _way(one: Relative) -> Way | None:
    """The way from the head to a member; None when the relation does not tell it."""
    if is_head(one.relation):
        return ()
    way = _OF_CODE.get(one.relation)
    if way and way[-1].sex == "0" and one.sex in ("1", "2"):
        return (*way[:-1], way[-1]._replace(sex=one.sex))
    return way


def _between(new: Way, other: Way, all_ways: Sequence[Way], old: Relative | None) -> Way | None:
    """The way from the new head to another, over the old one or whoever both descend from."""
    sex = old.sex if old is not None else "0"
    done = 0
    while done < min(len(new), len(other)) and _alike(new[done], other[done]):
        if len(new) == len(other) == done + 1 and new[done].kind in "CB":
            break  # two brothers or sisters
        if not _same(new[: done + 1], other, all_ways):
            return None
        sex = new[done].sex
        done += 1
    return _shortened(_reversed(new[done:], sex) + other[done:])


def _alike(one: Step, other: Step) -> bool:
    return (
        one.kind == other.kind
        and (one.sex == other.sex or "0" in (one.sex, other.sex))
        and (one.age == other.age or "" in (one.age, other.age))
    )


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
    return all(map(_alike, way, start))


def _reversed(way: Way, sex: str) -> Way:
    """The same way from its end; ``sex`` is that of the person with whom it began."""
    sexes = [sex, *(step.sex for step in way)]
    back = [
        Step(_BACK[step.kind], from_, _BACK[step.age], step.foster)
        for step, from_ in zip(way, sexes, strict=False)
    ]
    return tuple(back[::-1])


def _shortened(way: Way) -> Way | None:
    """Without roundabouts; None when a step by adoption leaves open who is meant."""
    steps = list(way)
    at = 0
    while at + 1 < len(steps):
        first, second = steps[at], steps[at + 1]
        kind = _SHORTER.get(first.kind + second.kind)
        if kind is None:
            at += 1
            continue
        if first.foster or second.foster:
            return None
        age = first.age if kind == "B" and first.age == second.age else ""
        steps[at : at + 2] = [Step(kind, second.sex, age)]
        at = max(0, at - 1)
    return tuple(steps)


def _told(way: Way | None, one: Relative, head: Relative) -> Derived:
    """The relation at the end of a way; one that has no code of its own is other kin."""
    if way is None:
        return Derived("", sure=False)
    if len(way) == 1 and way[0].kind == "B" and not way[0].age:
        way = (way[0]._replace(age=_order(one, head)),)
    if way == _way(one):
        return Derived(one.relation, sure=True)
    code = next((code for code, known in _BY_CODE.items() if _fits(way, known)), None)
    if code is None and "".join(step.kind for step in way) not in _KINDS:
        return Derived(OTHER_KIN, sure=True)
    return Derived(code or "", sure=code is not None)


def _fits(way: Way, known: Way) -> bool:
    return len(way) == len(known) and all(
        step.kind == wanted.kind
        and wanted.sex in ("0", step.sex)
        and wanted.age in ("", step.age)
        and (len(way) > 1 or step.foster == wanted.foster)
        for step, wanted in zip(way, known, strict=True)
    )


def _order(one: Relative, head: Relative) -> str:
    """``+`` when older than the head; "" when a birthday is missing, or both are of one day."""
    if one.born_on is None or head.born_on is None or one.born_on == head.born_on:
        return ""
    return "+" if one.born_on < head.born_on else "-"
