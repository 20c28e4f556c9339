"""Putting right what is written of a household and its members; nothing has happened to them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.households import MemberRecord
from gridapp.domain.households.citizen_number import filled_in, normalised
from gridapp.domain.households.history import GONE
from gridapp.domain.households.household_faults import EditFault
from gridapp.domain.households.life_events import head_of
from gridapp.domain.households.relations import is_head
from gridapp.store import journal
from gridapp.store.households import households
from gridapp.store.journal import Edit
from gridapp.store.tables import Household, Member
from gridapp.usecases.desk import Changed, Desk, refuse, save
from gridapp.usecases.households.comings import NewMember, record_of
from gridapp.usecases.households.concerned import open_sheet


def change_household(desk: Desk, household_id: UUID, fields: Mapping[str, Any]) -> Changed:
    """Set its number, group_name, address or note."""
    with desk.store.session() as session:
        household = session.get_one(Household, household_id)
        sheet = households.sheet(session, household_id)
        new = {name: str(value).strip() for name, value in fields.items()}
        if all(getattr(household, name) == value for name, value in new.items()):
            return Changed(frozenset())
        edit = journal.change(desk.new_id(), "household", household, **new)
        return save(desk, session, "household.changed", sheet.head if sheet else "", [edit])


def change_member(
    desk: Desk, member_id: UUID, fields: Mapping[str, Any], seen: int | None = None
) -> Changed:
    """Set name, relation, sex, citizen_number, born_on, phone, residence or note of a member.

    ``seen``: the revision of the line that is in sight, if it was shown a while ago.

    A new number brings sex and birthday where they are missing. Who is called the head of a
    household without one comes first in it.
    """
    with desk.store.session() as session:
        member = session.get_one(Member, member_id)
        new = _tidy(member, fields)
        refuse(_faults(session, member, new))
        if all(getattr(member, name) == value for name, value in new.items()):
            return Changed(frozenset())
        edits = _to_the_front(desk, session, member) if is_head(new.get("relation", "")) else []
        new |= {"place": 0} if edits else {}
        edit = journal.change(desk.new_id(), "member", member, **new)
        edits.append(replace(edit, seen=seen))
        name = new.get("name", member.name)
        return save(desk, session, "member.changed", name, edits, member.household_id)


def add_member(desk: Desk, household_id: UUID, new: NewMember) -> Changed:
    """Enter somebody who has belonged to the household all along."""
    with desk.store.session() as session:
        sheet = open_sheet(session, household_id)
        person = record_of(desk, new, sheet.household, None)
        refuse(_faults(session, person, {"name": person.name, "relation": person.relation}))
        person.place = max((one.place for one in sheet.members), default=-1) + 1
        edit = journal.create(desk.new_id(), "member", person)
        return save(desk, session, "member.added", person.name, [edit], household_id)


def _to_the_front(desk: Desk, session: Session, member: Member) -> list[Edit]:
    """Everybody before a member goes one place on."""
    before = [
        one
        for one in households.members_of(session, [member.household_id])
        if one.place < member.place
    ]
    return [journal.change(desk.new_id(), "member", one, place=one.place + 1) for one in before]


def _tidy(member: Member, fields: Mapping[str, Any]) -> dict[str, Any]:
    new = {name: one.strip() if isinstance(one, str) else one for name, one in fields.items()}
    if "citizen_number" in new:
        number = new["citizen_number"] = normalised(new["citizen_number"])
        sex, born_on = filled_in(number, member.sex, member.born_on)
        new = {"sex": sex, "born_on": born_on} | new
    return new


def _faults(session: Session, member: MemberRecord, new: Mapping[str, Any]) -> list[EditFault]:
    found = []
    if new.get("name") == "":
        found.append(EditFault.NAME_MISSING)
    if new.get("residence") in GONE or (member.residence in GONE and "residence" in new):
        found.append(EditFault.LEAVES_BY_ACT)
    if is_head(new.get("relation", "")):
        head = head_of(households.members_of(session, [member.household_id]))
        if head is not None and head.id != member.id:
            found.append(EditFault.HEAD_ELSEWHERE)
    return found
