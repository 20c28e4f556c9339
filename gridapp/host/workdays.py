"""The official calendar that ships with the program."""

import csv
from datetime import date

from gridapp.host.resources import resource


def exceptions() -> list[tuple[date, bool, str]]:
    """(day, whether it is worked, holiday) for each day that is not what its weekday says."""
    with resource("data", "workdays.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    return [(date.fromisoformat(day), works == "1", name) for day, works, name in rows]
