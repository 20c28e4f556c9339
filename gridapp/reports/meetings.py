"""Agenda and minutes of a meeting on cases (会商研判), as a Word document."""

from collections.abc import Iterator
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

_AGENDA = "一、会商议题"
_NOTES = "二、会商意见"
_ACTIONS = "三、议定事项"
_NONE = "无。"
_AGENDA_HEADS = (("序号", 3), ("案件编号", 7), ("案件", 13), ("状态", 5), ("办理期限", 6))
_ACTION_HEADS = (("序号", 3), ("事项", 14), ("责任人", 6), ("完成时限", 6), ("完成情况", 8))


@dataclass(frozen=True)
class Matter:
    """A case on the agenda, and what was said about it."""

    number: str
    title: str
    state: str
    due_on: date
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Action:
    """Something that was decided. ``done``: how it ended; empty while it is owed."""

    title: str
    owner: str
    due_on: date | None
    done: str


@dataclass(frozen=True)
class Minutes:
    """A meeting on paper: an agenda before it was held, minutes after."""

    unit: str
    title: str
    day: date
    held: bool
    chair: str
    place: str
    matters: tuple[Matter, ...]
    minutes: str
    actions: tuple[Action, ...]
    made_on: date

    @property
    def name(self) -> str:
        """The title of the paper."""
        kind = "纪要" if self.held else "议程"
        return wording.printable(f"{self.unit}{self.title}{kind}")


def document(paper: Minutes) -> Document:
    """The agenda; once the meeting was held, what was said and decided as well."""
    word = new_paper(paper.name, wording.printable(paper.unit), paper.made_on)
    add_line(word, paper.name, TITLE, align=WD_ALIGN_PARAGRAPH.CENTER)
    for line in _head(paper):
        add_line(word, line, BODY)
    add_section(word, _AGENDA)
    _add_table(word, _AGENDA_HEADS, _matter_rows(paper))
    if paper.held or any(matter.notes for matter in paper.matters):
        add_section(word, _NOTES)
        for line in _said(paper) or (_NONE,):
            add_line(word, line, BODY, indent=True)
    if paper.held or paper.actions:
        add_section(word, _ACTIONS)
        _add_table(word, _ACTION_HEADS, _action_rows(paper))
    return word


def write(paper: Minutes, path: Path) -> None:
    """Write the document; the same paper gives the same bytes. Raises ReportError."""
    files.put(packed(document(paper)), path)


def _head(paper: Minutes) -> Iterator[str]:
    yield f"时间：{wording.long_day(paper.day)}"
    for label, text in (("地点", paper.place), ("主持人", paper.chair)):
        if text:
            yield wording.printable(f"{label}：{text}")


def _said(paper: Minutes) -> tuple[str, ...]:
    """Line by line, each case under its number on the agenda."""
    general = paper.minutes.splitlines()
    by_case = [
        f"{number}. {matter.title}：{' '.join(matter.notes)}"
        for number, matter in enumerate(paper.matters, 1)
        if matter.notes
    ]
    return tuple(_clean(line) for line in (*general, *by_case) if line.strip())


def _clean(text: str) -> str:
    """Numbers of people that somebody typed are masked."""
    return wording.printable(mask_text(text))


def _matter_rows(paper: Minutes) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (str(number), matter.number, matter.title, matter.state, str(matter.due_on))
        for number, matter in enumerate(paper.matters, 1)
    )


def _action_rows(paper: Minutes) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (str(number), action.title, action.owner, str(action.due_on or ""), action.done)
        for number, action in enumerate(paper.actions, 1)
    )


def _add_table(
    word: Document, heads: tuple[tuple[str, int], ...], rows: tuple[tuple[str, ...], ...]
) -> None:
    if not rows:
        add_line(word, _NONE, BODY, indent=True)
        return
    clean = tuple(tuple(map(_clean, row)) for row in rows)
    headings = tuple(Heading(text, wide=wide) for text, wide in heads)
    add_captioned(word, Table("", headings, clean, total=False))
    add_line(word, "", NOTE)
