"""Writes the sample templates of ledgers and reports into ``resources/templates/reports``.

python installer/report_samples.py
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from gridapp.reports.tables import Heading, Table
from gridapp.reports.word_paper import add_captioned, add_section, new_paper
from gridapp.reports.word_parts import BODY, NOTE, TITLE, add_line, packed

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


FLOW = (
    "单位",
    "上期结转",
    "本期新增",
    "其中重启",
    "本期办结",
    "其中实质化解",
    "期末在办",
    "其中超期",
)
_WIDTHS = (20, *[12] * 8)


def weekly_workbook() -> bytes:
    """The balance by unit with a total of its own, and the prominent cases below it."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": MADE_ON})
        sheet = book.add_worksheet("周报")
        plain = {"font_name": _FONT, "font_size": 11, "valign": "vcenter", "text_wrap": True}
        title = book.add_format({**plain, "font_size": 18, "bold": True, "align": "center"})
        left, cell = book.add_format(plain), book.add_format({**plain, "border": 1})
        head = book.add_format({**plain, "border": 1, "bold": True, "align": "center"})
        heads = (*FLOW, "化解率")
        last = len(heads) - 1
        for place, width in enumerate(_WIDTHS):
            sheet.set_column(place, place, width)
        for row, text, style in (
            (0, "{{标题}}", title),
            (1, "{{期号}}（{{期间}}）", left),
            (2, "填报单位：{{单位}}　　填报人：{{填报人}}　　审核人：", left),
            (3, "{{总体情况}}", left),
            (7, "收支核对：{{收支核对}}", left),
            (10, "下期工作：{{下期工作}}", left),
        ):
            sheet.merge_range(row, 0, row, last, text, style)
        sheet.set_row(0, 34)
        for place, heading in enumerate(heads):
            sheet.write_string(4, place, heading, head)
            sheet.write_string(5, place, f"{{{{收支.{heading}}}}}", cell)
            total = "合计" if not place else f"{{{{合计{heading}}}}}"
            if heading in FLOW[1:]:
                letter = chr(65 + place)
                sheet.write_formula(6, place, f"=SUM({letter}6:{letter}6)", head)
            else:
                sheet.write_string(6, place, total, head)
        sheet.merge_range(8, 2, 8, last, "突出矛盾纠纷：简要情况", head)
        sheet.merge_range(9, 2, 9, last, "{{突出.简要情况}}", cell)
        for place, text in enumerate(("单位", "化解时限")):
            sheet.write_string(8, place, text, head)
            sheet.write_string(9, place, f"{{{{突出.{text}}}}}", cell)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C第 &P 页　共 &N 页")
    return content.getvalue()


def weekly_paper() -> Document:
    """The nine parts in brief, as an official paper."""
    paper = new_paper("周报", "", MADE_ON.date())
    centre = WD_ALIGN_PARAGRAPH.CENTER
    add_line(paper, "{{标题}}", TITLE, align=centre)
    add_line(paper, "{{期号}}（{{期间}}）", BODY, align=centre)
    add_line(paper, "填报单位：{{单位}}", BODY)
    add_line(paper, "填报人：{{填报人}}　　　　审核人：", BODY)
    add_section(paper, "一、总体情况")
    add_line(paper, "{{总体情况}}", BODY, indent=True)
    add_section(paper, "二、收支平衡")
    add_captioned(paper, _table("收支", [(text, 0) for text in (*FLOW, "化解率")]))
    add_line(
        paper, "合计：{{合计上期结转}}＋{{合计本期新增}}－{{合计本期办结}}＝{{合计期末在办}}", NOTE
    )
    add_section(paper, "三、领导接访")
    add_line(paper, "{{接访情况}}", BODY, indent=True)
    add_section(paper, "四、突出矛盾纠纷")
    heads = (("序号", 3), ("单位", 5), ("简要情况", 14), ("化解时限", 6), ("化解情况", 10))
    add_captioned(paper, _table("突出", heads))
    add_section(paper, "五、下期工作")
    add_line(paper, "{{下期工作}}", BODY, indent=True)
    return paper


def _table(name: str, heads: Sequence[tuple[str, int]]) -> Table:
    row = tuple(f"{{{{{name}.{text}}}}}" for text, _ in heads)
    headings = tuple(Heading(text, wide=wide) for text, wide in heads)
    return Table("", headings, (row,), total=False)


def agents() -> Document:
    """A page with a table whose row is repeated."""
    heads = (
        ("序号", 3),
        ("单位", 5),
        ("代办员", 5),
        ("代办事项", 10),
        ("群众姓名", 6),
        ("受理日期", 8),
        ("化解时限", 8),
        ("办理情况", 10),
    )
    paper = new_paper("代办台账", "", MADE_ON.date())
    add_line(paper, "{{标题}}", TITLE, align=WD_ALIGN_PARAGRAPH.CENTER)
    add_line(paper, "填报单位：{{单位}}　　{{期间}}　　共{{行数}}件", NOTE)
    add_captioned(paper, _table("台账", heads))
    add_line(paper, "填报人：{{填报人}}　　{{今天}}", NOTE)
    return paper


def made() -> dict[str, bytes]:
    """Every sample by its file name."""
    return {
        "ledger_prominent.xlsx": workbook(PROMINENT),
        "ledger_receptions.xlsx": workbook(RECEPTIONS, ("批次", "人次")),
        "ledger_agents.docx": packed(agents()),
        "weekly.xlsx": weekly_workbook(),
        "weekly.docx": packed(weekly_paper()),
    }


def main() -> None:
    """Write them."""
    for name, content in made().items():
        (FOLDER / name).write_bytes(content)


if __name__ == "__main__":
    main()
