"""Looking at households: lists, one sheet, and revealing what is masked, which is logged."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from gridapp.domain.households.household_faults import (
    AnyFinding,
    household_findings,
    member_findings,
)
from gridapp.domain.households.life_events import is_here
from gridapp.domain.masking import mask_citizen_number, mask_name, mask_phone
from gridapp.store import audit
from gridapp.store.grids import grids, tree_history
from gridapp.store.households import day_rosters, households
from gridapp.store.households.day_rosters import HouseholdOfDay, Progress
from gridapp.store.households.households import HouseholdLine
from gridapp.store.tables import Member
from gridapp.usecases import exporting
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.exporting import Export
from gridapp.usecases.households import household_history
from gridapp.usecases.households.household_history import HistoryLine


class RevealFault(StrEnum):
    """Why a number is not shown in full."""

    REASON_MISSING = "reveal.reason_missing"


@dataclass(frozen=True)
class MemberLine:
    """A member with numbers masked."""

    id: UUID
    name: str
    relation: str
    sex: str
    born_on: date | None
    citizen_number: str
    phone: str
    residence: str
    note: str
    revision: int = 0
    """Of the record, for whoever changes what is shown."""
    findings: tuple[AnyFinding, ...] = ()
    """What is doubtful about them."""


@dataclass(frozen=True)
class HouseholdSheet:
    """A household as the screen shows it; ``until``: its last day, when it stands no more."""

    id: UUID
    unit_name: str
    number: str
    group_name: str
    address: str
    note: str
    members: tuple[MemberLine, ...]
    unit_id: UUID
    until: date | None
    findings: tuple[AnyFinding, ...]
    history: tuple[HistoryLine, ...]
    people: int
    """How many belong to it now."""


@dataclass(frozen=True)
class Revealed:
    """The numbers of one member in full."""

    citizen_number: str
    phone: str


def of_unit(desk: Desk, unit_id: UUID, text: str = "") -> list[HouseholdLine]:
    """Households of a unit and everything below it; phones masked."""
    with desk.store.session() as session:
        lines = households.lines(session, grids.subtree(session, unit_id), text.strip())
    return [_masked(line) for line in lines]


def order_of_unit(desk: Desk, unit_id: UUID, text: str = "") -> Sequence[UUID]:
    """The ids of what ``of_unit`` would tell, unit after unit as the tree has them."""
    with desk.store.session() as session:
        return households.ids_in_order(session, grids.in_order(session, unit_id), text.strip())


def people_of_unit(desk: Desk, unit_id: UUID, text: str = "") -> int:
    """How many people belong to what ``of_unit`` would tell."""
    with desk.store.session() as session:
        units = grids.subtree(session, unit_id)
        if text.strip():
            return households.people_of(session, units, text.strip())
        people = tree_history.owned_now(session).members
        return sum(people.get(unit, 0) for unit in units)


def lines(desk: Desk, ids: Sequence[UUID]) -> list[HouseholdLine]:
    """The lines of some households, as many as a window shows; phones masked."""
    with desk.store.session() as session:
        return [_masked(line) for line in households.lines_of(session, ids)]


def lines_to_take_out(desk: Desk, ids: Sequence[UUID]) -> list[HouseholdLine]:
    """These lines as they leave the laptop: names covered as well. It is written down."""
    with desk.store.session() as session:
        found = households.lines_of(session, ids)
        what = Export("households", len(found), desk.person.unit_id, "clipboard")
        exporting.permit(desk, session, what)
    return [replace(_masked(line), head=mask_name(line.head)) for line in found]


def on_day(
    desk: Desk, unit_id: UUID, day: date, progress: Progress = lambda _done, _total: None
) -> list[HouseholdOfDay]:
    """The roster of a unit, and of everything below it, as it stood on a day."""
    with desk.store.session() as session:
        return day_rosters.on(session, grids.in_order(session, unit_id), day, progress)


def _masked(line: HouseholdLine) -> HouseholdLine:
    return replace(line, phone=mask_phone(line.phone))


def sheet(desk: Desk, household_id: UUID) -> HouseholdSheet | None:
    """One household with numbers masked; reading it is audited."""
    with desk.store.session() as session:
        found = households.sheet(session, household_id)
        if found is None:
            return None
        audit.note(session, desk.now(), desk.person.name, "read", {"household": str(household_id)})
        past = household_history.history(session, household_id)
    return HouseholdSheet(
        id=household_id,
        unit_name=found.unit_name,
        number=found.household.number,
        group_name=found.household.group_name,
        address=found.household.address,
        note=found.household.note,
        members=tuple(_line(member) for member in found.members),
        unit_id=found.household.unit_id,
        until=found.household.until,
        findings=household_findings(found.members),
        history=tuple(past),
        people=sum(map(is_here, found.members)),
    )


def _line(member: Member) -> MemberLine:
    return MemberLine(
        id=member.id,
        name=member.name,
        relation=member.relation,
        sex=member.sex,
        born_on=member.born_on,
        citizen_number=mask_citizen_number(member.citizen_number),
        phone=mask_phone(member.phone),
        residence=member.residence,
        note=member.note,
        revision=member.revision,
        findings=member_findings(member),
    )


def reveal(desk: Desk, member_id: UUID, reason: str) -> Revealed:
    """The numbers of a member in full, for a reason, which is written down first."""
    if not reason.strip():
        raise RejectedError([RevealFault.REASON_MISSING])
    with desk.store.session() as session:
        member = session.get_one(Member, member_id)
        detail = {"member": str(member_id), "reason": reason.strip()}
        audit.note(session, desk.now(), desk.person.name, "reveal", detail)
        return Revealed(member.citizen_number, member.phone)
