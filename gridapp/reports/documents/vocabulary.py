"""What a template may name, and what its names are filled with, whatever it is a template of."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Protocol

from gridapp.reports.documents.placeholder import Blank


@dataclass(frozen=True)
class Vocabulary:
    """``{{name}}`` for each of ``names``, ``{{list.field}}`` for each field of ``lists``."""

    names: Collection[str]
    lists: Mapping[str, Collection[str]]

    def list_of(self, name: str) -> str:
        """The list that ``list.field`` names; "" for any other placeholder."""
        head, dot, _ = name.partition(".")
        return head if dot and head in self.lists else ""

    def knows(self, name: str) -> bool:
        """Whether it is a placeholder."""
        head, dot, field = name.partition(".")
        return field in self.lists.get(head, ()) if dot else name in self.names

    def nearest(self, name: str) -> str:
        """The right name that looks most like this one; "" when none does."""
        fields = [f"{name}.{field}" for name, fields in self.lists.items() for field in fields]
        close = get_close_matches(name, [*self.names, *fields], 1, 0.5)
        return close[0] if close else ""


@dataclass(frozen=True)
class Filled:
    """What stands in the place of a placeholder; "" leaves the ``blank`` to write on. ``number``:
    the same for a cell of a spreadsheet that is to be reckoned with.
    """

    text: str
    blank: Blank = Blank.SHORT
    number: int | float | None = None


EMPTY = Filled("", Blank.NOTHING)
"""Nothing, and nothing to write on."""


class Values(Protocol):
    """What a template is filled with."""

    @property
    def vocabulary(self) -> Vocabulary:
        """What it may name."""

    def copies(self, name: str) -> int:
        """How often the row stands that names this list."""

    def value(self, name: str, within: str, row: int) -> Filled:
        """Of a placeholder, in a row (from 0) of the list ``within``, or outside of any ("")."""
