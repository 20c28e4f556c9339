"""The Chinese text of a periodic report: titles, parts, headings, sheets."""

from collections.abc import Sequence
from dataclasses import dataclass

from gridapp.contract.grids import Level
from gridapp.contract.reports import ReportPeriod
from gridapp.domain.reports.indicators import Share
from gridapp.domain.reports.periods import Period
from gridapp.reports.periodic.model import Part

TOTAL = "合计"
OWN_LEVEL = "本级"

FLOW_CAPTION = "表1　矛盾纠纷收支平衡表（单位：起）"
CATEGORIES_CAPTION = "表2　矛盾纠纷类型分布表（单位：起）"
COVERAGE_CAPTION = "表3　入户排查覆盖情况表（单位：户）"
PROXIES_CAPTION = "表4　信访代办情况表"
RECEPTIONS_CAPTION = "表5　领导接访情况表"
PROMINENT_CAPTION = "表6　突出矛盾纠纷台账"
SUPERVISED_CAPTION = "表7　临期超期及督办情况表"
INDICATORS_CAPTION = "主要指标"
TREND = "近期新增和办结（按发生日期，起）"
BY_CATEGORY = "新增矛盾纠纷类型（起）"

SHEETS = {
    Part.OVERVIEW: "总体情况",
    Part.FLOW: "表1 收支平衡",
    Part.CATEGORIES: "表2 纠纷类型",
    Part.COVERAGE: "表3 排查覆盖",
    Part.PROXIES: "表4 信访代办",
    Part.RECEPTIONS: "表5 领导接访",
    Part.PROMINENT: "表6 突出纠纷",
    Part.SUPERVISED: "表7 临期超期",
}
DOORS_CAPTION = "住户清单（点表中的数字到这里）"
DOOR_HEADS = (("微网格", 6), ("户号", 4), ("住址", 14), ("走访情况", 5))
RECEPTIONS_LIST_CAPTION = "接访清单（点表中的数字到这里）"
LIST_CAPTION = "案件清单（点表中的数字到这里）"
LIST_SHEETS = {
    Part.OVERVIEW: "主要指标清单",
    Part.FLOW: "表1清单",
    Part.CATEGORIES: "表2清单",
    Part.COVERAGE: "表3清单",
    Part.PROXIES: "表4清单",
    Part.RECEPTIONS: "表5清单",
}

CARRIED = "上期结转"
ARRIVED = ("本期新增", ("起数", "其中重启"))
CONCLUDED = ("本期办结", ("起数", "其中实质化解"))
OPEN = ("期末在办", ("起数", "其中超期"))
LATE = "其中补报"
RESOLUTION = "化解率"
SCREENED_AND_RESOLVED = ("排查", "化解")
COVERAGE_HEADS = ("微网格数", "应走访户", "已走访", "不在家", "覆盖率")
PROXY_HEADS = ("层级", "代办员人数", "代办件数", "办结件数", "办结率")
LEADERS = "领导包案"
INDICATOR_HEADS = ("指标", "分子", "分母")
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
"""Each with the width of a column of text, 0 for names and numbers; likewise below."""
PROMINENT_HEADS = (
    ("序号", 2),
    ("单位", 4),
    ("简要情况", 8),
    ("责任单位责任人", 5),
    ("化解时限", 4),
    ("化解情况", 6),
    ("交办督办情况", 6),
    ("销号情况", 4),
)
SUPERVISED_HEADS = (
    ("序号", 2),
    ("单位", 5),
    ("简要情况", 9),
    ("责任单位责任人", 6),
    ("办理期限", 5),
    ("状态", 5),
    ("督办情况", 8),
)

