"""Moves the references of formulas and ranges when rows of a sheet are repeated."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_PLACE = r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})"
_REFERENCE = re.compile(
    r"\"(?:[^\"]|\"\")*\""  # a text in a formula is no reference
    r"|(?P<sheet>(?:'(?:[^']|'')+'|[\w.]+)!)?"
    rf"(?<![\w.$]){_PLACE}(?::{_PLACE})?(?![\w.(])"
)
_ROWS = re.compile(
    r"(?P<sheet>(?:'(?:[^']|'')+'|[\w.]+)!)?(?<![\w.$:])(\$?)(\d+):(\$?)(\d+)(?![\w.])"
)


@dataclass(frozen=True)
class Block:
    """Neighbouring rows of a template, ``first`` to ``last``, that stand ``copies`` times."""

    first: int
    last: int
    copies: int

    @property
    def height(self) -> int:
        """Rows of one copy."""
        return self.last - self.first + 1


class Shift:
    """Where the rows of a sheet go. Rows below a repeated one move down; a range that ends in it
    ends in its last copy, so that a sum below the list is the sum of the whole list.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = sorted(blocks, key=lambda block: block.first)
        self._firsts = [block.first for block in self._blocks]

    def first(self, row: int) -> int:
        """Where a row goes, in the first copy if it is repeated."""
        return row + sum(
            block.height * (block.copies - 1) for block in self._blocks if block.last < row
        )

    def last(self, row: int) -> int:
        """The same in the last copy."""
        place = bisect_right(self._firsts, row) - 1
        block = self._blocks[place] if place >= 0 else None
        if block is None or row > block.last:
            return self.first(row)
        return self.first(row) + block.height * (block.copies - 1)


@dataclass(frozen=True)
class Copy:
    """A copy of a block; ``top``: where the first one begins; ``number``: counted from 0."""

    block: Block
    top: int
    number: int

    @property
    def below(self) -> int:
        """Rows below the first copy."""
        return self.number * self.block.height

    def start(self, row: int) -> int:
        """Where a row of the template stands in the first copy."""
        return self.top + row - self.block.first


def moved(
    formula: str,
    own: str,
    shifts: dict[str, Shift],
    copy: Copy | None = None,
    *,
    spread: bool = False,
) -> str:
    """A formula on the sheet ``own`` after the rows of the sheets have moved.

    ``copy``: the one in which it stands; what it refers to in its own rows goes with it, as when
    rows are copied by hand. ``spread``: a single cell in a repeated row stands for those of all.
    """

    def change(found: re.Match[str]) -> str:
        if found[0].startswith('"'):
            return found[0]
        sheet = _sheet(found["sheet"], own)
        shift = shifts.get(sheet)
        if shift is None:
            return found[0]
        inside = copy if sheet == own else None
        return (found["sheet"] or "") + _moved(found, shift, inside, spread=spread)

    return _change_rows(_REFERENCE.sub(change, formula), own, shifts)


def _sheet(written: str | None, own: str) -> str:
    return written[:-1].strip("'").replace("''", "'") if written else own


def _moved(found: re.Match[str], shift: Shift, copy: Copy | None, *, spread: bool) -> str:
    start, end = found.groups()[1:5], found.groups()[5:]
    if end[3] is None and spread and shift.last(int(start[3])) != shift.first(int(start[3])):
        end = start
    if end[3] is None:
        return _place(start, shift.first, copy)
    return f"{_place(start, shift.first, copy)}:{_place(end, shift.last, copy)}"


def _place(place: Sequence[str], where: Callable[[int], int], copy: Copy | None) -> str:
    fixed, letters, row_fixed, written = place
    row = int(written)
    if copy is not None and copy.block.first <= row <= copy.block.last:
        at = copy.start(row) if row_fixed else copy.start(row) + copy.below
    else:
        at = where(row)
    return f"{fixed}{letters}{row_fixed}{at}"


def _change_rows(formula: str, own: str, shifts: dict[str, Shift]) -> str:
    """Whole rows, ``$1:$3``, as the rows that are printed on every page are written."""

    def change(found: re.Match[str]) -> str:
        shift = shifts.get(_sheet(found["sheet"], own))
        if shift is None:
            return found[0]
        first, last = shift.first(int(found[3])), shift.last(int(found[5]))
        return f"{found['sheet'] or ''}{found[2]}{first}:{found[4]}{last}"

    return _ROWS.sub(change, formula)


def translated(formula: str, rows: int, columns: int) -> str:
    """A formula as it reads so many rows below and columns beside the place it was written for."""

    def change(found: re.Match[str]) -> str:
        if found[0].startswith('"'):
            return found[0]
        start, end = found.groups()[1:5], found.groups()[5:]
        parts = [_translated(start, rows, columns)]
        if end[3] is not None:
            parts.append(_translated(end, rows, columns))
        return (found["sheet"] or "") + ":".join(parts)

    return _REFERENCE.sub(change, formula)


def _translated(place: Sequence[str], rows: int, columns: int) -> str:
    fixed, letters, row_fixed, row = place
    column = letters if fixed else letters_of(number_of(letters) + columns)
    return f"{fixed}{column}{row_fixed}{int(row) + (0 if row_fixed else rows)}"


def number_of(letters: str) -> int:
    """``A`` → 1, ``AB`` → 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def letters_of(number: int) -> str:
    """1 → ``A``."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def ranges(text: str, change: Callable[[str], str]) -> str:
    """Each of several ranges that are parted by spaces."""
    return " ".join(change(one) for one in text.split())
