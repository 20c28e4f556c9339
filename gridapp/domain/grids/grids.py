"""Rules about the grid tree: forming micro-grids, the size band, counts that reconcile."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from enum import StrEnum
from itertools import count, pairwise
from typing import TypeVar

from gridapp.contract.grids import Level

BAND = (15, 20)
"""Households of a micro-grid, both included: a soft band, shown and never enforced."""

T = TypeVar("T")


class Size(StrEnum):
    """How a micro-grid stands to the band."""

    SMALL = "small"
    FITTING = "fitting"
    LARGE = "large"


class GridFault(StrEnum):
    """Why a unit or post cannot be kept as it stands."""

    NAME_MISSING = "grid.name_missing"
    NAME_TAKEN = "grid.name_taken"
    HOLDER_MISSING = "post.holder_missing"
    PHONE_DOUBTFUL = "post.phone_doubtful"
    ENDS_BEFORE_START = "post.ends_before_start"
    STARTS_TOO_EARLY = "post.starts_before_predecessor"
    HELD_BY_ANOTHER = "post.held_by_another"
    """Somebody holds, or held, the post on some of these days."""
    STAND_IN_ENDLESS = "post.stand_in_endless"
    """Who stands in does so for a time with an end."""


@dataclass(frozen=True)
class Tally:
    """Units of a tree by level."""

    county: int
    township: int
    village: int
    micro: int
    dedicated: int
    large: int = 0

    @property
    def total(self) -> int:
        """All units together."""
        return sum(astuple(self))


def tally(levels: Iterable[str]) -> Tally:
    """Count units by level; a level this program does not know is left out of every sum."""
    counts = Counter(levels)
    return Tally(**{level.value: counts[level.value] for level in Level})


def size_of(households: int) -> Size:
    """Where a micro-grid stands to the band."""
    low, high = BAND
    if households < low:
        return Size.SMALL
    return Size.LARGE if households > high else Size.FITTING


def split_evenly(households: Sequence[T]) -> list[Sequence[T]]:
    """Cut a walk into the fewest even stretches of at most 20 households, walking order kept.

    Stretches differ by one household at most. 41 households cannot all be in the band: three
    stretches of 14, 14, 13 are preferred to two above 20.
    """
    return cut(households, -(-len(households) // BAND[1]))


def cut(walk: Sequence[T], parts: int) -> list[Sequence[T]]:
    """A walk in so many even stretches, walking order kept; they differ by one at most."""
    cuts = [len(walk) * n // parts for n in range(parts + 1)] if parts else [0]
    return [walk[first:last] for first, last in pairwise(cuts)]


def by_group(households: Sequence[tuple[str, T]]) -> list[tuple[str, Sequence[T]]]:
    """Stretches per 村民组: a group becomes one micro-grid, a large one is split evenly.

    ``households`` are (group, household) in walking order. Groups come out in the order of their
    number, groups without one in the order met, households without a group last, as group "".
    """
    groups: dict[str, list[T]] = {}
    for group, household in households:
        groups.setdefault(group, []).append(household)
    ordered = sorted(groups, key=group_order)
    return [(group, part) for group in ordered for part in split_evenly(groups[group])]


def stretches(
    households: Sequence[tuple[str, T]], *, evenly: bool
) -> list[tuple[str, Sequence[T]]]:
    """The micro-grids that a walk of (group, household) becomes, per 村民组 or evenly as ""."""
    if not evenly:
        return by_group(households)
    return [("", part) for part in split_evenly([household for _group, household in households])]


def sizes(groups: Sequence[str], *, evenly: bool) -> list[int]:
    """Households of each micro-grid that a walk past households of these groups would become."""
    return [len(part) for _group, part in stretches([(g, g) for g in groups], evenly=evenly)]


def covers(since: date | None, until: date | None, day: date) -> bool:
    """Whether a post, a unit or a household stands on a day; first and last day count.

    None: from the beginning, or until further notice.
    """
    return (since is None or since <= day) and (until is None or day <= until)


def group_order(group: str) -> tuple[int, int]:
    """Sort key of a 村民组: numbered ones by number, then named ones, the nameless last."""
    number = re.match(r"(\d+)组$", group)
    if number:
        return (0, int(number.group(1)))
    return (1, 0) if group else (2, 0)


def short_name(village: str) -> str:
    """The village's own name without what it is: ``龙泉社区居委会`` → ``龙泉``."""
    kind = r"(社区|村)?(居民委员会|村民委员会|居委会|村委会|生活区)$|(社区|村)$"
    return re.sub(kind, "", village) or village


def free_name(village: str, group: str, place: int, taken: Collection[str]) -> str:
    """A name for a new micro-grid: ``东青2-1`` of the second group, the next number that is free.

    Without a numbered group it is called by its place: ``东青7``.
    """
    number = group.removesuffix("组")
    if not number.isdigit():
        return next(name for n in count(place) if (name := f"{village}{group}{n}") not in taken)
    return next(name for n in count(1) if (name := f"{village}{number}-{n}") not in taken)


def placed(order: Sequence[T], moved: T, place: int) -> dict[T, int]:
    """The places of siblings, from 1, when one of them is put at a place; far ones are the last."""
    others = [one for one in order if one != moved]
    at = min(max(place, 1), len(others) + 1) - 1
    return {one: n for n, one in enumerate([*others[:at], moved, *others[at:]], 1)}


def post_faults(holder: str, phone: str, since: date, until: date | None) -> list[GridFault]:
    """Name everything wrong with a leader's post."""
    found = []
    if not holder.strip():
        found.append(GridFault.HOLDER_MISSING)
    if phone.strip() and not re.fullmatch(r"1\d{10}|0\d{2,3}-?\d{7,8}", phone.strip()):
        found.append(GridFault.PHONE_DOUBTFUL)
    if until is not None and until < since:
        found.append(GridFault.ENDS_BEFORE_START)
    return found
