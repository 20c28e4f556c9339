"""One cell → a day, in the forms that people type it."""

import re
from datetime import date, datetime, timedelta

from gridapp.domain import numerals
from gridapp.rosters.cells import filled, text_of
from gridapp.rosters.files import Cell

_PART = r"\s*[-/.。年\\、,\s]\s*"
_MONTH_PART = r"\s*[-/.。月\\、,\s]\s*"
_BEFORE = r"(?:公历|阳历|新历|出生于|生于|出生日期|:|\s)*"
_AFTER = r"\s*[日号]?\s*(?:出?生|[.。]|\(.*\)|\d{1,2}:.*|T.*|(?:星期|周).)?"
_DATE = re.compile(rf"{_BEFORE}(\d{{4}}){_PART}(\d{{1,2}}){_MONTH_PART}(\d{{1,2}}){_AFTER}")
_PLAIN_DATE = re.compile(r"((?:18|19|20)\d\d)(\d\d)(\d\d)")
_SHORT_YEAR = re.compile(r"(\d\d)(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d\d)(\d\d))")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\s.*)?")
_IN_WORDS = re.compile(
    r"([一二][零〇○一二三四五六七八九]{3})年(?:([元一二三四五六七八九十]{1,2})月([初一二三四五六七八九十廿]{1,3})日?)?.*"
)
_SERIAL_DAY = re.compile(r"\d{4,5}(?:\.\d+)?")
_MONTH = re.compile(r"(?:18|19|20)\d\d[-/.年]?(?:\d{1,2})?月?")
_MOON = re.compile("农历|阴历|旧历|[初廿闰腊]")
_LAST_DAY = 31
"""A number above it is no day: it can only be the year."""

_EPOCH = date(1899, 12, 30)
"""Day 0 of Excel's numbers for days."""


def birthday(cell: Cell) -> tuple[date | None, bool]:
    """A day and whether the cell was understood.

    A month alone and a day of the moon's calendar are understood but are no day.
    """
    if isinstance(cell, date):
        return (cell.date() if isinstance(cell, datetime) else cell), True
    text = filled(text_of(cell))
    if not text or _MOON.search(text) or _MONTH.fullmatch(text):
        return None, True
    if match := _DATE.fullmatch(text) or _PLAIN_DATE.fullmatch(text):
        return _day(*(int(part) for part in match.groups()))
    if _SERIAL_DAY.fullmatch(text) and not 1880 < float(text) < 2100:
        return _EPOCH + timedelta(days=int(float(text))), True
    return _told_otherwise(text)


def _told_otherwise(text: str) -> tuple[date | None, bool]:
    if (match := _SHORT_YEAR.fullmatch(text)) and int(match[1]) > _LAST_DAY:
        return _day(1900 + int(match[1]), int(match[2] or match[4]), int(match[3] or match[5]))
    if match := _YEAR_LAST.fullmatch(text):
        return _year_last(*(int(part) for part in match.groups()))
    match = _IN_WORDS.fullmatch(text)
    return _in_words(*match.groups()) if match else (None, False)


def _year_last(first: int, second: int, year: int) -> tuple[date | None, bool]:
    """3/15/1974 and 15/3/1974; what could be either is not guessed."""
    if first > 12:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 or first == second else (None, False)


def _in_words(year: str, month: str | None, day: str | None) -> tuple[date | None, bool]:
    """一九七四年三月一日."""
    if not (month and day):
        return None, True
    digits = "".join(str(numerals.DIGITS.get(sign, 0)) for sign in year)
    return _day(int(digits), numerals.value(month.replace("元", "一")), numerals.value(day))


def _day(year: int, month: int, day: int) -> tuple[date | None, bool]:
    try:
        return date(year, month, day), True
    except ValueError:
        return None, False
