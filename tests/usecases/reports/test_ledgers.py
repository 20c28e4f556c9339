"""Ledgers leave the laptop covered, complete, without sealed cases, and each export is noted."""

import csv
import json
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path

import openpyxl
import pytest
from sqlmodel import select

from gridapp.contract.grids import division_id
from gridapp.contract.people import Role
from gridapp.contract.rules import RuleRecord
from gridapp.contract.screening import Outcome
from gridapp.reports.files import ReportError, ReportFault
from gridapp.reports.ledgers import delimited
from gridapp.reports.ledgers.definitions import SHIPPED, Definition, from_value, to_value
from gridapp.reports.ledgers.sources import KINDS
from gridapp.store import journal
from gridapp.store import screening as screening_store
from gridapp.store.bookkeeping import AuditRow
from gridapp.store.disputes.disputes import Shelf
from gridapp.store.reports import ledgers as store
from gridapp.store.reports.ledgers import Source
from gridapp.usecases import exporting, undoing
from gridapp.usecases.desk import Desk, Person, RejectedError, save
from gridapp.usecases.disputes import disputes
from gridapp.usecases.exporting import ExportError, ExportFault
from gridapp.usecases.receptions import receptions
from gridapp.usecases.receptions.receptions import Duty
from gridapp.usecases.receptions.receptions import Outcome as Held
from gridapp.usecases.reports import ledger_definitions, ledgers
from gridapp.usecases.reports.ledger_definitions import LedgerFault
from gridapp.usecases.reports.ledgers import Wanted
from gridapp.usecases.screening import screening
from tests.desks import COUNTY, TODAY, TOWNSHIP_ID, VILLAGE_ID, arranged

COUNTY_ID = division_id(COUNTY.code)
BY_NAME = {one.name: one for one in SHIPPED}
ALL_CASES = replace(BY_NAME["突出矛盾纠纷台账"], shelf="")


def keep_on(done: int, total: int) -> None:
    """Nobody watches."""


def wanted(name: str, **narrowed: str) -> Wanted:
    return Wanted(replace(BY_NAME[name], **narrowed), VILLAGE_ID)


def exported(
    desk: Desk, asked: Wanted, path: Path, purpose: str | None = None
) -> list[list[object]]:
    ledgers.export(desk, asked, path, purpose, keep_on)
    sheet = openpyxl.load_workbook(path).active
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]


def noted(desk: Desk, action: str = "export") -> list[dict[str, object]]:
    with desk.store.session() as session:
        rows = session.exec(select(AuditRow).where(AuditRow.action == action)).all()
    return [json.loads(row.detail) for row in rows]


@pytest.mark.parametrize(
    ("name", "headings"),
    [
        (
            "突出矛盾纠纷台账",
            "序号 单位 简要情况 责任单位责任人 化解时限 化解情况 交办督办情况 销号情况",
        ),
        ("接访台账", "日期 领导 地点 批次 人次 领域 结果"),
        (
            "微网格花名册",
            "序号 村 网格 微网格编号 微网格名称 范围 户数 人口 微网格长 身份类别 电话 网格长"
            " 任职时间 备注",
        ),
        (
            "住户花名册",
            "村民组 户号 人口数 户主姓名 姓名 与户主关系 性别 身份证号码 年龄 出生日期 联系电话"
            " 现居住地址 状态 备注",
        ),
    ],
)
def test_the_headings_are_those_of_the_countys_own_tables(name: str, headings: str) -> None:
    assert BY_NAME[name].headings == tuple(headings.split())


def test_every_column_and_every_shelf_of_every_source_can_be_asked(desk: Desk) -> None:
    for source, kind in KINDS.items():
        columns = tuple((one.key, one.heading) for one in kind.columns.values())
        assert set(store.shelves(source)) == set(kind.shelves)
        asked = {one.asked for one in kind.columns.values()} - {"no"}
        assert asked <= set(store.fields(source))
        for shelf in ("", *kind.shelves):
            for category in ("", *list(kind.categories)[:1]):
                made = Definition("x", "x", source, columns, ("", False), shelf, category)
                ledgers.look(desk, Wanted(made, VILLAGE_ID, date(2026, 1, 1), TODAY))
        for column in kind.columns.values():
            if column.can_sort:
                made = Definition("x", "x", source, columns, (column.key, True))
                ledgers.look(desk, Wanted(made, VILLAGE_ID))


