"""Writes ``resources/help/templates.md``: templates of reports and ledgers, every placeholder.

python installer/templates_help.py
"""

from collections.abc import Iterator
from pathlib import Path

from gridapp.contract.reports import ReportPeriod
from gridapp.reports.ledgers.definitions import SHIPPED
from gridapp.reports.ledgers.sources import KINDS
from gridapp.reports.own_templates import ledger_values, report_names, report_values

FILE = Path(__file__).resolve().parents[1] / "resources" / "help" / "templates.md"

HEAD = """\
# 周报和台账的模板

县里有自己的表样（.xlsx 或 .docx）的，程序可以照着填，字体、边框、合并单元格、页面设置、图片、图表\
和公式都保持原样。

1. 在“设置”的“文书模板”点“导出自带模板来修改”，选一个文件夹；
2. 用 Excel、WPS 或 Word 改，或者把自己的表样放进去，文件名照下面的写；
3. 点“重新检查”：哪张表哪个单元格（如“表1!C5”）写错了、缺了什么，会逐条说明，并给出正确的名称；
4. 以后导出就用这个文件夹里的；没有的仍用程序自带的格式。

# 文件名

| 用于 | 文件名 |
| --- | --- |
"""

RULES = """\

自己做的台账，文件名就是台账的名称。台账的 .docx 模板放好以后，台账页上会出现“导出 Word”。

# 怎么写

- 占位符写成 `{{标题}}`，放在单元格或段落里任何地方，页眉页脚里也可以。
- 像 `{{台账.简要情况}}` 这样带点的，所在的那一行按行数重复；相邻几行用同一个列表的，一起重复。\
一行里只能用一个列表。
- 合计：在重复的那一行下面写公式，范围就写那一行，例如 `=SUM(C5:C5)`，填好后会自动变成整列的合计。\
单元格里只有一个数字占位符的，填进去的是数字，可以参加计算。
- 台账里一行也没有的，留一行空的。模板最多重复 20000 行，更多的请用自带格式导出。
- 图片、图表、条件格式会跟着移动；数据透视表、按钮等控件不会移动，检查时会提醒。
- 证件号、电话是否遮住，和自带格式一样：默认遮住，写明用途才完整，页脚自动加上“含敏感信息”。
"""


def text() -> str:
    """The whole page."""
    parts = [HEAD.rstrip("\n"), *_files(), RULES, *_reports(), *_ledgers()]
    return "\n".join(parts) + "\n"


def _files() -> Iterator[str]:
    for kind in ReportPeriod:
        yield f"| 工作报告 | {report_values.file_stem(kind)}.xlsx 或 .docx |"
    for one in SHIPPED:
        yield f"| {one.name} | {one.name}.xlsx 或 .docx |"


def _reports() -> Iterator[str]:
    needs = "、".join(f"`{{{{{name}}}}}`" for name in report_names.NEEDS)
    yield from ("# 工作报告的占位符", "", f"不能缺少：{needs}。", "")
    yield from ("| 占位符 | 意思 |", "| --- | --- |")
    yield from (f"| `{{{{{name}}}}}` | {said} |" for name, (said, _) in report_names.NAMES.items())
    yield from (f"| `{{{{{name}}}}}` | 合计行的数 |" for name in report_names.TOTALS)
    yield from ("", "| 列表 | 意思 | 各项 |", "| --- | --- | --- |")
    for one in report_names.LISTS:
        fields = report_names.REPORT.lists[one.name]
        yield f"| {one.name} | {one.meaning} | {'、'.join(fields)} |"
    yield ""


def _ledgers() -> Iterator[str]:
    yield from ("# 台账的占位符", "", "至少要有一个 `{{台账.某一列}}`。", "")
    yield from ("| 占位符 | 意思 |", "| --- | --- |")
    yield from (f"| `{{{{{name}}}}}` | {said} |" for name, said in ledger_values.NAMES.items())
    yield from ("", f"列表“{ledger_values.ROWS}”的各项，按台账列出的内容：", "")
    yield from ("| 列出什么 | 各项 |", "| --- | --- |")
    for kind in KINDS.values():
        names = "、".join(column.heading for column in kind.columns.values())
        yield f"| {kind.name} | {names} |"
    yield from ("", "台账自己的表头（例如“代办事项”）也可以写。")


def main() -> None:
    """Write the page."""
    FILE.write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main()
