"""Rows of the store as the cells of a ledger: said in Chinese, covered unless shown in full."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from gridapp.domain.masking import (
    mask_citizen_number,
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

T = TypeVar("T")


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
    number = 0
    for portion in portions:
        count = len(portion[0])
        concerned = portion[-1] if names else ("",) * count
        found = iter(portion)
        yield [
            range(number + 1, number + 1 + count)
            if column is NUMBER
            else _column(column, next(found), concerned, whole=whole)
            for column in columns
        ]
        number += count


def rows(portion: Portion) -> Iterator[Row]:
    """A portion row by row."""
    return zip(*portion, strict=True)


def by_value(found: Sequence[str], told: Callable[[Sequence[str]], Sequence[T]]) -> Sequence[T]:
    """``told(found)``, where each value is told once when many are alike: most columns say the same
    few things in every row.
    """
    values = list(set(found))
    if 2 * len(values) > len(found):
        return told(found)
    return list(map(dict(zip(values, told(values), strict=True)).__getitem__, found))


def _column(
    column: Column, found: Sequence[str], concerned: Sequence[str], *, whole: bool
) -> Sequence[Value]:
    if column.sort is Sort.NUMBER:
        return [int(value) if value else None for value in found]
    if column.sort is Sort.MONEY:
        return [int(value) / 100 if value else None for value in found]
    texts = found if column.say is None else by_value(found, partial(_each, column.say))
    if column.cover is Cover.NOTHING or whole:
        return _clean(texts)
    if column.cover is Cover.TEXT:
        return _clean([_cover_text(*pair) for pair in zip(texts, concerned, strict=True)])
    return _clean(by_value(texts, _MASKS[column.cover]))


def _each(turn: Callable[[str], str], texts: Sequence[str]) -> list[str]:
    return [turn(text) if text else "" for text in texts]


def _cover_text(text: str, names: str) -> str:
    return mask_names(mask_text(text), names.split("、"))


def _several(names: str) -> str:
    return "、".join(map(mask_name, names.split("、"))) if "、" in names else mask_name(names)


def _year(day: str) -> str:
    """``1965年``: day and month are in the citizen number."""
    return f"{day[:4]}年"


_MASKS: dict[Cover, Callable[[Sequence[str]], list[str]]] = {
    Cover.NAME: partial(_each, _several),
    Cover.PHONE: mask_phones,
    Cover.CITIZEN: partial(_each, mask_citizen_number),
    Cover.BIRTHDAY: partial(_each, _year),
}


def _clean(texts: Sequence[str]) -> Sequence[str]:
    """Without what no office file can hold. Nearly every portion is sound: one look at all of it
    is a tenth of looking at each.
    """
    if "".join(texts).isprintable():
        return texts
    return [text if text.isprintable() else printable(" ".join(text.split("\n"))) for text in texts]
