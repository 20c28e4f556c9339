"""Workbooks: one A4 sheet per table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import xlsxwriter

from gridapp.reports import files, wording
from gridapp.reports.excel_sheets import PaperSheet, Styles, Top
from gridapp.reports.periodic.model import PeriodReport
from gridapp.reports.tables import (
    Table,
    category_table,
    coverage_table,
    flow_table,
    reception_table,
)


@dataclass(frozen=True)
class Leaf:
    """One sheet: its name, its table, the paragraph above and the lines below it."""

    name: str
    table: Table
    paragraph: str = ""
    below: tuple[str, ...] = ()


def write_weekly(report: PeriodReport, path: Path) -> None:
    """Write the workbook; the same report gives the same bytes. Raises ReportError."""
    head = report.head
    unit = wording.reporting_unit(head.unit)
    top = Top(
        head.title,
        wording.issue_and_period(head.issue, head.period),
        f"{unit}　　　　{wording.signatures(head.reporter)}",
        head.issue,
    )
    write(top, _leaves(report), head.drafted_on, path)


def write(top: Top, leaves: Iterable[Leaf], made_on: date, path: Path) -> None:
    """Write a workbook of these sheets under one head. Raises ReportError."""
    content = BytesIO()
    # In memory, so that no temporary file in clear is left on the disk. Cells are written by
    # type, never by the general ``write``, which would make formulas and links out of names.
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": top.title, "created": datetime.combine(made_on, time())})
        styles = Styles(book)
        for leaf in leaves:
            sheet = PaperSheet(book.add_worksheet(leaf.name), styles, top, leaf.table)
            sheet.fill(leaf.paragraph, leaf.below)
    files.put(content.getvalue(), path)


def _leaves(report: PeriodReport) -> Iterator[Leaf]:
    below_flow = (wording.check_line(report.check), wording.NOTES_LABEL, *report.notes)
    below_categories = () if report.categories else (wording.CATEGORIES_NONE,)
    yield Leaf(wording.FLOW_SHEET, flow_table(report), report.summary, below_flow)
    yield Leaf(wording.CATEGORIES_SHEET, category_table(report), "", below_categories)
    yield Leaf(wording.COVERAGE_SHEET, coverage_table(report))
    yield Leaf(wording.RECEPTIONS_SHEET, reception_table(report), report.turnout)
