"""What a person says of a file that is to be read: columns, cells put right, sheets left out."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from gridapp.rosters.files import RawSheet
from gridapp.rosters.headings import HEAD
from gridapp.rosters.proposal import HARMLESS, DropReason
from gridapp.rosters.tables import Column, Table
from gridapp.rosters.vocabulary import OF_HOUSEHOLD, Field

Place = tuple[str, int, int]
"""Sheet, row (from 1, as Excel counts) and column (from 0)."""


@dataclass(frozen=True)
class Handling:
    """How to read a file where the person knows better; the file itself stays as it is.

    ``columns``: by the mark of a heading row (``mark_of``), column number → name of the field, ""
    for a column that is not taken. ``cells``: what shall stand in a cell. ``left_out``: sheets.
    """

    columns: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    cells: Mapping[Place, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    def to_plain(self) -> dict[str, Any]:
        """As JSON takes it."""
        return {
            "columns": {mark: list(given.items()) for mark, given in self.columns.items()},
            "cells": [[*place, text] for place, text in self.cells.items()],
            "left_out": sorted(self.left_out),
        }

    @classmethod
    def of_plain(cls, plain: Mapping[str, Any]) -> "Handling":
        """What ``to_plain`` wrote."""
        return cls(
            {mark: dict(given) for mark, given in plain["columns"].items()},
            {(sheet, row, column): text for sheet, row, column, text in plain["cells"]},
            frozenset(plain["left_out"]),
        )


def mark_of(headings: Iterable[tuple[int, str]]) -> str:
    """What tells one heading row from others: next time the same row is read the same way."""
    text = "\n".join(f"{index}\t{heading}" for index, heading in headings)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def put_right(sheet: RawSheet, handling: Handling) -> None:
    """Write the person's texts over the cells of the sheet in memory."""
    for (name, row, column), text in handling.cells.items():
        if name == sheet.name and row <= len(sheet.rows):
            cells = sheet.rows[row - 1]
            cells.extend([""] * (column + 1 - len(cells)))
            cells[column] = text


def as_told(table: Table, handling: Handling) -> Table:
    """The table with its columns taken for what the person said; what is never read stays so."""
    told = handling.columns.get(mark_of((c.index, c.heading) for c in table.columns))
    if told is None:
        return table
    columns = (_as_told(column, told.get(column.index)) for column in table.columns)
    return replace(table, columns=tuple(columns))


def field_name(column: Column) -> str | None:
    """The name of a column's field; ``head_`` marks one of the head only. None: not taken."""
    kind, owner = column.meaning.field, column.meaning.owner
    if kind is None:
        return None
    return f"head_{kind}" if owner == HEAD and kind not in OF_HOUSEHOLD else kind.value


def _as_told(column: Column, name: str | None) -> Column:
    meaning = column.meaning
    if name is None or (meaning.drop is not None and meaning.drop not in HARMLESS):
        return column
    sure = replace(meaning, confidence=1.0, told=True)
    if not name:
        sure = replace(sure, field=None, drop=DropReason.CHOSEN)
    elif name != field_name(column):
        owner = HEAD if name.startswith("head_") else meaning.owner.replace(HEAD, "")
        kind = Field(name.removeprefix("head_"))
        sure = replace(sure, field=kind, owner=owner, drop=None)
    return replace(column, meaning=sure)
