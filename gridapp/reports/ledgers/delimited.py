"""A ledger as .csv for another program: a mark of UTF-8 at the front, no cell a formula."""

import csv
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from pathlib import Path

from gridapp.reports import files
from gridapp.reports.ledgers.cells import Row, Value
from gridapp.reports.ledgers.model import Ledger, Tell

_RISKY = frozenset("=+-@\t\r＝＋－＠")
_DIGITS_KEPT = 15
"""A longer number loses its last digits when Excel opens the file."""


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
            writer.writerows(_safe_rows(portion))
            made += len(portion)
            tell(made, ledger.count)
        text.flush()
        text.detach()


def _safe_rows(portion: Iterable[Row]) -> Iterator[list[Value]]:
    return ([safe(value) if isinstance(value, str) else value for value in row] for row in portion)


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula or a number: where it would, it begins
    with ``'``.
    """
    long = len(text) > _DIGITS_KEPT and text.isdigit()
    return f"'{text}" if text[:1] in _RISKY or long else text
