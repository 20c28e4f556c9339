"""Grid units (网格) and the people responsible for them."""

from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from sqlmodel import Field

from gridapp.contract.columns import IdBytes
from gridapp.contract.records import Record

DIVISIONS = UUID("8f3c1c52-6f0e-5d5e-9a55-0c6a3b7a9d10")
"""Name space of the ids of units that come from the national list of divisions."""


def division_id(code: str) -> UUID:
    """The id of the unit with this area code, the same on every machine."""
    return uuid5(DIVISIONS, code)


class Level(StrEnum):
    """How high a grid unit stands in the tree."""

    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"
    LARGE = "large"
    """大网格: a layer between village and micro-grids, where a county uses one."""
    MICRO = "micro"
    DEDICATED = "dedicated"


class Identity(StrEnum):
    """Identity category of a leader (身份类别)."""

    PARTY_MEMBER = "party_member"
    APPLICANT = "applicant"
    ELDER = "elder"
    WORTHY = "worthy"
    CADRE = "cadre"
    POLICE_AUXILIARY = "police_auxiliary"
    GRID_WORKER = "grid_worker"
    OTHER = "other"


class PostKind(StrEnum):
    """What a person is responsible for."""

    MICRO_LEADER = "micro_leader"
    GRID_LEADER = "grid_leader"
    AGENT = "agent"
    MEDIATOR = "mediator"
    CASE_LEADER = "case_leader"


class UnitRecord(Record):
    """A node of the grid tree. Its ``unit_id`` is its own id; it travels in its parent's feed."""

    parent_id: UUID | None = Field(default=None, index=True, sa_type=IdBytes)
    level: str
    name: str
    code: str = ""
    group_name: str = ""
    """村民组 from which a micro-grid was formed."""
    place: int = 0
    """Order among its siblings."""
    contact: str = ""
    """Contact person of a dedicated grid (enterprise, school, hospital, office)."""
    since: date | None = None
    """First day; before it, its households stand with the unit above. None: from the beginning."""
    until: date | None = None
    """Last day of a unit that was dissolved or merged into another."""


class PostRecord(Record):
    """A person responsible in a unit from one day to another (both included; open end is None):
    its leader, an agent (代办员), a mediator, a leader who takes on cases (包案).
    """

    kind: str
    holder: str
    identity: str
    phone: str = ""
    since: date
    until: date | None = None
    quota: int = 0
    """Cases that a case leader or mediator should have at most at a time; 0 for no limit."""
    skills: str = ""
    """What a mediator is good at."""
    stands_in: bool = False
    """For the time being, beside or in place of the holder (代理)."""
