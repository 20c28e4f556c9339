"""Whether this laptop's clock is wrong: told to the person, never corrected in the data."""

from datetime import datetime, timedelta

TOLERANCE = timedelta(minutes=5)


def is_wrong(ours: datetime, county: datetime) -> bool:
    """Whether two aware moments of the same event lie more than five minutes apart."""
    return abs(ours - county) > TOLERANCE
