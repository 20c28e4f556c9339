"""Writes ``resources/help/documents.md``: how documents are drawn up, and every placeholder.

python installer/documents_help.py
"""

from collections.abc import Iterator
from pathlib import Path

from gridapp.reports.documents.catalogue import DOCUMENTS, Document
from gridapp.reports.documents.placeholders import GROUPS
from gridapp.reports.documents.rows import ROW_LISTS

FILE = Path(__file__).resolve().parents[1] / "resources" / "help" / "documents.md"

HEAD = """\
# 文书

在一件纠纷的“文书”一栏，本案现在要用的排在最前，其余点“全部文书”。选一个：

- **预览和打印**：看到的就是打出来的，打印机在预览窗口里选；
- **存为 Word**、**PDF**：存到您选的地方；
- **存入本案**：加密保存，随本案上报，卷内目录里自动有它。

案件里没有的内容留出横线，打出来手写。电话和身份证号默认遮住；勾选“显示完整电话和身份证号”要写明用途，\
每一页都印上谁、什么时候、做什么用，并记入日志；微网格长只能打印遮住的。

模板里的图片、文本框、自动编号，预览和 PDF 不显示，请存为 Word 后打印。

# 本县自己的模板

在“设置”的“文书模板”：

1. 点“导出自带模板来修改”，选一个文件夹；
2. 用 Word 或 WPS 改版式和文字，文件名不要改；不用的可以删掉，删掉的用自带的；
3. 点“重新检查”。缺了什么、写错了什么，会说明在第几段或者表几第几行第几格，以及正确的名称。

占位符写成 `{{案由}}`。像 `{{当事人.姓名}}` 这样带点的，所在的那一行（或一段）按人数重复；\
相邻几行用同一个列表的，一起重复。一行里只能用一个列表。

# 文书和必需的占位符
"""


def text() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_documents(), *_placeholders(), *_lists()]) + "\n"


def _documents() -> Iterator[str]:
    yield from ("| 文书（文件名） | 不能缺少 |", "| --- | --- |")
    for one in DOCUMENTS.values():
        yield f"| {one.title} | {_needed(one)} |"
    yield ""


def _needed(document: Document) -> str:
    return " ".join(f"`{{{{{name}}}}}`" for name in document.needs) or "—"


def _placeholders() -> Iterator[str]:
    for heading, group in GROUPS.items():
        yield from (f"# 占位符：{heading}", "", "| 占位符 | 意思 |", "| --- | --- |")
        yield from (f"| `{{{{{one.name}}}}}` | {one.meaning} |" for one in group)
        yield ""


def _lists() -> Iterator[str]:
    yield from ("# 占位符：按行重复", "", "| 列表 | 意思 | 各项 |", "| --- | --- | --- |")
    for one in ROW_LISTS.values():
        yield f"| {one.name} | {one.meaning} | {'、'.join(one.fields)} |"
    yield from ("", "写法如 `{{当事人.姓名}}`、`{{分期.金额大写}}`。")


def main() -> None:
    """Write the page."""
    FILE.write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main()
