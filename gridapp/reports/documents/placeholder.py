"""What a placeholder is, and the line to write on where the case does not say."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from gridapp.reports.documents.facts import CaseFacts


class Blank(StrEnum):
    """The line to write on when a value is not known."""

    SHORT = "short"
    LONG = "long"
    DAY = "day"
    NOTHING = "nothing"
    """In a list or a report, where nobody writes by hand."""


@dataclass(frozen=True)
class Placeholder:
    """``{{name}}`` in a template. ``value`` gives "" when the case does not say."""

    name: str
    meaning: str
    value: Callable[[CaseFacts], str]
    blank: Blank = Blank.SHORT
