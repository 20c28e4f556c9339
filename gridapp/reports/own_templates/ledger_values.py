"""What the template of a ledger may name, and what it is filled with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gridapp.reports.documents.placeholder import Blank
from gridapp.reports.documents.vocabulary import EMPTY, Filled, Vocabulary
from gridapp.reports.ledgers.cells import Row
from gridapp.reports.ledgers.columns import Column, Sort
from gridapp.reports.ledgers.definitions import Definition
from gridapp.reports.ledgers.model import Ledger
from gridapp.reports.ledgers.pages import said
from gridapp.reports.wording import long_day

ROWS = "台账"
"""The list of a ledger's rows: ``{{台账.简要情况}}``."""

NAMES = {
    "标题": "单位和台账的名称",
    "单位": "台账的单位",
    "期间": "台账的时间",
    "填报人": "导出的人",
    "今天": "导出的日期",
    "行数": "台账有几行",
}
"""What each stands for, for the help."""


def vocabulary(definition: Definition) -> Vocabulary:
    """Every column of its source, by its usual heading or by the one that it has here."""
    return Vocabulary(NAMES, {ROWS: tuple(_by_heading(definition))})


def _by_heading(definition: Definition) -> dict[str, Column]:
    """Headings as they are looked up: without spaces."""
    usual = {column.heading: column for column in definition.kind.columns.values()}
    own = dict(zip(definition.headings, definition.chosen, strict=True))
    return {"".join(heading.split()): column for heading, column in (usual | own).items()}


@dataclass(frozen=True)
class Wanted:
    """A column that a template names, under the name that it has there."""

    name: str
    column: Column


def wanted(names: Iterable[str], definition: Definition) -> tuple[Wanted, ...]:
    """The columns that a template names, each once."""
    known = _by_heading(definition)
    fields = (name.partition(".")[2] for name in names if name.startswith(f"{ROWS}."))
    return tuple(Wanted(name, known[name]) for name in dict.fromkeys(fields) if name in known)


class LedgerValues:
    """The head of a ledger and its rows; ``ledger.headings`` are the names of the template."""

    def __init__(self, ledger: Ledger, rows: Sequence[Row], reporter: str) -> None:
        self._rows = rows
        self._places = {heading: place for place, heading in enumerate(ledger.headings)}
        self._sorts = ledger.sorts
        self.vocabulary = Vocabulary(NAMES, {ROWS: ledger.headings})
        self._head = {
            "标题": Filled(ledger.title),
            "单位": Filled(ledger.unit),
            "期间": Filled(ledger.period),
            "填报人": Filled(reporter),
            "今天": Filled(long_day(ledger.made_on)),
            "行数": Filled(str(ledger.count), number=ledger.count),
        }

    def copies(self, name: str) -> int:
        """One for each row."""
        return len(self._rows)

    def value(self, name: str, within: str, row: int) -> Filled:
        """A name of the head anywhere, a column within the rows."""
        place = self._places.get(name.partition(".")[2]) if within else None
        if place is None or not name.startswith(f"{ROWS}."):
            return self._head.get(name, EMPTY)
        if row >= len(self._rows):
            return EMPTY
        value, sort = self._rows[row][place], self._sorts[place]
        number = value if sort in (Sort.NUMBER, Sort.MONEY) else None
        return Filled(said(value, sort), Blank.NOTHING, None if isinstance(number, str) else number)
