"""Questions of an import: who is here already, and what was imported last."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple, TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from gridapp.store import journal, plain
from gridapp.store.bookkeeping import ChangeRow, OperationRow
from gridapp.store.sync import outbox
from gridapp.store.tables import Household, Member

RowT = TypeVar("RowT", Household, Member)

WHAT = "roster.imported"
"""The code of the operation that an import is."""


class KnownMember(NamedTuple):
    """A member as the store has it; texts as in ``contract.households.MemberRecord``."""

    id: UUID
    household_id: UUID
    name: str
    relation: str
    sex: str
    citizen_number: str
    born_on: date | None
    phone: str
    residence: str
    note: str
    place: int


class KnownHousehold(NamedTuple):
    """A household that stands now, the head first among its members."""

    id: UUID
    unit_id: UUID
    number: str
    group_name: str
    address: str
    note: str
    members: list[KnownMember]


_HOUSEHOLDS = """
    SELECT id, unit_id, number, group_name, address, note FROM household
    WHERE until IS NULL AND unit_id IN ids
"""
_MEMBERS = """
    SELECT m.household_id, m.id, m.name, m.relation, m.sex, m.citizen_number, m.born_on, m.phone,
           m.residence, m.note, m.place
    FROM household h JOIN member m ON m.household_id = h.id
    WHERE h.until IS NULL AND h.unit_id IN ids
"""

_HERE = """
    SELECT household_id FROM member
    WHERE residence NOT IN ('moved', 'dead') AND household_id IN ids
"""


def households_of(session: Session, unit_ids: Sequence[UUID]) -> list[KnownHousehold]:
    """The households of these units with their members."""
    found = {
        id_: KnownHousehold(UUID(bytes=id_), UUID(bytes=unit), number, group, address, note, [])
        for id_, unit, number, group, address, note in plain.ask_among(
            session, _HOUSEHOLDS.rstrip(), unit_ids
        )
    }
    for household_id, id_, *texts in plain.ask_among(session, _MEMBERS.rstrip(), unit_ids):
        household = found[household_id]
        texts[4] = plain.day(texts[4])
        household.members.append(KnownMember(UUID(bytes=id_), household.id, *texts))
    for household in found.values():
        household.members.sort(key=lambda member: member.place)
    return list(found.values())


def people_here(session: Session, household_ids: Sequence[UUID]) -> dict[UUID, int]:
    """How many people of each of these households have neither moved away nor died."""
    found: dict[UUID, int] = {}
    for (id_,) in plain.ask_among(session, _HERE.rstrip(), household_ids):
        one = UUID(bytes=id_)
        found[one] = found.get(one, 0) + 1
    return found


def records(session: Session, table: type[RowT], ids: Collection[UUID]) -> dict[UUID, RowT]:
    """Rows of households or members by id."""
    found: dict[UUID, RowT] = {}
    for some in journal.chunks(list(ids)):
        rows = session.exec(select(table).where(col(table.id).in_(some)))
        found.update((row.id, row) for row in rows)
    return found


def last_import(session: Session) -> OperationRow | None:
    """The newest import that has not been undone and of which nothing has been sent."""
    query = (
        select(OperationRow)
        .where(OperationRow.what == WHAT, col(OperationRow.undone).is_(False))
        .order_by(col(OperationRow.made_at).desc())
        .limit(1)
    )
    newest = session.exec(query).first()
    if newest is None or _is_sent(session, newest.id):
        return None
    return newest


def _is_sent(session: Session, operation_id: UUID) -> bool:
    sent = (
        select(ChangeRow.dseq)
        .where(ChangeRow.operation_id == operation_id)
        .where(col(ChangeRow.batch_id).is_not(None) | (ChangeRow.state != outbox.State.WAITING))
        .limit(1)
    )
    return session.exec(sent).first() is not None
