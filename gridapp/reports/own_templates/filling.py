"""Fills a spreadsheet template: cells by their values, a row once for each row of its list."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import partial

from gridapp.reports.documents.scanning import MARK, Element, name_of
from gridapp.reports.documents.vocabulary import Filled, Values, Vocabulary
from gridapp.reports.own_templates import moving
from gridapp.reports.own_templates.book import MAIN, Book, Sheet
from gridapp.reports.own_templates.heights import Heights
from gridapp.reports.own_templates.references import Block, Copy, Shift, moved, translated
from gridapp.reports.own_templates.references import number_of as column_of
from gridapp.reports.wording import printable

_LONGEST = 32_767
"""Signs that Excel takes in a cell."""
_DIGITS = re.compile(r"\d+$")

Look = Callable[[str], Filled]


@dataclass(frozen=True)
class _Repeated:
    """A block of rows and the list that it is repeated for."""

    block: Block
    name: str


def fill(book: Book, values: Values, foot: str) -> None:
    """Fill an opened template in place; ``foot`` (``Stamp.foot``) stands below each page.

    Formulas of the template stay formulas and move with their rows; what is filled in is text or a
    number, and is never looked at again.
    """
    found = {sheet.name: _repeated(book, sheet, values) for sheet in book.sheets}
    shifts = {name: Shift([one.block for one in some]) for name, some in found.items()}
    for sheet in book.sheets:
        _unshare(sheet)
        _fill_sheet(book, sheet, values, found[sheet.name], shifts)
        moving.move_ranges(sheet, [one.block for one in found[sheet.name]], shifts)
        _fill_page(sheet, values, foot)
    moving.move_parts(book, shifts)


def lists_in(book: Book, row: Element, vocabulary: Vocabulary) -> set[str]:
    """The lists that are named in a row."""
    return {vocabulary.list_of(name) for name in names_in(book, row)} - {""}


def names_in(book: Book, row: Element) -> list[str]:
    """The placeholders of a row."""
    return [name_of(found) for cell in row for found in MARK.finditer(book.text(cell))]


def _repeated(book: Book, sheet: Sheet, values: Values) -> list[_Repeated]:
    """The rows that name a list; neighbours that name the same one are repeated together. A list
    without rows leaves one to be empty, so that the formulas below it still have their range.
    """
    found: list[_Repeated] = []
    for row in sheet.rows:
        lists = sorted(lists_in(book, row, values.vocabulary))
        if not lists:
            continue
        number, name = int(row.get("r")), lists[0]
        first = number
        if found and found[-1].name == name and found[-1].block.last == number - 1:
            first = found.pop().block.first
        found.append(_Repeated(Block(first, number, max(1, values.copies(name))), name))
    return found


def _unshare(sheet: Sheet) -> None:
    """Formulas that Excel keeps once for several cells are written out for each."""
    masters: dict[str, tuple[str, int, int]] = {}
    for row in sheet.rows:
        for cell in row:
            formula = cell.find(f"{MAIN}f")
            if formula is None or formula.get("t") != "shared":
                continue
            letters = _DIGITS.sub("", cell.get("r"))
            here = (int(row.get("r")), column_of(letters))
            shared = formula.get("si")
            if formula.text:
                masters[shared] = (formula.text, *here)
            elif shared in masters:
                text, at, beside = masters[shared]
                formula.text = translated(text, here[0] - at, here[1] - beside)
            for name in ("t", "si", "ref"):
                formula.attrib.pop(name, None)


def _fill_sheet(
    book: Book, sheet: Sheet, values: Values, found: list[_Repeated], shifts: dict[str, Shift]
) -> None:
    rows = [(int(row.get("r")), row) for row in sheet.rows]
    data = sheet.root.find(f"{MAIN}sheetData")
    shift, heights = shifts[sheet.name], Heights(sheet)
    repeated = {
        number: one for one in found for number in range(one.block.first, one.block.last + 1)
    }
    done: set[int] = set()
    for number, row in rows:
        one = repeated.get(number)
        if one is None:
            _fill_row(book, row, partial(values.value, within="", row=0), heights)
            _place(row, shift.first(number), sheet.name, shifts)
        elif number not in done:
            done.update(range(one.block.first, one.block.last + 1))
            block = [kept for at, kept in rows if one.block.first <= at <= one.block.last]
            top = shift.first(one.block.first)
            for copy, made in _copies(one.block, block, top):
                look = partial(values.value, within=one.name, row=copy.number)
                _fill_row(book, made, look, heights)
                _place(made, copy.start(int(made.get("r"))) + copy.below, sheet.name, shifts, copy)
            for kept in block:
                data.remove(kept)
    for row in sorted(data, key=lambda row: int(row.get("r"))):
        data.append(row)


def _copies(block: Block, rows: list[Element], top: int) -> Iterator[tuple[Copy, Element]]:
    """The rows again and again, each put before the first."""
    for number in range(block.copies):
        copy = Copy(block, top, number)
        for row in rows:
            made = deepcopy(row)
            row.addprevious(made)
            yield copy, made


def _place(
    row: Element, number: int, sheet: str, shifts: dict[str, Shift], copy: Copy | None = None
) -> None:
    """Give a row and its cells their place, and let its formulas refer to where things are now."""
    row.set("r", str(number))
    row.attrib.pop("spans", None)
    for cell in row:
        if cell.get("r"):
            cell.set("r", _DIGITS.sub("", cell.get("r")) + str(number))
        formula = cell.find(f"{MAIN}f")
        if formula is None:
            continue
        if formula.text:
            formula.text = moved(formula.text, sheet, shifts, copy)
        if formula.get("ref"):
            formula.set("ref", moved(formula.get("ref"), sheet, shifts, copy))
        result = cell.find(f"{MAIN}v")
        if result is not None:  # reckoned anew when it is opened
            cell.remove(result)
        cell.attrib.pop("t", None)


def _fill_row(book: Book, row: Element, look: Look, heights: Heights) -> None:
    said: dict[str, str] = {}
    for cell in row:
        text = book.text(cell)
        marks = list(MARK.finditer(text))
        if not marks:
            continue
        alone = look(name_of(marks[0])) if marks[0][0] == text.strip() else None
        if alone is not None and alone.number is not None:
            book.put_number(cell, alone.number)
        else:
            said[cell.get("r", "")] = filled(text, look)[:_LONGEST]
            book.put_text(cell, said[cell.get("r", "")])
    heights.fit(row, said)


def filled(text: str, look: Look) -> str:
    """A text with every placeholder replaced; lines are kept."""
    said = MARK.sub(lambda found: look(name_of(found)).text, text)
    return "\n".join(printable(line) for line in said.splitlines())


def _fill_page(sheet: Sheet, values: Values, foot: str) -> None:
    """Header and footer; ``&`` is a command in them, unless doubled."""
    look = partial(values.value, within="", row=0)
    page = sheet.root.find(f"{MAIN}headerFooter")
    for part in [] if page is None else page:
        part.text = MARK.sub(
            lambda found: printable(look(name_of(found)).text).replace("&", "&&"), part.text or ""
        )
    if foot:
        moving.put_foot(sheet, foot)
