"""Every placeholder that a template may hold: its name, what it stands for, where it comes from.

The help page lists them from here, and the checker and the filling look them up here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from gridapp.contract.codes import SCALE, SOURCES, category_name
from gridapp.contract.disputes import EventKind, Side
from gridapp.domain.clocks import Clock
from gridapp.reports.documents import wording
from gridapp.reports.documents.facts import CaseFacts, PartyFacts


class Blank(StrEnum):
    """The line to write on when a value is not known."""

    SHORT = "short"
    LONG = "long"
    DAY = "day"


@dataclass(frozen=True)
class Placeholder:
    """``{{name}}`` in a template. ``value`` gives "" when the case does not say."""

    name: str
    meaning: str
    value: Callable[[CaseFacts], str]
    blank: Blank = Blank.SHORT


_E = EventKind


def _names(parties: tuple[PartyFacts, ...]) -> str:
    return "、".join(party.name for party in parties)


def _text(facts: CaseFacts, *kinds: EventKind) -> str:
    """What was written down with the latest step of these kinds."""
    event = facts.last(*kinds)
    return event.text if event else ""


def _on(facts: CaseFacts, *kinds: EventKind) -> str:
    event = facts.last(*kinds)
    return wording.day(event.happened_on) if event else ""


def _actor(facts: CaseFacts, *kinds: EventKind) -> str:
    event = facts.last(*kinds)
    return event.actor if event else ""


def _all_texts(facts: CaseFacts, *kinds: EventKind) -> str:
    """What was written down each time, with its day."""
    lines = (f"{wording.day(e.happened_on)}：{e.text}" for e in facts.all_of(*kinds) if e.text)
    return "\n".join(lines)


def _other_unit(facts: CaseFacts) -> str:
    """The unit that the case was last referred to."""
    event = facts.last(_E.REFERRED)
    return facts.units.get(str(event.data.get("unit", "")), "") if event else ""


_CASE = (
    Placeholder("案号", "纠纷编号", lambda f: f.dispute.number),
    Placeholder("文号", "本文书的编号，由案号得来", lambda f: f.number),
    Placeholder("案由", "纠纷名称", lambda f: f.dispute.title),
    Placeholder("纠纷类型", "类别", lambda f: category_name(f.dispute.category)),
    Placeholder("纠纷情况", "登记时写的简要情况", lambda f: f.dispute.summary, Blank.LONG),
    Placeholder("来源", "从何处得知", lambda f: SOURCES.get(f.dispute.source, f.dispute.source)),
    Placeholder("规模", "个体性或群体性", lambda f: SCALE.get(f.dispute.scale, f.dispute.scale)),
    Placeholder(
        "涉及人数",
        "群体性纠纷涉及的人数",
        lambda f: f"{f.dispute.people_involved}人" if f.dispute.people_involved else "",
    ),
    Placeholder("涉及金额", "主张的金额", lambda f: wording.money(f.dispute.amount_claimed)),
    Placeholder(
        "发生日期", "纠纷发生的日期", lambda f: wording.day(f.dispute.occurred_on), Blank.DAY
    ),
    Placeholder(
        "登记日期", "登记的日期", lambda f: wording.day(f.dispute.registered_on), Blank.DAY
    ),
    Placeholder("登记人", "登记的人", lambda f: f.dispute.registered_by),
    Placeholder("首接人", "最先接待的人（首访首办）", lambda f: f.dispute.first_receiver),
    Placeholder("办理人", "经办人", lambda f: f.dispute.handler),
    Placeholder(
        "办理层级",
        "村、乡镇或县",
        lambda f: wording.LEVELS.get(f.dispute.level, f.dispute.level),
    ),
    Placeholder("代办员", "信访代办员", lambda f: f.dispute.agent),
    Placeholder("包案领导", "包案的领导", lambda f: f.dispute.leader),
    Placeholder(
        "包案期限", "包案的期限", lambda f: wording.day(f.dispute.leader_due_on), Blank.DAY
    ),
    Placeholder("办理期限", "应办结的日期", lambda f: wording.day(f.dispute.due_on), Blank.DAY),
    Placeholder("办结日期", "办结的日期", lambda f: wording.day(f.dispute.concluded_on), Blank.DAY),
    Placeholder(
        "办结方式",
        "实质性、阶段性或程序性",
        lambda f: wording.CONCLUSIONS.get(f.dispute.conclusion or "", ""),
    ),
    Placeholder("办结情况", "办结时写的话", lambda f: _text(f, _E.CONCLUDED), Blank.LONG),
    Placeholder(
        "销号日期", "销号的日期", lambda f: wording.day(f.dispute.struck_off_on), Blank.DAY
    ),
)

_PLACES = (
    Placeholder("单位", "纠纷发生地的单位", lambda f: f.unit),
    Placeholder("乡镇", "乡镇或街道", lambda f: f.path[1] if len(f.path) > 1 else ""),
    Placeholder("县", "县（市、区）", lambda f: f.path[0] if f.path else ""),
    Placeholder(
        "调解组织", "人民调解委员会", lambda f: f"{f.unit}人民调解委员会" if f.unit else ""
    ),
    Placeholder("本单位", "制作文书的人所在的单位", lambda f: f.writer_unit),
    Placeholder("填写人", "制作文书的人", lambda f: f.writer),
    Placeholder("今天", "制作文书的日期", lambda f: wording.day(f.today), Blank.DAY),
    Placeholder("年度", "登记的年份", lambda f: f"{f.dispute.registered_on.year}"),
)

_PEOPLE = (
    Placeholder("申请人", "申请人姓名；没有注明时为甲方", lambda f: _names(f.applicants)),
    Placeholder("被申请人", "被申请人姓名；没有注明时为乙方", lambda f: _names(f.respondents)),
    Placeholder("甲方", "甲方姓名", lambda f: _names(f.on(Side.FIRST))),
    Placeholder("乙方", "乙方姓名", lambda f: _names(f.on(Side.SECOND))),
    Placeholder("各方", "全部当事人姓名", lambda f: _names(f.parties)),
)

_STEPS = (
    Placeholder("受理日期", "受理的日期", lambda f: wording.day(f.dispute.accepted_on), Blank.DAY),
    Placeholder(
        "不予受理理由",
        "不予受理或引导法定途径时写的理由",
        lambda f: _text(f, _E.NOT_ACCEPTED, _E.DIVERTED),
        Blank.LONG,
    ),
    Placeholder("转送单位", "转送、交办给哪个单位", _other_unit),
    Placeholder("转送日期", "转送、交办的日期", lambda f: _on(f, _E.REFERRED), Blank.DAY),
    Placeholder("转送意见", "转送、交办时写的意见", lambda f: _text(f, _E.REFERRED), Blank.LONG),
    Placeholder(
        "异议期限",
        "收件单位提出异议的最后一天（5个工作日）",
        lambda f: wording.day(f.limit(Clock.OBJECT)),
        Blank.DAY,
    ),
    Placeholder("退回理由", "单位退回时写的理由", lambda f: _text(f, _E.RETURNED), Blank.LONG),
    Placeholder(
        "延期理由", "申请延期时写的理由", lambda f: _text(f, _E.EXTENSION_ASKED), Blank.LONG
    ),
    Placeholder("延期批准人", "批准延期的人", lambda f: _actor(f, _E.EXTENDED)),
    Placeholder("延期至", "延长后的期限", lambda f: wording.day(f.dispute.extended_to), Blank.DAY),
    Placeholder("调查情况", "历次办理情况", lambda f: _all_texts(f, _E.HANDLED), Blank.LONG),
    Placeholder(
        "拒绝调解情况",
        "当事人拒绝调解时写的话",
        lambda f: _text(f, _E.CONSENT_REFUSED),
        Blank.LONG,
    ),
    Placeholder(
        "拒绝调解日期", "当事人拒绝调解的日期", lambda f: _on(f, _E.CONSENT_REFUSED), Blank.DAY
    ),
    Placeholder("答复意见", "答复的内容", lambda f: _text(f, _E.ANSWERED), Blank.LONG),
    Placeholder("答复日期", "答复的日期", lambda f: wording.day(f.dispute.answered_on), Blank.DAY),
    Placeholder(
        "复查期限",
        "申请复查的最后一天",
        lambda f: wording.day(f.limit(Clock.ASK_REVIEW)),
        Blank.DAY,
    ),
    Placeholder("回访情况", "最近一次回访", lambda f: _text(f, _E.FOLLOWED_UP), Blank.LONG),
    Placeholder("回访日期", "最近一次回访的日期", lambda f: _on(f, _E.FOLLOWED_UP), Blank.DAY),
    Placeholder("回访人", "最近一次回访的人", lambda f: _actor(f, _E.FOLLOWED_UP)),
    Placeholder("满意度", "群众评价", lambda f: wording.RATINGS.get(f.dispute.rating, "")),
)

_AGREEMENT = (
    Placeholder("协议编号", "调解协议的编号", lambda f: f.agreement.number if f.agreement else ""),
    Placeholder(
        "主要事实",
        "主要事实、争议事项及责任（人民调解法第二十九条）",
        lambda f: f.agreement.facts if f.agreement else "",
        Blank.LONG,
    ),
    Placeholder(
        "协议内容",
        "协议内容（人民调解法第二十九条）",
        lambda f: f.agreement.terms if f.agreement else "",
        Blank.LONG,
    ),
    Placeholder(
        "履行方式", "履行的方式", lambda f: f.agreement.manner if f.agreement else "", Blank.LONG
    ),
    Placeholder(
        "履行期限",
        "履行的期限",
        lambda f: wording.day(f.agreement.perform_until) if f.agreement else "",
        Blank.DAY,
    ),
    Placeholder("协议金额", "约定的金额", lambda f: wording.money(f.dispute.amount_agreed)),
    Placeholder(
        "协议金额大写", "约定金额的大写", lambda f: wording.capital_money(f.dispute.amount_agreed)
    ),
    Placeholder(
        "协议日期",
        "达成协议的日期",
        lambda f: wording.day(f.agreement.agreed_on) if f.agreement else "",
        Blank.DAY,
    ),
    Placeholder(
        "生效日期",
        "协议生效的日期",
        lambda f: wording.day(f.agreement.effective_on) if f.agreement else "",
        Blank.DAY,
    ),
    Placeholder(
        "司法确认期限",
        "共同申请司法确认的最后一天（生效后30日）",
        lambda f: wording.day(f.limit(Clock.CONFIRM)),
        Blank.DAY,
    ),
    Placeholder(
        "调解员",
        "主持调解的人",
        lambda f: (f.agreement.mediator if f.agreement else "") or f.dispute.handler,
    ),
)


def _letter(field: str) -> Callable[[CaseFacts], str]:
    """A field of the letter or talk that the document puts on paper."""

    def value(facts: CaseFacts) -> str:
        found = getattr(facts.letter, field) if facts.letter else ""
        return found if isinstance(found, str) else wording.day(found)

    return value


_LETTER = (
    Placeholder("函号", "三函一约谈的编号", _letter("number")),
    Placeholder("函件标题", "三函一约谈的标题", _letter("title")),
    Placeholder("函件内容", "三函一约谈的内容", _letter("text"), Blank.LONG),
    Placeholder("收函单位", "发给谁，或约谈谁", _letter("owner")),
    Placeholder("发函日期", "发函或约谈的日期", _letter("asked_on"), Blank.DAY),
    Placeholder("回复期限", "应回复的日期", _letter("due_on"), Blank.DAY),
    Placeholder("回复内容", "收到的回复", _letter("answer"), Blank.LONG),
)

GROUPS: dict[str, tuple[Placeholder, ...]] = {
    "案件": _CASE,
    "单位和日期": _PLACES,
    "当事人": _PEOPLE,
    "办理": _STEPS,
    "调解协议": _AGREEMENT,
    "三函一约谈": _LETTER,
}
"""All placeholders under the headings of the help page."""

PLACEHOLDERS = {one.name: one for group in GROUPS.values() for one in group}
