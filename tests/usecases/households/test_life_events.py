"""What happens to households is dated: an edit of each record, an event of each subject."""

from uuid import UUID

from sqlmodel import Session, col, select

from gridapp.contract.households import LifeEventKind
from gridapp.store.households import households
from gridapp.store.tables import LifeEvent
from gridapp.usecases.desk import Desk, save
from gridapp.usecases.grids import grids
from gridapp.usecases.households.life_events import regrouped
from tests.desks import TODAY


def units(desk: Desk) -> list[UUID]:
    return [place.id for place in grids.places(desk) if place.level == "micro"]


def events(session: Session) -> list[LifeEvent]:
    return list(session.exec(select(LifeEvent).order_by(col(LifeEvent.id))))


def test_regrouped_households_come_last_in_the_walk_with_their_members_and_a_dated_event(
    desk: Desk,
) -> None:
    here, there = units(desk)
    with desk.store.session() as session:
        moving = households.in_walking_order(session, here)[:2]
        edits = regrouped(desk, session, moving, there, TODAY)
        save(desk, session, "grid.regrouped", "韦国平", edits)
    with desk.store.session() as session:
        walk = households.in_walking_order(session, there)
        assert [one.id for one in walk[-2:]] == [one.id for one in moving]
        assert [one.walk_order for one in walk] == list(range(1, 21))
        people = households.members_of(session, [one.id for one in moving])
        assert people
        assert {one.unit_id for one in people} == {there}
        told = events(session)
    assert [event.kind for event in told] == [LifeEventKind.REGROUPED] * 2
    assert {event.unit_id for event in told} == {there}
    assert len({event.act_id for event in told}) == 1
    assert told[0].before == {"unit_id": str(here)}
    assert told[0].after == {"unit_id": str(there)}


def test_a_household_that_is_there_already_only_walks(desk: Desk) -> None:
    there = units(desk)[0]
    with desk.store.session() as session:
        walk = households.in_walking_order(session, there)
        edits = regrouped(desk, session, walk[::-1], there, TODAY, first_place=1)
        save(desk, session, "grid.regrouped", "韦国平", edits)
    with desk.store.session() as session:
        turned = households.in_walking_order(session, there)
        assert [one.id for one in turned] == [one.id for one in walk[::-1]]
        assert events(session) == []
