"""Households become others: nobody is lost, relations are told anew, cases go along."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from gridapp.contract.disputes import Side
from gridapp.contract.households import LifeEventKind
from gridapp.domain.households.life_events import LifeFault
from gridapp.store.households import life_events
from gridapp.store.tables import LifeEvent
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute, NewParty
from gridapp.usecases.households import family_changes, goings, households
from gridapp.usecases.households.family_changes import Splitting
from tests.desks import TODAY
from tests.usecases.families import (
    here,
    household,
    member,
    micro_grids,
    settle,
    three_generations,
    who,
)


def test_another_head_comes_first_and_every_relation_is_told_anew(desk: Desk) -> None:
    home = three_generations(desk)
    family_changes.change_head(desk, home, who(desk, home)["龙小山"], TODAY, {})
    assert here(desk, home) == [
        ("龙小山", "02"),
        ("龙大山", "51"),
        ("覃月英", "52"),
        ("韦小妹", "12"),
        ("龙子轩", "20"),
    ]


def test_what_a_person_has_checked_stands_and_what_is_open_is_left_blank(desk: Desk) -> None:
    home = settle(desk, "龙大山 02 1 1950", "龙甲 22 1 1975", "龙乙 23 1 1978", "韦小妹 38 2 1977")
    people = who(desk, home)
    told = {one.name: one for one in family_changes.under_head(desk, home, people["龙甲"])}
    assert (told["韦小妹"].relation, told["韦小妹"].sure) == ("", False)
    assert (told["龙乙"].relation, told["龙乙"].sure) == ("73", True)
    checked = {people["龙乙"]: "74"}
    family_changes.change_head(desk, home, people["龙甲"], TODAY, checked)
    assert dict(here(desk, home)) == {"龙甲": "02", "龙大山": "51", "龙乙": "74", "韦小妹": ""}
    sheet = households.sheet(desk, home)
    assert sheet is not None
    assert sheet.members[3].findings == ("member.relation_missing",)


def test_a_household_whose_head_has_died_gets_another(desk: Desk) -> None:
    home = three_generations(desk)
    people = who(desk, home)
    goings.death(desk, home, people["龙大山"], TODAY)
    family_changes.change_head(desk, home, people["覃月英"], TODAY, {})
    assert here(desk, home)[:2] == [("覃月英", "02"), ("龙小山", "22")]
    with pytest.raises(RejectedError) as caught:
        family_changes.change_head(desk, home, people["覃月英"], TODAY, {})
    assert caught.value.faults == (LifeFault.HEAD_ALREADY,)
    with pytest.raises(RejectedError) as caught:
        family_changes.change_head(desk, home, people["龙大山"], TODAY, {})
    assert caught.value.faults == (LifeFault.HEAD_NOT_THERE,)


def test_some_split_off_with_an_own_head_at_the_end_of_the_walk(desk: Desk) -> None:
    home = three_generations(desk)
    people = who(desk, home)
    going = tuple(people[name] for name in ("龙小山", "韦小妹", "龙子轩"))
    changed = family_changes.split(
        desk, home, Splitting(going, people["韦小妹"], "坪岭8号之一"), TODAY, {}
    )
    assert changed.record_id is not None
    new = household(desk, changed.record_id)
    assert (new.address, new.since, new.walk_order) == ("坪岭8号之一", TODAY, 20)
    assert here(desk, new.id) == [("韦小妹", "02"), ("龙小山", "11"), ("龙子轩", "20")]
    assert here(desk, home) == [("龙大山", "02"), ("覃月英", "12")]
    for id_ in (home, new.id):
        sheet = households.sheet(desk, id_)
        assert sheet is not None
        assert sheet.history[0].kind == LifeEventKind.SPLIT
        assert sheet.history[0].names == "龙小山、韦小妹、龙子轩"


def test_nobody_splits_off_alone_from_nobody(desk: Desk) -> None:
    home = settle(desk, "龙大山 02 1 1950", "覃月英 12 2 1952")
    people = who(desk, home)
    with pytest.raises(RejectedError) as caught:
        everybody = Splitting(tuple(people.values()), people["龙大山"])
        family_changes.split(desk, home, everybody, TODAY, {})
    assert caught.value.faults == (LifeFault.NOBODY_LEFT,)
    with pytest.raises(RejectedError) as caught:
        headless = Splitting((people["龙大山"],), people["覃月英"])
        family_changes.split(desk, home, headless, TODAY, {})
    assert caught.value.faults == (LifeFault.HEAD_NOT_THERE,)


def test_two_households_become_one_and_the_other_ends_the_day_before(desk: Desk) -> None:
    first, second = micro_grids(desk)
    kept = settle(desk, "龙小山 02 1 1975", "韦小妹 12 2 1977", unit=second)
    dropped = settle(desk, "龙大山 02 1 1950", "覃月英 12 2 1952", "龙小弟 23 1 1980", unit=first)
    family_changes.merge(desk, kept, dropped, "51", TODAY, {})
    assert dict(here(desk, kept)) == {
        "龙小山": "02",
        "韦小妹": "12",
        "龙大山": "51",
        "覃月英": "52",
        "龙小弟": "73",
    }
    assert member(desk, "龙大山").unit_id == second
    assert household(desk, dropped).until == TODAY - timedelta(days=1)
    with pytest.raises(RejectedError) as caught:
        family_changes.merge(desk, kept, dropped, "51", TODAY, {})
    assert caught.value.faults == (LifeFault.HOUSEHOLD_MISSING,)


def test_the_cases_of_a_merged_household_go_along(desk: Desk) -> None:
    kept, dropped = settle(desk, "龙小山 02 1 1975"), settle(desk, "龙大山 02 1 1950")
    parties = (NewParty(Side.FIRST, "龙大山", household_id=dropped),)
    new = NewDispute("龙大山家排水沟纠纷", "0201", "入户时反映。", TODAY, "screening", parties)
    disputes.register(desk, micro_grids(desk)[0], new)
    family_changes.merge(desk, kept, dropped, "51", TODAY, {})
    with desk.store.session() as session:
        assert life_events.cases_of(session, dropped) == []
        assert len(life_events.cases_of(session, kept)) > 0


def test_a_bride_joins_from_another_household_which_ends_when_nobody_is_left(desk: Desk) -> None:
    first, second = micro_grids(desk)
    home = settle(desk, "龙大山 02 1 1950", "龙小山 22 1 1975", unit=second)
    parents = settle(desk, "韦老爹 02 1 1950", "韦小妹 32 2 1977", unit=first)
    bride = who(desk, parents)["韦小妹"]
    family_changes.join(desk, home, bride, "38", TODAY)
    assert here(desk, home)[-1] == ("韦小妹", "38")
    assert member(desk, "韦小妹").unit_id == second
    assert household(desk, parents).until is None
    family_changes.join(desk, home, who(desk, parents)["韦老爹"], "97", TODAY)
    assert household(desk, parents).until == TODAY - timedelta(days=1)
    with pytest.raises(RejectedError) as caught:
        family_changes.join(desk, home, bride, "38", TODAY)
    assert caught.value.faults == (LifeFault.SAME_HOUSEHOLD,)


def test_no_event_holds_a_name_or_number_of_a_person(desk: Desk) -> None:
    home = three_generations(desk)
    people = who(desk, home)
    family_changes.change_head(desk, home, people["龙小山"], TODAY, {})
    family_changes.split(desk, home, Splitting((people["龙子轩"],), people["龙子轩"]), TODAY, {})
    with desk.store.session() as session:
        assert {name for event in all_of(session) for name in event.after} <= {
            "unit_id",
            "household_id",
            "relation",
            "residence",
            "since",
            "until",
        }


def all_of(session: Session) -> list[LifeEvent]:
    return list(session.exec(select(LifeEvent)))
