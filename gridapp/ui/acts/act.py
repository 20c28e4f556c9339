"""What a person may do on a page: what an act asks for, and what it does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from gridapp.ui.acts.inputs import Input
from gridapp.usecases.desk import Changed, Desk

Values = Mapping[str, Any]
"""What was entered, by the name of the input."""


@dataclass(frozen=True)
class Asked:
    """One input of an act. ``make`` builds it with what it starts with. ``only``: the name of an
    earlier input, and the value of it that makes this one be asked for.
    """

    name: str
    label: str
    make: Callable[[], Input]
    hint: str = ""
    only: tuple[str, str] | None = None


@dataclass(frozen=True)
class Act:
    """Something that a person does, as one operation.

    ``code`` names it for drafts and tests. ``rule`` says before it is done which clock it starts
    or stops, and which article or rule stands behind it. ``do`` raises RejectedError. Inputs that
    start with something from the store are given as a function; it is asked when the form opens.
    ``basis`` are the values that an act replaces: a draft made over others does not come back.
    """

    code: str
    title: str
    do: Callable[[Desk, Values], Changed]
    asks: tuple[Asked, ...] | Callable[[Desk], tuple[Asked, ...]] = ()
    rule: str = ""
    basis: tuple[object, ...] = ()

    def draft(self, about: str) -> str:
        """The key of its draft."""
        over = f".{crc32(repr(self.basis).encode()):08x}" if self.basis else ""
        return f"act.{self.code}.{about}{over}"
