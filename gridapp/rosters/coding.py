"""Codes of a county's own that a heading or a code sheet explains → the words they stand for."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from gridapp.domain.households import relations
from gridapp.rosters.cells import text_of
from gridapp.rosters.files import Cell, RawSheet
from gridapp.rosters.tables import Table
from gridapp.rosters.vocabulary import Field

Codes = Mapping[str, str]
"""A code without leading zeros → its word."""

_CODED = frozenset({Field.RELATION, Field.SEX, Field.RESIDENCE, Field.IS_HEAD})
_EXPLAINED = re.compile(r"(?<!\d)0?(\d{1,2})\s*[.、:：=\-—]?\s*([一-鿿]{1,6})")
_FEWEST = 3
"""Codes of relations that a list must have: one number beside one word is no code."""


def explained_in(text: str) -> Codes:
    """The codes of 状态(1正常2外出3死亡); {} where there are not two of them at least."""
    found = _EXPLAINED.findall(text)
    codes = dict(found)
    return codes if 1 < len(codes) == len(found) else {}


def relation_codes(sheets: Iterable[RawSheet]) -> Codes:
    """The codes of relations that sheets beside the roster list; {} for none or for two kinds."""
    pairs = {pair for sheet in sheets for row in sheet.rows for pair in _pairs(row)}
    codes = dict(pairs)
    return codes if _FEWEST <= len(codes) == len(pairs) else {}


def decode(sheet: RawSheet, table: Table, relations_of_file: Codes) -> None:
    """Write the words over the codes of the sheet in memory."""
    for column in table.columns:
        if column.meaning.field not in _CODED:
            continue
        codes = explained_in(column.heading)
        if not codes and column.meaning.field == Field.RELATION:
            codes = relations_of_file
        if codes:
            _write(sheet.rows[slice(*table.body)], column.index, codes)


def _write(rows: Sequence[list[Cell]], index: int, codes: Codes) -> None:
    for row in rows:
        if index < len(row) and (word := codes.get(text_of(row[index]).lstrip("0"))):
            row[index] = word


def _pairs(row: list[Cell]) -> list[tuple[str, str]]:
    texts = [text_of(cell) for cell in row]
    beside = [(code.lstrip("0"), word) for code, word in pairwise(texts) if code.isdigit()]
    inside = [pair for text in texts if "关系" in text for pair in explained_in(text).items()]
    return [(code, word) for code, word in (*beside, *inside) if _is_relation(word)]


def _is_relation(word: str) -> bool:
    return not word.isdigit() and relations.code_of(word) != ""