def test_names_and_numbers_are_covered_also_where_somebody_wrote_them(
    desk: Desk, tmp_path: Path
) -> None:
    _, first, *_ = exported(desk, Wanted(ALL_CASES, VILLAGE_ID), tmp_path / "a.xlsx")
    assert first[:3] == [1, "坪岭村", "蒋*与欧*宅基地边界纠纷。入户时反映，双方多次争执。"]
    people = exported(desk, wanted("住户花名册"), tmp_path / "b.xlsx")
    row = dict(zip(people[0], people[1], strict=True))
    assert (row["姓名"], row["联系电话"], row["出生日期"]) == ("韦*", "138****5678", "1974年")
    assert len(people) == 1 + 108


def test_a_note_at_a_door_names_nobody_of_the_household(desk: Desk, tmp_path: Path) -> None:
    with desk.store.session() as session:
        line = screening_store.rounds(session, TODAY)[0]
    grid = screening.grids_to_walk(desk, line.id)[0].unit_id
    home = screening.walk(desk, line.id, grid)[0].household_id
    note = "刘春梅说韦国平不在家，电话13800005678"
    screening.record_visit(desk, line.id, home, Outcome.QUIET, TODAY, note)
    found = exported(desk, wanted("排查记录"), tmp_path / "a.xlsx")
    assert found[-1][-1] == "刘*说韦*不在家，电话138****5678"