SHARES = {
    Share.ACCEPTANCE: "受理率",
    Share.ON_TIME: "按期办结率",
    Share.RESOLUTION: RESOLUTION,
    Share.RATED: "参评率",
    Share.SATISFIED: "满意率",
    Share.RETURNED: "再访率",
    Share.COVERAGE: "覆盖率",
}
_NOTES = (
    "上期结转＋本期新增－本期办结＝期末在办；按纠纷发生地统计，本期新增含重启。",
    "受理率＝期限内告知受理情况（含答复、办结）÷本期受理告知到期；期限按本县受理告知时限计。",
    "按期办结率＝期限内办结÷（本期办结＋期末超期）。",
    "化解率＝本期实质化解÷（上期结转＋本期新增）；阶段性、程序性办结不计入化解。",
    "参评率＝已评价÷本期办结案件；满意率＝（满意＋基本满意）÷已评价；未回访的不计入已评价。",
    "再访率＝本期办结后又重启或重复的案件÷本期办结案件。",
    "覆盖率＝已走访户÷应走访户；不在家的不计入已走访；零报告指已走访且未发现矛盾纠纷。",
    "办结率＝办结件数÷代办件数；代办件数为本期登记且有代办员的，按现办理层级统计。",
    "批次、人次按接访当日登记数统计。",
    "突出矛盾纠纷指领导包案、群体性、县级办理或涉及人数达到规定数的在办和本期办结、销号案件。",
    "分母为0的比率以“—”表示。",
)
_LATE_NOTE = "补报指发生在上期及以前、上期报告签发后才知道的，计入本期。"

_LINE = {
    Level.COUNTY: "乡镇（街道）",
    Level.TOWNSHIP: "村（社区）",
    Level.VILLAGE: "微网格",
    Level.LARGE: "微网格",
    Level.MICRO: "微网格",
    Level.DEDICATED: "专属网格",
}


def notes(*, late: bool, signed: Sequence[str] = ()) -> tuple[str, ...]:
    """The definitions, printed under the report. ``signed``: lines that stand as signed below."""
    found = (*_NOTES, _LATE_NOTE) if late else _NOTES
    if not signed:
        return found
    return (*found, f"{'、'.join(signed)}按已签发的报告汇总，其余按本机数据统计。")


def line_heading(level: Level) -> str:
    """What the lines of a unit's report are."""
    return _LINE[level]


def nil_report_heading(level: Level) -> str:
    """What reports nil: villages, but micro-grids in the report of a village."""
    return "零报告村" if level in (Level.COUNTY, Level.TOWNSHIP) else "零报告网格"


@dataclass(frozen=True)
class PeriodWords:
    """How a period is called: the report, this one, the one before, the one after."""

    report: str
    this: str
    before: str
    next: str


WORDS = {
    ReportPeriod.WEEK: PeriodWords("周报", "本周", "上周", "下周"),
    ReportPeriod.MONTH: PeriodWords("月报", "本月", "上月", "下月"),
    ReportPeriod.QUARTER: PeriodWords("季报", "本季度", "上季度", "下季度"),
    ReportPeriod.YEAR: PeriodWords("年报", "本年", "上年", "下年"),
    ReportPeriod.OTHER: PeriodWords("情况报告", "本期", "上期", "下步"),
}


def headings(period: Period) -> dict[Part, str]:
    """The nine parts."""
    return {
        Part.OVERVIEW: "一、总体情况",
        Part.FLOW: "二、收支平衡",
        Part.CATEGORIES: "三、纠纷类型",
        Part.COVERAGE: "四、排查覆盖",
        Part.PROXIES: "五、信访代办",
        Part.RECEPTIONS: "六、领导接访",
        Part.PROMINENT: "七、突出矛盾纠纷",
        Part.SUPERVISED: "八、临期超期及督办",
        Part.NEXT: f"九、{WORDS[period.kind].next}工作",
    }


def title(unit: str, period: Period) -> str:
    """The title of the report."""
    return f"{unit}矛盾纠纷排查化解工作{WORDS[period.kind].report}"


def issue(period: Period) -> str:
    """Year and issue; a year has only itself."""
    year, number = period.issue
    return f"{year}年第{number}期" if number else f"{year}年"


def point(period: Period) -> str:
    """A period below its bars: short."""
    first, last = period.first, period.last
    return {
        ReportPeriod.WEEK: f"{first:%m.%d}-{last:%m.%d}",
        ReportPeriod.MONTH: f"{first.month}月",
        ReportPeriod.QUARTER: f"{first.year}年{period.issue[1]}季度",
        ReportPeriod.YEAR: f"{first.year}年",
    }.get(period.kind, f"{first:%m.%d}-{last:%m.%d}")
