"""Numbers are masked until somebody says why they are needed; that is written down."""

import json

import pytest
from sqlmodel import col, select

from gridapp.store.bookkeeping import AuditRow
from gridapp.usecases import searching
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.households import households
from gridapp.usecases.households.households import RevealFault
from tests.desks import VILLAGE_ID


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
