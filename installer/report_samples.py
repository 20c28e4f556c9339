"""Writes the sample templates of ledgers and reports into ``resources/templates/reports``.

python installer/report_samples.py
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH

from gridapp.reports.tables import Heading, Table
from gridapp.reports.word_paper import add_captioned, new_paper, turn
from gridapp.reports.word_parts import NOTE, TITLE, add_line, packed

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "templates" / "reports"
MADE_ON = datetime(2026, 11, 22)
_A4 = 9
_FONT = "宋体"

Columns = Sequence[tuple[str, float]]
"""Each heading with its width in characters."""

PROMINENT: Columns = (
    ("序号", 6),
    ("单位", 12),
    ("简要情况", 44),
    ("责任单位责任人", 18),
    ("化解时限", 12),
    ("化解情况", 30),
    ("交办督办情况", 26),
    ("销号情况", 12),
)
RECEPTIONS: Columns = (
    ("日期", 13),
    ("领导", 11),
    ("地点", 20),
    ("批次", 8),
    ("人次", 8),
    ("领域", 16),
    ("结果", 36),
)


def workbook(columns: Columns, summed: Sequence[str] = ()) -> bytes:
    """A sheet with head, headings, one row to be repeated, and a line with sums below it."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": MADE_ON})
        sheet = book.add_worksheet("台账")
        plain = {"font_name": _FONT, "font_size": 11, "valign": "vcenter"}
        title = book.add_format({**plain, "font_size": 18, "bold": True, "align": "center"})
        left = book.add_format(plain)
        head = book.add_format(
            {**plain, "border": 1, "bold": True, "align": "center", "text_wrap": True}
        )
        cell = book.add_format({**plain, "border": 1, "text_wrap": True})
        sums = book.add_format({**plain, "border": 1, "bold": True})
        last = len(columns) - 1
        for row, text, style, height in (
            (0, "{{标题}}", title, 34),
            (1, "填报单位：{{单位}}　　{{期间}}", left, 22),
        ):
            sheet.merge_range(row, 0, row, last, text, style)
            sheet.set_row(row, height)
        for place, (heading, width) in enumerate(columns):
            sheet.set_column(place, place, width)
            sheet.write_string(2, place, heading, head)
            sheet.write_string(3, place, f"{{{{台账.{heading}}}}}", cell)
            sheet.write_blank(4, place, None, sums)
            if heading in summed:
                letter = chr(65 + place)
                sheet.write_formula(4, place, f"=SUM({letter}4:{letter}4)", sums)
        sheet.write_string(4, 0, "合计", sums)
        sheet.write_string(4, 1, "{{行数}}", sums)
        sheet.merge_range(5, 0, 5, last, "填报人：{{填报人}}　　审核人：　　　　{{今天}}", left)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(2)
        sheet.print_area(0, 0, 5, last)
        sheet.set_footer("&C第 &P 页　共 &N 页")
    return content.getvalue()


def agents() -> Document:
    """A page turned sideways with a table whose row is repeated."""
    heads = (
        ("序号", 3),
        ("单位", 5),
        ("代办员", 4),
        ("代办事项", 12),
        ("群众姓名", 5),
        ("受理日期", 6),
        ("化解时限", 6),
        ("办理情况", 12),
    )
    paper = new_paper("代办台账", "", MADE_ON.date())
    turn(paper.sections[0], WD_ORIENT.LANDSCAPE)
    add_line(paper, "{{标题}}", TITLE, align=WD_ALIGN_PARAGRAPH.CENTER)
    add_line(paper, "填报单位：{{单位}}　　{{期间}}　　共{{行数}}件", NOTE)
    row = tuple(f"{{{{台账.{text}}}}}" for text, _ in heads)
    headings = tuple(Heading(text, wide=wide) for text, wide in heads)
    add_captioned(paper, Table("", headings, (row,), total=False))
    add_line(paper, "填报人：{{填报人}}　　{{今天}}", NOTE)
    return paper


def made() -> dict[str, bytes]:
    """Every sample by its file name."""
    return {
        "ledger_prominent.xlsx": workbook(PROMINENT),
        "ledger_receptions.xlsx": workbook(RECEPTIONS, ("批次", "人次")),
        "ledger_agents.docx": packed(agents()),
    }


def main() -> None:
    """Write them."""
    for name, content in made().items():
        (FOLDER / name).write_bytes(content)


if __name__ == "__main__":
    main()
