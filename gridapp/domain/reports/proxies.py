"""信访代办 and 包案 in figures: by level how many agents, cases and cases done. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from gridapp.domain.disputes.levels import LADDER
from gridapp.domain.reports.metrics import Figure, Ratio


class Proxied(NamedTuple):
    """A case with an agent or a case leader, registered in the period."""

    dispute_id: UUID
    level: str
    """The one that handles it now."""
    agent: bool
    leader: bool
    done: bool
    """Concluded by the last day of the period and not reopened since."""


@dataclass(frozen=True)
class Proxies:
    """One line of the table; lines add up to the total."""

    agents: int = 0
    """代办员 who held their post on the last day of the period."""
    cases: Figure = field(default_factory=Figure)
    """Cases with an agent that were registered in the period (代办件数)."""
    done: Figure = field(default_factory=Figure)
    """Of ``cases``: ``Proxied.done`` (办结件数)."""

    def __add__(self, other: "Proxies") -> "Proxies":
        return Proxies(self.agents + other.agents, self.cases + other.cases, self.done + other.done)

    @property
    def rate(self) -> Ratio:
        """办结率: done ÷ cases."""
        return Ratio(self.done.value, self.cases.value)


@dataclass(frozen=True)
class ProxyFigures:
    """The table of a unit for a period. A case counts at the level that handles it now."""

    lines: Mapping[str, Proxies]
    """By ``Level``, from the village up; a level of a newer program comes last."""
    leaders: Proxies
    """Cases with a case leader (包案) registered in the period; no agents."""

    @property
    def total(self) -> Proxies:
        """All levels together."""
        return sum(self.lines.values(), Proxies())


def figures(agents: Iterable[tuple[str, int]], cases: Iterable[Proxied]) -> ProxyFigures:
    """The table from the agents as (level of their unit, number), and the cases. Whoever is an
    agent below the village is one of the village.
    """
    numbers = dict.fromkeys((level.value for level in LADDER), 0)
    for level, number in agents:
        numbers[level if level in numbers else LADDER[0].value] += number
    led: list[Proxied] = []
    handled: dict[str, list[Proxied]] = {level: [] for level in numbers}
    for case in cases:
        if case.agent:
            handled.setdefault(case.level, []).append(case)
        if case.leader:
            led.append(case)
    lines = {level: _line(numbers.get(level, 0), found) for level, found in handled.items()}
    return ProxyFigures(lines, _line(0, led))


def _line(agents: int, cases: Sequence[Proxied]) -> Proxies:
    every = tuple(case.dispute_id for case in cases)
    done = tuple(case.dispute_id for case in cases if case.done)
    return Proxies(agents, Figure(len(every), every), Figure(len(done), done))
