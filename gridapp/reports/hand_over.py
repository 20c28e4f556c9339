"""The hand-over list (交接清单) of a grid: its households and everything that is open in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from gridapp.domain.masking import mask_text
from gridapp.reports import files, wording
from gridapp.reports.tables import Heading, Table
from gridapp.reports.word_paper import add_captioned, add_section, new_paper
from gridapp.reports.word_parts import BODY, NOTE, TITLE, add_line, packed

Heads = tuple[tuple[str, int], ...]
Rows = Sequence[tuple[str, ...]]

_HOUSEHOLDS: Heads = (
    ("序号", 3),
    ("户主", 5),
    ("地址", 14),
    ("村民组", 5),
    ("人口", 4),
    ("联系电话", 7),
)
_CASES: Heads = (("序号", 3), ("案件编号", 8), ("案件", 13), ("状态", 6), ("办理期限", 7))
_ROUNDS: Heads = (("序号", 3), ("排查轮次", 10), ("截止", 7), ("户主", 5), ("地址", 12))
_TASKS: Heads = (("序号", 3), ("事项", 14), ("责任人", 7), ("完成时限", 7), ("案件编号", 8))
_NONE = "无。"
_SIGNED = "移交人（签字）：　　　　　　接收人（签字）：　　　　　　监交人（签字）：　　　　　　"


@dataclass(frozen=True)
class HandOver:
    """A grid on the day on which it is handed over; rows without their number.

    ``households``: head, address, group, people, masked phone. ``cases``: number, title, state,
    due day. ``unvisited``: round, its last day, head, address. ``tasks``: title, owner, due day,
    number of the case.
    """

    unit: str
    place: str
    giver: str
    taker: str
    day: date
    people: int
    households: Rows
    cases: Rows
    unvisited: Rows
    tasks: Rows
    made_on: date

    @property
    def title(self) -> str:
        """The title of the paper."""
        return wording.printable(f"{self.unit}工作交接清单")


def document(made: HandOver) -> Document:
    """The list on A4, to be signed."""
    word = new_paper(made.title, wording.printable(made.unit), made.made_on)
    add_line(word, made.title, TITLE, align=WD_ALIGN_PARAGRAPH.CENTER)
    for line in _head(made):
        add_line(word, wording.printable(line), BODY)
    for number, (name, count, heads, rows) in enumerate(_parts(made)):
        add_section(word, f"{'一二三四'[number]}、{name}（{count}）")
        _add(word, heads, rows)
    add_line(word, _SIGNED, NOTE)
    return word


def _head(made: HandOver) -> tuple[str, ...]:
    return (
        f"所属：{made.place}",
        f"移交人：{made.giver or '—'}　　　　接收人：{made.taker or '＿＿＿＿＿＿'}",
        f"交接日期：{wording.long_day(made.day)}",
    )


def _parts(made: HandOver) -> tuple[tuple[str, str, Heads, Rows], ...]:
    return (
        ("住户", f"{len(made.households)}户{made.people}人", _HOUSEHOLDS, made.households),
        ("在办矛盾纠纷", f"{len(made.cases)}件", _CASES, made.cases),
        ("未完成的入户排查", f"{len(made.unvisited)}户", _ROUNDS, made.unvisited),
        ("待办事项", f"{len(made.tasks)}项", _TASKS, made.tasks),
    )


def _add(word: Document, heads: Heads, rows: Rows) -> None:
    if not rows:
        add_line(word, _NONE, BODY, indent=True)
        return
    numbered = tuple(
        (str(number), *(wording.printable(mask_text(cell)) for cell in row))
        for number, row in enumerate(rows, 1)
    )
    headings = tuple(Heading(text, wide=wide) for text, wide in heads)
    add_captioned(word, Table("", headings, numbered, total=False))
    add_line(word, "", NOTE)


def write(made: HandOver, path: Path) -> None:
    """Write it as .docx; the same list gives the same bytes. Raises ReportError."""
    files.put(packed(document(made)), path)
