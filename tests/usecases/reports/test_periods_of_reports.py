"""Reports of any period from local data: what is late, signed below, prominent, pressed for."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest

from gridapp.contract.disputes import Conclusion, EventKind
from gridapp.contract.reports import ReportPeriod
from gridapp.contract.screening import Outcome
from gridapp.domain.reports.indicators import Share
from gridapp.domain.reports.metrics import Ratio
from gridapp.domain.reports.periods import Period
from gridapp.reports.periodic.model import FlowRow, IndicatorRow, Part, PeriodReport
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute, Step
from gridapp.usecases.reports import frozen_reports, weekly
from gridapp.usecases.screening import screening
from tests.desks import TODAY, TOWNSHIP_ID, VILLAGE_ID

LAST_WEEK, WEEK = Period.parse("2026-W46"), Period.parse("2026-W47")
NOVEMBER = Period.parse("2026-11")


def register(desk: Desk, title: str, day: date, **more: object) -> UUID:
    new = replace(NewDispute(title, "0201", "双方多次争执", day), **more)
    found = disputes.register(desk, VILLAGE_ID, new).record_id
    assert found is not None
    return found


def sign(desk: Desk, unit: UUID, period: Period) -> None:
    report = frozen_reports.draw_up(desk, unit, period)
    made = frozen_reports.hand_in(desk, report).record_id
    assert made is not None
    frozen_reports.sign(replace(desk, person=replace(desk.person, name="莫审核")), made)


def numbers(row: FlowRow) -> tuple[int, ...]:
    figures = (row.carried, row.arrived, row.late_arrived, row.concluded, row.late_concluded)
    return tuple(figure.value for figure in (*figures, row.open))


def share(report: PeriodReport, code: Share) -> IndicatorRow:
    return next(row for row in report.indicators if row.code == code)


def test_what_a_signed_report_did_not_know_is_late_in_the_next_one(
    desk: Desk, tmp_path: Path
) -> None:
    sign(desk, VILLAGE_ID, LAST_WEEK)
    before = weekly.draw_up(desk, VILLAGE_ID, LAST_WEEK).flow[-1]
    case = register(desk, "补录的排水纠纷", date(2026, 11, 11))
    done = Step(EventKind.CONCLUDED, "当场调解。", date(2026, 11, 12), Conclusion.SUBSTANTIVE)
    disputes.take_step(desk, case, done)
    register(desk, "补录的借款纠纷", date(2026, 11, 13))
    found = frozen_reports.draw_up(desk, VILLAGE_ID, WEEK)
    total = found.flow[-1]
    assert numbers(total) == (before.open.value, 2, 2, 1, 1, before.open.value + 1)
    assert total.carried.cases == before.open.cases
    assert total.resolved.cases == (case,)
    assert found.balances
    assert "以上含补报新增2起、补报办结1起" in found.summary
    weekly.write_excel(desk, found, tmp_path / "late.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "late.xlsx")["表1 收支平衡"]
    assert [cell.value for row in sheet.iter_rows() for cell in row].count("其中补报") == 2


def test_without_a_signed_report_right_before_everything_is_counted_on_its_day(desk: Desk) -> None:
    sign(desk, VILLAGE_ID, LAST_WEEK.previous())
    register(desk, "补录的排水纠纷", date(2026, 11, 3))
    found = frozen_reports.draw_up(desk, VILLAGE_ID, WEEK).flow[-1]
    assert numbers(found) == (4, 0, 0, 0, 0, 4)


def test_a_village_stands_in_the_township_as_it_signed(desk: Desk) -> None:
    sign(desk, VILLAGE_ID, WEEK)
    known = weekly.draw_up(desk, VILLAGE_ID, WEEK).flow[-1]
    register(desk, "签发以后登记的纠纷", TODAY)
    township = frozen_reports.draw_up(desk, TOWNSHIP_ID, WEEK)
    (line,) = [row for row in township.flow if row.line_id == VILLAGE_ID]
    assert numbers(line) == numbers(known) == numbers(township.flow[-1])
    assert any(note.startswith("坪岭村按已签发的报告汇总") for note in township.notes)
    sign(desk, TOWNSHIP_ID, WEEK)
    village, above = (
        frozen_reports.draw_up(desk, unit, WEEK.next()).flow[-1]
        for unit in (VILLAGE_ID, TOWNSHIP_ID)
    )
    assert numbers(village) == numbers(above) == (3, 1, 1, 0, 0, 4)


def test_a_month_is_the_sum_of_its_days_and_any_days_have_their_title(desk: Desk) -> None:
    month = weekly.draw_up(desk, VILLAGE_ID, NOVEMBER)
    assert numbers(month.flow[-1]) == (4, 1, 0, 2, 0, 3)
    assert (month.head.title, month.head.issue) == (
        "坪岭村矛盾纠纷排查化解工作月报",
        "2026年第11期",
    )
    assert month.summary.startswith("本月共排查矛盾纠纷1起，办结2起")
    days = weekly.draw_up(desk, VILLAGE_ID, Period.between(date(2026, 11, 1), date(2026, 11, 12)))
    assert numbers(days.flow[-1]) == (4, 1, 0, 2, 0, 3)
    assert days.head.title == "坪岭村矛盾纠纷排查化解工作情况报告"


def test_what_was_written_under_a_part_is_in_the_next_draft(desk: Desk) -> None:
    weekly.keep_texts(desk, VILLAGE_ID, WEEK, {Part.NEXT: "补访外出户。", Part.FLOW: " "})
    assert weekly.draw_up(desk, VILLAGE_ID, WEEK).texts == {Part.NEXT: "补访外出户。"}
    assert weekly.draw_up(desk, VILLAGE_ID, LAST_WEEK).texts == {}
    weekly.keep_texts(desk, VILLAGE_ID, WEEK, {Part.NEXT: ""})
    assert weekly.draw_up(desk, VILLAGE_ID, WEEK).texts == {}


def test_prominent_cases_are_listed_without_names_and_sealed_ones_never(desk: Desk) -> None:
    assert weekly.draw_up(desk, VILLAGE_ID, WEEK).prominent == ()
    case = register(desk, "工人讨薪", date(2026, 11, 2), scale="02")
    (row,) = weekly.draw_up(desk, VILLAGE_ID, WEEK).prominent
    assert (row.case, row.unit, row.struck_off) == (case, "坪岭村", "未销号")
    me = f"{desk.person.name}@{desk.person.unit_id}"
    disputes.seal(desk, case, [me], "涉及干部")
    report = weekly.draw_up(desk, VILLAGE_ID, WEEK)
    assert report.prominent == ()
    assert case not in {one.id for one in weekly.cases_of(desk, report)}


def test_late_and_nearly_late_cases_are_listed_the_latest_first(desk: Desk) -> None:
    rows = weekly.draw_up(desk, VILLAGE_ID, WEEK).supervised
    assert [(row.late, row.standing) for row in rows] == [(True, "超期13天"), (False, "还有4天")]
    assert rows[0].brief.endswith("蒋*与欧*宅基地边界纠纷")


def test_the_latest_visit_of_a_round_counts(desk: Desk) -> None:
    (walk,) = screening.running_rounds(desk)
    unit = screening.grids_to_walk(desk, walk.id)[0].unit_id
    home = screening.walk(desk, walk.id, unit)[0].household_id

    def visited(outcome: Outcome) -> tuple[int, int]:
        screening.record_visit(desk, walk.id, home, outcome, TODAY)
        covered = weekly.draw_up(desk, VILLAGE_ID, WEEK).coverage[-1].coverage
        return covered.visited, covered.absent

    assert visited(Outcome.ABSENT) == (0, 1)
    assert visited(Outcome.QUIET) == (1, 0)
    assert visited(Outcome.ABSENT) == (0, 1), "keyed in wrongly, then set right"


def test_the_numbers_of_table_3_open_their_households_in_the_workbook(
    desk: Desk, tmp_path: Path
) -> None:
    (walk,) = screening.running_rounds(desk)
    unit = screening.grids_to_walk(desk, walk.id)[1].unit_id
    for line, outcome in zip(
        screening.walk(desk, walk.id, unit), (Outcome.ABSENT, Outcome.QUIET), strict=False
    ):
        screening.record_visit(desk, walk.id, line.household_id, outcome, TODAY)
    report = weekly.draw_up(desk, VILLAGE_ID, WEEK)
    weekly.write_excel(desk, report, tmp_path / "week.xlsx")
    book = openpyxl.load_workbook(tmp_path / "week.xlsx")
    listed = [row for row in book["表3清单"].iter_rows(values_only=True) if row[3] is not None]
    assert len(listed) == 1 + report.coverage[-1].coverage.due
    places = [
        cell.hyperlink.location.partition("!A")[2]
        for cell in book["表3 排查覆盖"][7]
        if cell.hyperlink
    ]
    doors = book["表3清单"]
    assert [doors[f"D{place}"].value for place in places] == ["已走访", "已走访", "不在家"]


def test_the_share_accepted_counts_cases_whose_notice_was_due_in_the_period(desk: Desk) -> None:
    """Registered 09-10, 09-27, 10-08 and 10-20 without a notice in 15 days, 11-03 handled in 3."""
    week = share(weekly.draw_up(desk, VILLAGE_ID, WEEK), Share.ACCEPTANCE)
    assert week.ratio == Ratio(1, 1)
    october = weekly.draw_up(desk, VILLAGE_ID, Period.parse("2026-10"))
    assert share(october, Share.ACCEPTANCE).ratio == Ratio(0, 2)


def test_shares_of_the_month_come_out_of_its_cases(desk: Desk) -> None:
    report = weekly.draw_up(desk, VILLAGE_ID, NOVEMBER)
    assert share(report, Share.ON_TIME).ratio == Ratio(2, 3), "one is overdue"
    assert share(report, Share.RESOLUTION).ratio == Ratio(2, 5)
    assert share(report, Share.RATED).ratio == Ratio(0, 2)
    assert share(report, Share.SATISFIED).ratio.percent == "—"
    assert share(report, Share.RETURNED).ratio == Ratio(0, 2)


@pytest.mark.parametrize("kind", list(ReportPeriod))
def test_every_kind_of_period_is_drawn_up_and_written(
    desk: Desk, kind: ReportPeriod, tmp_path: Path
) -> None:
    report = weekly.draw_up(desk, VILLAGE_ID, Period.of(kind, TODAY - timedelta(days=2)))
    assert report.balances
    for write, suffix in ((weekly.write_excel, ".xlsx"), (weekly.write_word, ".docx")):
        path = write(desk, report, tmp_path / weekly.file_name(report, suffix))
        assert path.stat().st_size > 1000
