"""信访代办 and 包案 in figures: by level how many agents, cases and cases done. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gridapp.domain.levels import LADDER
from gridapp.domain.metrics import Ratio


@dataclass(frozen=True)
class Proxies:
    """One line of the table; lines add up to the total."""

    agents: int = 0
    """代办员 who held their post on the last day of the period."""
    cases: int = 0
    """Cases with an agent that were registered in the period (代办件数)."""
    done: int = 0
    """Of ``cases``: concluded by its last day and not reopened since (办结件数)."""

    def __add__(self, other: "Proxies") -> "Proxies":
        return Proxies(self.agents + other.agents, self.cases + other.cases, self.done + other.done)

    @property
    def rate(self) -> Ratio:
        """办结率: done ÷ cases."""
        return Ratio(self.done, self.cases)


@dataclass(frozen=True)
class ProxyFigures:
    """The table of a unit for a period. A case counts at the level that handles it now."""

    lines: Mapping[str, Proxies]
    """By ``Level``, from the village up; a level of a newer program comes last."""
    leaders: Ratio
    """Cases with a case leader (包案): concluded ÷ all, registered in the period."""

    @property
    def total(self) -> Proxies:
        """All levels together."""
        return sum(self.lines.values(), Proxies())


def by_level(
    agents: Iterable[tuple[str, int]], cases: Iterable[tuple[str, int, int]]
) -> dict[str, Proxies]:
    """A line for each level: agents as (level of their unit, number), cases as (level, number,
    done). Whoever is an agent below the village is one of the village.
    """
    lines = {level.value: Proxies() for level in LADDER}
    for level, number in agents:
        at = level if level in lines else LADDER[0].value
        lines[at] += Proxies(agents=number)
    for level, number, done in cases:
        lines[level] = lines.get(level, Proxies()) + Proxies(cases=number, done=done)
    return lines
