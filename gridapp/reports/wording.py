"""The Chinese text of printed reports: titles, sentences, headings."""

import re
from datetime import date

from gridapp.contract.grids import Level
from gridapp.domain.metrics import Flow, Ratio
from gridapp.domain.receptions import Turnout

DEMO = "（演示）"
"""Before the name of a unit whose people and cases are made up."""

TOTAL = "合计"
OWN_LEVEL = "本级"
OVERVIEW = "一、总体情况"
FLOW = "二、收支平衡"
CATEGORIES = "三、纠纷类型"
COVERAGE = "四、排查覆盖"
RECEPTIONS = "五、领导接访"
FLOW_CAPTION = "表1　矛盾纠纷收支平衡表（单位：起）"
CATEGORIES_CAPTION = "表2　矛盾纠纷类型分布表（单位：起）"
COVERAGE_CAPTION = "表3　入户排查覆盖情况表（单位：户）"
RECEPTIONS_CAPTION = "表4　领导接访情况表"
FLOW_SHEET = "表1 收支平衡"
CATEGORIES_SHEET = "表2 纠纷类型"
COVERAGE_SHEET = "表3 排查覆盖"
RECEPTIONS_SHEET = "表4 领导接访"
CATEGORIES_NONE = "本周无新增和化解的矛盾纠纷。"
RECEPTIONS_NONE = "本周无领导接访。"
CARRIED = "上期结转"
ARRIVED = ("本期新增", ("起数", "其中重启"))
CONCLUDED = ("本期办结", ("起数", "其中实质化解"))
OPEN = ("期末在办", ("起数", "其中超期"))
RESOLUTION = "化解率"
SCREENED_AND_RESOLVED = ("排查", "化解")
COVERAGE_HEADS = ("微网格数", "应走访户", "已走访", "不在家", "覆盖率")
RECEPTION_HEADS = (
    ("单位", 0),
    ("日期", 5),
    ("领导", 6),
    ("地点", 6),
    ("批次", 0),
    ("人次", 0),
    ("领域", 6),
    ("结果", 10),
)
"""Each with the width of a column of text, 0 for names and numbers."""
NOTES_LABEL = "指标口径："
NOTES = (
    "上期结转＋本期新增－本期办结＝期末在办；按纠纷发生地统计，本期新增含重启。",
    "化解率＝本期实质化解÷（上期结转＋本期新增）；阶段性、程序性办结不计入化解。",
    "覆盖率＝已走访户÷应走访户；不在家的不计入已走访；零报告指已走访且未发现矛盾纠纷。",
    "批次、人次按接访当日登记数统计。",
    "分母为0的比率以“—”表示。",
)

_LINE = {
    Level.COUNTY: "乡镇（街道）",
    Level.TOWNSHIP: "村（社区）",
    Level.VILLAGE: "微网格",
    Level.MICRO: "微网格",
    Level.DEDICATED: "专属网格",
}


_UNPRINTABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(name: str) -> str:
    """A name without what no office file can hold: control characters, half characters."""
    return _UNPRINTABLE.sub("", name)


def line_heading(level: Level) -> str:
    """What the lines of a unit's report are."""
    return _LINE[level]


def nil_report_heading(level: Level) -> str:
    """What reports nil: villages, but micro-grids in the report of a village."""
    return "零报告村" if level in (Level.COUNTY, Level.TOWNSHIP) else "零报告网格"


def title(unit: str) -> str:
    """The title of the report."""
    return f"{unit}矛盾纠纷排查化解工作周报"


def issue(year: int, number: int) -> str:
    """Year and issue."""
    return f"{year}年第{number}期"


def period(first: date, last: date) -> str:
    """From one day to another; the year once where it is the same."""
    end = f"{last.month}月{last.day}日"
    year = "" if last.year == first.year else f"{last.year}年"
    return f"{first.year}年{first.month}月{first.day}日至{year}{end}"


def issue_and_period(issue: str, period: str) -> str:
    """The line under the title."""
    return f"{issue}（{period}）"


def reporting_unit(unit: str) -> str:
    """Which unit reports."""
    return f"填报单位：{unit}"


def signatures(reporter: str) -> str:
    """Who wrote it; the reviewer signs by hand."""
    return f"填报人：{reporter}　　　　审核人："


def long_day(day: date) -> str:
    """A day with its year."""
    return f"{day.year}年{month_and_day(day)}"


def month_and_day(day: date) -> str:
    """A day within a known year."""
    return f"{day.month}月{day.day}日"


def turnout(found: Turnout) -> str:
    """What receptions amounted to, in one sentence."""
    if not found.receptions:
        return RECEPTIONS_NONE
    return f"本周领导接访{found.receptions}场，接待群众{found.groups}批{found.people}人次。"


def check(flow: Flow) -> str:
    """The sum that anyone can do again."""
    return f"{flow.carried} + {flow.arrived} − {flow.concluded} = {flow.open}"


def check_line(text: str) -> str:
    """The check under table 1."""
    return f"收支核对：{text}"


def summary(flow: Flow, arrived_before: int) -> str:
    """The paragraph of the overview; ``arrived_before``: what came in the week before."""
    return f"{_found(flow)}，{_settled(flow)}。{_change(flow.arrived, arrived_before)}。"


def _found(flow: Flow) -> str:
    if flow.arrived > flow.reopened:
        again = f"（其中重启{flow.reopened}起）" if flow.reopened else ""
        return f"本周共排查矛盾纠纷{flow.arrived}起{again}"
    again = f"，重启{flow.reopened}起" if flow.reopened else ""
    return f"本周未排查出新的矛盾纠纷{again}"


def _settled(flow: Flow) -> str:
    if flow.resolution.denominator == 0:
        return "无在办矛盾纠纷"
    overdue = f"，超期{flow.overdue}起" if flow.overdue else ""
    return (
        f"办结{flow.concluded}起，其中实质化解{flow.resolved}起，"
        f"化解率{flow.resolution.percent}，正在调处{flow.open}起{overdue}"
    )


def _change(now: int, before: int) -> str:
    """环比. With nothing the week before there is no percentage."""
    if now == before:
        return f"新增数与上周持平（上周{before}起）"
    direction = "上升" if now > before else "下降"
    change = Ratio(abs(now - before), before).percent
    return f"新增数环比{direction if before else ''}{change}（上周{before}起）"
