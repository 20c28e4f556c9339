"""The duty roster as slides for the screen of a hall: who receives today, who comes next. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gridapp.contract.codes import POLICY_FIELDS
from gridapp.reports.receptions import day_text
from gridapp.store.receptions.receptions import ReceptionLine

PER_SLIDE = 4
MOST = 24
"""Duties that are shown at all: half a year of weekly ones."""
_TODAY, _NEXT = "今日接访", "接访安排"


@dataclass(frozen=True)
class SlideLine:
    """One duty. ``field`` as it is read out."""

    day: str
    leader: str
    post: str
    hours: str
    place: str
    field: str


@dataclass(frozen=True)
class Slide:
    """A heading and up to ``PER_SLIDE`` duties."""

    heading: str
    lines: tuple[SlideLine, ...]


def slides(lines: Sequence[ReceptionLine], today: date) -> tuple[Slide, ...]:
    """Slides of the duties from today on; today's stand on slides of their own, first."""
    coming = [line for line in lines if line.day >= today and line.held_on is None][:MOST]
    now = [line for line in coming if line.day == today]
    later = coming[len(now) :]
    return (*_slides(_TODAY, now), *_slides(_NEXT, later))


def _slides(heading: str, lines: Sequence[ReceptionLine]) -> Iterator[Slide]:
    for first in range(0, len(lines), PER_SLIDE):
        some = lines[first : first + PER_SLIDE]
        yield Slide(heading, tuple(map(_line, some)))


def _line(line: ReceptionLine) -> SlideLine:
    field = POLICY_FIELDS.get(line.field, line.field)
    return SlideLine(day_text(line.day), line.leader, line.post, line.hours, line.place, field)
