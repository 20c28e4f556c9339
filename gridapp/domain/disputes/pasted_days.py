"""The day of which a message speaks: 昨天, 上周五, 11月20日, 2026-11-20, 三天前. Pure."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)
WEEK = 7


class Said(NamedTuple):
    """A day and the words that name it."""

    value: date
    words: str


_AGO = {
    "大前天": 3,
    "前天": 2,
    "前晚": 2,
    "昨天": 1,
    "昨日": 1,
    "昨晚": 1,
    "今天": 0,
    "今早": 0,
    "今晚": 0,
}
_NUMBERS = dict(zip("一二两三四五六七八九十", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))
_WEEKDAYS = {one: number for number, one in enumerate("一二三四五六")} | {"日": 6, "天": 6}

_FULL = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})日?")
_MONTH_DAY = re.compile(r"(?<![\d年])(\d{1,2})月(\d{1,2})[日号]")
_DAY_ONLY = re.compile(r"(上个?月)?(?<!\d)(?<!\d月)(\d{1,2})[号日](?!楼|房|栋|门|院)")
_RELATIVE = re.compile("|".join(_AGO))
_DAYS_AGO = re.compile(r"([一二两三四五六七八九十]|\d{1,2})天(?:以)?前")
_WEEKDAY = re.compile(r"(上上|上|这|本)?个?(?:周|星期|礼拜)([一二三四五六日天])")


def find_day(text: str, today: date) -> Said | None:
    """The first day of the text that has come already, seen from the day when it was written."""
    found = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            day = read(match, today)
            if day is not None and day <= today:
                found.append((match.start(), -len(match.group()), Said(day, match.group())))
    return min(found)[2] if found else None


def _full(match: re.Match[str], _today: date) -> date | None:
    return _date(*(int(part) for part in match.groups()))


def _month_day(match: re.Match[str], today: date) -> date | None:
    """Of this year, or of the last one when it has not come yet."""
    month, day = (int(part) for part in match.groups())
    this = _date(today.year, month, day)
    return this if this is not None and this <= today else _date(today.year - 1, month, day)


def _day_only(match: re.Match[str], today: date) -> date | None:
    """Of this month, or of the last one when it says so or the day has not come yet."""
    day = int(match.group(2))
    this = None if match.group(1) else _date(today.year, today.month, day)
    last = today.replace(day=1) - DAY
    return this if this is not None and this <= today else _date(last.year, last.month, day)


def _relative(match: re.Match[str], today: date) -> date:
    return today - _AGO[match.group()] * DAY


def _days_ago(match: re.Match[str], today: date) -> date:
    text = match.group(1)
    return today - (int(text) if text.isdecimal() else _NUMBERS[text]) * DAY


def _weekday(match: re.Match[str], today: date) -> date:
    """Without a word before it, the last such day."""
    which, name = match.groups()
    monday = today - today.weekday() * DAY
    weeks = {"上上": 2, "上": 1}.get(which or "", 0)
    day = monday + (_WEEKDAYS[name] - WEEK * weeks) * DAY
    return day - WEEK * DAY if which is None and day > today else day


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (_FULL, _full),
    (_MONTH_DAY, _month_day),
    (_DAY_ONLY, _day_only),
    (_RELATIVE, _relative),
    (_DAYS_AGO, _days_ago),
    (_WEEKDAY, _weekday),
)
