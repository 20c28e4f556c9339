"""Reads days off and make-up days from the State Council's yearly notice, or from lines like it.

    一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。

Pure: text in, days out; what cannot be read is left out.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)

_NAME = re.compile(r"(?:^|[、.\s])([\u4e00-\u9fff]{2,4})：")
_CLAUSE = re.compile(r"([^。；;\n]*?)(放假|上班)")
_DAY = r"(?:(?:(\d{4})年)?(\d{1,2})月)?(\d{1,2})日(?:[（(][^）)]*[）)])?"
_SPAN = re.compile(rf"{_DAY}(?:\s*(?:至|到|-|—|~)\s*{_DAY})?")
_LONGEST = 15


class NoticeDay(NamedTuple):
    """A day that is not what its weekday says."""

    day: date
    works: bool
    name: str


def read_notice(text: str, year: int) -> tuple[NoticeDay, ...]:
    """The days of a notice for this year, in order, each once. A day without a month has that of
    the day before it.
    """
    found: dict[date, NoticeDay] = {}
    name = ""
    for line in text.splitlines():
        named = _NAME.search(line)
        name = named.group(1) if named else name
        for part, verb in _CLAUSE.findall(line):
            for day in _days(part, year):
                found[day] = NoticeDay(day, verb == "上班", name)
    return tuple(found[day] for day in sorted(found))


def _days(part: str, year: int) -> Iterator[date]:
    month: str | None = None
    for span in _SPAN.finditer(part):
        year1, month1, day1, year2, month2, day2 = span.groups()
        month = month1 or month
        first = _date(year1, month, day1, year)
        last = _date(year2 or year1, month2 or month, day2, year) if day2 else first
        month = month2 or month
        if first is not None and last is not None and first <= last <= first + _LONGEST * DAY:
            yield from (first + number * DAY for number in range((last - first).days + 1))


def _date(year: str | None, month: str | None, day: str, usual: int) -> date | None:
    try:
        return date(int(year or usual), int(month or 0), int(day))
    except ValueError:
        return None
