"""Finds households, cases and units by what has been typed so far, on this laptop only.

The best comes first: the start of a name, then names, numbers, and last a name read in an unusual
way. Each question stops as soon as it has enough, so that none walks through a whole county.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlmodel import Session

from gridapp.store import plain
from gridapp.store.search.search_words import (
    CITIZEN,
    FIRST,
    OTHER,
    PHONE,
    for_name,
    for_tail,
    for_text,
)


class HitKind(StrEnum):
    """What was found."""

    HOUSEHOLD = "household"
    DISPUTE = "dispute"
    UNIT = "unit"


class HitField(StrEnum):
    """Where the text was found."""

    NAME = "name"
    PHONE = "phone"
    CITIZEN_NUMBER = "citizen_number"
    ADDRESS = "address"
    NUMBER = "number"
    TITLE = "title"
    PARTY = "party"
    UNIT = "unit"


@dataclass(frozen=True)
class Hit:
    """One thing found; the texts as they are stored, not yet masked.

    ``found``: the value in which the text was found, where title and detail do not show it.
    """

    kind: HitKind
    id: UUID
    title: str
    detail: str
    field: HitField
    found: str = ""


MOST = {HitKind.DISPUTE: 5, HitKind.HOUSEHOLD: 8, HitKind.UNIT: 3}
"""Hits of a kind that are shown."""

_ROWS = 40
"""Rows of one question, of which several may be of the same household or case."""

_MEMBERS = """
    SELECT h.id, m.name, h.address, m.phone, m.citizen_number
    FROM search_member s CROSS JOIN search_entry e ON e.entry = s.rowid
    CROSS JOIN member m ON m.id = e.id CROSS JOIN household h ON h.id = m.household_id
    WHERE search_member MATCH ? LIMIT ?
"""
_HOUSEHOLDS = """
    SELECT h.id, h.address, coalesce(
        (SELECT name FROM member WHERE household_id = h.id ORDER BY place, id LIMIT 1), '')
    FROM search_household s CROSS JOIN search_entry e ON e.entry = s.rowid
    CROSS JOIN household h ON h.id = e.id WHERE search_household MATCH ? LIMIT ?
"""
_FOR_HANDLERS = """
    AND (NOT d.sealed OR EXISTS (SELECT 1 FROM json_each(d.handlers) WHERE value = ?)) LIMIT ?
"""
_DISPUTES = f"""
    SELECT d.id, d.title, d.number
    FROM search_dispute s CROSS JOIN search_entry e ON e.entry = s.rowid
    CROSS JOIN dispute d ON d.id = e.id WHERE search_dispute MATCH ? {_FOR_HANDLERS}
"""  # noqa: S608
_PARTIES = f"""
    SELECT d.id, d.title, d.number, p.name, p.phone
    FROM search_party s CROSS JOIN search_entry e ON e.entry = s.rowid
    CROSS JOIN party p ON p.id = e.id CROSS JOIN dispute d ON d.id = p.dispute_id
    WHERE search_party MATCH ? {_FOR_HANDLERS}
"""  # noqa: S608
_UNITS = """
    SELECT u.id, u.name, coalesce(p.name, '')
    FROM search_unit s CROSS JOIN search_entry e ON e.entry = s.rowid
    CROSS JOIN unit u ON u.id = e.id LEFT JOIN unit p ON p.id = u.parent_id
    WHERE search_unit MATCH ? LIMIT ?
"""


def find(session: Session, text: str, person: str) -> list[Hit]:
    """Cases, then households, then units, each best first.

    ``person`` as in ``DisputeRecord.handlers``: sealed cases are found by their handlers only.
    """
    return [
        *_first(HitKind.DISPUTE, _cases(session, text, person)),
        *_first(HitKind.HOUSEHOLD, _households(session, text)),
        *_first(HitKind.UNIT, _units(session, text)),
    ]


def _first(kind: HitKind, found: Iterator[Hit]) -> list[Hit]:
    """The first hits, each thing once; no further question is asked when there are enough."""
    hits: dict[UUID, Hit] = {}
    for hit in found:
        hits.setdefault(hit.id, hit)
        if len(hits) == MOST[kind]:
            break
    return list(hits.values())


def _cases(session: Session, text: str, person: str) -> Iterator[Hit]:
    field = HitField.NUMBER if text.strip()[:1].isdigit() else HitField.TITLE
    for row in _ask(session, _DISPUTES, for_text(text), person):
        yield _hit(HitKind.DISPUTE, row, field)
    for row in _ask(session, _PARTIES, for_name(text), person):
        yield _hit(HitKind.DISPUTE, row, HitField.PARTY, row[3])
    for row in _ask(session, _PARTIES, for_tail(text, PHONE), person):
        yield _hit(HitKind.DISPUTE, row, HitField.PHONE, row[4])
    for row in _ask(session, _PARTIES, for_name(text, OTHER), person):
        yield _hit(HitKind.DISPUTE, row, HitField.PARTY, row[3])


def _households(session: Session, text: str) -> Iterator[Hit]:
    kind = HitKind.HOUSEHOLD
    for question in (for_name(text, FIRST), for_name(text)):
        for row in _ask(session, _MEMBERS, question):
            yield _hit(kind, row, HitField.NAME)
    for mark, field, at in ((PHONE, HitField.PHONE, 3), (CITIZEN, HitField.CITIZEN_NUMBER, 4)):
        for row in _ask(session, _MEMBERS, for_tail(text, mark)):
            yield _hit(kind, row, field, row[at])
    for row in _ask(session, _HOUSEHOLDS, for_text(text)):
        yield _hit(kind, (row[0], row[2], row[1]), HitField.ADDRESS)
    for row in _ask(session, _MEMBERS, for_name(text, OTHER)):
        yield _hit(kind, row, HitField.NAME)


def _units(session: Session, text: str) -> Iterator[Hit]:
    for row in _ask(session, _UNITS, for_text(text)):
        yield _hit(HitKind.UNIT, row, HitField.UNIT)


def _ask(session: Session, query: str, question: str, *values: str) -> list[plain.Row]:
    return plain.ask(session, query, question, *values, _ROWS) if question else []


def _hit(kind: HitKind, row: tuple[Any, ...], field: HitField, found: str = "") -> Hit:
    return Hit(kind, UUID(bytes=row[0]), row[1], row[2], field, found)
