"""Which level should handle a matter: by difficulty, time span, and whose power it is. Pure.

三级代办: village → township → county. The figures are practice, not law; a county may set its own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import Any

from gridapp.contract.grids import Level

LADDER = (Level.VILLAGE, Level.TOWNSHIP, Level.COUNTY)
"""Levels that handle matters, from the bottom up."""

RULE = "level"
"""Code of the county's record that replaces figures of ``Limits`` by name."""

GROUP, MAJOR_GROUP = "02", "03"
"""Of ``codes.SCALE``."""


class LevelReason(StrEnum):
    """Why a level is proposed."""

    AT_HOME = "level.at_home"
    """Nothing speaks against the village."""
    SCALE = "level.scale"
    PEOPLE = "level.people"
    AMOUNT = "level.amount"
    TIME = "level.time"
    POWER = "level.power"
    """To decide it is in the power of that level's authorities."""


POWERS: Mapping[str, Level] = {
    "0502": Level.COUNTY,
    "0503": Level.COUNTY,
    "07": Level.COUNTY,
    "08": Level.TOWNSHIP,
    "0804": Level.VILLAGE,
    "09": Level.TOWNSHIP,
    "10": Level.COUNTY,
    "11": Level.COUNTY,
    "1104": Level.TOWNSHIP,
    "12": Level.TOWNSHIP,
    "1203": Level.COUNTY,
    "13": Level.COUNTY,
    "14": Level.COUNTY,
}
"""By category or group of categories, the longer key first: medical and traffic matters have their
bodies in the county seat, labour arbitration too; land between individuals is decided by the
township (土地管理法 art. 14); expropriation, enforcement and lawsuits by the county's offices."""


@dataclass(frozen=True)
class Limits:
    """From these figures on a matter belongs one or two levels higher. Amounts in fen."""

    people_township: int = 5
    people_county: int = 50
    amount_township: int = 5_000_000
    amount_county: int = 50_000_000
    days_township: int = 90
    days_county: int = 365
    powers: Mapping[str, Level] = field(default_factory=lambda: POWERS)


@dataclass(frozen=True)
class Proposal:
    """The level proposed, and every reason that leads to it, in the order of ``LevelReason``."""

    level: Level
    reasons: tuple[LevelReason, ...]


@dataclass(frozen=True)
class Matter:
    """What is weighed of a case. ``amount`` in fen; ``since``: the day it arose or was told."""

    category: str
    scale: str
    people: int
    amount: int
    since: date


def propose(matter: Matter, today: date, limits: Limits) -> Proposal:
    """The lowest level that has the means and the power, and why not a lower one."""
    weighed = dict(_weighed(matter, today, limits))
    level = max(weighed.values(), key=LADDER.index, default=Level.VILLAGE)
    if level == Level.VILLAGE:
        return Proposal(level, (LevelReason.AT_HOME,))
    return Proposal(level, tuple(reason for reason, needs in weighed.items() if needs == level))


def is_higher(level: str, than: str) -> bool:
    """Whether the first is further up the ladder."""
    return level in LADDER and (than not in LADDER or LADDER.index(Level(level)) > _rung(than))


def tuned(value: Mapping[str, Any]) -> Limits:
    """The limits with a county's figures; what is no sensible figure is passed over."""
    names = {one.name for one in fields(Limits)} - {"powers"}
    figures = {n: v for n, v in value.items() if n in names and type(v) is int and v > 0}
    powers = value.get("powers")
    own = powers.items() if isinstance(powers, Mapping) else ()
    known = {str(key): Level(level) for key, level in own if level in LADDER}
    return Limits(**figures, powers={**POWERS, **known})


def _rung(level: str) -> int:
    return LADDER.index(Level(level))


def _weighed(matter: Matter, today: date, limits: Limits) -> Iterator[tuple[LevelReason, Level]]:
    yield LevelReason.SCALE, _by_scale(matter.scale)
    yield LevelReason.PEOPLE, _reaches(matter.people, limits.people_township, limits.people_county)
    yield LevelReason.AMOUNT, _reaches(matter.amount, limits.amount_township, limits.amount_county)
    days = (today - matter.since).days
    yield LevelReason.TIME, _reaches(days, limits.days_township, limits.days_county)
    yield LevelReason.POWER, _power(matter.category, limits.powers)


def _by_scale(scale: str) -> Level:
    return {GROUP: Level.TOWNSHIP, MAJOR_GROUP: Level.COUNTY}.get(scale, Level.VILLAGE)


def _reaches(value: int, township: int, county: int) -> Level:
    if value >= county:
        return Level.COUNTY
    return Level.TOWNSHIP if value >= township else Level.VILLAGE


def _power(category: str, powers: Mapping[str, Level]) -> Level:
    return powers.get(category) or powers.get(category[:2]) or Level.VILLAGE
