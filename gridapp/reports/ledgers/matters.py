"""What ledgers of matters offer: cases, what is owed in them, receptions by leaders."""

from functools import partial

from gridapp.contract.codes import CATEGORIES, POLICY_FIELDS, SCALE, SOURCES, category_name
from gridapp.reports.documents.wording import CONCLUSIONS, LEVELS, RATINGS
from gridapp.reports.ledgers import wording
from gridapp.reports.ledgers.columns import Column, Cover, Sort
from gridapp.reports.ledgers.source_kind import (
    PARTIES,
    TOWNSHIP,
    UNIT,
    SourceKind,
    choice,
    columns,
    day,
    named,
    number,
)
from gridapp.store.reports.ledgers import Source

CASES = SourceKind(
    Source.CASES,
    "案件",
    columns(
        UNIT,
        TOWNSHIP,
        Column("number", "案件编号", 8),
        Column("title", "案件名称", 14, cover=Cover.TEXT),
        Column("brief", "简要情况", 20, cover=Cover.TEXT),
        Column("answerable", "责任单位责任人", 9, say=str.strip),
        Column("handling_unit", "责任单位", 7),
        Column("handler", "责任人", 5),
        day("due_on", "化解时限"),
        Column(
            "progress",
            "化解情况",
            18,
            cover=Cover.TEXT,
            say=partial(named, wording.STATES),
        ),
        Column("pressed", "交办督办情况", 14, say=wording.pressed),
        Column("struck_off", "销号情况", 6, say=wording.struck_off),
        PARTIES,
        Column("category", "纠纷类型", 10, say=category_name),
        choice("source", "来源", 6, SOURCES),
        choice("scale", "规模", 6, SCALE),
        number("people", "涉及人数"),
        Column("claimed", "涉及金额（元）", 7, Sort.MONEY),
        Column("agreed", "协议金额（元）", 7, Sort.MONEY),
        choice("field", "领域", 7, POLICY_FIELDS),
        choice("state", "状态", 5, wording.STATES),
        choice("level", "办理层级", 6, LEVELS),
        Column("leader", "包案领导", 5),
        day("leader_due_on", "包案期限"),
        Column("agent", "代办员", 5),
        Column("first_receiver", "首接人", 5),
        Column("registered_by", "登记人", 5),
        day("occurred_on", "发生日期"),
        day("registered_on", "登记日期"),
        day("accepted_on", "受理日期"),
        day("answered_on", "答复日期"),
        day("concluded_on", "办结日期"),
        choice("conclusion", "办结方式", 6, CONCLUSIONS),
        day("struck_off_on", "销号日期"),
        choice("rating", "满意度", 5, RATINGS),
    ),
    names="parties",
    shelves={
        "open": "在办",
        "overdue": "超期未办结",
        "concluded": "已办结",
        "to_strike_off": "待销号",
        "prominent": "突出矛盾纠纷",
        "with_agent": "信访代办",
        "with_leader": "领导包案",
        "group": "群体性",
    },
    categories={key: name for key, (name, _) in CATEGORIES.items()},
)

TASKS = SourceKind(
    Source.TASKS,
    "交办督办",
    columns(
        UNIT,
        TOWNSHIP,
        Column("case_number", "案件编号", 8),
        Column("case_title", "案件名称", 14, cover=Cover.TEXT),
        PARTIES,
        choice("kind", "类别", 6, wording.TASKS),
        Column("number", "文号", 9),
        Column("title", "事项", 12, cover=Cover.TEXT),
        Column("text", "内容", 16, cover=Cover.TEXT),
        Column("owner", "责任人", 6, cover=Cover.TEXT),
        Column("asked_by", "交办人", 5),
        day("asked_on", "交办日期"),
        day("due_on", "期限"),
        day("signed_on", "签收日期"),
        day("done_on", "完成日期"),
        Column("answer", "完成情况", 14, cover=Cover.TEXT),
        Column("amount", "金额（元）", 7, Sort.MONEY),
    ),
    names="parties",
    shelves={"open": "未完成", "overdue": "超期未完成", "done": "已完成", "letters": "三函一约谈"},
    categories=wording.TASKS,
)

RECEPTIONS = SourceKind(
    Source.RECEPTIONS,
    "领导接访",
    columns(
        day("day", "日期"),
        Column("leader", "领导", 5),
        Column("place", "地点", 9),
        number("groups", "批次"),
        number("people", "人次"),
        choice("field", "领域", 7, POLICY_FIELDS),
        Column("result", "结果", 16, cover=Cover.TEXT),
        UNIT,
        TOWNSHIP,
        Column("post", "职务", 7),
        Column("hours", "时间", 6),
        number("cases", "转为案件"),
    ),
    shelves={"held": "已接访", "to_come": "未接访"},
    categories=POLICY_FIELDS,
)
