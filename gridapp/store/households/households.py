"""Questions about households and their members."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Subquery, func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from gridapp.domain.households.history import GONE
from gridapp.store import journal, plain
from gridapp.store.many_ids import ManyIds
from gridapp.store.tables import Household, Member, Unit

_WALK = (col(Unit.place), col(Unit.name), col(Household.walk_order), col(Household.id))


@dataclass(frozen=True)
class HouseholdLine:
    """A household in a list; the fields in the order in which ``lines`` asks for them."""

    id: UUID
    unit_id: UUID
    unit_name: str
    number: str
    group_name: str
    address: str
    head: str
    phone: str
    members: int
    walk_order: int


@dataclass(frozen=True)
class Sheet:
    """A household with everybody in it, the head first."""

    household: Household
    unit_name: str
    members: tuple[Member, ...]

    @property
    def head(self) -> str:
        """Name of the head, or of the first member; "" for an empty household."""
        return self.members[0].name if self.members else ""


def lines(session: Session, unit_ids: Sequence[UUID], text: str = "") -> list[HouseholdLine]:
    """Households of these units in walking order; with ``text``, those that contain it.

    ``text`` is sought in names, addresses and household numbers. Who has moved or died is not
    counted, and leads no household.
    """
    chosen = _standing(unit_ids, text)
    return _lines(session, _head(col(Member.unit_id).in_(unit_ids)), chosen)


def lines_of(session: Session, ids: Sequence[UUID]) -> list[HouseholdLine]:
    """The lines of these households, as many as a window shows, in walking order."""
    head = _head(col(Member.household_id).in_(ids))
    return _lines(session, head, col(Household.id).in_(ids))


def ids_in_order(session: Session, unit_ids: Sequence[UUID], text: str = "") -> ManyIds:
    """The ids of what ``lines`` would tell, one unit's walk after the other's as given."""
    ids = func.group_concat(func.hex(col(Household.id)), "")
    walk = ids.aggregate_order_by(col(Household.walk_order), col(Household.id))
    query = columns(col(Household.unit_id), walk).group_by(col(Household.unit_id))
    walks: dict[bytes, str] = dict(plain.rows(session, query.where(_standing(unit_ids, text))))
    return ManyIds(bytes.fromhex("".join(walks.get(unit.bytes, "") for unit in unit_ids)))


def people_of(session: Session, unit_ids: Sequence[UUID], text: str = "") -> int:
    """How many people live in what ``lines`` would tell."""
    query = (
        columns(func.count())
        .select_from(Member)
        .join(Household, col(Household.id) == col(Member.household_id))
    )
    here = col(Member.residence).not_in(GONE)
    return int(session.execute(query.where(here, _standing(unit_ids, text))).scalar_one())


def _standing(unit_ids: Sequence[UUID], text: str) -> ColumnElement[bool]:
    chosen = col(Household.unit_id).in_(unit_ids) & col(Household.until).is_(None)
    if not text:
        return chosen
    named = select(Member.household_id).where(col(Member.name).contains(text))
    return chosen & (
        col(Household.id).in_(named)
        | col(Household.address).contains(text)
        | (col(Household.number) == text)
    )


def _head(of: ColumnElement[bool]) -> Subquery:
    """Of each household the first member and how many there are."""
    return (  # SQLite takes the bare columns from the row of the minimum
        columns(
            col(Member.household_id),
            col(Member.name),
            col(Member.phone),
            func.min(Member.place),
            func.count().label("members"),
        )
        .where(of, col(Member.residence).not_in(GONE))
        .group_by(col(Member.household_id))
        .subquery()
    )


def _lines(session: Session, head: Subquery, chosen: ColumnElement[bool]) -> list[HouseholdLine]:
    query = (
        columns(
            col(Household.id),
            col(Household.unit_id),
            col(Unit.name),
            col(Household.number),
            col(Household.group_name),
            col(Household.address),
            func.coalesce(head.c.name, ""),
            func.coalesce(head.c.phone, ""),
            func.coalesce(head.c.members, 0),
            col(Household.walk_order),
        )
        .join(Unit, col(Unit.id) == col(Household.unit_id))
        .outerjoin(head, head.c.household_id == Household.id)
        .where(chosen)
        .order_by(*_WALK)
    )
    return [HouseholdLine(*row) for row in session.execute(query)]


def sheet(session: Session, household_id: UUID) -> Sheet | None:
    """One household with its members; None when it is not (or no longer) on this laptop."""
    household = session.get(Household, household_id)
    if household is None:
        return None
    unit = session.get(Unit, household.unit_id)
    members = session.exec(
        select(Member)
        .where(col(Member.household_id) == household_id)
        .order_by(col(Member.place), col(Member.id))
    ).all()
    return Sheet(household, unit.name if unit else "", tuple(members))


def in_walking_order(session: Session, unit_id: UUID) -> list[Household]:
    """The households that this very unit owns now, as one walks past them."""
    query = (
        select(Household)
        .where(col(Household.unit_id) == unit_id, col(Household.until).is_(None))
        .order_by(col(Household.walk_order), col(Household.id))
    )
    return list(session.exec(query))


def next_in_walk(session: Session, unit_id: UUID) -> int:
    """The place after the last household of a unit."""
    return max((one.walk_order for one in in_walking_order(session, unit_id)), default=0) + 1


def members_of(session: Session, household_ids: Sequence[UUID]) -> list[Member]:
    """Members of these households."""
    found: list[Member] = []
    for some in journal.chunks(list(household_ids)):
        found += session.exec(select(Member).where(col(Member.household_id).in_(some)))
    return found


def members_by_id(session: Session, ids: Sequence[UUID]) -> list[Member]:
    """These members, as far as they are here."""
    found: list[Member] = []
    for some in journal.chunks(list(ids)):
        found += session.exec(select(Member).where(col(Member.id).in_(some)))
    return found


def by_ids(session: Session, ids: Sequence[UUID]) -> list[Household]:
    """These households, as far as they are here."""
    found: list[Household] = []
    for some in journal.chunks(list(ids)):
        found += session.exec(select(Household).where(col(Household.id).in_(some)))
    return found


def known_marks(session: Session, unit_ids: Sequence[UUID]) -> set[tuple[str, ...]]:
    """What tells households of these units apart: (citizen number), (group, number, head)."""
    query = (
        columns(
            col(Household.group_name),
            col(Household.number),
            col(Member.name),
            col(Member.citizen_number),
            col(Member.place),
        )
        .join(Member, col(Member.household_id) == col(Household.id))
        .where(col(Household.unit_id).in_(unit_ids))
    )
    marks: set[tuple[str, ...]] = set()
    for group, number, name, citizen_number, place in session.execute(query):
        if citizen_number:
            marks.add((citizen_number,))
        if place == 0:
            marks.add((group, number, name))
    return marks
