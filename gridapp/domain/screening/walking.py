"""The order in which the households of a micro-grid are walked. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from gridapp.domain.numerals import natural


class WalkBy(StrEnum):
    """What the order is taken from."""

    ADDRESS = "address"
    LAST_ROUND = "last_round"
    """As the doors were called on in the round before."""


@dataclass(frozen=True)
class Door:
    """What the order can go by. ``called_at``: in the round before; None when nobody called."""

    household_id: UUID
    address: str
    called_at: datetime | None


def ordered(doors: Sequence[Door], by: WalkBy) -> list[UUID]:
    """The households anew; those without an address, or not called on, follow as they stood."""
    if by == WalkBy.ADDRESS:
        known = sorted(
            (door for door in doors if door.address), key=lambda door: natural(door.address)
        )
        rest = [door for door in doors if not door.address]
    else:
        called = [(door.called_at, door) for door in doors if door.called_at is not None]
        known = [door for _, door in sorted(called, key=lambda pair: pair[0])]
        rest = [door for door in doors if door.called_at is None]
    return [door.household_id for door in (*known, *rest)]
