"""How dates, money and choices are written in a document."""

from datetime import date

from gridapp.contract.disputes import Conclusion, EventKind, PartyRole, Rating, Side
from gridapp.domain.money import yuan

SIDES = {Side.FIRST.value: "甲方", Side.SECOND.value: "乙方"}
ROLES = {
    PartyRole.APPLICANT.value: "申请人",
    PartyRole.RESPONDENT.value: "被申请人",
    PartyRole.ACCUSED.value: "被反映人",
    PartyRole.THIRD.value: "第三人",
}
LEVELS = {"village": "村（社区）", "township": "乡镇（街道）", "county": "县"}
CONCLUSIONS = {
    Conclusion.SUBSTANTIVE.value: "实质性办结",
    Conclusion.INTERIM.value: "阶段性办结",
    Conclusion.PROCEDURAL.value: "程序性办结",
}
RATINGS = {
    Rating.SATISFIED.value: "满意",
    Rating.MOSTLY.value: "基本满意",
    Rating.UNSATISFIED.value: "不满意",
    Rating.NOT_ASKED.value: "未评价",
}
EVENTS = {
    EventKind.REGISTERED: "登记",
    EventKind.ACCEPTED: "受理",
    EventKind.NOT_ACCEPTED: "不予受理",
    EventKind.DIVERTED: "引导法定途径",
    EventKind.REFERRED: "转送交办",
    EventKind.RETURNED: "退回",
    EventKind.HANDLED: "办理",
    EventKind.ESCALATED: "提级",
    EventKind.EXTENSION_ASKED: "申请延期",
    EventKind.EXTENDED: "批准延期",
    EventKind.EXTENSION_REFUSED: "不准延期",
    EventKind.CONSENT_GIVEN: "同意调解",
    EventKind.CONSENT_REFUSED: "拒绝调解",
    EventKind.AGREED: "达成协议",
    EventKind.CONFIRMATION_ASKED: "申请司法确认",
    EventKind.CONFIRMED: "司法确认",
    EventKind.LEADER_ASSIGNED: "包案",
    EventKind.DISCUSSED: "会商研判",
    EventKind.TASK_GIVEN: "交办任务",
    EventKind.TASK_SIGNED: "签收",
    EventKind.TASK_ANSWERED: "反馈任务",
    EventKind.FEEDBACK: "向群众反馈",
    EventKind.ANSWERED: "答复",
    EventKind.REVIEW_ASKED: "申请复查",
    EventKind.REVIEW_DECIDED: "复查决定",
    EventKind.RE_REVIEW_ASKED: "申请复核",
    EventKind.RE_REVIEW_DECIDED: "复核决定",
    EventKind.FOLLOWED_UP: "回访",
    EventKind.RATED: "评价",
    EventKind.CONCLUDED: "办结",
    EventKind.STRUCK_OFF: "销号",
    EventKind.REOPENED: "重新打开",
}
"""Steps that the record of the handling tells; others are left out of it."""

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


def day(value: date | None) -> str:
    """``2026年11月22日``; "" for an unknown day."""
    return f"{value.year}年{value.month}月{value.day}日" if value else ""


def age(born_on: date | None, today: date) -> str:
    """Whole years, ``52岁``."""
    if born_on is None:
        return ""
    before_birthday = (today.month, today.day) < (born_on.month, born_on.day)
    return f"{today.year - born_on.year - before_birthday}岁"


def money(fen: int | None) -> str:
    """``1,200元``, ``0.50元``; "" when no amount is known."""
    return "" if fen is None else f"{yuan(fen).replace('¥', '')}元"


def capital_money(fen: int | None) -> str:
    """``壹仟贰佰元整``: numerals that nobody can alter, as agreements and receipts write them."""
    if fen is None:
        return ""
    whole, rest = divmod(fen, 100)
    jiao, cents = divmod(rest, 10)
    written = f"{_capital(whole)}元" if whole or not rest else ""
    if not rest:
        return f"{written}整"
    if jiao:
        written += f"{_DIGITS[jiao]}角"
    elif whole:
        written += "零"
    return written + (f"{_DIGITS[cents]}分" if cents else "整")


def _capital(number: int) -> str:
    """A whole number: groups of four digits, one 零 for any run of zeros between digits."""
    if number == 0:
        return _DIGITS[0]
    written, gap, group = "", False, 0
    while number:
        number, four = divmod(number, 10_000)
        if four:
            zero = _DIGITS[0] if gap else ""
            written = _four(four) + _GROUPS[group] + zero + written
        gap = bool(written) and (four < 1000)
        group += 1
    return written


def _four(number: int) -> str:
    """1 to 9999."""
    written, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            written += (_DIGITS[0] if gap and written else "") + _DIGITS[digit] + _PLACES[place]
            gap = False
        else:
            gap = True
    return written
