"""A file is known by its content, whatever its name and encoding."""

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from gridapp.rosters.proposal import Roster
from gridapp.rosters.reading import read_roster
from tests.rosters.making import ADULT, OTHER, WIFE, Rows, one_sheet, xls, xlsx

ROWS: Rows = [
    ["组别", "户号", "姓名", "与户主关系", "身份证号"],
    ["一组", "1", "张伟民", "户主", ADULT],
    ["一组", "1", "李秀", "妻", WIFE],
    ["二组", "2", "王强", "户主", OTHER],
]
TEXT = "\r\n".join(",".join(str(cell) for cell in row) for row in ROWS)
PAGE = f"""<html><head><meta charset="utf-8"><style>td {{color:red}}</style></head><body>
<table border=1><tr><td colspan=5>坪岭村花名册</td></tr>
<tr><th>组别</th><th>户号</th><th>姓&nbsp;名</th><th>与户主<br>关系</th><th>身份证号</th></tr>
<tr><td rowspan="2">一组</td><td rowspan=2>1</td><td>张伟民</td><td>户主</td><td>{ADULT}</td></tr>
<tr><td>李秀</td><td>妻</td><td>{WIFE}</td></tr>
<tr><td>二组<td>2<td>王强<td>户主<td>{OTHER}</tr></table></body></html>"""


def is_whole(roster: Roster) -> bool:
    found = [
        (household.group, [(m.name, m.relation, m.citizen_number) for m in household.members])
        for household in roster.households
    ]
    return found == [
        ("1组", [("张伟民", "02", ADULT), ("李秀", "12", WIFE)]),
        ("2组", [("王强", "02", OTHER)]),
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_a_csv_is_read_in_every_usual_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(TEXT.encode(encoding))
    assert is_whole(read_roster(path))


@pytest.mark.parametrize("delimiter", ["\t", ";", "|", "，"])
def test_a_text_is_read_with_every_usual_delimiter(delimiter: str, tmp_path: Path) -> None:
    path = tmp_path / "roster.txt"
    path.write_text(TEXT.replace(",", delimiter), encoding="gb18030")
    assert is_whole(read_roster(path))


def test_apostrophes_and_tabs_that_keep_numbers_as_text_go_away(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text(TEXT.replace(ADULT, f"'{ADULT}").replace(WIFE, f"\t{WIFE}"), encoding="gbk")
    assert is_whole(read_roster(path))


def test_formulas_that_keep_numbers_as_text_go_away(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text(TEXT.replace(ADULT, f'="{ADULT}"').replace(WIFE, f'="{WIFE}"'), encoding="gbk")
    assert is_whole(read_roster(path))


def test_a_big5_text_is_not_taken_for_gb18030(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    rows = f"組別,戶號,姓名,與戶主關係,身份證號\n1,1,張偉民,戶主,{ADULT}\n1,1,李秀,妻,{WIFE}"
    path.write_bytes(rows.encode("big5"))
    (household,) = read_roster(path).households
    assert [(m.name, m.relation) for m in household.members] == [("張偉民", "02"), ("李秀", "12")]


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "utf-16"])
def test_a_page_saved_as_xls_is_read(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "roster.xls"
    path.write_bytes(PAGE.replace("utf-8", encoding).encode(encoding))
    assert is_whole(read_roster(path))


def test_a_web_archive_saved_as_xls_is_read(tmp_path: Path) -> None:
    mail = MIMEMultipart("related")
    mail.attach(MIMEText(PAGE, "html", "utf-8"))
    path = tmp_path / "roster.xls"
    path.write_bytes(mail.as_bytes())
    assert is_whole(read_roster(path))


def test_the_xml_workbook_of_2003_is_read(tmp_path: Path) -> None:
    def row(cells: list[object], skip: int = 0) -> str:
        at = f' ss:Index="{skip + 1}"' if skip else ""
        first, *rest = (f'<Data ss:Type="String">{cell}</Data></Cell>' for cell in cells)
        return f"<Row><Cell{at}>{first}" + "".join(f"<Cell>{cell}" for cell in rest) + "</Row>"

    body = row(list(ROWS[0])) + row(list(ROWS[1])) + row(list(ROWS[2][2:]), 2) + row(list(ROWS[3]))
    path = tmp_path / "roster.xls"
    path.write_text(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="表一"><Table>{body}</Table></Worksheet></Workbook>',
        encoding="utf-8",
    )
    assert is_whole(read_roster(path))


def test_names_of_files_do_not_matter(tmp_path: Path) -> None:
    new = one_sheet(tmp_path, ROWS).rename(tmp_path / "new.xls")
    old = xls(tmp_path / "old.xls", {"表": ROWS}).rename(tmp_path / "old.xlsx")
    assert is_whole(read_roster(new))
    assert is_whole(read_roster(old))


def test_hidden_sheets_are_not_read(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = xlsx(tmp_path / "book.xlsx", {"表": ROWS, "旧表": ROWS})
    book = load_workbook(path)
    book["旧表"].sheet_state = "hidden"
    book.save(path)
    book.close()
    assert is_whole(read_roster(path))
