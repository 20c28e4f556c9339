"""Who is in two grids: persons by citizen number, households by head and address."""

from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from gridapp.domain.households.history import GONE
from gridapp.store import plain


class Twice(NamedTuple):
    """A household that stands, itself or with somebody of it, in another grid as well."""

    household_id: UUID
    unit_id: UUID
    who: str
    """The person, or the head of the household."""
    is_person: bool


_PERSONS = """
WITH twice AS (
    SELECT m.citizen_number AS number FROM member m JOIN household h ON h.id = m.household_id
    WHERE m.citizen_number <> '' AND m.residence NOT IN (?1, ?2) AND h.until IS NULL
    GROUP BY m.citizen_number HAVING COUNT(DISTINCT m.unit_id) > 1
)
SELECT m.household_id, m.unit_id, m.name FROM twice
JOIN member m ON m.citizen_number = twice.number JOIN household h ON h.id = m.household_id
WHERE m.residence NOT IN (?1, ?2) AND h.until IS NULL ORDER BY m.citizen_number, m.id
"""

_HOUSEHOLDS = """
WITH led AS (
    SELECT h.id, h.unit_id, h.address, m.name FROM household h
    JOIN member m ON m.household_id = h.id AND m.place = 0
    WHERE h.until IS NULL AND h.address <> ''
), twice AS (
    SELECT address, name FROM led GROUP BY address, name HAVING COUNT(DISTINCT unit_id) > 1
)
SELECT led.id, led.unit_id, led.name FROM twice JOIN led USING (address, name)
ORDER BY led.name, led.address, led.id
"""


def twice(session: Session) -> list[Twice]:
    """Each household of every such pair, the two of a pair one after the other."""
    persons = plain.ask(session, _PERSONS, *GONE)
    households = plain.ask(session, _HOUSEHOLDS)
    return [
        Twice(UUID(bytes=home), UUID(bytes=unit), who, is_person)
        for found, is_person in ((persons, True), (households, False))
        for home, unit, who in found
    ]
