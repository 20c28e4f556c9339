"""Rules about receptions (接访): what a reception needs, and how they are counted. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from gridapp.contract.receptions import ReceptionRecord


class ReceptionFault(StrEnum):
    """Why a reception or a plan cannot be kept as it stands."""

    LEADER_MISSING = "reception.leader_missing"
    IN_FUTURE = "reception.in_future"
    FEWER_PEOPLE_THAN_GROUPS = "reception.fewer_people_than_groups"
    PEOPLE_WITHOUT_GROUP = "reception.people_without_group"
    RESULT_MISSING = "reception.result_missing"
    ALREADY_HELD = "reception.already_held"
    NOT_HELD = "reception.not_held"
    ENDS_BEFORE_START = "reception.ends_before_start"
    NO_DUTY_DAY = "reception.no_duty_day"
    ALL_PLANNED = "reception.all_planned"


@dataclass(frozen=True)
class Turnout:
    """What receptions amounted to: how many, 批 and 人次. ``sum(turnouts, Turnout())`` adds up.

    It is counted by unit and period, never by leader or visitor.
    """

    receptions: int = 0
    groups: int = 0
    people: int = 0

    def __add__(self, other: "Turnout") -> "Turnout":
        return Turnout(
            self.receptions + other.receptions,
            self.groups + other.groups,
            self.people + other.people,
        )


def faults(reception: ReceptionRecord, today: date) -> list[ReceptionFault]:
    """Name everything wrong with a reception, planned or held."""
    found = []
    if not reception.leader.strip():
        found.append(ReceptionFault.LEADER_MISSING)
    if reception.held_on is not None:
        found += _held_faults(reception, reception.held_on, today)
    return found


def _held_faults(reception: ReceptionRecord, held_on: date, today: date) -> list[ReceptionFault]:
    """Every group is one person at least; when somebody came, a result is noted."""
    found = []
    if held_on > today:
        found.append(ReceptionFault.IN_FUTURE)
    if reception.groups > reception.people:
        found.append(ReceptionFault.FEWER_PEOPLE_THAN_GROUPS)
    if reception.people and not reception.groups:
        found.append(ReceptionFault.PEOPLE_WITHOUT_GROUP)
    if reception.groups and not reception.result.strip():
        found.append(ReceptionFault.RESULT_MISSING)
    return found


TWICE_DAYS = 2
"""On fewer days two leaders receive because a person has put them there."""


class Planned(NamedTuple):
    """A reception of the roster."""

    id: UUID
    unit_id: UUID
    day: date
    held: bool


def second_plan(roster: Iterable[Planned]) -> list[UUID]:
    """What a second plan has added where two laptops planned one roster: on each day one stays,
    that which was held, else the one made first. ``roster``: by id, which is when it was made.
    """
    by_day: dict[tuple[UUID, date], list[Planned]] = defaultdict(list)
    for one in roster:
        by_day[one.unit_id, one.day].append(one)
    extra: dict[UUID, list[Planned]] = defaultdict(list)
    for (unit, _), found in by_day.items():
        stays = next((one for one in found if one.held), found[0])
        extra[unit] += [one for one in found if one is not stays and not one.held]
    plans = (found for found in extra.values() if len({one.day for one in found}) >= TWICE_DAYS)
    return [one.id for found in plans for one in found]
