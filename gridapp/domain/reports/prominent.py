"""Which cases a county calls prominent (突出矛盾纠纷). Pure.

A case leader (包案领导) answers for it, it is a group matter, the county handles it, or many people
are in it; from how many on is the county's to say.
"""

from collections.abc import Mapping
from typing import Any

PEOPLE_RULE = "prominent.people"
"""Code of a county's record: ``people``."""

PEOPLE = 10


def people(value: Mapping[str, Any] | None) -> int:
    """From how many people on, by the county's rule when it makes sense."""
    number = (value or {}).get("people")
    return number if type(number) is int and number > 0 else PEOPLE
