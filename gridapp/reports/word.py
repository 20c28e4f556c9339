"""The weekly report as a Word document, set like an official paper (GB/T 9704)."""

from datetime import datetime, time
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section
from docx.shared import Cm

from gridapp.reports import files, wording
from gridapp.reports.tables import (
    Table,
    category_table,
    coverage_table,
    flow_table,
    reception_table,
)
from gridapp.reports.weekly_model import WeeklyReport
from gridapp.reports.word_parts import (
    BODY,
    HEADING,
    NOTE,
    TITLE,
    add_line,
    add_page_number,
    add_substitutes,
    packed,
    speak_chinese,
)
from gridapp.reports.word_tables import WIDEST_UPRIGHT, add_table


def write_weekly(report: WeeklyReport, path: Path) -> None:
    """Write the document; the same report gives the same bytes. Raises ReportError."""
    document = docx.Document()
    _set_up(document, report)
    _head(document, report)
    _body(document, report)
    files.put(packed(document), path)


def _set_up(document: Document, report: WeeklyReport) -> None:
    """A4 with the margins of the standard, page number, and properties without a clock."""
    section = document.sections[0]
    _turn(section, WD_ORIENT.PORTRAIT)
    add_page_number(section)
    add_substitutes(document)
    speak_chinese(document)
    drafted = datetime.combine(report.head.drafted_on, time())
    properties = document.core_properties
    properties.title = report.head.title
    properties.author = properties.last_modified_by = report.head.unit
    properties.comments = ""
    properties.created = properties.modified = drafted


def _turn(section: Section, orientation: WD_ORIENT) -> None:
    section.orientation = orientation
    if orientation == WD_ORIENT.PORTRAIT:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
    else:
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.top_margin, section.bottom_margin = Cm(2.8), Cm(2.6)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)


def _head(document: Document, report: WeeklyReport) -> None:
    head = report.head
    centre = WD_ALIGN_PARAGRAPH.CENTER
    add_line(document, head.title, TITLE, align=centre)
    add_line(document, wording.issue_and_period(head.issue, head.period), BODY, align=centre)
    add_line(document, wording.reporting_unit(head.unit), BODY)
    add_line(document, wording.signatures(head.reporter), BODY)


def _body(document: Document, report: WeeklyReport) -> None:
    _section(document, wording.OVERVIEW)
    add_line(document, report.summary, BODY, indent=True)
    _section(document, wording.FLOW)
    _table(document, flow_table(report))
    add_line(document, wording.check_line(report.check), NOTE)
    _categories(document, report)
    _section(document, wording.COVERAGE)
    _table(document, coverage_table(report))
    _section(document, wording.RECEPTIONS)
    add_line(document, report.turnout, BODY, indent=True)
    if report.receptions:
        _table(document, reception_table(report))
    add_line(document, wording.NOTES_LABEL, NOTE)
    for note in report.notes:
        add_line(document, note, NOTE)


def _categories(document: Document, report: WeeklyReport) -> None:
    """Table 2, on a page turned sideways when there are many categories."""
    table = category_table(report)
    wide = table.columns > WIDEST_UPRIGHT
    if wide:
        _turn(document.add_section(), WD_ORIENT.LANDSCAPE)
    _section(document, wording.CATEGORIES)
    if report.categories:
        _table(document, table)
    else:
        add_line(document, wording.CATEGORIES_NONE, BODY, indent=True)
    if wide:
        _turn(document.add_section(), WD_ORIENT.PORTRAIT)


def _section(document: Document, text: str) -> None:
    add_line(document, text, HEADING, indent=True, keep=True)


def _table(document: Document, table: Table) -> None:
    add_line(document, table.caption, NOTE, align=WD_ALIGN_PARAGRAPH.CENTER, keep=True)
    add_table(document, table)
