"""A bad file gets one code, soon and in little memory; nothing of it is executed or expanded."""

import random
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from gridapp.rosters import archive
from gridapp.rosters.files import open_sheets
from gridapp.rosters.proposal import FileFault, UnreadableFile
from gridapp.rosters.reading import read_roster
from gridapp.rosters.sandbox import read_limited
from tests.rosters.making import Rows, one_sheet

ROWS: Rows = [["户号", "姓名", "与户主关系"], ["1", "张伟民", "户主"]]
SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def refusal(path: Path) -> FileFault:
    with pytest.raises(UnreadableFile) as refused:
        read_limited(path, seconds=20)  # a busy machine is not a fault
    return refused.value.code


def written(folder: Path, content: bytes | str, name: str = "bad.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def changed(folder: Path, members: dict[str, bytes | str]) -> Path:
    """A good workbook with some of its members replaced or added."""
    good, bad = one_sheet(folder, ROWS), folder / "bad.xlsx"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in members:
                target.writestr(name, source.read(name))
        for name, content in members.items():
            target.writestr(name, content)
    return bad


def test_a_missing_path_and_a_folder_are_named_as_such(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere.xlsx") == FileFault.MISSING
    assert refusal(tmp_path) == FileFault.NOT_A_SPREADSHEET


@pytest.mark.parametrize("content", [b"", b" \r\n\t ", b"\xef\xbb\xbf", bytes(100)])
def test_nothing_is_empty(content: bytes, tmp_path: Path) -> None:
    assert refusal(written(tmp_path, content)) == FileFault.EMPTY


@pytest.mark.parametrize(
    "lead", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x09\x08"]
)
def test_random_bytes_are_no_spreadsheet(lead: bytes, tmp_path: Path) -> None:
    noise = random.Random(7).randbytes(200_000)
    assert refusal(written(tmp_path, lead + noise)) == FileFault.NOT_A_SPREADSHEET


def test_a_cut_workbook_is_no_spreadsheet(tmp_path: Path) -> None:
    content = one_sheet(tmp_path, ROWS).read_bytes()
    assert refusal(written(tmp_path, content[: len(content) // 2])) == FileFault.NOT_A_SPREADSHEET


def test_a_text_with_nul_bytes_is_no_spreadsheet(tmp_path: Path) -> None:
    content = "户号,姓名\0,与户主关系\n1,张\0伟民,户主\n".encode()
    assert refusal(written(tmp_path, content, "a.csv")) == FileFault.NOT_A_SPREADSHEET


def test_a_table_without_names_has_no_heading(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, "组别,户数\n一组,20\n", "a.csv")) == FileFault.NO_HEADING


def test_a_workbook_with_a_password_is_encrypted(tmp_path: Path) -> None:
    package = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "EncryptedPackage".encode("utf-16-le")
    )
    assert refusal(written(tmp_path, package)) == FileFault.ENCRYPTED
    good = one_sheet(tmp_path, ROWS).read_bytes()
    locked = bytearray(good)
    at = locked.find(b"PK\x01\x02")
    locked[at + 8] |= 1
    assert refusal(written(tmp_path, bytes(locked))) == FileFault.ENCRYPTED


def test_a_zip_bomb_is_hostile(tmp_path: Path) -> None:
    assert refusal(changed(tmp_path, {SHEET: bytes(300 << 20)})) == FileFault.HOSTILE


def test_a_bomb_that_lies_about_its_size_is_not_unpacked(tmp_path: Path) -> None:
    path = changed(tmp_path, {SHEET: HEAD + " " * (80 << 20)})
    content = bytearray(path.read_bytes())
    true_size = len(HEAD + " " * (80 << 20)).to_bytes(4, "little")
    lied = content.replace(true_size, (1000).to_bytes(4, "little"))
    assert refusal(written(tmp_path, bytes(lied))) in (
        FileFault.HOSTILE,
        FileFault.NOT_A_SPREADSHEET,
    )


def test_too_many_members_are_hostile(tmp_path: Path) -> None:
    extra: dict[str, bytes | str] = {f"xl/media/{n}.bin": b"x" for n in range(archive.MAX_MEMBERS)}
    assert refusal(changed(tmp_path, extra)) == FileFault.HOSTILE


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n1 0 obj<<>>endobj",
        b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)),
        b"Rar!\x1a\x07\x00" + bytes(range(256)),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"),
    ],
    ids=["pdf", "photograph", "rar", "doc"],
)
def test_a_document_a_picture_or_an_archive_is_named_as_such(
    content: bytes, tmp_path: Path
) -> None:
    with pytest.raises(UnreadableFile) as refused:
        open_sheets(written(tmp_path, content, "roster.xlsx"))
    assert refused.value.code == FileFault.OTHER_KIND


