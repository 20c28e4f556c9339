"""When to exchange next. Pure: time and randomness are given."""

from datetime import datetime, timedelta
from random import Random

INTERVAL = timedelta(minutes=10)
"""Between exchanges that went through."""

SOON = timedelta(seconds=20)
"""After a change was saved: whatever follows within it goes along."""

FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(minutes=30)


def after_success(now: datetime, random: Random) -> datetime:
    """Ten minutes from now, a tenth more or less: laptops switched on together spread out."""
    return now + INTERVAL * random.uniform(0.9, 1.1)


def after_change(now: datetime, planned: datetime) -> datetime:
    """Soon after a change was saved, or as planned if that is sooner."""
    return min(planned, now + SOON)


def after_failure(
    now: datetime, failures: int, retry_after: int | None, random: Random
) -> datetime:
    """Backoff with full jitter: anywhere up to 15 s, 30 s, 60 s … 30 minutes.

    ``failures`` in a row, from 1. Never before the moment that the county asked for.
    """
    doubled: int = 2 ** min(failures - 1, 16)
    longest = min(LONGEST_WAIT, FIRST_WAIT * doubled)
    wait = longest * random.random()
    if retry_after is not None:
        wait += timedelta(seconds=retry_after)
    return now + wait
