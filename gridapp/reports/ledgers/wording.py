"""How choices are called in a ledger."""

from collections.abc import Mapping
from datetime import date

from gridapp.contract.casework import TaskKind
from gridapp.contract.disputes import State
from gridapp.contract.grids import Identity, Level, PostKind
from gridapp.contract.households import Residence
from gridapp.contract.screening import Outcome, RoundKind
from gridapp.reports.wording import month_and_day

STATES = {
    State.REGISTERED.value: "已登记",
    State.ACCEPTED.value: "已受理",
    State.NOT_ACCEPTED.value: "不予受理",
    State.DIVERTED.value: "转法定途径",
    State.REFERRED.value: "已转送交办",
    State.HANDLED.value: "办理中",
    State.ANSWERED.value: "已答复",
    State.REVIEWED.value: "复查中",
    State.RE_REVIEWED.value: "复核中",
    State.CONCLUDED.value: "已办结",
    State.STRUCK_OFF.value: "已销号",
}
OUTCOMES = {
    Outcome.QUIET.value: "无纠纷",
    Outcome.DISPUTE.value: "有纠纷",
    Outcome.ABSENT.value: "不在家",
    Outcome.UNRECEPTIVE.value: "不便接待",
    Outcome.MOVED.value: "已搬离",
}
ROUNDS = {
    RoundKind.ROUTINE.value: "常态排查",
    RoundKind.DYNAMIC.value: "动态排查",
    RoundKind.CENTRALISED.value: "集中排查",
}
RESIDENCES = {
    Residence.PRESENT.value: "正常",
    Residence.AWAY.value: "外出",
    Residence.MOVED.value: "迁出",
    Residence.DEAD.value: "死亡",
}
IDENTITIES = {
    Identity.PARTY_MEMBER.value: "党员",
    Identity.APPLICANT.value: "入党积极分子",
    Identity.ELDER.value: "五老",
    Identity.WORTHY.value: "乡贤",
    Identity.CADRE.value: "村干部",
    Identity.POLICE_AUXILIARY.value: "辅警",
    Identity.GRID_WORKER.value: "专职网格员",
    Identity.OTHER.value: "其他",
}
GRID_KINDS = {Level.MICRO.value: "微网格", Level.DEDICATED.value: "专属网格"}
POSTS = {
    PostKind.MICRO_LEADER.value: "微网格长",
    PostKind.GRID_LEADER.value: "网格长",
    PostKind.AGENT.value: "代办员",
    PostKind.MEDIATOR.value: "调解员",
    PostKind.CASE_LEADER.value: "包案领导",
}
TASKS = {
    TaskKind.WHISTLE.value: "吹哨",
    TaskKind.CO_HANDLING.value: "协办",
    TaskKind.PLAN_STEP.value: "措施",
    TaskKind.INSTRUCTION.value: "领导批示",
    TaskKind.REMINDER_LETTER.value: "工作提醒函",
    TaskKind.SUPERVISION_LETTER.value: "重点督办函",
    TaskKind.ACCOUNTABILITY_LETTER.value: "问责建议函",
    TaskKind.TALK.value: "工作约谈",
    TaskKind.INSTALMENT.value: "分期付款",
    TaskKind.FOLLOW_UP.value: "回访",
    TaskKind.MEETING_ACTION.value: "会议议定事项",
}


def each(names: Mapping[str, str], joined: str) -> str:
    """Several keys joined by 、, each by its name."""
    return "、".join(names.get(key, key) for key in joined.split("、"))


def pressed(lines: str) -> str:
    """What was pressed for, one by one: ``11月3日工作提醒函永工提〔2026〕3号（未回复）``."""
    return "；".join(map(_pressed, lines.splitlines()))


def _pressed(line: str) -> str:
    kind, number, asked_on, done_on = line.split("|")
    state = "已回复" if done_on else "未回复"
    return f"{_month_and_day(asked_on)}{TASKS.get(kind, kind)}{number}（{state}）"


def struck_off(text: str) -> str:
    """``11月16日销号``; 待销号 when concluded, else 未销号. ``text``: the day, or the state."""
    if text[:1].isdigit():
        return f"{_month_and_day(text)}销号"
    return "待销号" if text == State.CONCLUDED else "未销号"


def _month_and_day(iso: str) -> str:
    return month_and_day(date.fromisoformat(iso))
