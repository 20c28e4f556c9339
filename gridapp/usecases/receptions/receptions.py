"""Receptions (接访): arranged, changed, held and logged; a matter raised becomes a case."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from gridapp.contract.receptions import ReceptionRecord
from gridapp.domain.receptions import receptions as rules
from gridapp.domain.receptions.receptions import ReceptionFault, Turnout
from gridapp.store import journal
from gridapp.store.disputes import disputes as case_store
from gridapp.store.disputes.disputes import DisputeLine
from gridapp.store.grids import grids
from gridapp.store.receptions import receptions
from gridapp.store.receptions.receptions import ReceptionLine
from gridapp.store.tables import Reception
from gridapp.usecases.desk import Changed, Desk, RejectedError, refuse, save
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute
from gridapp.usecases.receptions.planned import set_right, typed

SOURCE = "visitors"
"""Of ``codes.SOURCES``: where a matter raised at a reception was first heard of."""


@dataclass(frozen=True)
class Duty:
    """A reception as it is arranged: who receives, on which day, where, when, on which field."""

    leader: str
    planned_on: date
    post: str = ""
    place: str = ""
    hours: str = ""
    field: str = ""


@dataclass(frozen=True)
class Outcome:
    """How a reception went: 批, 人次 and the result. Nobody is named."""

    held_on: date
    groups: int
    people: int
    result: str


def between(
    desk: Desk, first: date, last: date, unit_id: UUID | None = None
) -> tuple[ReceptionLine, ...]:
    """Receptions from first to last, by day; of one unit, or of all that the person looks after."""
    with desk.store.session() as session:
        mine = grids.subtree(session, desk.person.unit_id)
        units: Collection[UUID] = mine if unit_id is None else {unit_id}
        return tuple(receptions.between(session, first, last, units))


def turnout(lines: Sequence[ReceptionLine]) -> Turnout:
    """批 and 人次 of the receptions that were held."""
    return receptions.turnout(lines)


def record(desk: Desk, unit_id: UUID, duty: Duty, *, planned: bool) -> ReceptionRecord:
    """The record of a reception that is about to be arranged. Raises RejectedError."""
    made = ReceptionRecord(id=desk.new_id(), unit_id=unit_id, planned=planned, **typed(duty))
    refuse(rules.faults(made, desk.today()))
    return made


def arrange(desk: Desk, unit_id: UUID, duty: Duty) -> Changed:
    """Add a reception that the roster did not foresee. Raises RejectedError."""
    made = record(desk, unit_id, duty, planned=False)
    with desk.store.session() as session:
        edit = journal.create(desk.new_id(), "reception", made)
        return save(desk, session, "reception.arranged", made.leader, [edit], made.id)


def change(desk: Desk, seen: ReceptionLine, duty: Duty) -> Changed:
    """Set another leader, day or place. Raises RejectedError."""
    return _set(desk, seen, "reception.changed", **typed(duty))


def hold(desk: Desk, seen: ReceptionLine, outcome: Outcome) -> Changed:
    """Log how it went, or set right what was logged. Raises RejectedError."""
    return _set(desk, seen, "reception.held", **typed(outcome))


def remove(desk: Desk, reception_ids: Collection[UUID]) -> Changed:
    """Take receptions out of the roster. Raises RejectedError when one was held: the log stays."""
    with desk.store.session() as session:
        rows = [session.get_one(Reception, id_) for id_ in reception_ids]
        if any(row.held_on for row in rows):
            raise RejectedError([ReceptionFault.ALREADY_HELD])
        edits = [journal.remove(desk.new_id(), "reception", row) for row in rows]
        return save(desk, session, "reception.removed", "", edits)


def second_plan(desk: Desk, unit_id: UUID | None = None) -> tuple[UUID, ...]:
    """What a second plan added to this year's and later rosters of a unit, or of all units below
    the person's: two laptops planned the same days without a line.
    """
    since = desk.today().replace(month=1, day=1)
    with desk.store.session() as session:
        mine = [unit_id] if unit_id else grids.subtree(session, desk.person.unit_id)
        return tuple(rules.second_plan(receptions.planned(session, mine, since)))


def raise_matter(desk: Desk, reception_id: UUID, unit_id: UUID, new: NewDispute) -> Changed:
    """Register a matter that was raised at a reception as a case of the unit where it arose.

    Raises RejectedError with every fault.
    """
    with desk.store.session() as session:
        if session.get_one(Reception, reception_id).held_on is None:
            raise RejectedError([ReceptionFault.NOT_HELD])
    return disputes.register(desk, unit_id, replace(new, source=SOURCE, reception_id=reception_id))


def cases(desk: Desk, reception_ids: Sequence[UUID]) -> list[DisputeLine]:
    """The cases that came from these receptions, the newest first."""
    with desk.store.session() as session:
        ids = receptions.case_ids(session, reception_ids)
    return disputes.ledger(desk, case_store.Shelf.ALL, ids=ids) if ids else []


def _set(desk: Desk, seen: ReceptionLine, what: str, **fields: object) -> Changed:
    with desk.store.session() as session:
        row = session.get_one(Reception, seen.id)
        edits = set_right(desk, "reception", row, seen, rules.faults, **fields)
        if not edits:
            return Changed(frozenset())
        leader = str(fields.get("leader", row.leader))
        return save(desk, session, what, leader, edits, seen.id)
