"""The pages of our own preview carry what the document carries, and say what they leave out."""

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

from gridapp.reports.documents.paper import PAGE, lay_out
from gridapp.reports.periodic import word
from gridapp.reports.periodic.model import PeriodReport
from gridapp.reports.periodic.sections import sections
from tests.reports.documents.test_filling import drawn


def test_merged_cells_keep_their_place_and_columns_their_width() -> None:
    made = docx.Document()
    table = made.add_table(2, 3, style="Table Grid")
    for column, width in zip(table.columns, (Cm(2), Cm(6), Cm(2)), strict=True):
        column.width = width
    table.cell(0, 0).merge(table.cell(1, 0)).text = "上下"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "左右"
    html = lay_out(made, "表").html
    assert html.count("<td") == 4
    assert 'colspan="1" rowspan="2" width="20.0%"' in html
    assert 'colspan="2" rowspan="1" style' in html
    assert 'border="1"' in html


def test_text_keeps_its_size_alignment_indent_and_is_no_markup() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.first_line_indent = Pt(24)
    run = paragraph.add_run("<img src=x>\n&")
    run.font.size, run.bold, run.underline = Pt(12), True, True
    html = lay_out(made, "字").html
    assert "&lt;img src=x&gt;<br>&amp;" in html
    for part in ("text-align:center", "text-indent:32.0px", "font-size:16.0px", "<b>", "<u>"):
        assert part in html


def test_the_number_of_the_page_is_left_to_the_painter() -> None:
    assert lay_out(drawn("cover"), "卷宗").footer == (f"— {PAGE} —",)


def test_what_only_word_shows_is_told() -> None:
    made = docx.Document()
    made.add_paragraph("字")
    assert lay_out(made, "字").whole
    made.add_paragraph().add_run()._r.append(OxmlElement("w:drawing"))
    assert not lay_out(made, "图").whole


def test_a_chart_of_ours_keeps_its_place_and_any_other_is_told_of(report: PeriodReport) -> None:
    charts = [one.chart for one in sections(report) if one.chart is not None]
    made = word.document(report)
    laid = lay_out(made, "周报", charts)
    assert laid.whole
    assert [f'src="chart{number}"' in laid.html for number in (1, 2, 3)] == [True, True, False]
    assert not lay_out(made, "周报", charts[:1]).whole
