"""Placeholders of the steps of a case, of its agreement and of a letter about it."""

from collections.abc import Callable
from datetime import date

from gridapp.contract.disputes import EventKind
from gridapp.domain.disputes.agreements import confirmation_limit, effective_on
from gridapp.domain.disputes.clocks import Clock
from gridapp.domain.disputes.mediation import remedies
from gridapp.reports.documents import wording
from gridapp.reports.documents.facts import CaseFacts
from gridapp.reports.documents.placeholder import Blank, Placeholder

_E = EventKind


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


def _said(facts: CaseFacts, name: str, *kinds: EventKind) -> str:
    """What the latest step of these kinds says beside its words."""
    event = facts.last(*kinds)
    return str(event.data.get(name, "")) if event else ""


def _day_said(facts: CaseFacts, name: str, *kinds: EventKind) -> str:
    """The same of a day; "" when it is none."""
    try:
        return wording.day(date.fromisoformat(_said(facts, name, *kinds)))
    except ValueError:
        return ""


def _all_texts(facts: CaseFacts, *kinds: EventKind) -> str:
    """What was written down each time, with its day."""
    lines = (f"{wording.day(e.happened_on)}：{e.text}" for e in facts.all_of(*kinds) if e.text)
    return "\n".join(lines)


def _remedies(facts: CaseFacts) -> str:
    """Where the parties may turn instead of mediation, each with its article, numbered."""
    lines = []
    for number, remedy in zip("一二三四五", remedies(facts.dispute.category), strict=False):
        law, article, rest = remedy.source.partition("第")
        lines.append(f"{number}、{remedy.text}（《{law}》{article}{rest}）；")
    return "\n".join(lines)


def _other_unit(facts: CaseFacts) -> str:
    """The unit that the case was last referred to."""
    event = facts.last(_E.REFERRED)
    return facts.units.get(str(event.data.get("unit", "")), "") if event else ""


STEPS = (
    Placeholder("受理日期", "受理的日期", lambda f: wording.day(f.dispute.accepted_on), Blank.DAY),
    Placeholder(
        "不予受理理由",
        "不予受理或引导法定途径时写的理由",
        lambda f: _text(f, _E.NOT_ACCEPTED, _E.DIVERTED),
        Blank.LONG,
    ),
    Placeholder(
        "引导途径",
        "引导当事人去走的法定途径",
        lambda f: _said(f, "channel", _E.DIVERTED),
        Blank.LONG,
    ),
    Placeholder("引导说明", "引导法定途径时写的话", lambda f: _text(f, _E.DIVERTED), Blank.LONG),
    Placeholder(
        "送达回执",
        "不予受理、引导法定途径的回执：编号或者签收人",
        lambda f: _said(f, "receipt", _E.NOT_ACCEPTED, _E.DIVERTED),
    ),
    Placeholder(
        "回执日期",
        "不予受理、引导法定途径的签收日期",
        lambda f: _day_said(f, "receipt_on", _E.NOT_ACCEPTED, _E.DIVERTED),
        Blank.DAY,
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
    Placeholder("法定途径", "不调解时这类纠纷可以走的途径，附条文，一行一条", _remedies),
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
    Placeholder("办结情况", "办结时写的话", lambda f: _text(f, _E.CONCLUDED), Blank.LONG),
)

AGREEMENT = (
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
        lambda f: wording.day(effective_on(f.agreement)) if f.agreement else "",
        Blank.DAY,
    ),
    Placeholder(
        "司法确认期限",
        "共同申请司法确认的最后一天（生效后30日）",
        lambda f: wording.day(confirmation_limit(f.agreement)) if f.agreement else "",
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


LETTER = (
    Placeholder("函号", "三函一约谈的编号", _letter("number")),
    Placeholder("函件标题", "三函一约谈的标题", _letter("title")),
    Placeholder("函件内容", "三函一约谈的内容", _letter("text"), Blank.LONG),
    Placeholder("收函单位", "发给谁，或约谈谁", _letter("owner")),
    Placeholder("发函日期", "发函或约谈的日期", _letter("asked_on"), Blank.DAY),
    Placeholder("回复期限", "应回复的日期", _letter("due_on"), Blank.DAY),
    Placeholder("回复内容", "收到的回复", _letter("answer"), Blank.LONG),
)
