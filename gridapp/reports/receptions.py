"""The duty roster of receptions (领导接访安排), on A4 and as a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from gridapp.contract.codes import POLICY_FIELDS
from gridapp.reports import excel, wording
from gridapp.reports.excel_sheets import Top
from gridapp.reports.tables import Cell, Heading, Table
from gridapp.reports.word_paper import add_captioned, new_paper
from gridapp.reports.word_parts import BODY, TITLE, add_line
from gridapp.store.receptions.receptions import ReceptionLine

WEEKDAYS = "一二三四五六日"
_TITLE = "领导接访安排表"
_SHEET = "接访安排"
_HEADS = (
    ("序号", 3),
    ("日期", 6),
    ("星期", 3),
    ("接访领导", 5),
    ("职务", 7),
    ("接访地点", 9),
    ("接访时间", 7),
    ("接访领域", 7),
)


@dataclass(frozen=True)
class Roster:
    """The roster as it is printed; its rows are days, numbered."""

    title: str
    period: str
    unit: str
    table: Table
    made_on: date


def roster(unit: str, period: str, lines: Sequence[ReceptionLine], today: date) -> Roster:
    """The roster of these receptions, in their order."""
    clean = wording.printable(unit)
    rows = tuple(_row(number, line) for number, line in enumerate(lines, 1))
    headings = tuple(Heading(text, wide=wide) for text, wide in _HEADS)
    table = Table("", headings, rows, total=False)
    return Roster(f"{clean}{_TITLE}", period, clean, table, today)


def _row(number: int, line: ReceptionLine) -> tuple[Cell, ...]:
    texts = (
        line.leader,
        line.post,
        line.place,
        line.hours,
        POLICY_FIELDS.get(line.field, line.field),
    )
    day = (wording.month_and_day(line.day), _weekday(line.day))
    return (str(number), *day, *map(wording.printable, texts))


def day_text(day: date) -> str:
    """``3月2日（周一）``."""
    return f"{wording.month_and_day(day)}（{_weekday(day)}）"


def _weekday(day: date) -> str:
    return f"周{WEEKDAYS[day.weekday()]}"


def document(made: Roster) -> Document:
    """The roster on A4, to be printed."""
    paper = new_paper(made.title, made.unit, made.made_on)
    add_line(paper, made.title, TITLE, align=WD_ALIGN_PARAGRAPH.CENTER)
    add_line(paper, made.period, BODY, align=WD_ALIGN_PARAGRAPH.CENTER)
    add_captioned(paper, made.table)
    return paper


def write_roster(made: Roster, path: Path) -> None:
    """Write the roster as .xlsx; the same roster gives the same bytes. Raises ReportError."""
    top = Top(made.title, made.period, wording.reporting_unit(made.unit), made.period)
    excel.write(top, [excel.Leaf(_SHEET, made.table)], made.made_on, path)


def file_name(made: Roster, suffix: str) -> str:
    """``永福镇领导接访安排表-2026年.xlsx``."""
    return f"{made.title}-{made.period}{suffix}"
