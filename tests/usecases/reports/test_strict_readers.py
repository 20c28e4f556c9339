"""Every kind of file that leaves the laptop opens in strict readers without a warning."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
import pytest

from gridapp.domain.reports.weeks import Week
from gridapp.reports.ledgers.definitions import SHIPPED
from gridapp.store.disputes.disputes import Shelf
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import disputes, documents, templates
from gridapp.usecases.receptions import duty_rosters, meeting_papers, meetings, receptions
from gridapp.usecases.receptions.meetings import NewMeeting
from gridapp.usecases.receptions.receptions import Duty
from gridapp.usecases.receptions.receptions import Outcome as Held
from gridapp.usecases.reports import ledgers, template_files, weekly
from gridapp.usecases.reports.ledgers import Wanted
from tests.desks import TODAY, VILLAGE_ID, Desks, arranged

OFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def written(desks: Desks, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file of every kind, from our writers and from templates."""
    folder = tmp_path_factory.mktemp("written")
    desk = desks.filled(tmp_path_factory.mktemp("desk"))
    held(desk)
    ours(desk, folder)
    from_templates(desk, folder, tmp_path_factory.mktemp("templates"))
    desk.store.close()
    return folder


def keep_on(done: int, total: int) -> None:
    """Nobody watches."""


def held(desk: Desk) -> None:
    duty = Duty("陈志平", TODAY, "镇长", "便民服务中心", "9:00—11:30", "06")
    receptions.hold(
        desk, arranged(desk, duty), Held(TODAY, 3, 12, "=当场答复2批\x07，<转办>1批 & 其他。")
    )


def ours(desk: Desk, folder: Path) -> None:
    for one in SHIPPED:
        asked = Wanted(one, VILLAGE_ID)
        for form in (".xlsx", ".csv"):
            ledgers.export(desk, asked, folder / f"{one.name}{form}", "送审", keep_on)
    report = weekly.draw_up(desk, VILLAGE_ID, Week.of(TODAY))
    weekly.write_excel(desk, report, folder / "周报.xlsx")
    weekly.write_word(desk, report, folder / "周报.docx")
    lines = tuple(receptions.between(desk, date(2026, 1, 1), date(2026, 12, 31)))
    roster = duty_rosters.roster(desk, "坪岭村", "2026年", lines)
    duty_rosters.write_excel(desk, roster, folder / "接访安排.xlsx")
    case = disputes.ledger(desk, Shelf.ALL)[0].id
    documents.draw_up(desk, case, "application", folder / "申请书.docx", "送审")
    meeting = meetings.call(desk, VILLAGE_ID, NewMeeting("周研判会", TODAY)).record_id
    assert meeting is not None
    view = meetings.view(desk, meeting)
    assert view is not None
    made = meeting_papers.minutes(desk, view, str)
    meeting_papers.write_word(desk, made, folder / "会商.docx")


def from_templates(desk: Desk, folder: Path, own: Path) -> None:
    templates.write_out(own)
    template_files.choose_folder(desk, own)
    for name in templates.shipped():
        stem, _, form = name.rpartition(".")
        found = [one for one in SHIPPED if one.name == stem]
        if found:
            asked = Wanted(replace(found[0], shelf=""), VILLAGE_ID)
            ledgers.export(desk, asked, folder / f"模板{name}", "送审", keep_on)
            assert form in {"xlsx", "docx"}
    report = weekly.draw_up(desk, VILLAGE_ID, Week.of(TODAY))
    weekly.write_excel(desk, report, folder / "模板周报.xlsx")
    weekly.write_word(desk, report, folder / "模板周报表.docx")
    template_files.choose_folder(desk, None)


def test_every_archive_is_whole_and_every_reader_takes_it(written: Path) -> None:
    found = sorted(written.iterdir())
    assert len(found) >= 2 * len(SHIPPED) + 10
    for path in found:
        if path.suffix == ".csv":
            assert path.read_text(encoding="utf-8-sig")
            continue
        with ZipFile(path) as archive:
            assert archive.testzip() is None
            assert len(set(archive.namelist())) == len(archive.namelist())
        if path.suffix == ".xlsx":
            book = openpyxl.load_workbook(path)
            assert all(sheet.max_row > 1 for sheet in book.worksheets)
        else:
            assert docx.Document(str(path)).element.body is not None


def test_no_formula_comes_out_of_data(written: Path) -> None:
    for path in written.glob("*.xlsx"):
        for sheet in openpyxl.load_workbook(path).worksheets:
            for row in sheet.iter_rows():
                formulas = [cell.value for cell in row if cell.data_type == "f"]
                assert all(str(one).startswith("=SUM(") for one in formulas), path.name


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed on this machine")
def test_libreoffice_opens_every_file(written: Path, tmp_path: Path) -> None:
    assert OFFICE is not None
    ledgers_alike = {f"{one.name}.xlsx" for one in SHIPPED if one.code != "households"}
    files = [
        path
        for path in sorted(written.iterdir())
        if path.suffix != ".csv" and path.name not in ledgers_alike
    ]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    result = subprocess.run(
        [*command, *map(str, files)], capture_output=True, text=True, timeout=100, check=False
    )
    assert result.returncode == 0, result.stderr
    for path in files:
        assert (tmp_path / f"{path.stem}.pdf").stat().st_size > 1000, path.name
    assert "rror" not in result.stderr.replace("javaldx", ""), result.stderr
