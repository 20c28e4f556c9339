"""What the template of a periodic report may name: its lists, their fields, single numbers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gridapp.domain.reports.metrics import Figure
from gridapp.reports.documents.vocabulary import Vocabulary
from gridapp.reports.periodic import wording
from gridapp.reports.periodic.model import Part, PeriodReport
from gridapp.reports.tables import Cell
from gridapp.reports.wording import long_day

Row = Any
"""A line of one of the report's tables."""

NEEDS = ("单位", "期间")
"""Without them nobody knows what the report is about."""


@dataclass(frozen=True)
class ReportList:
    """A list of a report: ``{{收支.本期新增}}``. ``total``: its last row is the total, whose
    numbers are names of their own, ``{{合计本期新增}}``.
    """

    name: str
    meaning: str
    rows: Callable[[PeriodReport], Sequence[Row]]
    fields: Mapping[str, Callable[[Row], Cell]]
    total: bool = False


_FLOW: dict[str, Callable[[Row], Cell]] = {
    "单位": lambda row: row.name,
    "上期结转": lambda row: row.carried,
    "本期新增": lambda row: row.arrived,
    "其中重启": lambda row: row.reopened,
    "本期办结": lambda row: row.concluded,
    "其中实质化解": lambda row: row.resolved,
    "期末在办": lambda row: row.open,
    "其中超期": lambda row: row.overdue,
    "化解率": lambda row: row.resolution,
}
_COVERAGE: dict[str, Callable[[Row], Cell]] = {
    "单位": lambda row: row.name,
    "微网格数": lambda row: row.coverage.micro_grids,
    "应走访户": lambda row: row.coverage.due,
    "已走访": lambda row: row.coverage.visited,
    "不在家": lambda row: row.coverage.absent,
    "覆盖率": lambda row: row.coverage.reached,
    "零报告": lambda row: row.coverage.nil_report,
}
_PROXIES: dict[str, Callable[[Row], Cell]] = {
    "层级": lambda row: row.name,
    "代办员人数": lambda row: row.agents,
    "代办件数": lambda row: row.cases,
    "办结件数": lambda row: row.done,
    "办结率": lambda row: row.rate,
}
_CASE: dict[str, Callable[[Row], Cell]] = {
    "单位": lambda row: row.unit,
    "简要情况": lambda row: row.brief,
    "责任单位责任人": lambda row: row.answerable,
}


def _categories(report: PeriodReport) -> list[tuple[str, Figure, Figure]]:
    """The total of each category that has something to tell."""
    cells = report.matrix[-1].cells if report.matrix else ()
    pairs = zip(report.categories, cells, strict=False)
    return [(name, cell.screened, cell.resolved) for (_, name), cell in pairs]


LISTS = (
    ReportList(
        "指标",
        "主要指标",
        lambda report: report.indicators,
        {
            "指标": lambda row: wording.SHARES[row.code],
            "分子": lambda row: row.numerator,
            "分母": lambda row: row.denominator,
            "比率": lambda row: row.ratio,
        },
    ),
    ReportList("收支", "表1，各单位一行", lambda report: report.flow, _FLOW, total=True),
    ReportList(
        "类型",
        "表2，各类纠纷一行",
        _categories,
        {
            "纠纷类型": lambda row: row[0],
            "排查": lambda row: row[1],
            "化解": lambda row: row[2],
        },
    ),
    ReportList("覆盖", "表3，各单位一行", lambda report: report.coverage, _COVERAGE, total=True),
    ReportList("代办", "表4，各层级一行", lambda report: report.proxies, _PROXIES, total=True),
    ReportList(
        "接访",
        "表5，每场接访一行",
        lambda report: report.receptions[:-1],
        {
            "单位": lambda row: row.unit,
            "日期": lambda row: row.day,
            "领导": lambda row: row.leader,
            "地点": lambda row: row.place,
            "批次": lambda row: row.turnout.groups,
            "人次": lambda row: row.turnout.people,
            "领域": lambda row: row.field,
            "结果": lambda row: row.result,
        },
    ),
    ReportList(
        "突出",
        "表6，突出矛盾纠纷",
        lambda report: report.prominent,
        _CASE
        | {
            "化解时限": lambda row: row.limit,
            "化解情况": lambda row: row.progress,
            "交办督办情况": lambda row: row.supervision,
            "销号情况": lambda row: row.struck_off,
        },
    ),
    ReportList(
        "督办",
        "表7，临期超期及督办",
        lambda report: report.supervised,
        _CASE
        | {
            "办理期限": lambda row: row.limit,
            "状态": lambda row: row.standing,
            "督办情况": lambda row: row.supervision,
        },
    ),
)

NAMES: dict[str, tuple[str, Callable[[PeriodReport], Cell]]] = {
    "标题": ("报告的标题", lambda report: report.head.title),
    "期号": ("年份和期数", lambda report: report.head.issue),
    "期间": ("起止日期", lambda report: report.head.period),
    "单位": ("填报单位", lambda report: report.head.unit),
    "填报人": ("填报的人", lambda report: report.head.reporter),
    "今天": ("起草的日期", lambda report: long_day(report.head.drafted_on)),
    "总体情况": ("第一部分的一段话", lambda report: report.summary),
    "收支核对": ("结转＋新增－办结＝在办的算式", lambda report: report.check),
    "接访情况": ("领导接访的一句话", lambda report: report.turnout),
    "下期工作": ("第九部分写的话", lambda report: report.texts.get(Part.NEXT, "")),
}
"""What each stands for, and where it comes from."""

TOTALS = {
    f"合计{name}": (one, field)
    for one in LISTS
    if one.total
    for name, field in list(one.fields.items())[1:]
}
"""``{{合计本期新增}}``: a number of the total row of a table."""

REPORT = Vocabulary((*NAMES, *TOTALS), {one.name: ("序号", *one.fields) for one in LISTS})
