"""What is pasted into WeChat names nobody, and asks the right units."""

from dataclasses import replace
from datetime import date

from gridapp.contract.disputes import Side
from gridapp.domain.reports.chasing import Hour, Standing
from gridapp.domain.reports.periods import Period
from gridapp.reports import wechat
from gridapp.reports.periodic.model import Part
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute, NewParty
from gridapp.usecases.reports import weekly
from tests.desks import VILLAGE_ID

FRIDAY = Hour(date(2026, 11, 20), 17)
WEDNESDAY = Hour(date(2026, 11, 18), 9)
WEEK = Period.parse("2026-W47")


def test_each_unit_is_asked_for_what_it_owes() -> None:
    units = [
        ("坪岭村", Standing.MISSING),
        ("大村", Standing.MISSING),
        ("塘堡村", Standing.RETURNED),
        ("四合村", Standing.WAITING),
        ("渔洞村", Standing.REPORTED),
        ("湾里村", Standing.NIL),
    ]
    assert wechat.reminder(units, WEEK, FRIDAY, WEDNESDAY).splitlines() == [
        "请坪岭村、大村于周五17时前报送2026年第47期周报；没有排查出纠纷的，请零报告。",
        "请塘堡村按退回意见修改2026年第47期周报，于周五17时前重新提交。",
        "四合村的2026年第47期周报已提交，请审核人尽快审核。",
    ]


def test_a_late_unit_is_told_that_the_hour_has_passed() -> None:
    late = wechat.reminder([("坪岭村", Standing.LATE)], WEEK, FRIDAY, Hour(date(2026, 11, 24), 9))
    assert late == "请坪岭村尽快报送2026年第47期周报（报送时间已过：11月20日17时）。"


def test_what_was_sent_back_is_asked_for_at_once_when_the_hour_has_passed() -> None:
    asked = wechat.reminder([("坪岭村", Standing.RETURNED)], WEEK, FRIDAY, FRIDAY)
    assert asked == "请坪岭村按退回意见修改2026年第47期周报，尽快重新提交。"


def test_nobody_is_reminded_when_all_have_reported() -> None:
    units = [("坪岭村", Standing.REPORTED), ("大村", Standing.NIL)]
    assert wechat.reminder(units, WEEK, FRIDAY, WEDNESDAY) == ""


def test_a_report_of_any_days_is_called_by_its_days() -> None:
    days = Period.parse("2026-11-02..2026-11-20")
    told = wechat.reminder([("坪岭村", Standing.MISSING)], days, FRIDAY, WEDNESDAY)
    assert "2026年11月2日至11月20日情况报告" in told


def test_the_text_of_a_report_names_nobody(desk: Desk) -> None:
    disputes.register(
        desk,
        VILLAGE_ID,
        NewDispute(
            "王小二13812345678坪岭1组3号与李大嫂宅基地纠纷",
            "0902",
            "王小二说，李大嫂占了他的地。",
            WEEK.first,
            "screening",
            (NewParty(Side.FIRST, "王小二", "13812345678"),),
        ),
    )
    drafted = weekly.draw_up(desk, VILLAGE_ID, WEEK)
    report = replace(drafted, texts={Part.OVERVIEW: "王小二的事", Part.NEXT: "找李大嫂"})
    text = wechat.report_text(report)
    assert "新排查1起" in text and "坪岭村" in text
    for planted in ("王小二", "李大嫂", "1381", "3号", "宅基地边界", "秦玉珍"):
        assert planted not in text


def test_a_quiet_week_says_so(desk: Desk) -> None:
    text = wechat.report_text(weekly.draw_up(desk, VILLAGE_ID, WEEK))
    assert "未排查出新的矛盾纠纷" in text
