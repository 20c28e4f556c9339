"""The Chinese text that printed papers share: unit, days, signatures."""

import re
from datetime import date

DEMO = "（演示）"
"""Before the name of a unit whose people and cases are made up."""

NOTES_LABEL = "指标口径："

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(name: str) -> str:
    """A name without what no office file can hold: control characters, half characters."""
    return _UNPRINTABLE.sub("", name)


def period(first: date, last: date) -> str:
    """From one day to another; the year once where it is the same."""
    end = f"{last.month}月{last.day}日"
    year = "" if last.year == first.year else f"{last.year}年"
    return f"{first.year}年{first.month}月{first.day}日至{year}{end}"


def issue_and_period(issue: str, period: str, number: str = "") -> str:
    """The line under the title; ``number`` of a signed report."""
    return f"{issue}（{period}）　编号：{number}" if number else f"{issue}（{period}）"


def reporting_unit(unit: str) -> str:
    """Which unit reports."""
    return f"填报单位：{unit}"


def signatures(reporter: str, reviewer: str = "") -> str:
    """Who wrote it and who has signed it; a draft is signed by hand."""
    return f"填报人：{reporter}　　　　审核人：{reviewer}"


def long_day(day: date) -> str:
    """A day with its year."""
    return f"{day.year}年{month_and_day(day)}"


def month_and_day(day: date) -> str:
    """A day within a known year."""
    return f"{day.month}月{day.day}日"
