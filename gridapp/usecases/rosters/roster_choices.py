"""What the person takes of the differences between a roster and what is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gridapp.rosters.comparing import Comparison, DiffRow, RowKind
from gridapp.rosters.differences import Part

Choices = Mapping[tuple[str, str], bool]
"""(key of a row, field of a part) → whether it is taken; what is not named is as usual."""

_WHOLE = frozenset({"household_id", "household", "member"})
"""Parts that are no field of the record."""


@dataclass(frozen=True)
class Taken:
    """A difference with the parts of it that are taken, at least one."""

    row: DiffRow
    parts: tuple[Part, ...]

    @property
    def fields(self) -> dict[str, Any]:
        """The fields to set, as the record has them."""
        found: dict[str, Any] = {p.field: p.new for p in self.parts if p.field not in _WHOLE}
        if "born_on" in found:
            found["born_on"] = self.row.people[0].born_on
        return found

    @property
    def moves(self) -> bool:
        """Whether the person comes to another household."""
        return any(part.field == "household_id" for part in self.parts)


def is_taken(row: DiffRow, part: Part, choices: Choices) -> bool:
    """Whether the person takes a part of a difference."""
    return choices.get((row.key, part.field), part.usual)


def taken_of(comparison: Comparison, choices: Choices) -> list[Taken]:
    """All that is taken, in the order of the roster."""
    found = (
        Taken(row, tuple(part for part in row.parts if is_taken(row, part, choices)))
        for row in comparison.rows
    )
    return [taken for taken in found if taken.parts]


def founded_by(taken: Sequence[Taken], comparison: Comparison) -> list[int]:
    """The places in the roster of the households that come into being, in its order."""
    places = {one.row.household for one in taken if one.row.kind == RowKind.NEW_HOUSEHOLD}
    places |= {one.row.household for one in taken if one.moves}
    return sorted(places - comparison.homes.keys())
