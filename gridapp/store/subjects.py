"""What a record is about, in names that a person knows: who or what, and where."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from gridapp.store.grids import grids
from gridapp.store.tables import TABLES, Dispute, Household, Member


@dataclass(frozen=True)
class Subject:
    """``name``: of the household's head, the member, the case, the unit … ``place``: its unit."""

    name: str
    place: str


def of(session: Session, kind: str, record_id: UUID, fields: dict[str, Any]) -> Subject:
    """The subject of a record; by its ``fields`` when it is not on this laptop."""
    table = TABLES.get(kind)
    row = session.get(table, record_id) if table is not None else None
    known = fields if row is None else row.model_dump()
    where = _id(known.get("parent_id" if kind == "unit" else "unit_id"))
    place = _unit(session, where) if where is not None else ""
    return Subject(_name(session, known | {"id": record_id}), place)


def name_of(session: Session, id_: UUID) -> str:
    """The unit, household or case behind an id that stands in a field; "" when out of sight."""
    case = session.get(Dispute, id_)
    return case.title if case is not None else _unit(session, id_) or _household(session, id_)


def _name(session: Session, fields: dict[str, Any]) -> str:
    for field in ("title", "holder", "name"):
        if fields.get(field):
            return str(fields[field])
    household = _id(fields.get("household_id", fields["id"]))
    case = _id(fields.get("dispute_id"))
    if case is not None:
        return name_of(session, case)
    return _household(session, household) if household is not None else ""


def _unit(session: Session, id_: UUID) -> str:
    """Its name after the one above it; "" when it is out of sight."""
    return " ".join(unit.name for unit in grids.path(session, id_)[-2:])


def _household(session: Session, id_: UUID) -> str:
    """Its head and address; of a roster entry without people only the address."""
    household = session.get(Household, id_)
    if household is None:
        return ""
    head = select(Member.name).where(col(Member.household_id) == id_).order_by(col(Member.place))
    parts = (session.exec(head.limit(1)).first(), household.address)
    return " ".join(part for part in parts if part)


def _id(value: Any) -> UUID | None:
    """An id as a row or as JSON holds it."""
    if isinstance(value, UUID):
        return value
    try:
        return UUID(str(value))
    except ValueError:
        return None
