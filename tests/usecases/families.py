"""A family at the desk for tests of what happens to it, and what there is to see of it."""

from datetime import date
from uuid import UUID

from sqlmodel import col, select

from gridapp.domain.households.life_events import is_here
from gridapp.store.households import households
from gridapp.store.tables import Household, Member
from gridapp.usecases.desk import Desk
from gridapp.usecases.grids.grids import places
from gridapp.usecases.households import comings
from gridapp.usecases.households.comings import NewHousehold, NewMember

LONG_AGO = date(2026, 1, 10)


def micro_grids(desk: Desk) -> list[UUID]:
    return [place.id for place in places(desk) if place.level == "micro"]


def settle(desk: Desk, *people: str, unit: UUID | None = None, day: date = LONG_AGO) -> UUID:
    """A household that moved in: ``name relation sex year`` each, the first its head."""
    members = []
    for text in people:
        name, relation, sex, year = text.split()
        members.append(NewMember(name, relation, sex, born_on=date(int(year), 5, 1)))
    home = NewHousehold(unit or micro_grids(desk)[0], "坪岭8号", members=tuple(members))
    changed = comings.move_household_in(desk, home, day)
    assert changed.record_id is not None
    return changed.record_id


def three_generations(desk: Desk) -> UUID:
    return settle(
        desk,
        "龙大山 02 1 1950",
        "覃月英 12 2 1952",
        "龙小山 22 1 1975",
        "韦小妹 38 2 1977",
        "龙子轩 41 1 2003",
    )


def who(desk: Desk, household_id: UUID) -> dict[str, UUID]:
    """The ids of the members by name."""
    with desk.store.session() as session:
        return {one.name: one.id for one in households.members_of(session, [household_id])}


def here(desk: Desk, household_id: UUID) -> list[tuple[str, str]]:
    """(name, relation) of who belongs to the household, in their places."""
    with desk.store.session() as session:
        sheet = households.sheet(session, household_id)
        assert sheet is not None
        return [(one.name, one.relation) for one in sheet.members if is_here(one)]


def household(desk: Desk, household_id: UUID) -> Household:
    with desk.store.session() as session:
        return session.get_one(Household, household_id)


def member(desk: Desk, name: str) -> Member:
    with desk.store.session() as session:
        return session.exec(select(Member).where(col(Member.name) == name)).one()


def everything(desk: Desk) -> dict[UUID, tuple[object, ...]]:
    """What a roster tells of every household and member, whatever their order."""
    with desk.store.session() as session:
        homes = {h.id: (h.unit_id, h.until) for h in session.exec(select(Household))}
        people = {
            m.id: (m.unit_id, m.household_id, m.relation, m.residence)
            for m in session.exec(select(Member))
        }
    return homes | people