def test_in_full_only_for_a_reason_which_stands_on_each_page_and_in_the_audit(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    with pytest.raises(RejectedError) as refused:
        ledgers.export(desk, wanted("住户花名册"), path, "  ", keep_on)
    assert refused.value.faults == (ExportFault.REASON_MISSING,)
    assert not path.exists()
    rows = exported(desk, wanted("住户花名册"), path, "派出所核对" + "，情况紧急" * 60)
    assert "韦国平" in rows[1]
    sheet = openpyxl.load_workbook(path).active
    foot = sheet.oddFooter.center.text
    for mark in ("含敏感信息", "派出所核对", "韦国平（坪岭村）", "2026-11-22 10:00"):
        assert mark in foot
    note = noted(desk)[-1]
    assert (note["kind"], note["count"], note["unit"]) == (
        "ledger.households",
        108,
        str(VILLAGE_ID),
    )
    assert (note["full"], note["form"]) == (True, ".xlsx")
    assert str(note["reason"]).endswith("情况紧急")
    assert str(note["export"]) in foot


def test_a_micro_grid_leader_exports_covered_only(desk: Desk, tmp_path: Path) -> None:
    leader = replace(desk, person=replace(desk.person, role=Role.LEADER.value))
    assert not exporting.may_show_whole(leader)
    with pytest.raises(ExportError) as refused:
        ledgers.export(leader, wanted("住户花名册"), tmp_path / "a.xlsx", "想看", keep_on)
    assert refused.value.code == ExportFault.NOT_ALLOWED
    assert exported(leader, wanted("住户花名册"), tmp_path / "a.xlsx")[1][3] == "韦*"


def test_sealed_cases_and_their_tasks_are_in_no_ledger(desk: Desk, tmp_path: Path) -> None:
    first = disputes.ledger(desk, Shelf.ALL)[0]
    disputes.seal(desk, first.id, [f"{desk.person.name}@{desk.person.unit_id}"], "反映干部。")
    found = exported(desk, Wanted(ALL_CASES, VILLAGE_ID), tmp_path / "a.xlsx", "自查")
    assert len(found) == 1 + 4
    assert first.title not in str(found)


def test_numbers_days_and_citizen_numbers_have_their_types(desk: Desk, tmp_path: Path) -> None:
    duty = Duty("陈志平", TODAY, "镇长", "便民服务中心", "", "06")
    receptions.hold(desk, arranged(desk, duty), Held(TODAY, 3, 12, '=HYPERLINK("http://x")'))
    path = tmp_path / "a.xlsx"
    row = exported(desk, wanted("接访台账"), path)[1]
    assert row[3:5] == [3, 12]
    assert row[5:] == ["土地承包确权", '=HYPERLINK("http://x")']
    sheet = openpyxl.load_workbook(path).active
    assert sheet["G4"].data_type == "s", "no formula comes out of data"
    assert sheet["G4"].quotePrefix
    assert sheet["A4"].is_date
    ledgers.export(desk, wanted("接访台账"), tmp_path / "a.csv", None, keep_on)
    text = (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert list(csv.reader(text.splitlines()))[1][-1] == '\'=HYPERLINK("http://x")'


def test_no_cell_of_a_csv_is_taken_for_a_formula_or_a_number_it_is_not() -> None:
    for text in (
        "=1",
        "+86",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "＝1+1",
        " =1",
        "　+1",
        "450326197001011234",
    ):
        assert delimited.safe(text) == f"'{text}"
    for text in ("", "坪岭村", "13800005678", "2026-11-22", "45032619700101123X", "甲=乙"):
        assert delimited.safe(text) == text


def test_a_stopped_export_leaves_what_was_there(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"before")

    def stop(done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    for form in (".xlsx", ".csv"):
        with pytest.raises(KeyboardInterrupt):
            ledgers.export(desk, wanted("住户花名册"), path.with_suffix(form), None, stop)
    assert path.read_bytes() == b"before"
    assert len(noted(desk)) == 2, "what was begun is written down all the same"
    assert list(tmp_path.glob("*.part*")) == list(tmp_path.glob("*.csv")) == []


def test_a_folder_that_is_gone_is_told(desk: Desk) -> None:
    with pytest.raises(ReportError) as refused:
        ledgers.export(desk, wanted("接访台账"), Path("/no/such/a.xlsx"), None, keep_on)
    assert refused.value.code == ReportFault.FOLDER_MISSING


def test_the_period_the_state_and_the_order_are_kept_to(desk: Desk, tmp_path: Path) -> None:
    sorted_ = replace(ALL_CASES, sort=("due_on", True))
    found = exported(desk, Wanted(sorted_, VILLAGE_ID), tmp_path / "a.xlsx")
    days = [row[4] for row in found[1:]]
    assert days == sorted(days, reverse=True)
    of_november = Wanted(ALL_CASES, VILLAGE_ID, date(2026, 11, 1), TODAY)
    assert [row[2] for row in exported(desk, of_november, tmp_path / "a.xlsx")[1:]] == [
        "黄*与李*排水沟纠纷。入户时反映，双方多次争执。"
    ]
    assert ledgers.look(desk, Wanted(replace(ALL_CASES, shelf="overdue"), VILLAGE_ID)).count == 1
    drawn = ledgers.print_out(desk, of_november)
    assert "2026年11月1日至11月22日" in drawn.html
    assert drawn.sideways, "eight wide columns are printed on a page turned sideways"
    assert noted(desk, "print")[-1]["count"] == 1


@pytest.fixture
def township(desk: Desk) -> Desk:
    return replace(desk, person=Person("何某", TOWNSHIP_ID, "永福镇", Role.TOWNSHIP.value))


def own(desk: Desk) -> list[Definition]:
    return [one for one in ledger_definitions.all_of(desk) if one.own]


def refused_ledger(desk: Desk, definition: Definition) -> tuple[StrEnum, ...]:
    with pytest.raises(RejectedError) as refused:
        ledger_definitions.keep(desk, definition)
    return refused.value.faults


COLUMNS = (("number", "编号"), ("due_on", "到期"))
DUE = Definition("", " 到期本 ", Source.CASES, COLUMNS, ("due_on", True), "open", "02")


def test_a_ledger_of_a_units_own_is_kept_changed_dropped_and_taken_back(township: Desk) -> None:
    kept = ledger_definitions.keep(township, DUE).definition
    assert own(township) == [kept]
    assert (kept.name, kept.headings, kept.maker) == ("到期本", ("编号", "到期"), "永福镇")
    changed = ledger_definitions.keep(township, replace(kept, name="到期登记本")).definition
    assert [one.name for one in own(township)] == ["到期登记本"]
    assert refused_ledger(township, replace(DUE, name=" ")) == (LedgerFault.NAME_MISSING,)
    assert refused_ledger(township, replace(DUE, name="接访台账")) == (LedgerFault.NAME_TAKEN,)
    only_numbers = replace(DUE, columns=(("no", "序号"),))
    assert refused_ledger(township, only_numbers) == (LedgerFault.NO_COLUMN,)
    dropped = ledger_definitions.forget(township, changed)
    assert ledger_definitions.all_of(township) == SHIPPED
    assert dropped.operation_id is not None
    undoing.undo(township, dropped.operation_id)
    assert [one.name for one in own(township)] == ["到期登记本"]


def test_below_it_a_ledger_is_used_and_not_changed_and_above_it_is_not_seen(
    desk: Desk, township: Desk, tmp_path: Path
) -> None:
    kept = ledger_definitions.keep(township, DUE).definition
    (seen,) = own(desk)
    assert (seen.name, seen.maker, seen.may_change) == ("到期本", "永福镇", False)
    assert exported(desk, Wanted(seen, VILLAGE_ID), tmp_path / "a.xlsx")[0] == ["编号", "到期"]
    assert LedgerFault.MAY_NOT in refused_ledger(desk, replace(DUE, name="村里的"))
    with pytest.raises(RejectedError):
        ledger_definitions.forget(desk, seen)
    above = replace(township, person=Person("陆某", COUNTY_ID, "永福县", Role.COUNTY.value))
    assert own(above) == []
    assert refused_ledger(above, kept) == (LedgerFault.MAY_NOT,)
    of_county = ledger_definitions.keep(above, replace(DUE, name="县里的")).definition
    assert [(one.name, one.may_change) for one in own(township)] == [
        ("到期本", True),
        ("县里的", False),
    ]
    assert refused_ledger(township, of_county) == (LedgerFault.MAY_NOT,)


def test_what_is_not_understood_of_a_ledger_is_left_out(township: Desk) -> None:
    whole = to_value(DUE)
    newer = whole | {"shelf": "new", "sort": ["new", False], "columns": [["new", "x"], *COLUMNS]}
    for value in ({}, {"name": "x"}, whole | {"source": "new"}, whole | {"columns": 3}, newer):
        assert from_value("ledger.1", value | {"colour": "red"}) in {
            None,
            replace(DUE, code="ledger.1", own=True, sort=("", False), shelf=""),
        }
    assert from_value("ledger.1", newer) is not None
    with township.store.session() as session:
        record = RuleRecord(
            id=township.new_id(), unit_id=TOWNSHIP_ID, code="ledger.1", value={"columns": None}
        )
        save(township, session, "x", "x", [journal.create(township.new_id(), "rule", record)])
    assert own(township) == []


def test_a_ledger_too_wide_to_be_read_goes_on_beside_and_a_narrow_one_has_room_for_its_head(
    desk: Desk, tmp_path: Path
) -> None:
    for keys, sides, least in (
        ("no due_on", 1, 24),
        (" ".join(KINDS[Source.CASES].columns), 3, 200),
    ):
        asked = replace(ALL_CASES, columns=tuple((key, key) for key in keys.split()))
        ledgers.export(desk, Wanted(asked, VILLAGE_ID), tmp_path / "a.xlsx", None, keep_on)
        sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
        assert (sheet.page_setup.fitToWidth or 1, sheet.print_title_cols) == (sides, "$A:$A")
        assert sheet.print_title_rows == "$3:$3"
        assert sum(one.width for one in sheet.column_dimensions.values()) > 2 * least


def test_no_ledger_gathers_the_matters_of_a_person() -> None:
    for kind in KINDS.values():
        personal = [one for one in kind.columns.values() if one.cover.value != "nothing"]
        assert not any(one.can_sort for one in personal)
        assert not {"parties", "name", "head", "phone"} & {*kind.shelves, *kind.categories}
