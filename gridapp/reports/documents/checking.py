"""What is wrong with a county's own template, each fault with its place and the nearest name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from docx.document import Document as Docx

from gridapp.reports.documents import filling, scanning
from gridapp.reports.documents.case_values import CASE
from gridapp.reports.documents.catalogue import Document
from gridapp.reports.documents.scanning import LOOSE, MARK, DamagedTemplate, Place
from gridapp.reports.documents.vocabulary import Vocabulary


class FaultCode(StrEnum):
    """What may be wrong with a template."""

    DAMAGED = "template.damaged"
    NOT_KNOWN = "template.not_known"
    """The file has the name of none of the documents."""
    MISSING = "template.missing"
    """A placeholder without which the document would not say what it must."""
    UNKNOWN = "template.unknown"
    """A name that is none; most often misspelt."""
    OPEN = "template.open"
    """Braces that open or close nothing."""
    TWO_LISTS = "template.two_lists"
    """One row cannot be repeated for two lists."""
    REMOTE = "template.remote"
    """It would fetch something from elsewhere when it is opened."""
    STAYS = "template.stays"
    """Something of a spreadsheet that does not move when rows are added above it."""


@dataclass(frozen=True)
class CellPlace:
    """Where something stands in a spreadsheet: ``表1`` and ``C5``; "" for header and footer."""

    sheet: str
    cell: str = ""


Placed = Place | CellPlace


@dataclass(frozen=True)
class TemplateFault:
    """A fault. ``name``: the placeholder or text that is meant; ``nearest``: what it should
    probably be; ``place`` None for the whole document.
    """

    code: FaultCode
    name: str = ""
    place: Placed | None = None
    nearest: str = ""


def check(
    content: bytes, document: Document | None, vocabulary: Vocabulary = CASE
) -> list[TemplateFault]:
    """Everything wrong with a Word template for a document, in the order of the text."""
    if document is None:
        return [TemplateFault(FaultCode.NOT_KNOWN)]
    try:
        opened = scanning.open_docx(content)
    except DamagedTemplate:
        return [TemplateFault(FaultCode.DAMAGED)]
    there = [name for story in scanning.stories(opened) for name in scanning.names(story.root)]
    return [
        *_in_stories(opened, vocabulary),
        *_remote(opened),
        *missing(there, document.needs),
    ]


def in_text(text: str, place: Placed, vocabulary: Vocabulary) -> Iterator[TemplateFault]:
    """What is wrong with the placeholders of one text."""
    for found in MARK.finditer(text):
        name = scanning.name_of(found)
        if not vocabulary.knows(name):
            yield TemplateFault(FaultCode.UNKNOWN, name, place, vocabulary.nearest(name))
    loose = LOOSE.search(MARK.sub("", text))
    if loose is not None:
        yield TemplateFault(FaultCode.OPEN, loose[0], place)


def missing(there: Iterable[str], needs: Iterable[str]) -> Iterator[TemplateFault]:
    """The placeholders that are needed and not there."""
    found = set(there)
    return (TemplateFault(FaultCode.MISSING, name) for name in needs if name not in found)


def two_lists(names: Iterable[str], place: Placed) -> TemplateFault:
    """One row cannot be repeated for both."""
    return TemplateFault(FaultCode.TWO_LISTS, "、".join(sorted(names)), place)


def _in_stories(opened: Docx, vocabulary: Vocabulary) -> Iterator[TemplateFault]:
    for story in scanning.stories(opened):
        for paragraph, place in scanning.places(story):
            yield from in_text(scanning.text(paragraph), place, vocabulary)
        yield from _two_lists(story, vocabulary)


def _two_lists(story: scanning.Story, vocabulary: Vocabulary) -> Iterator[TemplateFault]:
    """A row or a paragraph of the text that names more than one list."""
    told = set()
    for paragraph, place in scanning.places(story):
        row = next(paragraph.iterancestors(scanning.ROW), paragraph)
        found = filling.lists_in(row, vocabulary)
        if len(found) > 1 and row not in told:
            told.add(row)
            yield two_lists(found, place)


def _remote(opened: Docx) -> Iterator[TemplateFault]:
    """Pictures and templates from the network; a link that a reader has to click is none."""
    for part in opened.part.package.iter_parts():
        for relation in part.rels.values():
            if relation.is_external and not relation.reltype.endswith("/hyperlink"):
                yield TemplateFault(FaultCode.REMOTE, relation.target_ref)
