"""A county's spreadsheet is filled and stays what it was: styles, merges, formulas, charts."""

from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from gridapp.reports.documents.checking import CellPlace, FaultCode, TemplateFault
from gridapp.reports.documents.scanning import DamagedTemplate
from gridapp.reports.documents.vocabulary import Filled, Vocabulary
from gridapp.reports.own_templates import checking, filling
from gridapp.reports.own_templates.book import Book
from gridapp.ui import template_words

WORDS = Vocabulary(("标题", "单位"), {"行": ("序号", "事项", "人数"), "人": ("姓名",)})


class Values:
    """So many rows of a list, numbered."""

    vocabulary = WORDS

    def __init__(self, rows: int, text: str = "第#件") -> None:
        self._rows, self._text = rows, text

    def copies(self, name: str) -> int:
        return self._rows if name == "行" else 1

    def value(self, name: str, within: str, row: int) -> Filled:
        if name in ("标题", "单位"):
            return Filled(f"坪岭村{name}")
        if within != "行" or row >= self._rows:
            return Filled("")
        if name == "行.事项":
            return Filled(self._text.replace("#", str(row + 1)))
        number = row + 1 if name == "行.序号" else 10
        return Filled(str(number), number=number)


def template() -> bytes:
    """Two sheets with everything that has to move when rows are added."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "表1"
    sheet.merge_cells("A1:D1")
    sheet["A1"] = "{{标题}}（{{单位}}）"
    sheet["A1"].font = Font(name="黑体", size=18, bold=True)
    for column, text in enumerate(("序号", "事项", "人数", "累计"), 1):
        sheet.cell(3, column, text)
    for column, text in enumerate(("{{行.序号}}", "{{行.事项}}", "{{行.人数}}"), 1):
        cell = sheet.cell(4, column, text)
        cell.font = Font(name="楷体", color="FF0000FF")
        cell.border = Border(bottom=Side("thin"))
        cell.fill = PatternFill("solid", "FFFFEE00")
    sheet["D4"] = "=SUM($C$4:C4)"
    sheet.row_dimensions[4].height = 40
    sheet["B5"] = "合计"
    sheet["C5"] = "=SUM(C4:C4)"
    sheet["C6"] = '=IF(C5>0,"C4 "&LOG10(C5),C5/2)'
    sheet.merge_cells("A7:D8")
    sheet["A7"] = "备注：=1+1 不是公式"
    sheet.print_area = "A1:D8"
    sheet.print_title_rows = "1:3"
    sheet.page_setup.orientation = "landscape"
    sheet.oddHeader.left.text = "{{单位}}"
    sheet.freeze_panes = "A4"
    sheet.auto_filter.ref = "A3:D4"
    sheet.row_breaks.append(Break(id=8))
    sheet.conditional_formatting.add("C4:C4", CellIsRule("greaterThan", ["5"], fill=PatternFill()))
    check = DataValidation("whole", operator="greaterThan", formula1="$C$5")
    check.add("C4")
    sheet.add_data_validation(check)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=4, max_row=4))
    sheet.add_chart(chart, "F10")
    other = book.create_sheet("汇总 表")
    other["A1"] = "=表1!C5"
    other["A2"] = "=SUM('表1'!C4:C4)"
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def filled(content: bytes, values: Values, foot: str = "") -> bytes:
    book = Book(content)
    filling.fill(book, values, foot)
    return book.packed()


def opened(content: bytes) -> Worksheet:
    sheet = openpyxl.load_workbook(BytesIO(content))["表1"]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_the_row_stands_once_for_each_and_everything_below_moves() -> None:
    content = filled(template(), Values(5))
    sheet = opened(content)
    assert sheet["A1"].value == "坪岭村标题（坪岭村单位）"
    assert [[cell.value for cell in row] for row in sheet["A4:C8"]] == [
        [number, f"第{number}件", 10] for number in range(1, 6)
    ]
    assert [sheet.cell(row, 4).value for row in range(4, 9)] == [
        f"=SUM($C$4:C{row})" for row in range(4, 9)
    ]
    assert sheet["B9"].value == "合计"
    assert sheet["C9"].value == "=SUM(C4:C8)"
    assert sheet["C10"].value == '=IF(C9>0,"C4 "&LOG10(C9),C9/2)'
    assert {str(one) for one in sheet.merged_cells.ranges} == {"A1:D1", "A11:D12"}
    assert sheet["A11"].value == "备注：=1+1 不是公式"
    assert sheet.print_area == "'表1'!$A$1:$D$12"
    assert sheet.print_title_rows == "$1:$3"
    assert sheet.auto_filter.ref == "A3:D8"
    assert [one.id for one in sheet.row_breaks.brk] == [12]
    assert [str(one.sqref) for one in sheet.conditional_formatting] == ["C4:C8"]
    assert str(sheet.data_validations.dataValidation[0].sqref) == "C4:C8"
    assert sheet.data_validations.dataValidation[0].formula1 == "$C$9"
    other = openpyxl.load_workbook(BytesIO(content))["汇总 表"]
    assert (other["A1"].value, other["A2"].value) == ("=表1!C9", "=SUM('表1'!C4:C8)")


def test_styles_heights_page_and_pictures_stay_as_they_were() -> None:
    content = filled(template(), Values(3))
    sheet = opened(content)
    for row in (4, 5, 6):
        cell = sheet.cell(row, 2)
        assert (cell.font.name, cell.border.bottom.style) == ("楷体", "thin")
        assert cell.fill.fgColor.rgb == "FFFFEE00"
        assert sheet.row_dimensions[row].height == 40
    assert sheet["A1"].font.size == 18
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.oddHeader.left.text == "坪岭村单位"
    assert sheet.freeze_panes == "A4"
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
        chart = archive.read("xl/charts/chart1.xml").decode()
    assert "row>11<" in drawing, "two rows further down"
    assert "'表1'!$C$4:$C$6" in chart


def test_a_list_without_rows_leaves_an_empty_one_and_sound_formulas() -> None:
    sheet = opened(filled(template(), Values(0)))
    assert [cell.value for cell in sheet[4]] == [None, None, None, "=SUM($C$4:C4)"]
    assert sheet["C5"].value == "=SUM(C4:C4)"


TYPED = ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "{{标题}}", "a&<b>\x07"]


@pytest.mark.parametrize("text", TYPED)
def test_what_somebody_typed_is_text_and_is_never_looked_at_again(text: str) -> None:
    sheet = opened(filled(template(), Values(2, text)))
    cell = sheet["B5"]
    assert cell.data_type == "s"
    assert cell.value == text.replace("\x07", "").replace("\t", "")
    assert cell.quotePrefix == (cell.value[0] in "=+-@")


def test_the_mark_of_a_full_export_stands_at_the_foot_of_each_page() -> None:
    sheet = opened(filled(template(), Values(1), "含敏感信息　用途：A&&B"))
    assert "含敏感信息　用途：A&&B" in (sheet.oddFooter.center.text or "")


def test_formulas_that_excel_keeps_once_for_several_rows_are_written_out() -> None:
    content = filled(shared(), Values(2))
    sheet = opened(content)
    assert [sheet.cell(row, 1).value for row in (6, 7, 8)] == ["=B6*2", "=B7*2", "=B8*2"]


def shared() -> bytes:
    """A template with a shared formula below the list; openpyxl writes none by itself."""
    source = template()
    content = BytesIO()
    row = '<row r="{0}"><c r="A{0}"><f t="shared" {1}</c><c r="B{0}"><v>1</v></c></row>'
    rows = "".join(
        row.format(*one)
        for one in (
            (5, 'ref="A5:A7" si="0">B5*2</f>'),
            (6, 'si="0"/>'),
            (7, 'si="0"/>'),
        )
    )
    with ZipFile(BytesIO(source)) as old, ZipFile(content, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text = body.decode()
                start, end = text.index('<row r="5"'), text.index("</sheetData>")
                body = (text[:start] + rows + text[end:]).encode()
            new.writestr(name, body)
    return content.getvalue()


def test_a_fault_is_told_with_its_sheet_and_cell_and_the_right_name() -> None:
    book = openpyxl.load_workbook(BytesIO(template()))
    sheet = book["表1"]
    sheet["B4"] = "{{行.事顶}}"
    sheet["C5"] = "{{标提}}"
    sheet["A7"] = "{{行.序号}} {{人.姓名}} {{"
    sheet.oddFooter.center.text = "{{制表人}}"
    content = BytesIO()
    book.save(content)
    found = checking.check(content.getvalue(), ("单位", "行.人数", "人.姓名"), WORDS)
    assert found == [
        TemplateFault(FaultCode.UNKNOWN, "行.事顶", CellPlace("表1", "B4"), "行.事项"),
        TemplateFault(FaultCode.UNKNOWN, "标提", CellPlace("表1", "C5"), "标题"),
        TemplateFault(FaultCode.OPEN, "{{", CellPlace("表1", "A7")),
        TemplateFault(FaultCode.TWO_LISTS, "人、行", CellPlace("表1", "A7")),
        TemplateFault(FaultCode.UNKNOWN, "制表人", CellPlace("表1"), ""),
    ]
    assert template_words.template_fault(found[0]).startswith("表1!B4")
    missing = checking.check(template(), ("人.姓名",), WORDS)
    assert missing == [TemplateFault(FaultCode.MISSING, "人.姓名")]


def test_what_is_no_workbook_or_a_bomb_is_refused() -> None:
    bomb = BytesIO()
    with ZipFile(bomb, "w") as archive:
        archive.writestr("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
    for content in (b"not Excel", bomb.getvalue(), template()[:2000]):
        assert checking.check(content, (), WORDS) == [TemplateFault(FaultCode.DAMAGED)]
        with pytest.raises(DamagedTemplate):
            Book(content)


def test_the_same_values_give_the_same_bytes() -> None:
    content = template()
    assert filled(content, Values(4)) == filled(content, Values(4))


def test_what_stands_between_two_lists_stays_between_them() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row, text in enumerate(
        ("{{标题}}", "{{行.事项}}", "中间", "另起", "{{人.姓名}}{{行.序号}}", "末尾"), 1
    ):
        sheet.cell(row, 1, text)
    sheet["A5"] = "{{人.姓名}}："
    content = BytesIO()
    book.save(content)
    made = openpyxl.load_workbook(BytesIO(filled(content.getvalue(), Values(4)))).active
    assert isinstance(made, Worksheet)
    found = [cell.value for cell in made["A"]]
    assert found == ["坪岭村标题", *(f"第{n}件" for n in range(1, 5)), "中间", "另起", "：", "末尾"]


def test_a_row_grows_with_its_text_and_no_other_does() -> None:
    sheet = opened(filled(template(), Values(2, "很长的情况" * 40)))
    assert (sheet.row_dimensions[4].height or 0) > 300
    assert sheet.row_dimensions[6].height is None
