"""Finds the placeholders of a .docx: in paragraphs, table cells, text boxes, headers, footers."""

import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

Element = Any
"""An lxml element; python-docx gives them without types."""

MARK = re.compile(r"[{｛]{2}([^{}｛｝]*)[}｝]{2}")
LOOSE = re.compile(r"[{｛]{2}|[}｝]{2}|[{｛]%")
"""A brace that opens or closes nothing, or a command of another template language."""

PARAGRAPH, ROW = qn("w:p"), qn("w:tr")
_TABLE, _CELL, _TEXT = (qn(f"w:{n}") for n in ("tbl", "tc", "t"))
_MAX_MEMBERS, _MAX_UNPACKED = 500, 60 << 20


class DamagedTemplate(Exception):
    """The file is no document, or is one that may not be opened."""


class Where(StrEnum):
    """In which part of the document."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"


@dataclass(frozen=True)
class Place:
    """Where something stands, counted from 1 as a reader counts. In a table ``row`` and ``cell``
    are set and ``number`` counts the tables; else it counts the paragraphs that say something.
    """

    where: Where
    number: int
    row: int = 0
    cell: int = 0


@dataclass(frozen=True)
class Story:
    """A part of the document with text of its own."""

    where: Where
    root: Element


def read_members(content: bytes) -> dict[str, bytes]:
    """The parts of an office file by name, if it may be opened at all. Raises DamagedTemplate."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()  # no more than it declares is ever unpacked
            if len(members) > _MAX_MEMBERS or sum(m.file_size for m in members) > _MAX_UNPACKED:
                raise DamagedTemplate
            found = {member.filename: archive.read(member) for member in members}
    except (zipfile.BadZipFile, OSError, ValueError, KeyError, NotImplementedError) as broken:
        raise DamagedTemplate from broken
    except (RuntimeError, zlib.error) as broken:
        raise DamagedTemplate from broken
    if any(map(_declares, found.values())):
        raise DamagedTemplate
    return found


def open_docx(content: bytes) -> Docx:
    """Open a template. Raises DamagedTemplate."""
    read_members(content)
    try:
        return docx.Document(BytesIO(content))
    except (OSError, ValueError, KeyError, OpcError, SyntaxError, RuntimeError) as broken:
        raise DamagedTemplate from broken


def _declares(part: bytes) -> bool:
    """Whether a part brings a DOCTYPE, and with it entities: Word never writes one."""
    return b"<!DOCTYPE" in part.replace(b"\0", b"")


def stories(document: Docx) -> Iterator[Story]:
    """The body, then each header and footer."""
    yield Story(Where.BODY, document.element.body)
    kinds = {RELATIONSHIP_TYPE.HEADER: Where.HEADER, RELATIONSHIP_TYPE.FOOTER: Where.FOOTER}
    for relation in document.part.rels.values():
        where = kinds.get(relation.reltype)
        if where is not None and not relation.is_external:
            yield Story(where, relation.target_part.element)


def paragraphs(root: Element) -> list[Element]:
    """Every paragraph below an element, those of cells and text boxes too."""
    return list(root.iter(PARAGRAPH))


def texts(paragraph: Element) -> list[Element]:
    """The pieces of text of a paragraph itself, not of a text box in it."""
    return [piece for piece in paragraph.iter(_TEXT) if _above(piece, PARAGRAPH) is paragraph]


def text(paragraph: Element) -> str:
    """What a paragraph says; Word may have cut it into any pieces."""
    return "".join(piece.text or "" for piece in texts(paragraph))


def names(element: Element) -> list[str]:
    """The names of the placeholders in an element, as they are looked up."""
    return [name_of(found) for p in paragraphs(element) for found in MARK.finditer(text(p))]


def name_of(found: re.Match[str]) -> str:
    """The name between the braces: without spaces, full-width signs made plain."""
    return "".join(unicodedata.normalize("NFKC", found[1]).split())


def is_row(element: Element) -> bool:
    """Whether it is a row of a table."""
    return bool(element.tag == ROW)


def in_cell(paragraph: Element) -> bool:
    """Whether a paragraph stands in a table."""
    return _above(paragraph, _CELL) is not None


def places(story: Story) -> Iterator[tuple[Element, Place]]:
    """The paragraphs that say something, each with its place."""
    tables = list(story.root.iter(_TABLE))
    number = 0
    for paragraph in paragraphs(story.root):
        cell = _above(paragraph, _CELL)
        if cell is not None:
            yield paragraph, _cell_place(story.where, tables, cell)
        elif text(paragraph).strip():
            number += 1
            yield paragraph, Place(story.where, number)


def _cell_place(where: Where, tables: list[Element], cell: Element) -> Place:
    row = next(cell.iterancestors(ROW))
    table = next(row.iterancestors(_TABLE))
    rows = [found for found in table if found.tag == ROW]
    cells = [found for found in row if found.tag == _CELL]
    return Place(where, tables.index(table) + 1, rows.index(row) + 1, cells.index(cell) + 1)


def _above(element: Element, tag: str) -> Element | None:
    """The nearest element of this kind around another."""
    return next(element.iterancestors(tag), None)
