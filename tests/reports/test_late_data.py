"""Whatever becomes known late: lines balance, sums agree, the last closing is this opening."""

from collections.abc import Sequence
from dataclasses import fields
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import docx
import openpyxl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from gridapp.domain.reports.indicators import Share
from gridapp.domain.reports.metrics import Flow, case_flow
from gridapp.reports.periodic import excel, word
from gridapp.reports.periodic.model import FlowRow, PeriodReport
from tests.reports.histories import (
    COUNTY,
    TOWNSHIPS,
    VILLAGES,
    WEEKS,
    History,
    Reports,
    histories,
    known,
    rounds,
    signed_weeks,
)

LAST = len(WEEKS) - 1
NAMES = [field.name for field in fields(Flow)]


def numbers(row: FlowRow) -> dict[str, int]:
    return {name: getattr(row, name).value for name in NAMES}


def line(report: PeriodReport, unit: UUID) -> FlowRow:
    return next(row for row in report.flow if row.line_id == unit)


def added(rows: Sequence[FlowRow]) -> dict[str, int]:
    return {name: sum(getattr(row, name).value for row in rows) for name in NAMES}


@given(histories())
@settings(max_examples=30)
def test_lines_balance_sums_agree_and_each_report_begins_with_what_the_last_one_left(
    found: tuple[History, ...],
) -> None:
    weeks = signed_weeks(found)
    for week in weeks:
        check_balance(week)
        check_sums(week)
    for before, after in pairwise(weeks):
        check_openings(before, after)


@given(histories(), st.sets(st.tuples(st.integers(0, 3), st.sampled_from([*VILLAGES, *TOWNSHIPS]))))
@settings(max_examples=20)
def test_who_does_not_sign_breaks_no_balance_above(
    found: tuple[History, ...], skipped: set[tuple[int, UUID]]
) -> None:
    weeks = signed_weeks(found, skipped)
    for week in weeks:
        check_balance(week)
    for before, after in pairwise(weeks):
        check_openings({COUNTY: before[COUNTY]}, {COUNTY: after[COUNTY]})


@given(histories())
@settings(max_examples=15)
def test_a_report_ends_with_what_is_open_by_what_is_known(found: tuple[History, ...]) -> None:
    first, end = WEEKS[-1].first, WEEKS[-1].last
    for unit, report in signed_weeks(found)[-1].items():
        if unit in VILLAGES:
            truth = [case_flow(case, first, end, end).open for case in known(found, LAST, unit)]
            assert report.flow[-1].open.value == sum(truth)


def check_balance(week: Reports) -> None:
    for report in week.values():
        assert report.balances
        assert added(report.flow[:-1]) == numbers(report.flow[-1])
        shares = {row.code: row.ratio for row in report.indicators}
        assert shares[Share.RESOLUTION] == report.flow[-1].resolution


def check_sums(week: Reports) -> None:
    for village, township in VILLAGES.items():
        assert numbers(line(week[township], village)) == numbers(week[village].flow[-1])
    for township in TOWNSHIPS:
        assert numbers(line(week[COUNTY], township)) == numbers(week[township].flow[-1])


def check_openings(before: Reports, after: Reports) -> None:
    for unit, report in after.items():
        left = {row.name: set(row.open.cases) for row in before[unit].flow}
        for row in report.flow:
            assert set(row.carried.cases) == left.get(row.name, set())


@given(rounds())
@settings(max_examples=20)
def test_what_came_and_went_is_told_once_however_late_it_is_written_down(
    found: tuple[History, ...],
) -> None:
    told = sum((Flow(**numbers(week[COUNTY].flow[-1])) for week in signed_weeks(found)), Flow())
    first, end = WEEKS[0].first, WEEKS[-1].last
    truth = sum((case_flow(case, first, end, end) for case in known(found, LAST, COUNTY)), Flow())
    for name in ("arrived", "concluded", "resolved", "on_time"):
        assert getattr(told, name) == getattr(truth, name), name


@given(histories())
@settings(
    max_examples=2,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_files_say_what_the_model_says(tmp_path: Path, found: tuple[History, ...]) -> None:
    week = signed_weeks(found)[-1]
    for unit in (COUNTY, *TOWNSHIPS):
        expected = [[row.name, *shown(row, week[unit])] for row in week[unit].flow]
        excel.write(week[unit], {}, tmp_path / "report.xlsx")
        word.write(week[unit], tmp_path / "report.docx")
        assert table_of_workbook(tmp_path / "report.xlsx") == expected
        assert table_of_document(tmp_path / "report.docx") == expected


def shown(row: FlowRow, report: PeriodReport) -> list[int]:
    late = report.has_late
    came = [row.arrived, row.reopened, *([row.late_arrived] if late else [])]
    went = [row.concluded, row.resolved, *([row.late_concluded] if late else [])]
    return [figure.value for figure in (row.carried, *came, *went, row.open, row.overdue)]


def table_of_workbook(path: Path) -> list[list[str | int]]:
    sheet = openpyxl.load_workbook(path)["表1 收支平衡"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    start = next(n for n, row in enumerate(rows) if row[1] == "上期结转") + 2
    end = next(n for n, row in enumerate(rows) if row[0] == "合计") + 1
    return [[row[0], *(v for v in row[1:-1] if v is not None)] for row in rows[start:end]]


def table_of_document(path: Path) -> list[list[str | int]]:
    document = docx.Document(str(path))
    table = next(t for t in document.tables if t.cell(0, 1).text == "上期结转")
    rows = [[cell.text for cell in row.cells] for row in table.rows][2:]
    return [[row[0], *map(int, row[1:-1])] for row in rows]
