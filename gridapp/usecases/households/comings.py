"""Who comes to a household: moving in, birth, return."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gridapp.contract.households import HouseholdRecord, LifeEventKind, MemberRecord, Residence
from gridapp.domain.households.citizen_number import filled_in, normalised
from gridapp.domain.households.life_events import LifeFault
from gridapp.domain.households.relations import HEAD
from gridapp.store.households import households
from gridapp.usecases.desk import Changed, Desk, RejectedError
from gridapp.usecases.households.concerned import chosen, names, open_sheet
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


def _name_all(act: LifeAct, people: Sequence[MemberRecord]) -> None:
    if not all(one.name for one in people):
        act.faults.append(LifeFault.NAME_MISSING)