@pytest.mark.parametrize("member", ["word/document.xml", "花名册.xlsx"])
def test_a_word_file_and_a_workbook_packed_up_are_named_as_such(
    member: str, tmp_path: Path
) -> None:
    path = tmp_path / "roster.xlsx"
    with zipfile.ZipFile(path, "w") as target:
        target.writestr(member, "x")
    with pytest.raises(UnreadableFile) as refused:
        open_sheets(path)
    assert refused.value.code == FileFault.OTHER_KIND


@pytest.mark.parametrize("place", ["A1048576", "XFD1000"])
def test_borders_drawn_to_the_end_of_a_sheet_are_no_content(place: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(one_sheet(tmp_path, ROWS)) as source:
        sheet = source.read(SHEET).decode()
    row = place.lstrip("AXFD")
    end = f'<row r="{row}"><c r="{place}" s="1"/><c s="1" r="{place}"></c></row></sheetData>'
    path = changed(tmp_path, {SHEET: sheet.replace("</sheetData>", end)})
    assert len(read_roster(path).households) == 1


@pytest.mark.parametrize(
    "name", ["../evil.xml", "xl/../../evil", "/etc/evil", "C:\\evil", "..\\evil"]
)
def test_a_member_that_leaves_its_folder_is_hostile(name: str, tmp_path: Path) -> None:
    assert refusal(changed(tmp_path, {name: "x"})) == FileFault.HOSTILE


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><worksheet><sheetData><row><c><v>&i;</v></c></row></sheetData></worksheet>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_billion_laughs_are_hostile(encoding: str, tmp_path: Path) -> None:
    assert refusal(changed(tmp_path, {SHEET: LAUGHS.encode(encoding)})) == FileFault.HOSTILE
    assert refusal(written(tmp_path, LAUGHS.encode(encoding), "a.xls")) == FileFault.HOSTILE


def test_an_entity_that_reads_a_file_is_hostile(tmp_path: Path) -> None:
    entity = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet>&f;</worksheet>'
    assert refusal(changed(tmp_path, {"xl/sharedStrings.xml": entity})) == FileFault.HOSTILE
    page = f"<?xml version='1.0'?>{entity}<table><tr><td>&f;</td></tr></table>"
    assert refusal(written(tmp_path, page, "a.xls")) == FileFault.HOSTILE


def test_a_sheet_that_spans_everything_is_too_large(tmp_path: Path) -> None:
    cells = (
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    assert refusal(changed(tmp_path, {SHEET: HEAD + cells})) == FileFault.TOO_LARGE


def test_a_declared_span_alone_and_endless_merges_do_no_harm(tmp_path: Path) -> None:
    with zipfile.ZipFile(one_sheet(tmp_path, ROWS)) as source:
        sheet = source.read(SHEET).decode()
    start = sheet.index("<dimension")
    sheet = sheet.replace(sheet[start : sheet.index("/>", start)], '<dimension ref="A1:XFD1048576"')
    merge = '</sheetData><mergeCells count="1"><mergeCell ref="A2:XFD1048576"/></mergeCells>'
    path = changed(tmp_path, {SHEET: sheet.replace("</sheetData>", merge)})
    assert len(read_limited(path, seconds=20).households) == 1


@pytest.mark.parametrize(
    "page",
    [
        "<html>" + "<div>" * 300_000,
        "<html>" + "<table><tr><td>" * 100_000,
        "<html><table><tr><td rowspan=999999 colspan=999999>姓名</td></tr></table>",
        "<html><table>" + "<tr>" * 500_000,
        "<html><table><tr><td " + "a=b " * 500_000,
        "<?xml version='1.0'?><table><row ss:index='99999999'><cell>1</cell></row></table>",
    ],
    ids=["deep", "tables in tables", "huge span", "rows without end", "attributes", "far row"],
)
def test_a_page_made_to_exhaust_is_answered_in_time(page: str, tmp_path: Path) -> None:
    assert refusal(written(tmp_path, page, "a.xls")) in (
        FileFault.HOSTILE,
        FileFault.TOO_LARGE,
        FileFault.NOT_A_SPREADSHEET,
        FileFault.NO_HEADING,
        FileFault.EMPTY,
    )


def test_a_file_beyond_the_largest_size_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as out:
        out.truncate(61 << 20)
    assert refusal(path) == FileFault.TOO_LARGE


def test_a_cell_longer_than_excel_allows_is_no_spreadsheet(tmp_path: Path) -> None:
    text = "姓名,户号\n" + "张" * 40_000 + ",1\n"
    assert refusal(written(tmp_path, text, "a.csv")) == FileFault.NOT_A_SPREADSHEET


def test_the_limits_hold_without_a_child_too() -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("xl/a.xml", bytes(20 << 20))
    with pytest.raises(UnreadableFile) as refused:
        archive.inspect(content.getvalue())
    assert refused.value.code == FileFault.HOSTILE
