"""The county's own templates of ledgers and reports are found by name, checked and filled."""

from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest

from gridapp.domain.reports.weeks import Week
from gridapp.reports.documents.checking import CellPlace, FaultCode
from gridapp.reports.ledgers.definitions import SHIPPED, Definition
from gridapp.store.reports.ledgers import Source
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import templates
from gridapp.usecases.exporting import ExportError, ExportFault
from gridapp.usecases.reports import ledgers, report_templates, template_files, weekly
from gridapp.usecases.reports.ledgers import Wanted
from tests.desks import TODAY, VILLAGE_ID
from tests.reports.test_word import dump

PROMINENT = replace(next(one for one in SHIPPED if one.code == "prominent"), shelf="")


@pytest.fixture
def own(desk: Desk, tmp_path: Path) -> Path:
    """The folder of the county's own templates, with the shipped ones in it."""
    folder = tmp_path / "模板"
    folder.mkdir()
    templates.write_out(folder)
    template_files.choose_folder(desk, folder)
    return folder


def keep_on(done: int, total: int) -> None:
    """Nobody watches."""


def test_a_ledger_is_filled_into_the_countys_own_sheet(
    desk: Desk, own: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    ledgers.export(desk, Wanted(PROMINENT, VILLAGE_ID), path, None, keep_on)
    sheet = openpyxl.load_workbook(path)["台账"]
    assert sheet["A1"].value == "坪岭村突出矛盾纠纷台账"
    assert [cell.value for cell in sheet["A"]][3:8] == [1, 2, 3, 4, 5]
    assert sheet["C4"].value.startswith("蒋*与欧*"), "covered as in our own form"
    assert sheet["B9"].value == 5
    assert sheet.oddFooter.center.text == "第 &P 页　共 &N 页"
    ledgers.export(desk, Wanted(PROMINENT, VILLAGE_ID), path, "送审", keep_on)
    sheet = openpyxl.load_workbook(path)["台账"]
    assert sheet["C4"].value.startswith("蒋志强与欧阳明")
    assert "含敏感信息" in sheet.oddFooter.center.text


def test_a_template_may_name_any_column_of_what_the_ledger_lists(
    desk: Desk, own: Path, tmp_path: Path
) -> None:
    made = docx.Document()
    table = made.add_table(1, 2)
    table.cell(0, 0).text = "{{台账.案件编号}}"
    table.cell(0, 1).text = "{{台账.期限}}，{{台账.状态}}"
    made.save(str(own / "到期本.docx"))
    columns = (("no", "序号"), ("due_on", "期限"))
    made_by_county = Definition("ledger.1", "到期本", Source.CASES, columns, own=True)
    assert report_templates.forms(desk, "到期本") == {".docx"}
    path = tmp_path / "a.docx"
    ledgers.export(desk, Wanted(made_by_county, VILLAGE_ID), path, None, keep_on)
    assert next(dump(docx.Document(str(path)))).startswith("2026-000-0001 | 2026-11-09，已登记")


def test_the_weekly_report_is_filled_into_the_countys_own_paper(
    desk: Desk, own: Path, tmp_path: Path
) -> None:
    report = weekly.draw_up(desk, VILLAGE_ID, Week.of(TODAY))
    text = "\n".join(dump(docx.Document(str(weekly.write_word(desk, report, tmp_path / "a.docx")))))
    total = report.flow[-1]
    carried, arrived, concluded = total.carried.value, total.arrived.value, total.concluded.value
    assert report.summary in text
    assert f"合计：{carried}＋{arrived}－{concluded}＝{total.open.value}" in text
    assert "{{" not in text
    weekly.write_excel(desk, report, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["周报"]
    lines = report.flow[:-1]
    assert [sheet.cell(6 + row, 1).value for row in range(len(lines))] == [
        one.name for one in lines
    ]
    assert sheet.cell(6 + len(lines), 2).value == f"=SUM(B6:B{5 + len(lines)})"


def test_every_fault_is_told_under_its_file_and_ours_is_used_meanwhile(
    desk: Desk, own: Path, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(own / "突出矛盾纠纷台账.xlsx")
    book["台账"]["C4"] = "{{台账.简要清况}}"
    book.save(own / "突出矛盾纠纷台账.xlsx")
    (own / "接访台账.xlsx").write_bytes(b"not Excel")
    (own / "别的台账.xlsx").write_bytes((own / "突出矛盾纠纷台账.xlsx").read_bytes())
    lines = {line.title: line.faults for line in templates.templates(desk) if line.own}
    (fault,) = lines["突出矛盾纠纷台账.xlsx"]
    assert (fault.code, fault.place) == (FaultCode.UNKNOWN, CellPlace("台账", "C4"))
    assert fault.nearest == "台账.简要情况"
    assert [one.code for one in lines["接访台账.xlsx"]] == [FaultCode.DAMAGED]
    assert [one.code for one in lines["别的台账.xlsx"]] == [FaultCode.NOT_KNOWN]
    assert lines["矛盾纠纷排查化解工作周报.docx"] == ()
    receptions = next(one for one in SHIPPED if one.code == "receptions")
    assert report_templates.is_refused(desk, receptions, ".xlsx")
    assert not report_templates.is_refused(desk, PROMINENT, ".xlsx"), "one empty column"
    with pytest.raises(ExportError) as refused:
        ledgers.export(desk, Wanted(receptions, VILLAGE_ID), tmp_path / "a.docx", None, keep_on)
    assert refused.value.code == ExportFault.NO_TEMPLATE
    assert not (tmp_path / "a.docx").exists()
    path = tmp_path / "a.xlsx"
    ledgers.export(desk, Wanted(receptions, VILLAGE_ID), path, None, keep_on)
    assert openpyxl.load_workbook(path).active["A3"].value == "日期"


def test_a_template_that_lists_nothing_is_told_so(desk: Desk, own: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "{{标题}}"
    book.save(own / "接访台账.xlsx")
    found = report_templates.all_faults(desk)["接访台账.xlsx"]
    assert [(one.code, one.name) for one in found] == [(FaultCode.MISSING, "台账.日期")]


def test_a_ledgers_name_leads_to_no_other_folder(desk: Desk, own: Path) -> None:
    (own.parent / "外面.xlsx").write_bytes((own / "接访台账.xlsx").read_bytes())
    assert report_templates.forms(desk, "../外面") == frozenset()
    template_files.choose_folder(desk, None)
    assert report_templates.forms(desk, "接访台账") == frozenset()
