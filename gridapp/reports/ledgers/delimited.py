"""A ledger as .csv for another program: a mark of UTF-8 at the front, no cell a formula."""

import csv
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import cast

from gridapp.reports import files
from gridapp.reports.formulas import may_be_formula
from gridapp.reports.ledgers.cells import Value
from gridapp.reports.ledgers.columns import Sort
from gridapp.reports.ledgers.model import Ledger, Tell

_DIGITS_KEPT = 11
"""A longer number is shown as ``4.5E+17`` when Excel opens the file, and loses its last digits."""


def write(ledger: Ledger, path: Path, tell: Tell) -> None:
    """Write the file; nothing is left when ``tell`` raises. Raises ReportError."""
    made = 0
    with files.putting(path) as file:
        text = TextIOWrapper(file, "utf-8-sig", newline="")
        writer = csv.writer(text)
        writer.writerows([mark] for mark in ledger.marks)
        writer.writerow(map(safe, ledger.headings))
        tell(0, ledger.count)
        for portion in ledger.portions:
            columns = map(_safe_column, portion, ledger.sorts)
            writer.writerows(zip(*columns, strict=True))
            made += len(portion[0])
            tell(made, ledger.count)
        text.flush()
        text.detach()


def _safe_column(found: Sequence[Value], sort: Sort) -> Sequence[Value]:
    """Nearly every portion is safe: a look at the first signs and the longest tells."""
    if sort in (Sort.NUMBER, Sort.MONEY):
        return found
    texts = cast(Sequence[str], found)
    firsts = {text[:1] for text in texts}
    sound = not any(one.isspace() or may_be_formula(one) for one in firsts)
    if sound and max(map(len, texts)) <= _DIGITS_KEPT:
        return texts
    return [safe(text) for text in texts]


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula or a number: where it would, it begins
    with ``'``.
    """
    long = len(text) > _DIGITS_KEPT and text.isdigit()
    return f"'{text}" if long or may_be_formula(text) else text
