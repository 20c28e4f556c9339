"""Rows of the store as the cells of a ledger: said in Chinese, covered unless shown in full."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from gridapp.domain.masking import (
    mask_citizen_number,
    mask_name,
    mask_names,
    mask_phone,
    mask_text,
)
from gridapp.reports.ledgers.columns import NUMBER, Column, Cover, Sort
from gridapp.reports.wording import printable

Value = str | int | float | None
"""Text, a number, or None for an empty number; days are text like ``2026-11-22``."""

Row = tuple[Value, ...]


def fields(columns: Sequence[Column], names: str) -> list[str]:
    """What is to be asked of the store: a field for each column but the number, then ``names``."""
    asked = [column.asked for column in columns if column is not NUMBER]
    return [*asked, names] if names else asked


def cells(
    columns: Sequence[Column],
    portions: Iterable[Sequence[tuple[Any, ...]]],
    *,
    whole: bool,
    names: str,
) -> Iterator[list[Row]]:
    """The rows in portions. ``whole``: nothing is covered; ``names``: the rows end in the names of
    those concerned.
    """
    number = 0
    for portion in portions:
        if not portion:
            continue
        by_field = list(zip(*portion, strict=True))
        concerned = by_field[-1] if names else ("",) * len(portion)
        places = iter(range(len(by_field)))
        made: list[Sequence[Value]] = [
            range(number + 1, number + 1 + len(portion))
            if column is NUMBER
            else _column(column, by_field[next(places)], concerned, whole=whole)
            for column in columns
        ]
        number += len(portion)
        yield list(zip(*made, strict=True))


def _column(
    column: Column, found: Sequence[Any], concerned: Sequence[str | None], *, whole: bool
) -> Sequence[Value]:
    if column.sort is Sort.NUMBER:
        return found
    if column.sort is Sort.MONEY:
        return [None if value is None else value / 100 for value in found]
    say = column.say
    texts = found if say is None else [say(value) if value else "" for value in found]
    if not whole and column.cover is not Cover.NOTHING:
        return _clean(_covered(column.cover, texts, concerned))
    return _clean([text or "" for text in texts])


def _covered(
    cover: Cover, texts: Sequence[str | None], concerned: Sequence[str | None]
) -> list[str]:
    if cover is Cover.TEXT:
        return [
            _cover_text(text, names) if text else ""
            for text, names in zip(texts, concerned, strict=True)
        ]
    mask = _MASKS[cover]
    return [mask(text) if text else "" for text in texts]


def _cover_text(text: str, names: str | None) -> str:
    return mask_names(mask_text(text), (names or "").split("、"))


def _several(names: str) -> str:
    return "、".join(map(mask_name, names.split("、"))) if "、" in names else mask_name(names)


def _year(day: str) -> str:
    """``1965年``: day and month are in the citizen number."""
    return f"{day[:4]}年"


_MASKS: dict[Cover, Callable[[str], str]] = {
    Cover.NAME: _several,
    Cover.PHONE: mask_phone,
    Cover.CITIZEN: mask_citizen_number,
    Cover.BIRTHDAY: _year,
}


def _clean(texts: list[str]) -> list[str]:
    """Without what no office file can hold. Nearly every portion is sound: one look at all of it
    is a tenth of looking at each.
    """
    if "".join(texts).isprintable():
        return texts
    return [text if text.isprintable() else printable(" ".join(text.split("\n"))) for text in texts]
