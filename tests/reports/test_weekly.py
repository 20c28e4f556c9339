"""The weekly report tells what was counted, line by line, and every number names its cases."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from gridapp.contract.grids import Level
from gridapp.domain.receptions.receptions import Turnout
from gridapp.domain.reports.covering import Coverage
from gridapp.domain.reports.metrics import Figure, Move
from gridapp.domain.reports.periods import Period
from gridapp.domain.reports.weeks import Week
from gridapp.reports.periodic.draft import draft
from gridapp.reports.periodic.inputs import ReportInputs
from gridapp.reports.periodic.model import CategoryCell, PeriodReport
from gridapp.reports.periodic.tables import category_table, coverage_table, flow_table

GOLDEN = Path(__file__).parent / "golden"


def shown(figure: Figure) -> str:
    names = " ".join(f"{case.int:X}" for case in figure.cases)
    return f"{figure.value}: {names}".rstrip()


def pair(cell: CategoryCell) -> str:
    return f"{shown(cell.screened)} / {shown(cell.resolved)}"


def as_golden(report: PeriodReport) -> dict[str, Any]:
    head = report.head
    return {
        "head": {
            "title": head.title,
            "issue": head.issue,
            "period": head.period,
            "unit": head.unit,
            "reporter": head.reporter,
            "drafted_on": head.drafted_on.isoformat(),
        },
        "summary": report.summary,
        "flow": [
            [
                row.name,
                *map(shown, (row.carried, row.arrived, row.reopened, row.concluded)),
                *map(shown, (row.resolved, row.open, row.overdue)),
                row.resolution.percent,
            ]
            for row in report.flow
        ],
        "categories": [" ".join(category) for category in report.categories],
        "matrix": [[row.name, *map(pair, (*row.cells, row.total))] for row in report.matrix],
        "coverage": [
            [
                row.name,
                row.coverage.micro_grids,
                row.coverage.due,
                row.coverage.visited,
                row.coverage.absent,
                row.coverage.reached.percent,
                row.coverage.nil_report,
            ]
            for row in report.coverage
        ],
        "check": report.check,
    }


def test_the_invented_township_comes_out_as_worked_out_by_hand(report: PeriodReport) -> None:
    golden = json.loads((GOLDEN / "weekly.json").read_text(encoding="utf-8"))
    assert as_golden(report) == golden


def test_every_line_balances_and_the_total_is_the_sum_of_the_lines(report: PeriodReport) -> None:
    assert report.balances
    *lines, total = report.flow
    for name in ("carried", "arrived", "reopened", "concluded", "resolved", "open", "overdue"):
        assert getattr(total, name).value == sum(getattr(line, name).value for line in lines)


def test_groups_and_people_of_receptions_add_up(report: PeriodReport) -> None:
    *lines, total = report.receptions
    assert [row.day for row in lines] == ["11月17日", "11月20日"]
    assert total.turnout == sum((row.turnout for row in lines), Turnout()) == Turnout(2, 3, 12)
    assert report.turnout == "本周领导接访2场，接待群众3批12人次。"


def test_a_week_without_a_reception_says_so(inputs: ReportInputs) -> None:
    quiet = draft(replace(inputs, receptions=()))
    assert quiet.receptions == ()
    assert quiet.turnout == "本周无领导接访。"


def test_the_tables_agree_with_each_other(report: PeriodReport) -> None:
    for flow, matrix in zip(report.flow, report.matrix, strict=True):
        assert matrix.total == CategoryCell(flow.arrived, flow.resolved)
        assert sum(cell.screened.value for cell in matrix.cells) == flow.arrived.value
        assert sum(cell.resolved.value for cell in matrix.cells) == flow.resolved.value


def test_the_next_week_carries_what_this_one_left_open(inputs: ReportInputs) -> None:
    now = draft(inputs)
    after = draft(replace(inputs, period=inputs.period.next(), today=date(2026, 11, 27)))
    left = {row.name: row.open for row in now.flow}
    assert {row.name: row.carried for row in after.flow} == left


def test_a_past_week_is_judged_late_on_its_sunday(inputs: ReportInputs) -> None:
    later = draft(replace(inputs, today=date(2026, 12, 24)))
    # B2, due on Friday the 20th, joins A5 and D3.
    assert shown(later.flow[-1].overdue) == "3: A5 B2 D3"


def test_a_quiet_week_says_so(inputs: ReportInputs) -> None:
    quiet = draft(replace(inputs, cases=(), coverage={}))
    assert quiet.summary == "本周未排查出新的矛盾纠纷，无在办矛盾纠纷。新增数环比持平（上周0起）。"
    assert [row.name for row in quiet.flow] == ["坪岭村", "银洞村", "曾村村", "龙泉社区", "合计"]
    assert quiet.categories == ()
    assert quiet.coverage[-1].coverage == Coverage()
    assert quiet.check == "0 + 0 − 0 = 0"


def test_a_week_with_only_a_reopened_case_found_nothing_new(inputs: ReportInputs) -> None:
    reopened = tuple(case for case in inputs.cases if case.dispute_id == UUID(int=0xB2))
    assert draft(replace(inputs, cases=reopened)).summary == (
        "本周未排查出新的矛盾纠纷，重启1起，办结0起，其中实质化解0起，化解率0.0%，正在调处1起。"
        "新增数环比—（上周0起）。"
    )


def test_fewer_than_last_week_is_a_fall(inputs: ReportInputs) -> None:
    # One arrival (A1) the week before, none in this one but A1 still open.
    carried = tuple(case for case in inputs.cases if case.dispute_id == UUID(int=0xA1))
    assert draft(replace(inputs, cases=carried)).summary == (
        "本周未排查出新的矛盾纠纷，办结0起，其中实质化解0起，化解率0.0%，正在调处1起。"
        "新增数环比下降100.0%（上周1起）。"
    )


def test_the_first_week_of_a_year_is_compared_with_the_last_of_the_year_before(
    inputs: ReportInputs,
) -> None:
    december = inputs.cases[2]._replace(moves=(Move(date(2026, 12, 31), enters=True),))
    period, today = Period.of_week(Week(2027, 1)), date(2027, 1, 8)
    first = draft(replace(inputs, cases=(december,), period=period, today=today))
    assert first.head.issue == "2027年第1期"
    assert first.head.period == "2027年1月4日至1月10日"
    assert first.summary.endswith("新增数环比下降100.0%（上周1起）。")


def test_the_lines_are_called_what_they_are(inputs: ReportInputs) -> None:
    for level, line, nil in (
        (Level.COUNTY, "乡镇（街道）", "零报告村"),
        (Level.TOWNSHIP, "村（社区）", "零报告村"),
        (Level.VILLAGE, "微网格", "零报告网格"),
    ):
        report = draft(replace(inputs, level=level))
        for table in (flow_table(report), category_table(report), coverage_table(report)):
            assert table.headings[0].text == line
        assert coverage_table(report).headings[-1].text == nil


def test_a_category_that_the_table_lacks_is_shown_as_it_is(inputs: ReportInputs) -> None:
    strange = inputs.cases[2]._replace(category="7701")
    assert draft(replace(inputs, cases=(strange,))).categories == (("77", "77"),)


def test_households_in_no_line_are_counted_in_a_line_of_their_own(inputs: ReportInputs) -> None:
    apart = {UUID(int=9): Coverage(due=10, visited=4, absent=1)}
    *_, own, total = draft(replace(inputs, coverage={**inputs.coverage, **apart})).coverage
    assert (own.name, own.coverage) == ("本级", Coverage(0, 10, 4, 1, 0))
    assert total.coverage == Coverage(11, 200, 175, 11, 1)


def test_the_definition_of_each_share_is_printed(report: PeriodReport) -> None:
    assert any(
        note.startswith("化解率＝本期实质化解÷（上期结转＋本期新增）") for note in report.notes
    )
    assert any(note.startswith("覆盖率＝已走访户÷应走访户") for note in report.notes)
