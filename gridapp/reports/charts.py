"""A chart as data; Excel, Word and the screen each draw it in their own way."""

from dataclasses import dataclass
from enum import StrEnum


class ChartKind(StrEnum):
    """How the values are drawn."""

    COLUMNS = "columns"
    """Upright bars side by side: one group for each name."""
    BARS = "bars"
    """Bars lying below each other, the first on top."""


@dataclass(frozen=True)
class Series:
    """What is compared, with a value for each name of the chart."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True)
class Chart:
    """``names`` stand along the axis; every series has as many values."""

    title: str
    kind: ChartKind
    names: tuple[str, ...]
    series: tuple[Series, ...]
