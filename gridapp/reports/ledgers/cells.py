"""Rows of the store as the cells of a ledger: said in Chinese, covered unless shown in full."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from gridapp.domain.masking import (
    mask_citizen_numbers,
    mask_name,
    mask_names,
    mask_phones,
    mask_text,
)
from gridapp.reports.ledgers.columns import NUMBER, Column, Cover, Sort
from gridapp.reports.wording import printable

Value = str | int | float | None
"""Text, a number, or None for an empty number; days are text like ``2026-11-22``."""

Row = tuple[Value, ...]

Portion = Sequence[Sequence[Value]]
"""Some rows, column by column: what is done to a column takes a tenth of the time that it takes
cell by cell.
"""

Turn = Callable[[str], str]
Teller = Callable[[Sequence[str], Sequence[str]], Sequence[Value]]

_REMEMBERED = 10_000
"""Values, of each column."""


def fields(columns: Sequence[Column], names: str) -> list[str]:
    """What is to be asked of the store: a field for each column but the number, then ``names``."""
    asked = [column.asked for column in columns if column is not NUMBER]
    return [*asked, names] if names else asked


def cells(
    columns: Sequence[Column],
    portions: Iterable[Sequence[Sequence[str]]],
    *,
    whole: bool,
    names: str,
) -> Iterator[Portion]:
    """The rows in portions, from the fields as the store has them. ``whole``: nothing is covered;
    ``names``: the fields end in the names of those concerned.
    """
    tellers = [_teller(column, whole=whole) for column in columns if column is not NUMBER]
    number = 0
    for portion in portions:
        count = len(portion[0])
        concerned = portion[-1] if names else ("",) * count
        told = (tell(found, concerned) for tell, found in zip(tellers, portion, strict=False))
        numbers = range(number + 1, number + 1 + count)
        yield [numbers if column is NUMBER else next(told) for column in columns]
        number += count


def rows(portion: Portion) -> Iterator[Row]:
    """A portion row by row."""
    return zip(*portion, strict=True)


class Once(dict[str, str]):
    """What is told of a value, told once: most columns say the same few things in every row."""

    def __init__(self, tell: Callable[[str], str]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, value: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        told = self[value] = self._tell(value) if value else ""
        return told

    def column(self, found: Sequence[str]) -> list[str]:
        """What is told of each."""
        return list(map(self.__getitem__, found))


def _teller(column: Column, *, whole: bool) -> Teller:
    """What makes cells of what was found for a column, and of the names of those concerned."""
    if column.sort in (Sort.NUMBER, Sort.MONEY):
        return _money if column.sort is Sort.MONEY else _numbers
    cover = Cover.NOTHING if whole else column.cover
    if cover is Cover.TEXT:
        return partial(_written, column.say)
    if cover in _OF_COLUMNS:
        mask = _OF_COLUMNS[cover]
        return lambda found, _: _clean(mask(found))
    turns = [turn for turn in (column.say, _MASKS.get(cover)) if turn is not None]
    if not turns:
        return lambda found, _: _clean(found)
    once = Once(partial(_turned, turns))
    return lambda found, _: _clean(once.column(found))


def _numbers(found: Sequence[str], _: Sequence[str]) -> list[int | None]:
    return [int(value) if value else None for value in found]


def _money(found: Sequence[str], _: Sequence[str]) -> list[float | None]:
    return [int(value) / 100 if value else None for value in found]


def _written(say: Turn | None, found: Sequence[str], concerned: Sequence[str]) -> Sequence[str]:
    """What somebody wrote, without the names of those concerned."""
    texts = [say(text) if text else "" for text in found] if say else found
    return _clean([_cover_text(*pair) for pair in zip(texts, concerned, strict=True)])


def _turned(turns: Iterable[Turn], text: str) -> str:
    for turn in turns:
        text = turn(text) if text else ""
    return text


def _cover_text(text: str, names: str) -> str:
    return mask_names(mask_text(text), names.split("、"))


def _several(names: str) -> str:
    return "、".join(map(mask_name, names.split("、"))) if "、" in names else mask_name(names)


def _year(day: str) -> str:
    """``1965年``: day and month are in the citizen number."""
    return f"{day[:4]}年"


_MASKS: dict[Cover, Turn] = {Cover.NAME: _several, Cover.BIRTHDAY: _year}
_OF_COLUMNS = {Cover.PHONE: mask_phones, Cover.CITIZEN: mask_citizen_numbers}
"""These differ in nearly every row."""


def _clean(texts: Sequence[str]) -> Sequence[str]:
    """Without what no office file can hold. Nearly every portion is sound: one look at all of it
    is a tenth of looking at each.
    """
    if "".join(texts).isprintable():
        return texts
    return [text if text.isprintable() else printable(" ".join(text.split("\n"))) for text in texts]
