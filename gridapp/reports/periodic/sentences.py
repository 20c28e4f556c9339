"""The sentences of a periodic report: what was counted, in words, quiet periods too."""

from collections.abc import Sequence

from gridapp.contract.reports import ReportPeriod
from gridapp.domain.receptions.receptions import Turnout
from gridapp.domain.reports.metrics import Flow, Ratio
from gridapp.domain.reports.periods import Period
from gridapp.reports.periodic.model import ProxyRow, SupervisedRow
from gridapp.reports.periodic.wording import WORDS


def summary(
    period: Period, flow: Flow, arrived_before: int, arrived_last_year: int | None = None
) -> str:
    """The paragraph of the overview. ``arrived_before``: what came in the period before, and in
    that of last year, None when nothing is known of it.
    """
    this = WORDS[period.kind].this
    sentences = [
        f"{_found(this, flow)}，{_settled(flow)}",
        _change(period, flow.arrived, arrived_before, arrived_last_year),
    ]
    if flow.late_arrived or flow.late_concluded:
        sentences.insert(1, _late(flow))
    return "".join(f"{sentence}。" for sentence in sentences)


def _found(this: str, flow: Flow) -> str:
    if flow.arrived > flow.reopened:
        again = f"（其中重启{flow.reopened}起）" if flow.reopened else ""
        return f"{this}共排查矛盾纠纷{flow.arrived}起{again}"
    again = f"，重启{flow.reopened}起" if flow.reopened else ""
    return f"{this}未排查出新的矛盾纠纷{again}"


def _settled(flow: Flow) -> str:
    if flow.resolution.denominator == 0:
        return "无在办矛盾纠纷"
    overdue = f"，超期{flow.overdue}起" if flow.overdue else ""
    return (
        f"办结{flow.concluded}起，其中实质化解{flow.resolved}起，"
        f"化解率{flow.resolution.percent}，正在调处{flow.open}起{overdue}"
    )


def _late(flow: Flow) -> str:
    return f"以上含补报新增{flow.late_arrived}起、补报办结{flow.late_concluded}起"


def _change(period: Period, now: int, before: int, last_year: int | None) -> str:
    """环比 and 同比. A year has no 同比 of its own: the year before is last year."""
    words = WORDS[period.kind]
    text = f"新增数{_against('环比', now, before, words.before)}"
    if last_year is None or period.kind == ReportPeriod.YEAR:
        return text
    return f"{text}，{_against('同比', now, last_year, '去年同期')}"


def _against(name: str, now: int, then: int, when: str) -> str:
    """With nothing to compare with there is no percentage."""
    if now == then:
        return f"{name}持平（{when}{then}起）"
    direction = "上升" if now > then else "下降"
    change = Ratio(abs(now - then), then).percent
    return f"{name}{direction if then else ''}{change}（{when}{then}起）"


def check(flow: Flow) -> str:
    """The sum that anyone can do again."""
    return f"{flow.carried} + {flow.arrived} − {flow.concluded} = {flow.open}"


def check_line(text: str) -> str:
    """The check under table 1."""
    return f"收支核对：{text}"


def no_categories(period: Period) -> str:
    """In place of an empty table 2."""
    return f"{WORDS[period.kind].this}无新增和化解的矛盾纠纷。"


def proxies(period: Period, total: ProxyRow, leaders: ProxyRow) -> str:
    """What proxy handling and case leaders amounted to."""
    this = WORDS[period.kind].this
    found = f"{this}信访代办{total.cases.value}件" if total.cases.value else f"{this}无新增信访代办"
    if total.cases.value:
        found += f"，办结{total.done.value}件，办结率{total.rate.percent}"
    if leaders.cases.value:
        found += (
            f"；领导包案{leaders.cases.value}件，办结{leaders.done.value}件，"
            f"办结率{leaders.rate.percent}"
        )
    return f"{found}。"


def turnout(period: Period, found: Turnout) -> str:
    """What receptions amounted to, in one sentence."""
    this = WORDS[period.kind].this
    if not found.receptions:
        return f"{this}无领导接访。"
    return f"{this}领导接访{found.receptions}场，接待群众{found.groups}批{found.people}人次。"


def prominent(period: Period, count: int, listed: int) -> str:
    """How many there are, and how many of them stand in table 6."""
    this = WORDS[period.kind].this
    if not listed:
        return f"{this}无突出矛盾纠纷。"
    rest = f"，表列期限最近的{listed}起" if count > listed else ""
    return f"{this}突出矛盾纠纷{max(count, listed)}起{rest}。"


def supervised(rows: Sequence[SupervisedRow], overdue: int) -> str:
    """How many cases are late, and how many stand in table 7 with them."""
    if not rows:
        return "无临期、超期矛盾纠纷。"
    listed = f"，表列{len(rows)}起" if overdue != len(rows) else ""
    return f"期末超期{overdue}起{listed}。"


def nothing_planned(period: Period) -> str:
    """In place of a text that nobody has written."""
    return f"（{WORDS[period.kind].next}工作由填报单位填写）"
