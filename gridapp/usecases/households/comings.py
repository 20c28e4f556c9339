"""Who comes to a household and who leaves it: moving in and out, birth, death, return."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.households import HouseholdRecord, LifeEventKind, MemberRecord, Residence
from gridapp.domain.households.citizen_number import filled_in, normalised
from gridapp.domain.households.life_events import LifeFault, is_here
from gridapp.domain.households.relations import HEAD
from gridapp.store.households import households
from gridapp.store.households.households import Sheet
from gridapp.store.tables import Member
from gridapp.usecases.desk import Changed, Desk, RejectedError
from gridapp.usecases.households.life_events import LifeAct


@dataclass(frozen=True)
class NewMember:
    """A person about to be entered. Sex and birthday may be left to the citizen number."""

    name: str
    relation: str = ""
    sex: str = "0"
    citizen_number: str = ""
    born_on: date | None = None
    phone: str = ""
    note: str = ""


@dataclass(frozen=True)
class NewHousehold:
    """A household about to be entered, with its people; the first of them leads it."""

    unit_id: UUID
    address: str
    number: str = ""
    group_name: str = ""
    members: tuple[NewMember, ...] = ()


def move_household_in(desk: Desk, new: NewHousehold, day: date, note: str = "") -> Changed:
    """A household comes to a unit, as the last of its walk."""
    with desk.store.session() as session:
        act = LifeAct(desk, LifeEventKind.MOVED_IN, day, note)
        household = HouseholdRecord(
            id=desk.new_id(),
            unit_id=new.unit_id,
            number=new.number.strip(),
            group_name=new.group_name.strip(),
            address=new.address.strip(),
            walk_order=households.next_in_walk(session, new.unit_id),
            since=day,
        )
        act.bring(household, household)
        people = [record_of(desk, one, household, day) for one in new.members]
        if not people:
            act.faults.append(LifeFault.NOBODY_CHOSEN)
        for place, one in enumerate(people):
            one.relation = HEAD if place == 0 else one.relation
            act.bring(one, household)
        _name_all(act, people)
        act.arrange(people)
        return act.save(session, people[0].name if people else "", household)


def move_in(desk: Desk, household_id: UUID, new: NewMember, day: date, note: str = "") -> Changed:
    """A person joins a household from elsewhere."""
    return _come(desk, LifeEventKind.MOVED_IN, household_id, new, day, note)


def birth(desk: Desk, household_id: UUID, new: NewMember, day: date, note: str = "") -> Changed:
    """A child is born into a household; ``day`` is the birthday."""
    return _come(desk, LifeEventKind.BORN, household_id, new, day, note)


def move_out(
    desk: Desk, household_id: UUID, member_ids: Sequence[UUID], day: date, note: str = ""
) -> Changed:
    """Members leave for elsewhere. A household that nobody stays in ends the day before."""
    return _go(desk, LifeEventKind.MOVED_OUT, household_id, member_ids, day, note)


def death(desk: Desk, household_id: UUID, member_id: UUID, day: date, note: str = "") -> Changed:
    """A member has died. A household that nobody is left in ends the day before."""
    return _go(desk, LifeEventKind.DIED, household_id, [member_id], day, note)


def move_household_out(desk: Desk, household_id: UUID, day: date, note: str = "") -> Changed:
    """A household leaves with everybody in it; its last day is the one before."""
    with desk.store.session() as session:
        sheet = open_sheet(session, household_id)
        act = LifeAct(desk, LifeEventKind.MOVED_OUT, day, note)
        end(act, sheet.household)
        return act.save(session, sheet.head, sheet.household)


def move_household_back(desk: Desk, household_id: UUID, day: date, note: str = "") -> Changed:
    """A household that had left is here again, as the last of the walk."""
    with desk.store.session() as session:
        sheet = households.sheet(session, household_id)
        if sheet is None or sheet.household.until is None:
            raise RejectedError([LifeFault.NOT_GONE])
        act = LifeAct(desk, LifeEventKind.RETURNED, day, note)
        place = households.next_in_walk(session, sheet.household.unit_id)
        act.change(sheet.household, sheet.household, until=None, walk_order=place)
        return act.save(session, sheet.head, sheet.household)


def move_back(
    desk: Desk, household_id: UUID, member_ids: Sequence[UUID], day: date, note: str = ""
) -> Changed:
    """Members who had moved away are here again."""
    with desk.store.session() as session:
        sheet = open_sheet(session, household_id)
        act = LifeAct(desk, LifeEventKind.RETURNED, day, note)
        back = chosen(act, sheet, member_ids)
        for one in back:
            if one.residence != Residence.MOVED:
                act.faults.append(LifeFault.NOT_GONE)
            act.change(one, sheet.household, residence=Residence.PRESENT.value)
        act.arrange(sheet.members)
        return act.save(session, names(back), sheet.household)


def open_sheet(session: Session, household_id: UUID) -> Sheet:
    """A household that stands now. Raises RejectedError when it has ended or is not here."""
    found = households.sheet(session, household_id)
    if found is None or found.household.until is not None:
        raise RejectedError([LifeFault.HOUSEHOLD_MISSING])
    return found


def chosen(act: LifeAct, sheet: Sheet, member_ids: Sequence[UUID]) -> list[Member]:
    """The members of a household that were chosen; a fault when there are none."""
    found = [one for one in sheet.members if one.id in member_ids]
    if not found:
        act.faults.append(LifeFault.NOBODY_CHOSEN)
    return found


def end(act: LifeAct, household: HouseholdRecord) -> None:
    """From the day of the act on the household stands no more."""
    act.change(household, household, until=act.day - timedelta(days=1))


def names(people: Sequence[MemberRecord]) -> str:
    """For the name of the operation: up to three."""
    told = "、".join(one.name for one in people[:3])
    return told if len(people) <= 3 else f"{told}…"


def record_of(
    desk: Desk, new: NewMember, household: HouseholdRecord, since: date | None
) -> MemberRecord:
    """The record of a person who is entered into a household."""
    number = normalised(new.citizen_number)
    sex, born_on = filled_in(number, new.sex, new.born_on)
    return MemberRecord(
        id=desk.new_id(),
        unit_id=household.unit_id,
        household_id=household.id,
        name=new.name.strip(),
        relation=new.relation,
        sex=sex,
        citizen_number=number,
        born_on=born_on,
        phone=new.phone.strip(),
        note=new.note.strip(),
        since=since,
    )


def _come(
    desk: Desk, kind: LifeEventKind, household_id: UUID, new: NewMember, day: date, note: str
) -> Changed:
    with desk.store.session() as session:
        sheet = open_sheet(session, household_id)
        act = LifeAct(desk, kind, day, note)
        born_on = day if kind == LifeEventKind.BORN else new.born_on
        person = record_of(desk, new, sheet.household, day)
        person.born_on = person.born_on or born_on
        act.bring(person, sheet.household)
        _name_all(act, [person])
        act.arrange([*sheet.members, person])
        return act.save(session, person.name, sheet.household)


def _go(
    desk: Desk,
    kind: LifeEventKind,
    household_id: UUID,
    member_ids: Sequence[UUID],
    day: date,
    note: str,
) -> Changed:
    residence = Residence.DEAD if kind == LifeEventKind.DIED else Residence.MOVED
    with desk.store.session() as session:
        sheet = open_sheet(session, household_id)
        act = LifeAct(desk, kind, day, note)
        going = chosen(act, sheet, member_ids)
        if not all(map(is_here, going)):
            act.faults.append(LifeFault.NOT_THERE)
        for one in going:
            act.change(one, sheet.household, residence=residence.value)
        if all(one.id in member_ids for one in sheet.members if is_here(one)):
            end(act, sheet.household)
        act.arrange(sheet.members)
        return act.save(session, names(going), sheet.household)


def _name_all(act: LifeAct, people: Sequence[MemberRecord]) -> None:
    if not all(one.name for one in people):
        act.faults.append(LifeFault.NAME_MISSING)
