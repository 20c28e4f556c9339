"""What a column of a ledger is: where it comes from, how it is said, what of it is covered."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Sort(StrEnum):
    """What stands in a column: it decides the type of the cells."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    """In fen; written in yuan."""
    DAY = "day"


class Cover(StrEnum):
    """What of a person stands in a column, and is covered unless a reason is given."""

    NOTHING = "nothing"
    NAME = "name"
    """Of residents, several joined by 、; those who hold a post are named."""
    PHONE = "phone"
    CITIZEN = "citizen"
    BIRTHDAY = "birthday"
    TEXT = "text"
    """What somebody wrote: numbers in it, and the names of those concerned."""


@dataclass(frozen=True)
class Column:
    """A column. ``key`` stays for ever: counties keep ledgers of their own by it. ``wide``: Chinese
    characters on a line. ``field`` of the store, when several columns say one field differently.
    ``say`` turns what the store has into text.
    """

    key: str
    heading: str
    wide: int = 8
    sort: Sort = Sort.TEXT
    cover: Cover = Cover.NOTHING
    say: Callable[[Any], str] | None = None
    field: str = ""

    @property
    def asked(self) -> str:
        """The field of the store."""
        return self.field or self.key

    @property
    def can_sort(self) -> bool:
        """Never by who a person is: it would gather the matters of one person."""
        return self.cover is Cover.NOTHING and self.key != NUMBER.key


NUMBER = Column("no", "序号", 3, Sort.NUMBER)
"""Counted by the program; the store knows nothing of it."""
