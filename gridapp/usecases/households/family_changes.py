"""How households become others: a member joins, they split, they merge, another leads them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gridapp.contract.households import HouseholdRecord, LifeEventKind, MemberRecord
from gridapp.domain.households.kinship import Derived, Relative, under_new_head, under_other_head
from gridapp.domain.households.life_events import LifeFault, head_of, is_here
from gridapp.domain.households.relations import HEAD
from gridapp.store import journal
from gridapp.store.households import households, life_events
from gridapp.store.tables import Member
from gridapp.usecases.desk import Changed, Desk, RejectedError
from gridapp.usecases.households.concerned import chosen, names, open_sheet
from gridapp.usecases.households.goings import end
from gridapp.usecases.households.life_events import LifeAct

Relations = Mapping[UUID, str]
"""GB/T 4761 codes by member, as a person has checked them; who is missing gets what is derived."""


@dataclass(frozen=True)
class Told:
    """A member with the relation that they would have; not ``sure``: a person checks it."""

    id: UUID
    name: str
    relation: str
    sure: bool


@dataclass(frozen=True)
class Splitting:
    """Who leaves a household to be one of their own, and where it then is."""

    member_ids: tuple[UUID, ...]
    head_id: UUID
    address: str = ""
    number: str = ""


def under_head(desk: Desk, household_id: UUID, head_id: UUID) -> list[Told]:
    """Everybody's relation if this member became the head."""
    with desk.store.session() as session:
        members = open_sheet(session, household_id).members
        found = under_new_head(_relatives(members), head_id)
    return [_told(one, found) for one in members if is_here(one)]


def change_head(
    desk: Desk,
    household_id: UUID,
    head_id: UUID,
    day: date,
    relations: Relations,
    note: str = "",
) -> Changed:
    """Another member leads the household; every relation is told anew, what is open left blank."""
    with desk.store.session() as session:
        sheet = open_sheet(session, household_id)
        act = LifeAct(desk, LifeEventKind.HEAD_CHANGED, day, note)
        head = next((one for one in sheet.members if one.id == head_id and is_here(one)), None)
        if head is None:
            raise RejectedError([LifeFault.HEAD_NOT_THERE])
        if head is head_of(sheet.members):
            raise RejectedError([LifeFault.HEAD_ALREADY])
        found = under_new_head(_relatives(sheet.members), head_id)
        for one in sheet.members:
            relation = _relation(one, found, relations)
            if relation != one.relation:
                act.change(one, sheet.household, relation=relation)
        act.arrange(sheet.members)
        return act.save(session, head.name, sheet.household)


def join(
    desk: Desk, household_id: UUID, member_id: UUID, relation: str, day: date, note: str = ""
) -> Changed:
    """A member of another household comes to this one, by marriage for instance."""
    with desk.store.session() as session:
        sheet = open_sheet(session, household_id)
        act = LifeAct(desk, LifeEventKind.JOINED, day, note)
        member = session.get(Member, member_id)
        left = households.sheet(session, member.household_id) if member is not None else None
        if member is None or left is None or not is_here(member):
            raise RejectedError([LifeFault.NOT_THERE])
        if left.household.id == household_id:
            raise RejectedError([LifeFault.SAME_HOUSEHOLD])
        _move(act, member, sheet.household, relation)
        act.tell(left.household, left.household, {}, {})
        others = [one for one in left.members if one.id != member_id]
        if not any(map(is_here, others)):
            end(act, left.household)
        act.arrange(others)
        act.arrange([*sheet.members, member])
        return act.save(session, member.name, sheet.household)


def split(
    desk: Desk,
    household_id: UUID,
    splitting: Splitting,
    day: date,
    relations: Relations,
    note: str = "",
) -> Changed:
    """Some members become a household of their own, with one of them as its head."""
    with desk.store.session() as session:
        sheet = open_sheet(session, household_id)
        act = LifeAct(desk, LifeEventKind.SPLIT, day, note)
        going = [one for one in chosen(act, sheet, splitting.member_ids) if is_here(one)]
        staying = [one for one in sheet.members if one not in going]
        if not any(map(is_here, staying)):
            act.faults.append(LifeFault.NOBODY_LEFT)
        if splitting.head_id not in {one.id for one in going}:
            raise RejectedError([*act.faults, LifeFault.HEAD_NOT_THERE])
        new = HouseholdRecord(
            id=desk.new_id(),
            unit_id=sheet.household.unit_id,
            number=splitting.number.strip(),
            group_name=sheet.household.group_name,
            address=splitting.address.strip() or sheet.household.address,
            walk_order=households.next_in_walk(session, sheet.household.unit_id),
            since=day,
        )
        act.bring(new, new)
        act.tell(sheet.household, sheet.household, {}, {})
        found = under_new_head(_relatives(sheet.members), splitting.head_id)
        for one in going:
            _move(act, one, new, _relation(one, found, relations))
        act.arrange(going)
        act.arrange(staying)
        return act.save(session, names(going), new)


def merge(
    desk: Desk,
    kept_id: UUID,
    dropped_id: UUID,
    link: str,
    day: date,
    relations: Relations,
    note: str = "",
) -> Changed:
    """Everybody of one household comes to another; cases go along, visits stay where they were."""
    if kept_id == dropped_id:
        raise RejectedError([LifeFault.SAME_HOUSEHOLD])
    with desk.store.session() as session:
        kept, dropped = open_sheet(session, kept_id), open_sheet(session, dropped_id)
        act = LifeAct(desk, LifeEventKind.MERGED, day, note)
        found = _under(kept.members, dropped.members, link)
        coming = [one for one in dropped.members if is_here(one)]
        for one in coming:
            _move(act, one, kept.household, _relation(one, found, relations))
        act.tell(kept.household, kept.household, {}, {})
        end(act, dropped.household)
        follow(act, life_events.cases_of(session, dropped_id), kept_id)
        act.arrange([*kept.members, *coming])
        return act.save(session, f"{dropped.head} → {kept.head}", kept.household)


def follow(act: LifeAct, cases: Sequence[life_events.Case], household_id: UUID) -> None:
    """Cases and parties name another household from now on."""
    for one in cases:
        kind = life_events.kind_of(one)
        act.add(journal.change(act.desk.new_id(), kind, one, household_id=household_id))


def _move(act: LifeAct, member: Member, to: HouseholdRecord, relation: str) -> None:
    act.change(member, to, household_id=to.id, relation=relation)
    if member.unit_id != to.unit_id:
        act.set_quietly(member, unit_id=to.unit_id)


def _relation(one: MemberRecord, found: Mapping[UUID, Derived], checked: Relations) -> str:
    if found[one.id].relation == HEAD:
        return HEAD
    return checked.get(one.id, found[one.id].relation)


def _under(
    kept: Sequence[MemberRecord], coming: Sequence[MemberRecord], link: str
) -> dict[UUID, Derived]:
    head = head_of(kept)
    if head is None:
        return {one.id: Derived("", sure=False) for one in coming}
    return under_other_head(_relatives(coming), link, _relative(head))


def _relatives(members: Sequence[MemberRecord]) -> list[Relative]:
    """Those who are here first: of two heads the living one counts."""
    return [_relative(one) for one in sorted(members, key=lambda one: not is_here(one))]


def _relative(one: MemberRecord) -> Relative:
    return Relative(one.id, one.relation, one.sex, one.born_on)


def _told(one: MemberRecord, found: Mapping[UUID, Derived]) -> Told:
    derived = found[one.id]
    return Told(one.id, one.name, derived.relation, derived.sure)
