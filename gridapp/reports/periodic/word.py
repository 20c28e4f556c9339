"""A periodic report as a Word document, set like an official paper (GB/T 9704)."""

from pathlib import Path

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH

from gridapp.reports import files, wording
from gridapp.reports.periodic.model import PeriodReport
from gridapp.reports.periodic.sections import Section, sections
from gridapp.reports.word_charts import add_chart
from gridapp.reports.word_paper import add_captioned, add_section, new_paper, turn
from gridapp.reports.word_parts import BODY, NOTE, TITLE, add_line, packed
from gridapp.reports.word_tables import WIDEST_UPRIGHT


def write(report: PeriodReport, path: Path) -> None:
    """Write the document; the same report gives the same bytes. Raises ReportError."""
    files.put(packed(document(report)), path)


def document(report: PeriodReport) -> Document:
    """The document, to be written or printed."""
    head = report.head
    paper = new_paper(head.title, head.unit, head.drafted_on)
    _head(paper, report)
    for section in sections(report):
        _section(paper, section)
    add_line(paper, wording.NOTES_LABEL, NOTE)
    for note in report.notes:
        add_line(paper, note, NOTE)
    return paper


def _head(paper: Document, report: PeriodReport) -> None:
    head = report.head
    centre = WD_ALIGN_PARAGRAPH.CENTER
    add_line(paper, head.title, TITLE, align=centre)
    issue = wording.issue_and_period(head.issue, head.period, head.number)
    add_line(paper, issue, BODY, align=centre)
    add_line(paper, wording.reporting_unit(head.unit), BODY)
    add_line(paper, wording.signatures(head.reporter, head.reviewer), BODY)


def _section(paper: Document, section: Section) -> None:
    """A part; on a page turned sideways when its table has many columns."""
    wide = section.table is not None and section.table.columns > WIDEST_UPRIGHT
    if wide:
        turn(paper.add_section(), WD_ORIENT.LANDSCAPE)
    add_section(paper, section.heading)
    for paragraph in section.paragraphs:
        add_line(paper, paragraph, BODY, indent=True, keep=section.table is not None)
    if section.table is not None:
        add_captioned(paper, section.table)
    for line in section.below:
        add_line(paper, line, NOTE)
    if section.chart is not None:
        add_chart(paper, section.chart)
    for line in section.text.splitlines():
        add_line(paper, line, BODY, indent=True)
    if wide:
        turn(paper.add_section(), WD_ORIENT.PORTRAIT)
