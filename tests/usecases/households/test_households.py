"""Numbers are masked until somebody says why they are needed; that is written down."""

import json

import pytest
from sqlmodel import col, select

from gridapp.contract.grids import Level, UnitRecord
from gridapp.store import journal
from gridapp.store.bookkeeping import AuditRow
from gridapp.store.tables import Unit
from gridapp.usecases import searching
from gridapp.usecases.desk import Desk, RejectedError, save
from gridapp.usecases.grids import grids
from gridapp.usecases.households import goings, households
from gridapp.usecases.households.households import RevealFault
from tests.desks import TODAY, VILLAGE_ID
from tests.usecases.families import micro_grids, settle, three_generations, who


def audited(desk: Desk, action: str) -> list[dict[str, str]]:
    with desk.store.session() as session:
        rows = session.exec(select(AuditRow.detail).where(col(AuditRow.action) == action))
        return [json.loads(detail) for detail in rows]


def test_a_list_and_a_sheet_show_phones_masked(desk: Desk) -> None:
    line = households.of_unit(desk, VILLAGE_ID)[0]
    sheet = households.sheet(desk, line.id)
    assert sheet is not None
    assert line.phone == sheet.members[0].phone == "138****5678"
    assert audited(desk, "read") == [{"household": str(line.id)}]


def test_the_people_of_a_unit_are_those_who_belong_to_it_now(desk: Desk) -> None:
    home = three_generations(desk)
    ids = who(desk, home)
    goings.death(desk, home, ids["龙大山"], TODAY)
    goings.move_out(desk, home, [ids["龙子轩"]], TODAY)
    gone = households.of_unit(desk, VILLAGE_ID)[0].id
    goings.move_household_out(desk, gone, TODAY)
    for unit in (VILLAGE_ID, *micro_grids(desk)):
        living = sum(line.members for line in households.of_unit(desk, unit))
        assert households.people_of_unit(desk, unit) == living
    assert households.people_of_unit(desk, VILLAGE_ID) == 35 * 3 + 3
    assert households.people_of_unit(desk, VILLAGE_ID, "坪岭8号") == 3


def test_the_list_goes_from_village_to_village_as_the_tree_does(desk: Desk) -> None:
    first = households.order_of_unit(desk, VILLAGE_ID)
    with desk.store.session() as session:
        township = session.get_one(Unit, VILLAGE_ID).parent_id
        village = UnitRecord(
            id=(id_ := desk.new_id()),
            unit_id=id_,
            parent_id=township,
            level=Level.VILLAGE,
            name="银洞村",
            place=9,
        )
        save(desk, session, "grid.set_up", "", [journal.create(desk.new_id(), "unit", village)])
    with desk.store.session() as session:
        (grid,) = grids.micro_grids(desk, session, session.get_one(Unit, id_), [""])
        save(desk, session, "grid.set_up", "", [journal.create(desk.new_id(), "unit", grid)])
    last = settle(desk, "龙大山 02 1 1950", unit=grid.id)
    assert township is not None
    assert [*households.order_of_unit(desk, township)] == [*first, last]
    assert [home.id for home in households.on_day(desk, township, TODAY)] == [*first, last]


def test_a_number_is_revealed_for_a_reason_and_the_reason_is_kept(desk: Desk) -> None:
    sheet = households.sheet(desk, households.of_unit(desk, VILLAGE_ID)[0].id)
    assert sheet is not None
    with pytest.raises(RejectedError) as caught:
        households.reveal(desk, sheet.members[0].id, " ")
    assert caught.value.faults == (RevealFault.REASON_MISSING,)
    assert audited(desk, "reveal") == []
    assert households.reveal(desk, sheet.members[0].id, "约时间调解").phone == "13800005678"
    assert audited(desk, "reveal") == [{"member": str(sheet.members[0].id), "reason": "约时间调解"}]


def test_search_finds_a_case_by_its_number_and_a_household_by_name_or_phone_tail(
    desk: Desk,
) -> None:
    assert searching.find(desk, "2026-000-0003")[0].title == "黄永福与李春兰排水沟纠纷"
    assert "王建军" in {hit.title for hit in searching.find(desk, "王建军")}
    assert [hit.title for hit in searching.find(desk, "5678")] == ["韦国平"]
    assert searching.find(desk, "%") == []
