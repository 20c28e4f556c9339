"""Moves what lies around the cells when rows are added: merged cells, ranges, pictures, charts."""

from copy import deepcopy

from gridapp.reports.documents.scanning import Element
from gridapp.reports.own_templates.book import MAIN, Book, Sheet
from gridapp.reports.own_templates.references import Block, Copy, Shift, moved, ranges

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_FORMULAS = frozenset({"formula", "formula1", "formula2", "f"})
_AFTER_PAGE = """
    rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing
    legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst
"""
"""What stands after the header and footer in a sheet (ECMA-376 18.3.1.99)."""
_PAGE_PARTS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
_YES = ("1", "true")
_LONGEST_FOOTER = 250
"""Excel takes 255 signs."""


def move_ranges(sheet: Sheet, blocks: list[Block], shifts: dict[str, Shift]) -> None:
    """What a sheet says of ranges of itself; merged cells of repeated rows are merged in each."""
    _merge(sheet, blocks, shifts)
    cells = sheet.root.find(f"{MAIN}sheetData")
    for part in sheet.root:
        if part is cells or part.tag in {f"{MAIN}mergeCells", f"{MAIN}sheetViews"}:
            continue
        for element in part.iter():
            for name in ("ref", "sqref"):
                if element.get(name):
                    element.set(name, _all_moved(element.get(name), sheet.name, shifts))
            kind = str(element.tag).rpartition("}")[2]
            if kind == "sqref" and element.text:
                element.text = _all_moved(element.text, sheet.name, shifts)
            elif kind in _FORMULAS and element.text:
                element.text = moved(element.text, sheet.name, shifts)
            if kind == "brk" and part.tag == f"{MAIN}rowBreaks":
                element.set("id", str(shifts[sheet.name].last(int(element.get("id")))))


def _all_moved(text: str, own: str, shifts: dict[str, Shift]) -> str:
    return ranges(text, lambda one: moved(one, own, shifts, spread=True))


def _merge(sheet: Sheet, blocks: list[Block], shifts: dict[str, Shift]) -> None:
    merged = sheet.root.find(f"{MAIN}mergeCells")
    if merged is None:
        return
    for one in list(merged):
        reference = one.get("ref")
        row = int("".join(sign for sign in reference.partition(":")[0] if sign.isdigit()))
        block = next((b for b in blocks if b.first <= row <= b.last), None)
        if block is None:
            one.set("ref", moved(reference, sheet.name, shifts))
            continue
        top = shifts[sheet.name].first(block.first)
        for number in range(block.copies):
            again = deepcopy(one)
            copy = Copy(block, top, number)
            again.set("ref", moved(reference, sheet.name, shifts, copy))
            one.addprevious(again)
        merged.remove(one)
    merged.set("count", str(len(merged)))


def move_parts(book: Book, shifts: dict[str, Shift]) -> None:
    """Names of ranges, tables, pictures and charts; what Excel has reckoned is reckoned anew."""
    for name in book.root.iterfind(f"{MAIN}definedNames/{MAIN}definedName"):
        name.text = moved(name.text or "", "", shifts)
    for sheet in book.sheets:
        for part in book.linked(sheet.part, "table"):
            for element in book.part(part).iter():
                if element.get("ref"):
                    element.set("ref", moved(element.get("ref"), sheet.name, shifts))
        for part in book.linked(sheet.part, "comments"):
            for element in book.part(part).iter(f"{MAIN}comment"):
                element.set("ref", moved(element.get("ref"), sheet.name, shifts))
        for part in book.linked(sheet.part, "drawing"):
            _move_drawing(book, part, shifts[sheet.name], shifts)
    if "xl/calcChain.xml" in book.members:
        book.drop("xl/calcChain.xml")
    reckoned = book.root.find(f"{MAIN}calcPr")
    if reckoned is not None:
        reckoned.set("fullCalcOnLoad", "1")


def _move_drawing(book: Book, part: str, shift: Shift, shifts: dict[str, Shift]) -> None:
    """Rows of a drawing are counted from 0."""
    for ends, where in (("from", shift.first), ("to", shift.last)):
        for row in book.part(part).iterfind(f".//{_DRAWN}{ends}/{_DRAWN}row"):
            row.text = str(where(int(row.text) + 1) - 1)
    for chart in book.linked(part, "chart"):
        for element in book.part(chart).iter():
            if str(element.tag).endswith("}f") and element.text:
                element.text = moved(element.text, "", shifts, spread=True)


def put_foot(sheet: Sheet, foot: str) -> None:
    """At the foot of every page, below what the template has there."""
    page = sheet.root.find(f"{MAIN}headerFooter")
    if page is None:
        page = _new_page(sheet.root)
    wanted = ["oddFooter"]
    wanted += ["evenFooter"] if page.get("differentOddEven") in _YES else []
    wanted += ["firstFooter"] if page.get("differentFirst") in _YES else []
    for name in wanted:
        if page.find(f"{MAIN}{name}") is None:
            page.append(page.makeelement(f"{MAIN}{name}"))
    for one in sorted(page, key=lambda one: _PAGE_PARTS.index(one.tag.removeprefix(MAIN))):
        page.append(one)
        if one.tag.endswith("Footer"):
            before = one.text or "&C"
            one.text = f"{before[: _LONGEST_FOOTER - len(foot)]}\n{foot}"


def _new_page(root: Element) -> Element:
    page = root.makeelement(f"{MAIN}headerFooter")
    later = _AFTER_PAGE.split()
    after = [one for one in root if str(one.tag).removeprefix(MAIN) in later]
    if after:
        after[0].addprevious(page)
    else:
        root.append(page)
    return page
