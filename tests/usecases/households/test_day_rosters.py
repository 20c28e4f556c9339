"""The roster of a day gone by, with its people; its parts are the whole on any day."""

from datetime import timedelta

from gridapp.store.households.day_rosters import HouseholdOfDay
from gridapp.usecases.desk import Desk, save
from gridapp.usecases.households import comings, family_changes, households
from gridapp.usecases.households.comings import NewMember
from gridapp.usecases.households.family_changes import Splitting
from gridapp.usecases.households.life_events import regrouped
from tests.desks import TODAY, VILLAGE_ID
from tests.usecases.families import LONG_AGO, household, micro_grids, three_generations, who

FIRST, SECOND = TODAY - timedelta(days=20), TODAY - timedelta(days=10)


def people(homes: list[HouseholdOfDay]) -> dict[str, str]:
    return {
        one.name: f"{home.members[0].name} {one.relation} {home.unit_name}"
        for home in homes
        for one in home.members
        if one.name.startswith(("龙大", "龙小", "龙子", "覃月", "韦小妹"))
    }


def lived(desk: Desk) -> None:
    """A son leads from the first day on, a grandson is on his own from the second, in another
    micro-grid since today; somebody is born today.
    """
    home = three_generations(desk)
    ids = who(desk, home)
    family_changes.change_head(desk, home, ids["龙小山"], FIRST, {})
    new = Splitting((ids["龙子轩"],), ids["龙子轩"])
    made = family_changes.split(desk, home, new, SECOND, {}).record_id
    assert made is not None
    comings.birth(desk, home, NewMember("龙子涵", "30", "2"), TODAY)
    with desk.store.session() as session:
        moving = [household(desk, made)]
        edits = regrouped(desk, session, moving, micro_grids(desk)[1], TODAY)
        save(desk, session, "grid.moved", "龙子轩", edits)


def test_everybody_is_where_and_what_they_were_on_the_day(desk: Desk) -> None:
    lived(desk)
    told = {
        day: people(households.on_day(desk, VILLAGE_ID, day))
        for day in (LONG_AGO - timedelta(days=1), FIRST - timedelta(days=1), FIRST, SECOND, TODAY)
    }
    days = list(told.values())
    assert days[0] == {}
    assert days[1]["龙子轩"] == "龙大山 41 坪岭1-1"
    assert days[2]["龙子轩"] == "龙小山 20 坪岭1-1"
    assert days[3]["龙子轩"] == "龙子轩 02 坪岭1-1"
    assert days[4]["龙子轩"] == "龙子轩 02 坪岭2-1"
    assert days[4]["龙大山"] == "龙小山 51 坪岭1-1"
    assert ["龙子涵" in day for day in days] == [False, False, False, False, True]


def test_the_micro_grids_together_are_the_village_on_any_day(desk: Desk) -> None:
    lived(desk)
    for back in (0, 1, 9, 10, 11, 19, 20, 21, 29):
        day = TODAY - timedelta(days=back)
        whole = {home.id for home in households.on_day(desk, VILLAGE_ID, day)}
        parts = [
            home.id for unit in micro_grids(desk) for home in households.on_day(desk, unit, day)
        ]
        assert sorted(parts) == sorted(whole)


def test_the_roster_of_today_is_the_list(desk: Desk) -> None:
    lived(desk)
    lines = households.of_unit(desk, VILLAGE_ID)
    today = households.on_day(desk, VILLAGE_ID, TODAY)
    assert [(h.id, h.members[0].name, len(h.members)) for h in today] == [
        (line.id, line.head, line.members) for line in lines
    ]
