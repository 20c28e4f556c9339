"""What is wrong with a spreadsheet template, each fault with its sheet and cell."""

from collections.abc import Iterable, Iterator

from gridapp.reports.documents.checking import (
    CellPlace,
    FaultCode,
    TemplateFault,
    in_text,
    missing,
    two_lists,
)
from gridapp.reports.documents.scanning import MARK, DamagedTemplate, name_of
from gridapp.reports.documents.vocabulary import Vocabulary
from gridapp.reports.own_templates import filling
from gridapp.reports.own_templates.book import MAIN, Book, Sheet

_STAYING = ("pivotTable", "ctrlProp", "control", "slicer")
"""Relations to what does not move with the rows."""


def check(content: bytes, needs: Iterable[str], vocabulary: Vocabulary) -> list[TemplateFault]:
    """Everything wrong with a spreadsheet template, sheet by sheet."""
    try:
        book = Book(content)
    except DamagedTemplate:
        return [TemplateFault(FaultCode.DAMAGED)]
    return [*_all(book, vocabulary), *missing(names(book), needs)]


def names(book: Book) -> list[str]:
    """Every placeholder of the template, as it is looked up."""
    cells = (
        name for sheet in book.sheets for row in sheet.rows for name in filling.names_in(book, row)
    )
    pages = (
        name_of(found)
        for sheet in book.sheets
        for text in _page(sheet)
        for found in MARK.finditer(text)
    )
    return [*cells, *pages]


def _all(book: Book, vocabulary: Vocabulary) -> Iterator[TemplateFault]:
    for sheet in book.sheets:
        for row in sheet.rows:
            for cell in row:
                place = CellPlace(sheet.name, cell.get("r", ""))
                yield from in_text(book.text(cell), place, vocabulary)
            lists = filling.lists_in(book, row, vocabulary)
            if len(lists) > 1:
                yield two_lists(lists, CellPlace(sheet.name, f"A{row.get('r')}"))
        for text in _page(sheet):
            yield from in_text(text, CellPlace(sheet.name), vocabulary)
        for link in book.links(sheet.part):
            kind = link.get("Type").rpartition("/")[2]
            if kind in _STAYING:
                yield TemplateFault(FaultCode.STAYS, kind, CellPlace(sheet.name))
    yield from _remote(book)


def _page(sheet: Sheet) -> list[str]:
    page = sheet.root.find(f"{MAIN}headerFooter")
    return [] if page is None else [part.text or "" for part in page]


def _remote(book: Book) -> Iterator[TemplateFault]:
    for name in book.members:
        if name.endswith(".rels"):
            for link in book.part(name):
                outside = link.get("TargetMode") == "External"
                if outside and not link.get("Type").endswith("/hyperlink"):
                    yield TemplateFault(FaultCode.REMOTE, link.get("Target"))
