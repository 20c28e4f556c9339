"""Makes ``resources/templates/*.docx`` from the texts of ``template_texts``: A4, official layout.

python installer/templates.py
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Row

from gridapp.reports.word_parts import (
    HEADING,
    TITLE,
    Face,
    add_line,
    add_page_number,
    add_substitutes,
    fill,
    packed,
    speak_chinese,
)

LINE = Face("仿宋", 16, 28)
CELL = Face("仿宋", 12, 20)
LABEL = Face("宋体", 12, 20)
COVER = Face("方正小标宋简体", 36, 60)
WIDTH = 15.6
"""Centimetres between the margins."""
MADE = datetime(2026, 1, 1)


@dataclass(frozen=True)
class Line:
    """A paragraph. ``how``: title, cover, head, text (indented), plain, centre, right."""

    how: str
    text: str


@dataclass(frozen=True)
class Form:
    """A ruled table. A row is (height in cm, cells); a cell is (text, columns that it spans). A
    text that begins with ``#`` is a label. ``widths``: of the columns, in parts of the page.
    """

    widths: tuple[int, ...]
    rows: tuple[tuple[float, tuple[tuple[str, int], ...]], ...]
    heading: bool = False


Block = Line | Form
_ALIGN = {
    "title": WD_ALIGN_PARAGRAPH.CENTER,
    "cover": WD_ALIGN_PARAGRAPH.CENTER,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
_FACE = {"title": TITLE, "cover": COVER, "head": HEADING}


def make(title: str, blocks: Sequence[Block]) -> bytes:
    """One template; the same blocks give the same bytes."""
    document = docx.Document()
    _set_up(document, title)
    for block in blocks:
        if isinstance(block, Line):
            _line(document, block)
        else:
            _form(document, block)
    return packed(document)


def _set_up(document: Document, title: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(2.7), Cm(2.5)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    add_page_number(section)
    add_substitutes(document)
    speak_chinese(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.created = properties.modified = MADE


def _line(document: Document, line: Line) -> None:
    """Below a title there is room."""
    add_line(
        document,
        line.text,
        _FACE.get(line.how, LINE),
        align=_ALIGN.get(line.how, WD_ALIGN_PARAGRAPH.LEFT),
        indent=line.how in {"text", "head"},
        keep=line.how in {"head", "title"},
    )
    if line.how == "title":
        document.paragraphs[-1].paragraph_format.space_after = Pt(14)


def _form(document: Document, form: Form) -> None:
    table = document.add_table(len(form.rows), len(form.widths), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    widths = [Cm(WIDTH * part / sum(form.widths)) for part in form.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    for number, (height, cells) in enumerate(form.rows):
        row = table.rows[number]
        row.height, row.height_rule = Cm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
        _cells(table, row, number, cells)
    if form.heading:
        _mark(table.rows[0], "w:tblHeader")


def _cells(table: Table, row: _Row, number: int, cells: Sequence[tuple[str, int]]) -> None:
    _mark(row, "w:cantSplit")
    column = 0
    for text, span in cells:
        cell = table.cell(number, column)
        if span > 1:
            cell = cell.merge(table.cell(number, column + span - 1))
        label = text.startswith("#")
        low = row.height is not None and row.height < Cm(2)
        cell.vertical_alignment = (
            WD_ALIGN_VERTICAL.CENTER if label or low else WD_ALIGN_VERTICAL.TOP
        )
        align = WD_ALIGN_PARAGRAPH.CENTER if label else WD_ALIGN_PARAGRAPH.LEFT
        for place, line in enumerate(text.removeprefix("#").split("\n")):
            paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
            fill(paragraph, line, LABEL if label else CELL, align)
            paragraph.paragraph_format.space_before = Pt(2)
        column += span


def _mark(row: _Row, flag: str) -> None:
    mark = OxmlElement(flag)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
