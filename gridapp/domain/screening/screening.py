"""Rules about rounds and visits."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gridapp.contract.screening import Outcome, RoundRecord, VisitRecord

REACHED = frozenset({Outcome.QUIET, Outcome.DISPUTE, Outcome.UNRECEPTIVE, Outcome.MOVED})
"""Outcomes after which a household needs no second call; 不在家 waits for one (待补访)."""


class VisitFault(StrEnum):
    """Why a visit or round cannot be kept as it stands."""

    IN_FUTURE = "visit.in_future"
    BEFORE_ROUND = "visit.before_round"
    AFTER_ROUND = "visit.after_round"
    ROUND_NAME_MISSING = "round.name_missing"
    ROUND_ENDS_BEFORE_START = "round.ends_before_start"


@dataclass(frozen=True)
class Progress:
    """How far a round is: households due, done, waiting for a second call, and with a dispute."""

    due: int
    done: int
    absent: int
    disputes: int = 0

    @property
    def nil(self) -> bool:
        """Every household was reached and none had a dispute (零报告)."""
        return 0 < self.due == self.done and not self.disputes


def faults(visit: VisitRecord, walk: RoundRecord, today: date) -> list[VisitFault]:
    """Name everything wrong with a visit, so that a form can show it all at once."""
    found = []
    if visit.visited_on > today:
        found.append(VisitFault.IN_FUTURE)
    if visit.visited_on < walk.starts_on:
        found.append(VisitFault.BEFORE_ROUND)
    if visit.visited_on > walk.ends_on:
        found.append(VisitFault.AFTER_ROUND)
    return found


def round_faults(name: str, starts_on: date, ends_on: date) -> list[VisitFault]:
    """Name everything wrong with a round that is about to be opened."""
    found = []
    if not name.strip():
        found.append(VisitFault.ROUND_NAME_MISSING)
    if ends_on < starts_on:
        found.append(VisitFault.ROUND_ENDS_BEFORE_START)
    return found


def progress(marks: Iterable[str | None]) -> Progress:
    """Progress from each household's latest outcome in the round, None when not yet visited."""
    counts = Counter(marks)
    done = sum(counts[outcome] for outcome in REACHED)
    return Progress(counts.total(), done, counts[Outcome.ABSENT], counts[Outcome.DISPUTE])
