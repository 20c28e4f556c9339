"""The grid tree: set-up from the national list, micro-grids, dedicated grids, leaders."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from uuid_utils.compat import uuid7

from gridapp.contract.grids import Level, division_id
from gridapp.contract.people import Role
from gridapp.domain.grids.grids import GridFault, Size, size_of
from gridapp.host import divisions
from gridapp.store import journal
from gridapp.store.households import households
from gridapp.usecases.desk import Desk, Person, RejectedError, save
from gridapp.usecases.grids import grid_units, grids, posts, regroup_plans, regrouping
from gridapp.usecases.grids.grids import Forming
from gridapp.usecases.grids.posts import NewPost
from tests import stores
from tests.desks import COUNTY, TODAY, VILLAGE_ID, Clock


@pytest.fixture
def county_desk(tmp_path: Path) -> Iterator[Desk]:
    person = Person("覃永安", division_id(COUNTY.code), COUNTY.name, Role.COUNTY.value)
    store = stores.opened(tmp_path / "county.db")
    yield Desk(store, person, Clock(), uuid7)
    store.close()


def test_yongfu_comes_from_the_national_list_with_9_townships_and_99_villages(
    county_desk: Desk,
) -> None:
    (county,) = [found for found in divisions.counties("永福") if found.name == "永福县"]
    grids.set_up(county_desk, county, divisions.below(county.code), county.code)
    tally = grids.view(county_desk).tally
    assert (tally.county, tally.township, tally.village, tally.total) == (1, 9, 99, 109)


def test_setting_up_twice_changes_nothing(county_desk: Desk) -> None:
    below = divisions.below(COUNTY.code)
    grids.set_up(county_desk, COUNTY, below, COUNTY.code)
    grids.set_up(county_desk, COUNTY, below, COUNTY.code)
    assert grids.view(county_desk).tally.total == 109


def test_a_village_sets_up_its_own_path_and_no_other_village(county_desk: Desk) -> None:
    below = divisions.below(COUNTY.code)
    village = next(division.code for division in below if len(division.code) == 12)
    grids.set_up(county_desk, COUNTY, below, village)
    levels = [line.level for line in grids.view(county_desk).lines]
    assert levels == [Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE]


def test_counts_add_up_from_micro_grid_to_county(desk: Desk) -> None:
    lines = grids.view(desk).lines
    micro = [line for line in lines if line.level == Level.MICRO]
    assert [line.households for line in micro] == [18, 18]
    for line in lines:
        children = [child for child in lines if child.parent_id == line.id]
        if children:
            assert line.households == sum(child.households for child in children)
            assert line.members == sum(child.members for child in children)
            assert line.units == 1 + sum(child.units for child in children)


def test_a_leader_follows_another_and_each_day_has_one_answer(desk: Desk) -> None:
    unit = next(line for line in grids.view(desk).lines if line.leader == "王桂英")
    posts.appoint(desk, NewPost(unit.id, "蒋志强", "elder", "", date(2026, 11, 1)))
    newest, oldest = posts.history(desk, unit.id)
    assert (newest.holder, newest.since, newest.until) == ("蒋志强", date(2026, 11, 1), None)
    assert (oldest.holder, oldest.until) == ("王桂英", date(2026, 10, 31))


def test_everything_wrong_with_an_appointment_is_named_at_once(desk: Desk) -> None:
    unit = next(line for line in grids.view(desk).lines if line.leader == "王桂英")
    with pytest.raises(RejectedError) as caught:
        posts.appoint(desk, NewPost(unit.id, " ", "elder", "12", date(2025, 12, 31)))
    assert set(caught.value.faults) == {
        GridFault.HOLDER_MISSING,
        GridFault.PHONE_DOUBTFUL,
        GridFault.STARTS_TOO_EARLY,
    }
    assert len(posts.history(desk, unit.id)) == 1


def test_dedicated_grids_are_counted_apart_and_need_a_name_of_their_own(desk: Desk) -> None:
    grid_units.add_dedicated(desk, VILLAGE_ID, "坪岭小学", "唐老师")
    assert grids.view(desk).tally.dedicated == 1
    with pytest.raises(RejectedError) as caught:
        grid_units.add_dedicated(desk, VILLAGE_ID, "坪岭小学", "")
    assert caught.value.faults == (GridFault.NAME_TAKEN,)


def test_households_in_no_micro_grid_are_counted_until_one_is_formed(desk: Desk) -> None:
    first = next(line for line in grids.view(desk).lines if line.level == Level.MICRO)
    with desk.store.session() as session:
        walk = households.in_walking_order(session, first.id)
        members = households.members_of(session, [household.id for household in walk])
        edits = [
            journal.change(desk.new_id(), kind, record, unit_id=VILLAGE_ID)
            for kind, records in (("household", walk), ("member", members))
            for record in records
        ]
        save(desk, session, "grid.formed", "", edits)
    assert grids.view(desk).unassigned == 18
    plan = regroup_plans.form(desk, VILLAGE_ID, Forming.EVENLY, TODAY)
    regrouping.carry_out(desk, plan)
    view = grids.view(desk)
    assert (view.unassigned, view.tally.micro) == (0, 3)
    newest = view.lines[-1]
    assert (newest.households, newest.members) == (18, 54)
    assert size_of(newest.households) is Size.FITTING
