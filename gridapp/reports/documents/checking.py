"""What is wrong with a county's own template, each fault with its place and the nearest name."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from docx.document import Document as Docx

from gridapp.reports.documents import filling, scanning
from gridapp.reports.documents.catalogue import Document
from gridapp.reports.documents.placeholders import PLACEHOLDERS
from gridapp.reports.documents.rows import ROW_LISTS, field_names
from gridapp.reports.documents.scanning import LOOSE, MARK, DamagedTemplate, Place


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


@dataclass(frozen=True)
class TemplateFault:
    """A fault. ``name``: the placeholder or text that is meant; ``nearest``: what it should
    probably be; ``place`` None for the whole document.
    """

    code: FaultCode
    name: str = ""
    place: Place | None = None
    nearest: str = ""


def check(content: bytes, document: Document | None) -> list[TemplateFault]:
    """Everything wrong with a template for a document, in the order of the text."""
    if document is None:
        return [TemplateFault(FaultCode.NOT_KNOWN)]
    try:
        opened = scanning.open_docx(content)
        return [*_in_text(opened), *_remote(opened), *_missing(opened, document)]
    except DamagedTemplate:
        return [TemplateFault(FaultCode.DAMAGED)]


def _in_text(opened: Docx) -> Iterator[TemplateFault]:
    for story in scanning.stories(opened):
        for paragraph, place in scanning.places(story):
            text = scanning.text(paragraph)
            for found in MARK.finditer(text):
                name = scanning.name_of(found)
                if not _known(name):
                    yield TemplateFault(FaultCode.UNKNOWN, name, place, nearest(name))
            loose = LOOSE.search(MARK.sub("", text))
            if loose is not None:
                yield TemplateFault(FaultCode.OPEN, loose[0], place)
        yield from _two_lists(story)


def _two_lists(story: scanning.Story) -> Iterator[TemplateFault]:
    """A row or a paragraph of the text that names more than one list."""
    told = set()
    for paragraph, place in scanning.places(story):
        row = next(paragraph.iterancestors(scanning.ROW), paragraph)
        found = filling.lists_in(row)
        if len(found) > 1 and row not in told:
            told.add(row)
            yield TemplateFault(FaultCode.TWO_LISTS, "、".join(sorted(found)), place)


def _remote(opened: Docx) -> Iterator[TemplateFault]:
    """Pictures and templates from the network; a link that a reader has to click is none."""
    for part in opened.part.package.iter_parts():
        for relation in part.rels.values():
            if relation.is_external and not relation.reltype.endswith("/hyperlink"):
                yield TemplateFault(FaultCode.REMOTE, relation.target_ref)


def _missing(opened: Docx, document: Document) -> Iterator[TemplateFault]:
    there = {name for story in scanning.stories(opened) for name in scanning.names(story.root)}
    for name in document.needs:
        if name not in there:
            yield TemplateFault(FaultCode.MISSING, name)


def _known(name: str) -> bool:
    head, dot, field = name.partition(".")
    if dot:
        return head in ROW_LISTS and field in ROW_LISTS[head].fields
    return name in PLACEHOLDERS


def nearest(name: str) -> str:
    """The right name that looks most like this one; "" when none does."""
    close = get_close_matches(name, [*PLACEHOLDERS, *field_names()], 1, 0.5)
    return close[0] if close else ""
