"""One of two, field by field: nothing that refers to either is lost, and it is undone as one."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from gridapp.contract.disputes import Side
from gridapp.contract.screening import Outcome
from gridapp.domain.households.duplicates import Likeness, Pair
from gridapp.store.households import life_events
from gridapp.store.tables import Member
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute, NewParty
from gridapp.usecases.households import duplicates, household_edits, households
from gridapp.usecases.households.reversing import reverse
from gridapp.usecases.screening import screening
from tests.desks import TODAY, VILLAGE_ID
from tests.usecases.families import (
    everything,
    here,
    household,
    member,
    micro_grids,
    settle,
    who,
)


def look(desk: Desk) -> list[Pair]:
    """Of the name that is not among the many of the desk."""
    with desk.store.session() as session:
        named = select(Member.id).where(col(Member.name).startswith("龙大"))
        ids = set(session.exec(named))
    found = duplicates.find(desk, VILLAGE_ID, lambda _done, _all: None)
    return [pair for pair in found if pair.first in ids]


def twice(desk: Desk) -> tuple[UUID, UUID]:
    """A family that was entered into two micro-grids, once with a phone and another spelling."""
    first, second = micro_grids(desk)
    kept = settle(desk, "龙大山 02 1 1950", "覃月英 12 2 1952", unit=first)
    dropped = settle(desk, "龙大三 02 1 1950", unit=second)
    fields = {"phone": "13800000077", "note": "外号三哥"}
    household_edits.change_member(desk, who(desk, dropped)["龙大三"], fields)
    return kept, dropped


def test_names_that_sound_alike_with_one_birthday_are_offered_side_by_side(desk: Desk) -> None:
    kept, dropped = twice(desk)
    ids = sorted((who(desk, kept)["龙大山"], who(desk, dropped)["龙大三"]))
    assert look(desk) == [(*ids, Likeness.SOUND)]
    found = duplicates.both(desk, *ids)
    assert found is not None
    assert found.differ == {"name", "phone", "note"}
    assert found.second.values["phone"] == "138****0077"


def test_the_one_who_stays_takes_what_was_chosen_and_the_empty_household_ends(desk: Desk) -> None:
    kept, dropped = twice(desk)
    party = (NewParty(Side.FIRST, "龙大三", household_id=dropped),)
    case = NewDispute("龙大三家排水沟纠纷", "0201", "入户时反映。", TODAY, "screening", party)
    disputes.register(desk, VILLAGE_ID, case)
    running = screening.running_rounds(desk)[0]
    screening.record_visit(desk, running.id, dropped, Outcome.QUIET, TODAY)
    ids = who(desk, kept)["龙大山"], who(desk, dropped)["龙大三"]
    duplicates.merge(desk, *ids, {"phone"})
    assert here(desk, kept) == [("龙大山", "02"), ("覃月英", "12")]
    assert (member(desk, "龙大山").phone, member(desk, "龙大山").note) == ("13800000077", "")
    assert household(desk, dropped).until == TODAY - timedelta(days=1)
    with desk.store.session() as session:
        assert life_events.cases_of(session, dropped) == []
        assert [one.household_id for one in life_events.cases_of(session, kept)] == [kept]
    assert look(desk) == []


def test_others_of_the_household_stay_and_only_the_cases_of_the_person_go_along(desk: Desk) -> None:
    home = settle(desk, "龙大山 02 1 1950")
    other = settle(desk, "韦老爹 02 1 1948", "龙大山 97 1 1950")
    parties = (
        NewParty(Side.FIRST, "龙大山", household_id=other),
        NewParty(Side.SECOND, "韦老爹", household_id=other),
    )
    case = NewDispute("排水沟纠纷", "0201", "入户时反映。", TODAY, "screening", parties)
    disputes.register(desk, VILLAGE_ID, case)
    duplicates.merge(desk, who(desk, home)["龙大山"], who(desk, other)["龙大山"], set())
    assert here(desk, other) == [("韦老爹", "02")]
    assert household(desk, other).until is None
    with desk.store.session() as session:
        assert len(life_events.cases_of(session, home)) == 1
        assert len(life_events.cases_of(session, other)) == 1


def test_a_merge_is_taken_back_by_name_in_either_history_and_what_was_taken_stays(
    desk: Desk,
) -> None:
    kept, dropped = twice(desk)
    ids = who(desk, kept)["龙大山"], who(desk, dropped)["龙大三"]
    duplicates.merge(desk, *ids, {"phone"})
    for home in (kept, dropped):
        sheet = households.sheet(desk, home)
        assert sheet is not None
        assert (sheet.history[0].kind, sheet.history[0].names) == ("merged", "龙大三")
    reverse(desk, kept, sheet.history[0].act_id)
    assert here(desk, dropped) == [("龙大三", "02")]
    assert household(desk, dropped).until is None
    assert member(desk, "龙大山").phone == "13800000077"
    assert len(look(desk)) == 1


def test_a_merge_is_undone_as_one(desk: Desk) -> None:
    kept, dropped = twice(desk)
    before = everything(desk)
    ids = who(desk, kept)["龙大山"], who(desk, dropped)["龙大三"]
    changed = duplicates.merge(desk, *ids, {"name", "phone"})
    assert everything(desk) != before
    assert changed.operation_id is not None
    undoing.undo(desk, changed.operation_id)
    assert everything(desk) == before


def test_those_found_to_be_two_are_not_offered_again(desk: Desk) -> None:
    twice(desk)
    ((first, second, _likeness),) = look(desk)
    duplicates.not_the_same(desk, first, second)
    assert look(desk) == []
