"""Walking a round: opening it, one mark per household, disputes found at the door."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.grids import Level
from gridapp.contract.people import Role
from gridapp.contract.screening import Outcome, RoundKind, RoundRecord, VisitRecord
from gridapp.domain.masking import mask_phone
from gridapp.domain.screening import screening as rules
from gridapp.domain.screening.screening import Progress
from gridapp.store import journal, screening
from gridapp.store.grids import grids
from gridapp.store.households import households
from gridapp.store.journal import Edit
from gridapp.store.opening import StoreError, StoreFault
from gridapp.store.screening import PastVisit, RoundLine, WalkLine
from gridapp.store.tables import Household, Round
from gridapp.usecases.desk import Changed, Desk, refuse, save
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute

PAPER_DAYS = 31
"""So long after a round has ended its paper may still be entered from the screen."""


@dataclass(frozen=True)
class CardMember:
    """A member as the card shows them; the phone is masked."""

    name: str
    relation: str
    born_on: date | None
    phone: str
    residence: str


@dataclass(frozen=True)
class HouseholdCard:
    """What a leader wants to know at the door."""

    household_id: UUID
    address: str
    group_name: str
    note: str
    members: tuple[CardMember, ...]
    past: tuple[PastVisit, ...]
    open_cases: tuple[tuple[UUID, str, str], ...]
    """(id, number, title)."""


@dataclass(frozen=True)
class GridChoice:
    """A micro-grid that can be walked in a round."""

    unit_id: UUID
    name: str


def may_open_round(desk: Desk) -> bool:
    """Rounds are opened by village, township or county."""
    return desk.person.role != Role.LEADER


def open_round(
    desk: Desk, unit_id: UUID, kind: RoundKind, name: str, starts_on: date, ends_on: date
) -> Changed:
    """Open a round over all households of a unit."""
    faults = rules.round_faults(name, starts_on, ends_on)
    refuse(faults)
    walk = RoundRecord(
        id=desk.new_id(),
        unit_id=unit_id,
        kind=kind.value,
        name=name.strip(),
        starts_on=starts_on,
        ends_on=ends_on,
        opened_by=desk.person.name,
    )
    with desk.store.session() as session:
        edit = journal.create(desk.new_id(), "round", walk)
        return save(desk, session, "round.opened", walk.name, [edit], walk.id)


def running_rounds(desk: Desk) -> list[RoundLine]:
    """Rounds that run today, newest first."""
    with desk.store.session() as session:
        return screening.rounds(session, desk.today())


def all_rounds(desk: Desk) -> list[RoundLine]:
    """All rounds, newest first: paper of a past one may still be entered."""
    with desk.store.session() as session:
        return screening.rounds(session)


def rounds_of_paper(desk: Desk) -> list[RoundLine]:
    """Rounds that ended within the last ``PAPER_DAYS``, newest first."""
    today = desk.today()
    since = today - timedelta(days=PAPER_DAYS)
    return [line for line in all_rounds(desk) if since <= line.ends_on < today]


def grids_to_walk(desk: Desk, round_id: UUID) -> list[GridChoice]:
    """The micro-grids that a round covers on this laptop, in tree order."""
    with desk.store.session() as session:
        mine = _covered(desk, session, session.get_one(Round, round_id).unit_id)
        return [
            GridChoice(unit.id, unit.name)
            for unit in grids.units(session, desk.today())
            if unit.level == Level.MICRO and unit.id in mine
        ]


def next_to_walk(
    desk: Desk, round_id: UUID, choices: Sequence[GridChoice], after: UUID | None
) -> GridChoice | None:
    """Of these micro-grids the first behind this one, then from the start, with an unvisited
    household. With None the first of all.
    """
    ids = [choice.unit_id for choice in choices]
    place = ids.index(after) if after in ids else len(ids)
    with desk.store.session() as session:
        for choice in (*choices[place + 1 :], *choices[:place]):
            if None in screening.marks(session, round_id, [choice.unit_id]):
                return choice
    return None


def _covered(desk: Desk, session: Session, unit_id: UUID) -> set[UUID]:
    """What a round of this unit covers of all that this person is responsible for."""
    mine = set(grids.subtree(session, desk.person.unit_id))
    return mine if unit_id == desk.person.unit_id else mine & set(grids.subtree(session, unit_id))


def walk(desk: Desk, round_id: UUID, unit_id: UUID) -> list[WalkLine]:
    """The households of a micro-grid in walking order with their marks in the round."""
    with desk.store.session() as session:
        return screening.walk(session, round_id, [unit_id])


def progress(desk: Desk, walk_round: RoundLine) -> Progress:
    """How far a round is over everything that this person is responsible for."""
    with desk.store.session() as session:
        mine = _covered(desk, session, walk_round.unit_id)
        return rules.progress(screening.marks(session, walk_round.id, list(mine)))


def card(desk: Desk, household_id: UUID) -> HouseholdCard | None:
    """The card of a household; None when it is no longer on this laptop."""
    with desk.store.session() as session:
        sheet = households.sheet(session, household_id)
        if sheet is None:
            return None
        return HouseholdCard(
            household_id=household_id,
            address=sheet.household.address,
            group_name=sheet.household.group_name,
            note=sheet.household.note,
            members=tuple(
                CardMember(m.name, m.relation, m.born_on, mask_phone(m.phone), m.residence)
                for m in sheet.members
            ),
            past=tuple(screening.past_visits(session, household_id)),
            open_cases=tuple(screening.open_cases(session, household_id)),
        )


def record_visit(
    desk: Desk,
    round_id: UUID,
    household_id: UUID,
    outcome: Outcome,
    visited_on: date,
    note: str = "",
) -> Changed:
    """Keep what was found at a door. Raises RejectedError for a day outside the round."""
    with desk.store.session() as session:
        sheet = households.sheet(session, household_id)
        if sheet is None:
            raise StoreError(StoreFault.GONE)
        visit = _visit(desk, session, round_id, sheet.household, outcome, visited_on, note)
        edits = [journal.create(visit.id, "visit", visit)]
        return save(desk, session, f"visit.{outcome.value}", sheet.head, edits, visit.id)


def record_dispute(
    desk: Desk, round_id: UUID, household_id: UUID, visited_on: date, new: NewDispute
) -> Changed:
    """Keep a visit that found a dispute, and register the dispute, as one operation."""
    with desk.store.session() as session:
        household = session.get_one(Household, household_id)
        visit = _visit(desk, session, round_id, household, Outcome.DISPUTE, visited_on, "")
        edits: list[Edit] = [journal.create(visit.id, "visit", visit)]
        dispute, more = disputes.registration(
            desk, session, new, household.unit_id, household_id=household_id, visit_id=visit.id
        )
        return save(desk, session, "visit.dispute", dispute.title, edits + more, dispute.id)


def _visit(
    desk: Desk,
    session: Session,
    round_id: UUID,
    household: Household,
    outcome: Outcome,
    visited_on: date,
    note: str,
) -> VisitRecord:
    walk_round = session.get_one(Round, round_id)
    visit = VisitRecord(
        id=desk.new_id(),
        unit_id=household.unit_id,
        round_id=round_id,
        household_id=household.id,
        outcome=outcome.value,
        visited_on=visited_on,
        recorded_at=desk.now(),
        visitor=desk.person.name,
        note=note.strip(),
    )
    faults = rules.faults(visit, walk_round, desk.today())
    refuse(faults)
    return visit
