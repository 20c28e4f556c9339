"""A wrong clock is told, a slow answer is not mistaken for one."""

from datetime import UTC, datetime, timedelta

from gridapp.host.clock import is_wrong

COUNTY = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def test_more_than_five_minutes_either_way_is_wrong() -> None:
    assert not is_wrong(COUNTY + timedelta(minutes=5), COUNTY)
    assert is_wrong(COUNTY + timedelta(minutes=5, seconds=1), COUNTY)
    assert is_wrong(COUNTY - timedelta(days=365), COUNTY)
