"""Whether the clock of a laptop is right, as far as the county's tells: it is named, never used."""

from datetime import datetime, timedelta
from typing import NamedTuple

TOLERANCE = timedelta(minutes=10)
"""How far the time of a request may be off, and a clock before it is called wrong: what is off by
less makes no date wrong that anybody counts by.
"""


class Compared(NamedTuple):
    """Both clocks at one moment, each as an aware time."""

    here: datetime
    county: datetime


def compared(asked: datetime, county: datetime, answered: datetime) -> Compared:
    """The clocks when the county gave its time, between a question and its answer by this clock.

    That an answer was long under way says nothing of the clocks.
    """
    return Compared(min(max(county, asked), answered), county)


def ahead(known: Compared | None, now: datetime) -> timedelta:
    """How far this clock is ahead of the county's, negative when it is behind; zero while it may
    be right, as when it was set since.
    """
    if known is None:
        return timedelta()
    if now < known.county - TOLERANCE:  # the county's clock has been further already
        return now - known.county
    found = known.here - known.county
    return found if found > TOLERANCE and now >= known.here else timedelta()
