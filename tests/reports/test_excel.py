"""The workbook holds the report cell by cell, as numbers and plain text, and never a formula."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from gridapp.domain.reports.covering import Coverage
from gridapp.reports.periodic import excel
from gridapp.reports.periodic.draft import draft
from gridapp.reports.periodic.inputs import ReportInputs
from gridapp.reports.periodic.model import FrozenCase, PeriodReport

Listed = dict[UUID, FrozenCase]
GOLDEN = Path(__file__).parent / "golden" / "weekly_xlsx.json"


def dump(sheet: Worksheet) -> dict[str, Any]:
    cells = {
        cell.coordinate: [
            cell.value,
            cell.data_type,
            cell.number_format,
            bool(cell.font.bold),
            *([cell.hyperlink.location] if cell.hyperlink else []),
        ]
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    return {
        "cells": cells,
        "merged": sorted(str(area) for area in sheet.merged_cells.ranges),
        "page": [
            sheet.print_area.split("!")[1],
            sheet.print_title_rows,
            sheet.page_setup.orientation,
            sheet.page_setup.paperSize,
            sheet.sheet_properties.pageSetUpPr.fitToPage,
        ],
    }


def test_the_workbook_is_the_golden_one(
    report: PeriodReport, listed: Listed, tmp_path: Path
) -> None:
    excel.write(report, listed, tmp_path / "weekly.xlsx")
    book = openpyxl.load_workbook(tmp_path / "weekly.xlsx")
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert {sheet.title: dump(sheet) for sheet in book if sheet.print_area} == golden


def test_the_same_report_gives_the_same_bytes(
    report: PeriodReport, listed: Listed, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    excel.write(report, listed, first)
    excel.write(report, listed, second)
    assert first.read_bytes() == second.read_bytes()
    assert {part.date_time for part in ZipFile(first).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    created = openpyxl.load_workbook(first).properties.created
    assert created is not None
    assert created.date() == report.head.drafted_on


def test_names_never_become_formulas_links_or_numbers(
    inputs: ReportInputs, listed: Listed, tmp_path: Path
) -> None:
    names = ("=1+1", "@SUM(A1)", "+86", "http://example.com", "00123", '=HYPERLINK("x")')
    lines = tuple((UUID(int=n), name) for n, name in enumerate(names, 100))
    hostile = replace(inputs, unit_name="=cmd|'/c calc'!A0 & 子", lines=lines, reporter="-2+3")
    excel.write(draft(hostile), listed, tmp_path / "hostile.xlsx")
    book = openpyxl.load_workbook(tmp_path / "hostile.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    links = [cell for cell in cells if cell.hyperlink]
    assert links and all(cell.data_type == "n" and not cell.hyperlink.target for cell in links)
    texts = [cell for cell in cells if cell.value is not None and cell.data_type == "s"]
    assert {cell.value for cell in texts} >= set(names)
    assert all(cell.quotePrefix for cell in texts)


def test_a_report_with_many_categories_is_printed_sideways(
    inputs: ReportInputs, tmp_path: Path
) -> None:
    keys = [f"{n:02}01" for n in range(1, 13)]
    cases = tuple(
        inputs.cases[2]._replace(dispute_id=UUID(int=n), category=key)
        for n, key in enumerate(keys, 1)
    )
    excel.write(draft(replace(inputs, cases=cases)), {}, tmp_path / "wide.xlsx")
    book = openpyxl.load_workbook(tmp_path / "wide.xlsx")
    tables = {s.title: s.page_setup.orientation for s in book if s.title.startswith("表")}
    assert tables.pop("表2 纠纷类型") == "landscape"
    assert tables.pop("表1清单") == "landscape"
    assert set(tables.values()) == {"portrait"}


def test_a_quiet_week_keeps_its_tables(inputs: ReportInputs, tmp_path: Path) -> None:
    quiet = draft(replace(inputs, cases=(), coverage={inputs.lines[0][0]: Coverage(1, 20)}))
    excel.write(quiet, {}, tmp_path / "quiet.xlsx")
    book = openpyxl.load_workbook(tmp_path / "quiet.xlsx")
    categories = book["表2 纠纷类型"]
    assert [cell.value for cell in categories["A"]][-2:] == ["合计", "本周无新增和化解的矛盾纠纷。"]
