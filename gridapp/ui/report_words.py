"""The words of reports that are handed in: periods, states, what is wrong."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from gridapp.contract.reports import ReportPeriod
from gridapp.domain.reports.chasing import Standing
from gridapp.domain.reports.periods import Period
from gridapp.store.reports.reports import ReportLine
from gridapp.ui.tokens import Tone
from gridapp.usecases.desk import CHINA

translate = QCoreApplication.translate


def kind(value: str) -> str:
    """What sort of period it is."""
    known: dict[str, str] = {
        ReportPeriod.WEEK: translate("reports", "Weekly report"),
        ReportPeriod.MONTH: translate("reports", "Monthly report"),
        ReportPeriod.QUARTER: translate("reports", "Quarterly report"),
        ReportPeriod.YEAR: translate("reports", "Yearly report"),
        ReportPeriod.OTHER: translate("reports", "Other days"),
    }
    return known.get(value, value)


def period(of: Period) -> str:
    """``2026年第47周``; of any days the days."""
    year, number = of.issue
    known: dict[str, str] = {
        ReportPeriod.WEEK: translate("reports", "Week {number} of {year}"),
        ReportPeriod.MONTH: translate("reports", "Month {number} of {year}"),
        ReportPeriod.QUARTER: translate("reports", "Quarter {number} of {year}"),
        ReportPeriod.YEAR: translate("reports", "The year {year}"),
    }
    named = known.get(of.kind)
    return days(of) if named is None else named.format(year=year, number=number)


def days(of: Period) -> str:
    """``11-16 – 11-22``; with their years when they are of two."""
    if of.first.year == of.last.year:
        return f"{of.first:%m-%d} – {of.last:%m-%d}"
    return f"{of.first} – {of.last}"


def state(line: ReportLine) -> tuple[str, Tone]:
    """Where a report stands that was handed in."""
    if line.doubled:
        return translate("reports", "Number given twice"), Tone.AMBER
    if line.replaced_by:
        return translate("reports", "Replaced"), Tone.NEUTRAL
    if line.signed:
        return translate("reports", "Signed"), Tone.GREEN
    if line.returned_for:
        return translate("reports", "Sent back"), Tone.RED
    return translate("reports", "Waits for signature"), Tone.AMBER


def doubled(line: ReportLine) -> str:
    """What is wrong with a report whose number stands twice, and what to do."""
    told = translate(
        "reports",
        "Another signed report of these days bears the number {number} too, drawn without a line;"
        " issue this one anew, it then gets the next number.",
    )
    return told.format(number=line.number)


def standing(value: Standing) -> tuple[str, Tone]:
    """Where a unit stands with its report of a period."""
    return {
        Standing.REPORTED: (translate("reports", "Reported"), Tone.GREEN),
        Standing.NIL: (translate("reports", "Nil report"), Tone.GREEN),
        Standing.WAITING: (translate("reports", "Waits for signature"), Tone.AMBER),
        Standing.RETURNED: (translate("reports", "Sent back"), Tone.RED),
        Standing.MISSING: (translate("reports", "Not yet handed in"), Tone.NEUTRAL),
        Standing.LATE: (translate("reports", "Report is late"), Tone.RED),
    }[value]


def moment(at: datetime | None) -> str:
    """``11-20 16:05`` in China, of what is lately; empty without one."""
    return "" if at is None else f"{at.astimezone(CHINA):%m-%d %H:%M}"


def whole_moment(at: datetime | None) -> str:
    """``2026-11-20 16:05`` in China, of what is kept for years; empty without one."""
    return "" if at is None else f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"
