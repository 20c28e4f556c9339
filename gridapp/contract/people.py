"""Roles and grants: what a person on a laptop may see and change."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """What a person is to the unit that the grant names."""

    LEADER = "leader"
    VILLAGE = "village"
    TOWNSHIP = "township"
    COUNTY = "county"


@dataclass(frozen=True)
class Grant:
    """A role on a unit; it covers the unit and everything below it."""

    unit_id: UUID
    role: str
