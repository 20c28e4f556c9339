"""A table whose heading row says too little, or is not there: found by its rows of people."""

from collections.abc import Sequence
from dataclasses import replace

from gridapp.rosters.cells import text_of
from gridapp.rosters.evidence import (
    field_of,
    has_citizen_number,
    speaks_of_a_person,
    texts_of,
    with_evidence,
)
from gridapp.rosters.files import Cell, RawSheet
from gridapp.rosters.headings import meaning_of, one_line
from gridapp.rosters.tables import Column, Table, looks_like_data
from gridapp.rosters.vocabulary import Field

_SEARCHED = 40
"""Rows from the top among which the first person must stand."""

_TRIED = 30
"""Rows from the first person on of which most must be people."""


_COMPARED = frozenset({Field.NAME, Field.CITIZEN_NUMBER, Field.RELATION, Field.SEX, Field.PHONE})


def guessed_table(sheet: RawSheet, *, numbered: bool) -> Table | None:
    """The table of people of a sheet without a known heading row; None when there is none.

    ``numbered``: only where citizen numbers leave no doubt, as among sheets with headings.
    """
    rows = [_texts(row) for row in sheet.rows[: _SEARCHED + _TRIED]]
    first = next((n for n, texts in enumerate(rows[:_SEARCHED]) if _is_person(texts)), None)
    if first is None:
        return None
    tried = [texts for texts in rows[first : first + _TRIED] if any(texts)]
    people = [texts for texts in tried if _is_person(texts)]
    if len(people) < 0.5 * len(tried):
        return None
    if numbered and not any(has_citizen_number(texts) for texts in people):
        return None
    headed = first > 0 and _can_be_heading(rows[first - 1], rows[first])
    headings = rows[first - 1] if headed else []
    width = max(len(texts) for texts in tried)
    columns = tuple(_column(index, headings) for index in range(max(width, len(headings))))
    titles = tuple(text for texts in rows[: first - headed] for text in texts if text)
    start = first - 1 if headed else first
    table = with_evidence(Table(start, (first, len(sheet.rows)), columns, titles), sheet.rows)
    return table if any(c.meaning.field == Field.NAME for c in table.columns) else None


def continued_table(sheet: RawSheet, before: Table) -> Table | None:
    """The table of a sheet without headings that goes on where another ended, column for column."""
    alike = 0
    for column in before.columns:
        kind = column.meaning.field
        if kind not in _COMPARED:
            continue
        found = field_of(texts_of(sheet.rows, column.index))
        if found is not kind and found is not None:
            return None
        alike += found is kind
        if kind is Field.NAME and found is not kind:
            return None
    return replace(before, first=0, body=(0, len(sheet.rows))) if alike > 1 else None


def _texts(row: Sequence[Cell]) -> list[str]:
    return [text_of(cell) for cell in row]


def _is_person(texts: list[str]) -> bool:
    return speaks_of_a_person(tuple(filter(None, texts)))


def _can_be_heading(texts: list[str], below: list[str]) -> bool:
    given = [one_line(text) for text in texts if text]
    filled = sum(map(bool, below))
    return len(set(given)) >= max(2, filled / 2) and not any(map(looks_like_data, given))


def _column(index: int, headings: list[str]) -> Column:
    heading = one_line(headings[index]) if index < len(headings) else ""
    return Column(index, heading or f"第{index + 1}列", meaning_of(heading))
