"""Placeholders of the case itself, of its units and of its parties."""

from gridapp.contract.codes import SCALE, SOURCES, category_name
from gridapp.contract.disputes import Side
from gridapp.reports.documents import wording
from gridapp.reports.documents.facts import PartyFacts
from gridapp.reports.documents.placeholder import Blank, Placeholder


def _names(parties: tuple[PartyFacts, ...]) -> str:
    return "、".join(party.name for party in parties)


CASE = (
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
    Placeholder(
        "销号日期", "销号的日期", lambda f: wording.day(f.dispute.struck_off_on), Blank.DAY
    ),
)

PLACES = (
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

PEOPLE = (
    Placeholder("申请人", "申请人姓名；没有注明时为甲方", lambda f: _names(f.applicants)),
    Placeholder("被申请人", "被申请人姓名；没有注明时为乙方", lambda f: _names(f.respondents)),
    Placeholder("甲方", "甲方姓名", lambda f: _names(f.on(Side.FIRST))),
    Placeholder("乙方", "乙方姓名", lambda f: _names(f.on(Side.SECOND))),
    Placeholder("各方", "全部当事人姓名", lambda f: _names(f.parties)),
)
