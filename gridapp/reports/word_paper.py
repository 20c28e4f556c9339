"""A sheet of official paper in Word (GB/T 9704): margins, page number, sections, tables."""

from datetime import date, datetime, time

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section
from docx.shared import Cm

from gridapp.reports.tables import Table
from gridapp.reports.word_parts import (
    HEADING,
    NOTE,
    add_line,
    add_page_number,
    add_substitutes,
    speak_chinese,
)
from gridapp.reports.word_tables import add_table


def new_paper(title: str, unit: str, made_on: date) -> Document:
    """A4 with the margins of the standard, page number, and properties without a clock."""
    document = docx.Document()
    section = document.sections[0]
    turn(section, WD_ORIENT.PORTRAIT)
    add_page_number(section)
    add_substitutes(document)
    speak_chinese(document)
    properties = document.core_properties
    properties.title = title
    properties.author = properties.last_modified_by = unit
    properties.comments = ""
    properties.created = properties.modified = datetime.combine(made_on, time())
    return document


def turn(section: Section, orientation: WD_ORIENT) -> None:
    """Turn the page upright or sideways."""
    section.orientation = orientation
    if orientation == WD_ORIENT.PORTRAIT:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
    else:
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.top_margin, section.bottom_margin = Cm(2.8), Cm(2.6)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)


def add_section(document: Document, text: str) -> None:
    """The heading of a part, kept with what follows."""
    add_line(document, text, HEADING, indent=True, keep=True)


def add_captioned(document: Document, table: Table) -> None:
    """A table below its caption, if it has one."""
    if table.caption:
        centre = WD_ALIGN_PARAGRAPH.CENTER
        add_line(document, table.caption, NOTE, align=centre, keep=True)
    add_table(document, table)
