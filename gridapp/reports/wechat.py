"""Texts to paste into WeChat: what a report says in a few lines, and who is asked for theirs.

Only figures and the names of units and categories: nothing that somebody typed, so that no name,
phone or address of a resident can be in it.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from gridapp.contract.reports import ReportPeriod
from gridapp.domain.reports.chasing import Hour, Standing
from gridapp.domain.reports.periods import Period
from gridapp.reports import wording
from gridapp.reports.periodic import wording as periodic
from gridapp.reports.periodic.model import PeriodReport

_WEEKDAYS = "一二三四五六日"


def report_text(report: PeriodReport) -> str:
    """The report in a few lines."""
    head, total = report.head, report.flow[-1]
    lines = [f"【{head.unit}】{head.issue}矛盾纠纷排查化解情况（{head.period}）"]
    if total.arrived.value:
        again = f"（其中重启{total.reopened.value}起）" if total.reopened.value else ""
        lines.append(f"一、新排查{total.arrived.value}起{again}{_categories(report)}。")
    else:
        lines.append("一、未排查出新的矛盾纠纷。")
    lines.append(
        f"二、办结{total.concluded.value}起，其中实质化解{total.resolved.value}起，"
        f"化解率{total.resolution.percent}。"
    )
    overdue = f"，其中超期{total.overdue.value}起" if total.overdue.value else ""
    lines.append(f"三、正在调处{total.open.value}起{overdue}。")
    lines += [f"{number}、{line}" for number, line in zip("四五", _walked(report), strict=False)]
    return "\n".join(lines)


def _categories(report: PeriodReport) -> str:
    cells = report.matrix[-1].cells
    found = [
        f"{name}{cell.screened.value}起"
        for (_, name), cell in zip(report.categories, cells, strict=True)
        if cell.screened.value
    ]
    return f"：{'、'.join(found)}" if found else ""


def _walked(report: PeriodReport) -> Iterable[str]:
    covered = report.coverage[-1].coverage
    if covered.due:
        yield (
            f"入户排查应走访{covered.due}户，已走访{covered.visited}户，"
            f"覆盖率{covered.reached.percent}。"
        )
    if report.receptions:
        came = report.receptions[-1].turnout
        yield f"领导接访{came.receptions}场，接待群众{came.groups}批{came.people}人次。"


def reminder(units: Sequence[tuple[str, Standing]], period: Period, due: Hour, now: Hour) -> str:
    """Who is asked for the report of a period until when; empty when nobody owes one.

    Units whose report only waits for its signature are asked to have it signed.
    """
    by: dict[Standing, list[str]] = {}
    for name, standing in units:
        by.setdefault(standing, []).append(name)
    late, missing = by.get(Standing.LATE, []), by.get(Standing.MISSING, [])
    until, issue = _until(due, now.day), _called(period)
    lines = []
    if late:
        lines.append(f"请{'、'.join(late)}尽快报送{issue}（报送时间已过：{until}）。")
    if missing:
        lines.append(f"请{'、'.join(missing)}于{until}前报送{issue}；没有排查出纠纷的，请零报告。")
    if returned := by.get(Standing.RETURNED):
        when = "尽快" if now >= due else f"于{until}前"
        lines.append(f"请{'、'.join(returned)}按退回意见修改{issue}，{when}重新提交。")
    if waiting := by.get(Standing.WAITING):
        lines.append(f"{'、'.join(waiting)}的{issue}已提交，请审核人尽快审核。")
    return "\n".join(lines)


def _called(period: Period) -> str:
    """``2026年第47期周报``, of any days ``2026年11月2日至11月20日情况报告``."""
    days = wording.period(period.first, period.last)
    issue = days if period.kind == ReportPeriod.OTHER else periodic.issue(period)
    return f"{issue}{periodic.WORDS[period.kind].report}"


def _until(due: Hour, today: date) -> str:
    """``周五17时`` within this week, else ``11月30日17时``."""
    monday = today.toordinal() - today.weekday()
    if monday <= due.day.toordinal() < monday + 7:
        return f"周{_WEEKDAYS[due.day.weekday()]}{due.hour}时"
    return f"{due.day.month}月{due.day.day}日{due.hour}时"
