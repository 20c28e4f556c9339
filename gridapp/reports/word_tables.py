"""A ruled table of the weekly report in Word."""

from docx.document import Document
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Length, Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from gridapp.domain.reports.metrics import Figure, Ratio
from gridapp.reports.tables import Cell, Table
from gridapp.reports.word_parts import Face, fill

WIDEST_UPRIGHT = 17
"""Columns that an upright page takes; a wider table needs a page turned sideways."""

_UPRIGHT, _SIDEWAYS, _NAMES = 15.6, 24.3, 2.4
"""Centimetres: the page less its margins, either way up, and the column of names."""

_NUMBER = 4
"""A column of numbers beside columns of text, in Chinese characters."""

_CHARACTER = 0.45
"""Centimetres that a Chinese character takes in a table."""

_ROOMY = 1.0
"""Width in centimetres from which numbers are set in full size."""

_AIRY = 1.5
"""Width from which they are set off the border too."""

_MARGINS = f"""<w:tblCellMar {nsdecls("w")}>
<w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>"""
"""0.07 cm beside the text instead of 0.19: four characters of a heading fit on one line."""


def add_table(document: Document, table: Table) -> None:
    """Set the table over the width of the page; its heading is repeated on each page."""
    rows = table.heading_rows + len(table.rows)
    word = document.add_table(rows, table.columns, style="Table Grid")
    word.alignment = WD_TABLE_ALIGNMENT.CENTER
    word.autofit = False
    word._tbl.tblPr.append(parse_xml(_MARGINS))
    widths = _widths(table)
    _set_widths(word, widths)
    narrowest = min(widths)
    roomy = narrowest >= _ROOMY
    size = 10.5 if roomy else 9
    _headings(word, table, Face("黑体", size, 16))
    for index, cells in enumerate(table.rows, table.heading_rows):
        face = Face("宋体", size, 18, bold=table.is_total(index - table.heading_rows))
        _row(word.rows[index], cells, face, Pt(6 if narrowest >= _AIRY else 0))


def _widths(table: Table) -> list[float]:
    """Of each column in centimetres: names, then numbers alike and texts by what they need."""
    page = _UPRIGHT if table.columns <= WIDEST_UPRIGHT else _SIDEWAYS
    first, *others = table.wide
    names = first * _CHARACTER if first else _NAMES
    parts = [wide or _NUMBER for wide in others]
    return [names, *((page - names) * part / sum(parts) for part in parts)]


def _set_widths(word: WordTable, widths: list[float]) -> None:
    for column, width in zip(word.columns, widths, strict=True):
        column.width = Cm(width)
    for row in word.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)


def _headings(word: WordTable, table: Table, face: Face) -> None:
    column = 0
    last = table.heading_rows - 1
    for heading in table.headings:
        end = column + heading.width - 1
        merged = word.cell(0, column).merge(word.cell(0 if heading.parts else last, end))
        _set(merged, heading.text, face, WD_ALIGN_PARAGRAPH.CENTER)
        for offset, part in enumerate(heading.parts):
            _set(word.cell(1, column + offset), part, face, WD_ALIGN_PARAGRAPH.CENTER)
        column = end + 1
    for row in list(word.rows)[: table.heading_rows]:
        _mark(row, "w:tblHeader")
        _mark(row, "w:cantSplit")


def _row(row: _Row, cells: tuple[Cell, ...], face: Face, gap: Length) -> None:
    """``gap``: between a number and the border on its right."""
    _mark(row, "w:cantSplit")
    for place, cell in zip(row.cells, cells, strict=True):
        if isinstance(cell, str):
            _set(place, cell, face, WD_ALIGN_PARAGRAPH.LEFT)
        else:
            _set(place, _number(cell), face, WD_ALIGN_PARAGRAPH.RIGHT)
            place.paragraphs[0].paragraph_format.right_indent = gap


def _number(cell: int | Figure | Ratio) -> str:
    if isinstance(cell, Ratio):
        return cell.percent
    return str(cell.value if isinstance(cell, Figure) else cell)


def _set(cell: _Cell, text: str, face: Face, align: WD_ALIGN_PARAGRAPH) -> None:
    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    fill(cell.paragraphs[0], text, face, align)


def _mark(row: _Row, flag: str) -> None:
    """Switch on a property of the row that python-docx has no name for."""
    mark = OxmlElement(flag)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
