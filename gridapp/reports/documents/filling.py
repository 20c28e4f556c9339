"""Fills a template: every placeholder by what the case says, or by a line to write on."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date

from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from gridapp.reports.documents import scanning
from gridapp.reports.documents.facts import CaseFacts
from gridapp.reports.documents.placeholders import PLACEHOLDERS, Blank
from gridapp.reports.documents.rows import ROW_LISTS
from gridapp.reports.documents.scanning import Element
from gridapp.reports.wording import printable

BLANKS = {
    Blank.SHORT: "_" * 12,
    Blank.LONG: "\n".join(["_" * 50] * 3),
    Blank.DAY: "______年____月____日",
}
_IN_CELL = {Blank.SHORT: "", Blank.LONG: "", Blank.DAY: "　　　年　　月　　日"}
"""A cell has its borders to write between."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Look = Callable[[str], tuple[str, Blank]]
"""From the name of a placeholder to its value and its blank."""


def fill(document: Docx, facts: CaseFacts) -> None:
    """Fill an opened template in place. A name that nobody knows becomes a line to write on."""
    for story in scanning.stories(document):
        done = set(_repeat(story.root, facts))
        look = _lookup(facts)
        for paragraph in scanning.paragraphs(story.root):
            if paragraph not in done:
                _fill(paragraph, look)


def list_of(name: str) -> str:
    """The list that ``list.field`` names; "" for any other placeholder."""
    head, dot, _ = name.partition(".")
    return head if dot and head in ROW_LISTS else ""


def lists_in(element: Element) -> set[str]:
    """The lists that are named in an element."""
    return {list_of(name) for name in scanning.names(element)} - {""}


def _repeat(root: Element, facts: CaseFacts) -> Iterator[Element]:
    """Repeat the rows and paragraphs that name a list; yields the paragraphs so filled.

    They are filled at once and never again: what a person typed is no placeholder.
    """
    seen: set[Element] = set()
    for element in list(root.iter(qn("w:tr"), qn("w:p"))):
        if element in seen or (not scanning.is_row(element) and scanning.in_cell(element)):
            continue
        found = sorted(lists_in(element))
        if found:
            block = _block(element, found[0])
            seen.update(block)
            yield from _copies(block, found[0], facts)


def _block(first: Element, name: str) -> list[Element]:
    """The element and those of its kind right after it that name the same list."""
    block = [first]
    while (after := block[-1].getnext()) is not None:
        if after.tag != first.tag or name not in lists_in(after):
            break
        block.append(after)
    return block


def _copies(block: list[Element], name: str, facts: CaseFacts) -> Iterator[Element]:
    """Put a filled copy of the block in its place for each row of the list."""
    chosen = ROW_LISTS[name]
    rows = list(chosen.rows(facts)) or ([None] if chosen.blank else [])
    for number, row in enumerate(rows, 1):
        for element in block:
            copy = deepcopy(element)
            block[0].addprevious(copy)
            look = _lookup(facts, name, row, number)
            for paragraph in scanning.paragraphs(copy):
                _fill(paragraph, look)
                yield paragraph
    for element in block:
        element.getparent().remove(element)


def _lookup(facts: CaseFacts, within: str = "", row: object = None, number: int = 0) -> Look:
    """How names are looked up, in the row of a list or outside of any."""

    def look(name: str) -> tuple[str, Blank]:
        known = PLACEHOLDERS.get(name)
        if known is not None:
            return known.value(facts), known.blank
        field = ROW_LISTS[within].fields.get(name.partition(".")[2]) if within else None
        if field is None or list_of(name) != within:
            return "", Blank.SHORT
        return _value(field.value, row, number, facts.today), field.blank

    return look


def _value(value: Callable[[object, int, date], str], row: object, number: int, today: date) -> str:
    return "" if row is None else value(row, number, today)


def _fill(paragraph: Element, look: Look) -> None:
    """Put values in place of the placeholders, in the dress of the first sign of each."""
    pieces = scanning.texts(paragraph)
    whole = "".join(piece.text or "" for piece in pieces)
    blanks = _IN_CELL if scanning.in_cell(paragraph) else BLANKS
    for found in reversed(list(scanning.MARK.finditer(whole))):
        value, blank = look(scanning.name_of(found))
        _put(pieces, found.start(), found.end(), _clean(value) or blanks[blank])
    for piece in pieces:
        if "\n" in (piece.text or ""):
            _split(paragraph, piece, len(pieces) == 1)


def _clean(value: str) -> str:
    """Text without what no office file can hold; lines kept."""
    return "\n".join(printable(line) for line in value.strip().splitlines())


def _put(pieces: list[Element], start: int, end: int, value: str) -> None:
    """Replace the text from start to end, counted over all pieces, by the value."""
    at = 0
    for piece in pieces:
        text = piece.text or ""
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last:
            piece.text = text[:first] + value + text[last:]
            piece.set(_SPACE, "preserve")
            value = ""
        at += len(text)


def _split(paragraph: Element, piece: Element, alone: bool) -> None:
    """A line end in a text is nothing to Word. Where the value is all that a paragraph says, each
    of its lines becomes a paragraph, with the same indent; elsewhere an element breaks the line.
    """
    lines = piece.text.split("\n")
    piece.text = lines[-1] if alone else lines[0]
    if alone:
        for line in lines[:-1]:
            copy = deepcopy(paragraph)
            scanning.texts(copy)[0].text = line
            paragraph.addprevious(copy)
        return
    for line in reversed(lines[1:]):
        after = OxmlElement("w:t")
        after.text = line
        piece.addnext(after)
        piece.addnext(OxmlElement("w:br"))
