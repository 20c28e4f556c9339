"""What travels between laptop and county, and nothing else. Add-only: a field is never renamed."""

SCHEMA = 1
"""The version of the records and messages that this program speaks."""

MIN_SCHEMA = 1
"""The oldest version that the county still accepts; older laptops get 426 ``too_old``."""
