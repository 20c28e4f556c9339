"""The weekly report as a Word document, set like an official paper (GB/T 9704)."""

from pathlib import Path

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH

from gridapp.reports import files, wording
from gridapp.reports.periodic.model import PeriodReport
from gridapp.reports.tables import (
    category_table,
    coverage_table,
    flow_table,
    reception_table,
)
from gridapp.reports.word_paper import add_captioned, add_section, new_paper, turn
from gridapp.reports.word_parts import BODY, NOTE, TITLE, add_line, packed
from gridapp.reports.word_tables import WIDEST_UPRIGHT


def write_weekly(report: PeriodReport, path: Path) -> None:
    """Write the document; the same report gives the same bytes. Raises ReportError."""
    head = report.head
    document = new_paper(head.title, head.unit, head.drafted_on)
    _head(document, report)
    _body(document, report)
    files.put(packed(document), path)


def _head(document: Document, report: PeriodReport) -> None:
    head = report.head
    centre = WD_ALIGN_PARAGRAPH.CENTER
    add_line(document, head.title, TITLE, align=centre)
    add_line(document, wording.issue_and_period(head.issue, head.period), BODY, align=centre)
    add_line(document, wording.reporting_unit(head.unit), BODY)
    add_line(document, wording.signatures(head.reporter), BODY)


def _body(document: Document, report: PeriodReport) -> None:
    add_section(document, wording.OVERVIEW)
    add_line(document, report.summary, BODY, indent=True)
    add_section(document, wording.FLOW)
    add_captioned(document, flow_table(report))
    add_line(document, wording.check_line(report.check), NOTE)
    _categories(document, report)
    add_section(document, wording.COVERAGE)
    add_captioned(document, coverage_table(report))
    add_section(document, wording.RECEPTIONS)
    add_line(document, report.turnout, BODY, indent=True)
    if report.receptions:
        add_captioned(document, reception_table(report))
    add_line(document, wording.NOTES_LABEL, NOTE)
    for note in report.notes:
        add_line(document, note, NOTE)


def _categories(document: Document, report: PeriodReport) -> None:
    """Table 2, on a page turned sideways when there are many categories."""
    table = category_table(report)
    wide = table.columns > WIDEST_UPRIGHT
    if wide:
        turn(document.add_section(), WD_ORIENT.LANDSCAPE)
    add_section(document, wording.CATEGORIES)
    if report.categories:
        add_captioned(document, table)
    else:
        add_line(document, wording.CATEGORIES_NONE, BODY, indent=True)
    if wide:
        turn(document.add_section(), WD_ORIENT.PORTRAIT)
