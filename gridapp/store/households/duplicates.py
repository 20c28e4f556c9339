"""What the search for duplicates reads, and which pairs are known to be two."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel import Session

from gridapp.domain.households.duplicates import Record
from gridapp.domain.households.history import GONE
from gridapp.store import meta, plain

_APART = "duplicates_apart"
_RECORDS = """
    SELECT m.id, m.name, m.citizen_number, coalesce(m.born_on, ''), m.phone,
           h.address, h.unit_id
    FROM member m JOIN household h ON h.id = m.household_id
    WHERE h.until IS NULL AND m.residence NOT IN (?, ?)
"""


def records(session: Session, unit_ids: Collection[UUID]) -> list[Record]:
    """Everybody who is here, in the households of these units."""
    wanted = {unit.bytes for unit in unit_ids}
    return [Record(*row[:-1]) for row in plain.ask(session, _RECORDS, *GONE) if row[-1] in wanted]


def apart(session: Session) -> list[frozenset[UUID]]:
    """The pairs that somebody has looked at here and found to be two."""
    return [frozenset(map(UUID, pair)) for pair in meta.get(session, _APART, [])]


def keep_apart(session: Session, first: UUID, second: UUID) -> None:
    """Remember that these are two."""
    known = meta.get(session, _APART, [])
    meta.put(session, _APART, [*known, sorted((str(first), str(second)))])
