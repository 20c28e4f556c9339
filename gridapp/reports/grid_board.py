"""The notice board of grids (网格公示牌), to be posted in the village: A4, or A3 in larger type."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from gridapp.domain.masking import mask_phone
from gridapp.reports import files, wording
from gridapp.reports.tables import Heading, Table
from gridapp.reports.word_paper import add_captioned, new_paper
from gridapp.reports.word_parts import BODY, NOTE, TITLE, add_line, packed

_HEADS = (("网格名称", 8), ("区域范围", 12), ("网格员", 6), ("联系方式", 8))
_VACANT = "暂缺"
_NOTE = "有矛盾纠纷、急难愁盼等事项，请联系所在网格的网格员。"

_TYPE = {"w:sz": ("w:val",), "w:szCs": ("w:val",), "w:spacing": ("w:line",)}
"""What the size of the type is in Word's XML: half points, twentieths of a point."""

_LENGTHS = {
    **_TYPE,
    "w:spacing": ("w:line", "w:before", "w:after"),
    "w:ind": ("w:firstLine", "w:left", "w:right"),
    "w:tcW": ("w:w",),
    "w:gridCol": ("w:w",),
    "w:left": ("w:w",),
    "w:right": ("w:w",),
    "w:pgSz": ("w:w", "w:h"),
    "w:pgMar": ("w:top", "w:bottom", "w:left", "w:right", "w:header", "w:footer"),
}
"""What has a length at all."""

_FEW, _SOME = 10, 16
"""Grids on a page that leave room for larger type, to be read from a distance."""


@dataclass(frozen=True)
class BoardLine:
    """A grid with its area and who is to be called; several leaders joined by ``、``."""

    name: str
    area: str
    holder: str
    phone: str


@dataclass(frozen=True)
class Board:
    """A notice board. ``phone``: of supervision (监督电话)."""

    unit: str
    lines: Sequence[BoardLine]
    phone: str
    masked: bool
    on_a3: bool
    made_on: date

    @property
    def title(self) -> str:
        """The title of the board."""
        return wording.printable(f"{self.unit}网格公示牌")


def area(groups: Sequence[str], addresses: Sequence[str]) -> str:
    """``1组、2组，坪岭1组1号至坪岭2组18号``: groups, then the first and last door of the walk."""
    told = "、".join(dict.fromkeys(filter(None, groups)))
    doors = [one for one in addresses if one]
    walk = ""
    if doors:
        walk = doors[0] if doors[0] == doors[-1] else f"{doors[0]}至{doors[-1]}"
    return "，".join(filter(None, (told, walk))) or "—"


def document(board: Board) -> Document:
    """The board on A4; ``Board.on_a3`` is seen to by who prints or writes it."""
    word = new_paper(board.title, wording.printable(board.unit), board.made_on)
    add_line(word, board.title, TITLE, align=WD_ALIGN_PARAGRAPH.CENTER)
    add_line(word, "", NOTE)
    headings = tuple(Heading(text, wide=wide) for text, wide in _HEADS)
    rows = tuple(_row(board, line) for line in board.lines)
    add_captioned(word, Table("", headings, rows, total=False))
    _scale([word.tables[0]._tbl], _TYPE, _larger(len(rows)))
    add_line(word, "", NOTE)
    add_line(word, wording.printable(f"监督电话：{board.phone or '＿＿＿＿＿＿＿＿'}"), BODY)
    add_line(word, _NOTE, NOTE)
    add_line(word, wording.long_day(board.made_on), BODY, align=WD_ALIGN_PARAGRAPH.RIGHT)
    return word


def _row(board: Board, line: BoardLine) -> tuple[str, ...]:
    phone = mask_phone(line.phone) if board.masked else line.phone
    cells = (line.name, line.area, line.holder or _VACANT, phone or "—")
    return tuple(map(wording.printable, cells))


def write(board: Board, path: Path) -> None:
    """Write it as .docx in its size; the same board gives the same bytes. Raises ReportError."""
    word = document(board)
    if board.on_a3:  # as A3 is to A4
        _scale([word.element, word.sections[0].footer._element], _LENGTHS, sqrt(2))
    files.put(packed(word), path)


def _larger(rows: int) -> float:
    """How much larger than usual the type of the table may be."""
    if rows <= _FEW:
        return 1.5
    return 1.25 if rows <= _SOME else 1.0


def _scale(roots: Iterable[Any], lengths: Mapping[str, Sequence[str]], factor: float) -> None:
    """Make the lengths in these parts of Word's XML so many times as large."""
    for root in roots:
        for name, attributes in lengths.items():
            for element in root.iter(qn(name)):
                for attribute in map(qn, attributes):
                    if (value := element.get(attribute, "")).isdigit():
                        element.set(attribute, str(round(int(value) * factor)))
