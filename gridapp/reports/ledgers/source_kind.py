"""What a source of ledgers offers: its columns under their usual headings, shelves, categories."""

from dataclasses import dataclass, field
from functools import partial

from gridapp.reports.ledgers.columns import NUMBER, Column, Cover, Sort
from gridapp.store.reports.ledgers import Source


@dataclass(frozen=True)
class SourceKind:
    """What a ledger of a source can hold. ``names``: the field with the names of those concerned,
    which are covered in what somebody wrote; "" when there is none. ``shelves`` and ``categories``:
    what it can be narrowed to, each by its code.
    """

    source: Source
    name: str
    columns: dict[str, Column]
    names: str = ""
    shelves: dict[str, str] = field(default_factory=dict)
    categories: dict[str, str] = field(default_factory=dict)


def columns(*usual: Column) -> dict[str, Column]:
    """These columns by their keys, led by the number of the row."""
    return {column.key: column for column in (NUMBER, *usual)}


def named(names: dict[str, str], key: str) -> str:
    """How a choice is called; one that this program does not know by its code."""
    return names.get(key, key)


def choice(key: str, heading: str, wide: int, names: dict[str, str]) -> Column:
    """A column of choices."""
    return Column(key, heading, wide, say=partial(named, names))


def day(key: str, heading: str) -> Column:
    """A column of days."""
    return Column(key, heading, 6, Sort.DAY)


def number(key: str, heading: str) -> Column:
    """A column of whole numbers."""
    return Column(key, heading, 4, Sort.NUMBER)


TOWNSHIP = Column("township", "乡镇（街道）", 6)
UNIT = Column("unit", "单位", 6)
VILLAGE = Column("unit", "村（社区）", 6)
PARTIES = Column("parties", "当事人", 8, cover=Cover.NAME)
PHONE = Column("phone", "联系电话", 7, cover=Cover.PHONE)
