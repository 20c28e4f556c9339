"""A filled document as HTML for our own preview, printing and PDF.

Paragraphs, runs and tables keep their fonts, sizes, alignment, indents, widths and merged cells.
Charts of ours keep their place, to be painted there. What Word alone can show (pictures, text
boxes, automatic numbering, fields and form controls) is left out, and ``Paper.whole`` says so: the
.docx is then to be printed from Word. Columns are set as one, and the first section's page and
footer hold for all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import takewhile

from docx.document import Document as Docx
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from gridapp.reports.charts import Chart
from gridapp.reports.documents.fonts import PX, font, points, style_size
from gridapp.reports.word_charts import chart_number

PAGE = "\ue000"
"""Stands in a footer where the number of the page belongs; no font has a sign for it."""

_ALIGN = {
    WD_ALIGN_PARAGRAPH.CENTER: "center",
    WD_ALIGN_PARAGRAPH.RIGHT: "right",
    WD_ALIGN_PARAGRAPH.JUSTIFY: "justify",
}
_ONLY_WORD = tuple(
    qn(name)
    for name in (
        "w:drawing",
        "w:pict",
        "w:object",
        "w:txbxContent",
        "w:numPr",
        "w:sdt",
        "w:ins",
        "w:fldSimple",
        "w:fldChar",
    )
)


@dataclass(frozen=True)
class Paper:
    """Pages as HTML. ``margins``: left, top, right, bottom in points; ``footer``: lines at the foot
    of each page, with ``PAGE`` for its number. ``whole``: False when Word shows more. ``sideways``:
    the page is turned. ``on_a3``: laid out as A4, and everything printed √2 times as large.
    ``charts``: those that stand as images ``chart1``, ``chart2`` and so on.
    """

    title: str
    html: str
    margins: tuple[float, float, float, float]
    footer: tuple[str, ...]
    whole: bool
    sideways: bool = False
    on_a3: bool = False
    charts: tuple[Chart, ...] = ()


def lay_out(document: Docx, title: str, charts: Sequence[Chart] = ()) -> Paper:
    """Lay a filled document out for A4. ``charts``: those that were set in it, in their order."""
    section = document.sections[0]
    sides = (section.left_margin, section.top_margin, section.right_margin, section.bottom_margin)
    left, top, right, bottom = (points(side) or 72.0 for side in sides)
    body = "".join(_blocks(document))
    whole = all(
        0 < chart_number(element) <= len(charts)
        for element in document.element.body.iter(*_ONLY_WORD)
    )
    footer = tuple(filter(None, map(_footer_line, section.footer.paragraphs)))
    margins = (left, top, right, bottom)
    return Paper(title, body, margins, footer, whole, charts=tuple(charts))


def _footer_line(paragraph: Paragraph) -> str:
    """What a line at the foot says; the field of the page number becomes ``PAGE``."""
    said = []
    for element in paragraph._p.iter(qn("w:t")):
        field = next(element.iterancestors(qn("w:fldSimple")), None)
        said.append(PAGE if field is not None else element.text or "")
    return "".join(said).strip()


def _blocks(container: Docx | _Cell) -> Iterator[str]:
    """Qt forgets the room below a paragraph where a table follows: it goes above the table."""
    room = 0.0
    for block in container.iter_inner_content():
        if isinstance(block, Table):
            yield _table(block, room)
            room = 0.0
        else:
            yield _paragraph(block)
            room = points(block.paragraph_format.space_after)


def _paragraph(paragraph: Paragraph) -> str:
    layout = paragraph.paragraph_format
    style = [f"text-align:{_ALIGN.get(layout.alignment or WD_ALIGN_PARAGRAPH.LEFT, 'left')}"]
    for name, value in (
        ("text-indent", layout.first_line_indent),
        ("margin-left", layout.left_indent),
        ("margin-right", layout.right_indent),
        ("margin-top", layout.space_before),
        ("margin-bottom", layout.space_after),
    ):
        style.append(f"{name}:{points(value) * PX:.1f}px")
    style.append(_line_height(paragraph))
    if layout.page_break_before:
        style.append("page-break-before:always")
    charts = "".join(map(_chart, paragraph._p.iter(qn("w:drawing"))))
    text = "".join(_run(run, paragraph) for run in _runs(paragraph)) + charts or _empty(paragraph)
    return f'<p style="white-space:pre-wrap;{";".join(style)}">{text}</p>'


def _runs(paragraph: Paragraph) -> Iterator[Run]:
    for inner in paragraph.iter_inner_content():
        yield from [inner] if isinstance(inner, Run) else inner.runs


def _line_height(paragraph: Paragraph) -> str:
    spacing = paragraph.paragraph_format.line_spacing
    if isinstance(spacing, Length):
        return f"-qt-line-height-type:fixed;line-height:{spacing.pt * PX:.1f}px"
    return f"line-height:{round((spacing or 1.0) * 100)}%"


def _run(run: Run, paragraph: Paragraph) -> str:
    text = escape(run.text).replace("\n", "<br>").replace("\t", "　　")
    if run.bold:
        text = f"<b>{text}</b>"
    if run.underline:
        text = f"<u>{text}</u>"
    return f'<span style="{font(run, paragraph)}">{text}</span>' if text else ""


def _chart(drawing: BaseOxmlElement) -> str:
    """The room that a chart takes."""
    number, extent = chart_number(drawing), next(drawing.iter("{*}extent"), None)
    if not number or extent is None:
        return ""
    width, height = (points(Length(int(extent.get(side, 0)))) * PX for side in ("cx", "cy"))
    return f'<img src="chart{number}" width="{width:.0f}" height="{height:.0f}">'


def _empty(paragraph: Paragraph) -> str:
    """An empty line is as high as its font."""
    return f'<span style="font-size:{style_size(paragraph) * PX:.1f}px">　</span>'


def _table(table: Table, above: float) -> str:
    """``above``: points between it and what stands before."""
    ruled = table.style is not None and table.style.name == "Table Grid"
    grid = [column.width or 0 for column in table.columns]
    rows = [_row(table, number, grid) for number in range(len(table.rows))]
    repeated = _repeated(table)
    head = f"<thead>{''.join(rows[:repeated])}</thead>" if repeated else ""
    border = "1" if ruled else "0"
    return (
        f'<table width="100%" border="{border}" cellspacing="0" cellpadding="4" '
        f'style="margin-top:{above * PX:.0f}px;border-collapse:collapse;border-style:solid;'
        f'border-color:black">{head}{"".join(rows[repeated:])}</table>'
    )


def _repeated(table: Table) -> int:
    """How many rows at the top stand on every page that the table takes."""
    flags = (row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows)
    return sum(takewhile(bool, flags))


def _row(table: Table, number: int, grid: list[int]) -> str:
    row = table.rows[number]
    cells, column = [], 0
    for element in row._tr.tc_lst:
        span = element.grid_span
        if element.vMerge != "continue":
            width = 100 * sum(grid[column : column + span]) / (sum(grid) or 1)
            rowspan = _rows_down(table, number, column)
            cells.append(_cell(_Cell(element, table), span, rowspan, width, row.height))
        column += span
    return f"<tr>{''.join(cells)}</tr>"


def _rows_down(table: Table, number: int, column: int) -> int:
    """Over how many rows a cell is merged."""
    rows = 1
    for row in list(table.rows)[number + 1 :]:
        at = 0
        below = None
        for element in row._tr.tc_lst:
            if at == column:
                below = element
            at += element.grid_span
        if below is None or below.vMerge != "continue":
            break
        rows += 1
    return rows


def _cell(cell: _Cell, span: int, rows: int, width: float, height: Length | None) -> str:
    """A row has no height of its own in HTML: a cell that says little is filled up around it.

    Only a cell of one column says how wide that is; Qt would share out the width of a merged one.
    """
    said = max(1, sum(len(paragraph.text) // 30 + 1 for paragraph in cell.paragraphs))
    spare = max(0.0, points(height) - 20 * said) * PX
    centred = cell.vertical_alignment == WD_ALIGN_VERTICAL.CENTER
    above = spare / 2 if centred else 0
    style = f"padding-top:{3 + above:.0f}px;padding-bottom:{3 + spare - above:.0f}px"
    style += f";vertical-align:{'middle' if centred else 'top'}"
    wide = f' width="{width:.1f}%"' if span == 1 else ""
    inner = "".join(_blocks(cell))
    return f'<td colspan="{span}" rowspan="{rows}"{wide} style="{style}">{inner}</td>'
