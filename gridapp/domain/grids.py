"""Rules about the grid tree: forming micro-grids, the size band, counts that reconcile."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
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
    count = -(-len(households) // BAND[1])
    cuts = [len(households) * n // count for n in range(count + 1)] if count else [0]
    return [households[first:last] for first, last in pairwise(cuts)]


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


def covers(since: date, until: date | None, day: date) -> bool:
    """Whether a post was held on a day; first and last day count."""
    return since <= day and (until is None or day <= until)


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
