"""Friday's report from local data: it balances and counts what the desk holds."""

from dataclasses import replace
from pathlib import Path

from gridapp.contract.screening import Outcome
from gridapp.domain.reports.weeks import Week
from gridapp.usecases.desk import Desk
from gridapp.usecases.reports import weekly
from gridapp.usecases.screening import screening
from tests.desks import TODAY, VILLAGE_ID, WORKER, MakeDesk

WEEK = Week(2026, 47)


def test_every_line_balances_and_the_total_is_what_the_ledger_holds(desk: Desk) -> None:
    report = weekly.draw_up(desk, VILLAGE_ID, WEEK)
    total = report.flow[-1]
    assert report.balances
    # Five cases in all, every one registered before this week; two concluded on 11-12.
    figures = (total.carried, total.arrived, total.concluded, total.open, total.overdue)
    assert [figure.value for figure in figures] == [3, 0, 0, 3, 1]


def test_the_week_before_closes_with_what_this_week_carries(desk: Desk) -> None:
    before = weekly.draw_up(desk, VILLAGE_ID, WEEK.previous()).flow[-1]
    this = weekly.draw_up(desk, VILLAGE_ID, WEEK).flow[-1]
    assert (before.concluded.value, before.resolved.value) == (2, 2)
    assert before.open.cases == this.carried.cases


def test_coverage_counts_households_reached_in_the_running_round(desk: Desk) -> None:
    (walk_round,) = screening.running_rounds(desk)
    unit = screening.grids_to_walk(desk, walk_round.id)[0].unit_id
    lines = screening.walk(desk, walk_round.id, unit)
    for line, outcome in zip(lines, (Outcome.QUIET, Outcome.ABSENT), strict=False):
        screening.record_visit(desk, walk_round.id, line.household_id, outcome, TODAY)
    covered = weekly.draw_up(desk, VILLAGE_ID, WEEK).coverage
    by_name = {row.name: row.coverage for row in covered}
    assert (by_name["坪岭1-1"].due, by_name["坪岭1-1"].visited, by_name["坪岭1-1"].absent) == (
        18,
        1,
        1,
    )
    assert (covered[-1].coverage.due, covered[-1].coverage.micro_grids) == (36, 2)


def test_the_files_are_named_after_report_and_week(desk: Desk, tmp_path: Path) -> None:
    report = weekly.draw_up(desk, VILLAGE_ID, WEEK)
    path = tmp_path / weekly.file_name(report, ".xlsx")
    weekly.write_excel(desk, report, path)
    assert path.name == "坪岭村矛盾纠纷排查化解工作周报-2026-W47.xlsx"
    assert path.stat().st_size > 1000


def test_a_report_on_made_up_data_says_so_in_its_name(make_desk: MakeDesk) -> None:
    demo = make_desk(replace(WORKER, demo=True))
    report = weekly.draw_up(demo, VILLAGE_ID, WEEK)
    assert report.head.title == "（演示）坪岭村矛盾纠纷排查化解工作周报"
