"""Fills a Word template: every placeholder by its value, or by a line to write on."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import partial

from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from gridapp.reports.documents import scanning
from gridapp.reports.documents.placeholder import Blank
from gridapp.reports.documents.scanning import Element
from gridapp.reports.documents.vocabulary import Filled, Values, Vocabulary
from gridapp.reports.wording import printable

BLANKS = {
    Blank.SHORT: "_" * 12,
    Blank.LONG: "\n".join(["_" * 50] * 3),
    Blank.DAY: "______年____月____日",
    Blank.NOTHING: "",
}
_IN_CELL = BLANKS | {Blank.SHORT: "", Blank.LONG: "", Blank.DAY: "　　　年　　月　　日"}
"""A cell has its borders to write between."""

_BODY = qn("w:body")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Look = Callable[[str], Filled]
"""From the name of a placeholder to what stands in its place."""


def fill(document: Docx, values: Values) -> None:
    """Fill an opened template in place. A name that nobody knows becomes a line to write on.

    Each paragraph of the template is filled once: what a person typed is never a placeholder.
    """
    for story in scanning.stories(document):
        blocks = list(_blocks(story.root, values.vocabulary))
        repeated = {
            p for block in blocks for part in block.parts for p in scanning.paragraphs(part)
        }
        rest = [p for p in scanning.paragraphs(story.root) if p not in repeated]
        for block in blocks:
            _repeat(block, values)
        for paragraph in rest:
            _fill(paragraph, partial(values.value, within="", row=0))


def lists_in(element: Element, vocabulary: Vocabulary) -> set[str]:
    """The lists that are named in an element."""
    return {vocabulary.list_of(name) for name in scanning.names(element)} - {""}


@dataclass(frozen=True)
class _Block:
    """Neighbouring rows, or paragraphs, that are repeated together for each row of a list."""

    name: str
    parts: tuple[Element, ...]


def _blocks(root: Element, vocabulary: Vocabulary) -> Iterator[_Block]:
    """The rows that name a list, and the paragraphs outside of tables."""
    seen: set[Element] = set()
    for element in root.iter(scanning.ROW, scanning.PARAGRAPH):
        if element in seen or (not scanning.is_row(element) and scanning.in_cell(element)):
            continue
        found = sorted(lists_in(element, vocabulary))
        if found:
            parts = tuple(_neighbours(element, found[0], vocabulary))
            seen.update(parts)
            yield _Block(found[0], parts)


def _neighbours(first: Element, name: str, vocabulary: Vocabulary) -> Iterator[Element]:
    """The element and those of its kind right after it that name the same list."""
    at: Element | None = first
    while at is not None and at.tag == first.tag and name in lists_in(at, vocabulary):
        yield at
        at = at.getnext()


def _repeat(block: _Block, values: Values) -> None:
    """Put a filled copy of the block in its place for each row of its list."""
    for row in range(values.copies(block.name)):
        look = partial(values.value, within=block.name, row=row)
        for part in block.parts:
            copy = deepcopy(part)
            block.parts[0].addprevious(copy)
            for paragraph in scanning.paragraphs(copy):
                _fill(paragraph, look)
    for part in block.parts:
        _remove(part)


def _remove(part: Element) -> None:
    """Word takes neither a table without rows nor a footer or text box without a paragraph."""
    around = part.getparent()
    around.remove(part)
    if not len(around.findall(part.tag)) and around.tag != _BODY:
        if scanning.is_row(part):
            around.getparent().remove(around)
        else:
            around.append(OxmlElement("w:p"))


def _fill(paragraph: Element, look: Look) -> None:
    """Put values in place of the placeholders, in the dress of the first sign of each."""
    pieces = scanning.texts(paragraph)
    whole = "".join(piece.text or "" for piece in pieces)
    blanks = _IN_CELL if scanning.in_cell(paragraph) else BLANKS
    for found in reversed(list(scanning.MARK.finditer(whole))):
        filled = look(scanning.name_of(found))
        _put(pieces, found.start(), found.end(), _clean(filled.text) or blanks[filled.blank])
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
        after.set(_SPACE, "preserve")
        piece.addnext(after)
        piece.addnext(OxmlElement("w:br"))
