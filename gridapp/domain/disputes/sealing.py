"""Who sees a sealed case and all that belongs to it: its handlers, never the accused. Pure.

信访工作条例 art. 30. Sealing takes away and never adds: a handler sees the case where their area
shows it to them.
"""

from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from typing import Any
from uuid import UUID

from gridapp.contract.disputes import PartyRole
from gridapp.contract.people import Grant

EVERYBODY = ""
"""The readers of what is not sealed: all whose area it is in."""

NOBODY = "-"

SEALING = frozenset({"sealed", "handlers"})
"""Fields of a case that say who sees it."""

DIGITS = 32


def reader(person: str, unit: UUID) -> str:
    """A person of a unit, as the readers of a record are named: hex digits that tell no name."""
    return sha256(f"{person}@{unit.hex}".encode()).hexdigest()[:DIGITS]


def readers_as(person: str, grants: Iterable[Grant]) -> frozenset[str]:
    """Every reader that a person with these grants is."""
    return frozenset(reader(person, grant.unit_id) for grant in grants)


def readers_of(fields: Mapping[str, Any], accused: Collection[str]) -> str:
    """Who sees a case with these fields: ``EVERYBODY``, ``NOBODY``, or readers in order.

    A handler (``name@unit id``) who is among the accused is none.
    """
    if not fields.get("sealed"):
        return EVERYBODY
    named = (_handler(text) for text in fields.get("handlers") or ())
    found = {reader(*one) for one in named if one is not None and one[0] not in accused}
    return " ".join(sorted(found)) or NOBODY


def reads(readers: str, mine: Iterable[str]) -> bool:
    """Whether a record with these readers may be read by one who is all of ``mine``."""
    return readers == EVERYBODY or any(one in readers for one in mine)


def is_out_of_reach(handler: str, path: Collection[UUID]) -> bool:
    """Whether a handler (``name@unit id``) would not be shown the case: it lies in the area of
    the units of its ``path`` only.
    """
    named = _handler(handler)
    return named is None or named[1] not in path


def takes_away(before: str, after: str) -> bool:
    """Whether somebody among the readers before is none after."""
    if after == EVERYBODY:
        return False
    return before == EVERYBODY or not set(before.split()) <= {NOBODY, *after.split()}


def is_accused(fields: Mapping[str, Any]) -> bool:
    """Whether a party with these fields is the one who is complained of."""
    return bool(fields.get("role") == PartyRole.ACCUSED.value)


def _handler(text: str) -> tuple[str, UUID] | None:
    name, _, unit = str(text).rpartition("@")
    try:
        return name.strip(), UUID(unit)
    except ValueError:
        return None
