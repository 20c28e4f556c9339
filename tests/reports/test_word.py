"""The document reads as the report does, in the dress of an official paper."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import Table

from gridapp.reports.periodic import word
from gridapp.reports.periodic.draft import draft
from gridapp.reports.periodic.inputs import ReportInputs
from gridapp.reports.periodic.model import PeriodReport

GOLDEN = Path(__file__).parent / "golden" / "weekly_docx.txt"


def written(report: PeriodReport, path: Path) -> Document:
    word.write(report, path)
    return docx.Document(str(path))


def dump(document: Document) -> Iterator[str]:
    """Paragraphs as they are, rows of tables with their cells between bars."""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (" | ".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            yield block.text


def test_the_document_reads_like_the_golden_one(report: PeriodReport, tmp_path: Path) -> None:
    document = written(report, tmp_path / "weekly.docx")
    assert list(dump(document)) == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_the_same_report_gives_the_same_bytes(report: PeriodReport, tmp_path: Path) -> None:
    first, second = tmp_path / "first.docx", tmp_path / "second.docx"
    document = written(report, first)
    written(report, second)
    assert first.read_bytes() == second.read_bytes()
    assert {part.date_time for part in ZipFile(first).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    created = document.core_properties.created
    assert created is not None
    assert created.date() == report.head.drafted_on
    assert document.core_properties.title == report.head.title


def test_all_text_has_a_chinese_font_and_the_substitutes_are_named(
    report: PeriodReport, tmp_path: Path
) -> None:
    document = written(report, tmp_path / "weekly.docx")
    fonts = {
        run._element.rPr.rFonts.get(qn("w:eastAsia"))
        for paragraph in document.element.body.iter(qn("w:p"))
        for run in docx.text.paragraph.Paragraph(paragraph, document).runs
        if run.text
    }
    assert fonts == {"方正小标宋简体", "仿宋", "黑体", "宋体"}
    part = next(p for p in document.part.package.iter_parts() if "fontTable" in p.partname)
    assert 'w:altName w:val="宋体"' in part.blob.decode()


def test_headings_of_tables_are_repeated_and_no_row_is_torn(
    report: PeriodReport, tmp_path: Path
) -> None:
    for table, headings in zip(
        written(report, tmp_path / "weekly.docx").tables, (1, 2, 2, 1, 1, 1, 1, 1), strict=True
    ):
        marked = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert marked == [True] * headings + [False] * (len(table.rows) - headings)
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)


def test_a_quiet_week_has_a_sentence_in_place_of_each_empty_part(
    inputs: ReportInputs, tmp_path: Path
) -> None:
    nothing = replace(inputs, cases=(), receptions=(), prominent=(), supervised=(), texts={})
    document = written(draft(replace(nothing, proxies=None)), tmp_path / "quiet.docx")
    assert len(document.tables) == 4, "indicators, balance, coverage, proxy handling"
    assert {
        "本周无新增和化解的矛盾纠纷。",
        "本周无新增信访代办。",
        "本周无领导接访。",
        "本周无突出矛盾纠纷。",
        "无临期、超期矛盾纠纷。",
        "（下周工作由填报单位填写）",
    } <= set(dump(document))


def test_many_categories_turn_their_page_and_only_theirs(
    inputs: ReportInputs, tmp_path: Path
) -> None:
    keys = [f"{n:02}01" for n in range(1, 13)]
    cases = tuple(
        inputs.cases[2]._replace(dispute_id=UUID(int=n), category=key)
        for n, key in enumerate(keys, 1)
    )
    document = written(draft(replace(inputs, cases=cases)), tmp_path / "wide.docx")
    upright, sideways = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE
    assert [s.orientation for s in document.sections] == [upright, sideways, upright]


def test_a_name_with_control_characters_does_not_stop_the_report(
    inputs: ReportInputs, tmp_path: Path
) -> None:
    name = "青\x00山\x0b\ud800镇\uffff"
    lines = ((inputs.lines[0][0], name),)
    report = draft(replace(inputs, unit_name=name, reporter=name, lines=lines))
    text = "\n".join(dump(written(report, tmp_path / "strange.docx")))
    assert "填报单位：青山镇\n填报人：青山镇" in text
    assert "\n青山镇 | 3 | 2 |" in text
