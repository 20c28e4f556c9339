"""Builds ``resources/data/workdays.csv`` from the chinesecalendar package: run once a year.

    pip install -U chinesecalendar && python installer/workdays.py

A line is a day that is not what its weekday says: the day, 1 for a working day or 0 for a day off,
and the Chinese name of the holiday. The State Council publishes a year's calendar in the November
before it.
"""

import csv
from pathlib import Path

FILE = Path(__file__).parents[1] / "resources" / "data" / "workdays.csv"
SATURDAY = 5


def main() -> None:
    """Write the table."""
    from chinese_calendar.constants import Holiday, holidays, workdays

    names = {found.value: found.chinese for found in Holiday}
    lines = [(day, 0, names[name]) for day, name in holidays.items()]
    lines += [(day, 1, names[name]) for day, name in workdays.items()]
    with FILE.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(sorted(lines))


if __name__ == "__main__":
    main()
