"""Which ledgers there are: those of the county's rules, and how one of a unit's own is written."""

from dataclasses import dataclass, replace
from typing import Any

import msgspec

from gridapp.reports.ledgers.columns import NUMBER, Column
from gridapp.reports.ledgers.source_kind import SourceKind
from gridapp.reports.ledgers.sources import KINDS
from gridapp.reports.wording import printable
from gridapp.store.reports.ledgers import Source


@dataclass(frozen=True)
class Definition:
    """A ledger. ``columns``: (key of the column, heading); ``sort`` is (key, descending), "" for
    the usual order; ``shelf`` and ``category`` narrow it, "" for all. ``own``: of a unit's own
    making, ``maker`` its name; ``may_change``: by the person at this desk.
    """

    code: str
    name: str
    source: Source
    columns: tuple[tuple[str, str], ...]
    sort: tuple[str, bool] = ("", False)
    shelf: str = ""
    category: str = ""
    own: bool = False
    maker: str = ""
    may_change: bool = False

    @property
    def kind(self) -> SourceKind:
        """Its source."""
        return KINDS[self.source]

    @property
    def chosen(self) -> tuple[Column, ...]:
        """Its columns."""
        return tuple(self.kind.columns[key] for key, _ in self.columns)

    @property
    def headings(self) -> tuple[str, ...]:
        """Above its columns."""
        return tuple(heading for _, heading in self.columns)

    @property
    def lists(self) -> bool:
        """Whether anything stands in it beside the number of the row."""
        return any(key != NUMBER.key for key, _ in self.columns)


def _usual(source: Source, keys: str, **own: str) -> tuple[tuple[str, str], ...]:
    """These columns under their usual headings, or ``own`` ones."""
    known = KINDS[source].columns
    return tuple((key, own.get(key, known[key].heading)) for key in keys.split())


SHIPPED = (
    Definition(
        "prominent",
        "突出矛盾纠纷台账",
        Source.CASES,
        _usual(Source.CASES, "no unit brief answerable due_on progress pressed struck_off"),
        shelf="prominent",
    ),
    Definition(
        "agents",
        "代办台账",
        Source.CASES,
        _usual(
            Source.CASES,
            "no unit agent title parties registered_on due_on progress concluded_on",
            title="代办事项",
            parties="群众姓名",
            registered_on="受理日期",
            progress="办理情况",
        ),
        shelf="with_agent",
    ),
    Definition(
        "receptions",
        "接访台账",
        Source.RECEPTIONS,
        _usual(Source.RECEPTIONS, "day leader place groups people field result"),
        shelf="held",
    ),
    Definition(
        "visits",
        "排查记录",
        Source.VISITS,
        _usual(Source.VISITS, "no visited_on unit grid number head address outcome visitor note"),
    ),
    Definition(
        "grids",
        "微网格花名册",
        Source.GRIDS,
        _usual(
            Source.GRIDS,
            "no unit above code name range households members leader identity phone grid_leader"
            " since contact",
        ),
    ),
    Definition(
        "households",
        "住户花名册",
        Source.MEMBERS,
        _usual(
            Source.MEMBERS,
            "group number size head name relation sex citizen_number age born_on phone address"
            " residence note",
        ),
        shelf="living",
    ),
    Definition(
        "tasks",
        "交办督办台账",
        Source.TASKS,
        _usual(
            Source.TASKS,
            "no unit case_number kind number title owner asked_on due_on done_on answer",
        ),
    ),
)
"""With the headings of the county's own tables."""


def to_value(definition: Definition) -> dict[str, Any]:
    """A ledger of a unit's own as its record holds it."""
    return {
        "name": definition.name,
        "source": definition.source.value,
        "columns": [list(pair) for pair in definition.columns],
        "sort": list(definition.sort),
        "shelf": definition.shelf,
        "category": definition.category,
    }


def from_value(code: str, value: dict[str, Any]) -> Definition | None:
    """The ledger that a record holds; what this program does not know of it is left out. None when
    nothing of it is left.
    """
    whose = {"code": code, "own": True, "maker": "", "may_change": False}
    try:
        written = msgspec.convert(value | whose, Definition)
    except msgspec.ValidationError:
        return None
    kind = written.kind
    by, descending = written.sort
    known = by in kind.columns and kind.columns[by].can_sort
    made = replace(
        written,
        name=printable(written.name),
        columns=tuple(
            (key, printable(text)) for key, text in written.columns if key in kind.columns
        ),
        sort=(by, descending) if known else ("", False),
        shelf=written.shelf if written.shelf in kind.shelves else "",
        category=written.category if written.category in kind.categories else "",
    )
    return made if made.name and made.lists else None
