"""The sources of ledgers: their columns under the usual headings, their shelves and categories."""

from dataclasses import dataclass, field
from functools import partial

from gridapp.contract.codes import (
    CATEGORIES,
    POLICY_FIELDS,
    RELATIONS,
    SCALE,
    SEX,
    SOURCES,
    category_name,
)
from gridapp.reports.documents.wording import CONCLUSIONS, LEVELS, RATINGS
from gridapp.reports.ledgers import wording
from gridapp.reports.ledgers.columns import NUMBER, Column, Cover, Sort
from gridapp.store.reports.ledgers import Source


@dataclass(frozen=True)
class SourceKind:
    """What a ledger of a source can hold. ``names``: the field with the names of those concerned,
    which are covered in what somebody wrote; "" when there is none. ``shelves`` and ``categories``:
    what it can be narrowed to, each by its code.
    """

    source: Source
    name: str
    columns: dict[str, Column]
    names: str = ""
    shelves: dict[str, str] = field(default_factory=dict)
    categories: dict[str, str] = field(default_factory=dict)


def _columns(*columns: Column) -> dict[str, Column]:
    return {column.key: column for column in (NUMBER, *columns)}


def _named(names: dict[str, str], key: str) -> str:
    return names.get(key, key)


def _choice(key: str, heading: str, wide: int, names: dict[str, str]) -> Column:
    return Column(key, heading, wide, say=partial(_named, names))


def _day(key: str, heading: str) -> Column:
    return Column(key, heading, 6, Sort.DAY)


def _number(key: str, heading: str) -> Column:
    return Column(key, heading, 4, Sort.NUMBER)


_TOWNSHIP = Column("township", "乡镇（街道）", 6)
_UNIT = Column("unit", "单位", 6)
_VILLAGE = Column("unit", "村（社区）", 6)
_PARTIES = Column("parties", "当事人", 8, cover=Cover.NAME)
_PHONE = Column("phone", "联系电话", 7, cover=Cover.PHONE)
_HEAD = Column("head", "户主姓名", 5, cover=Cover.NAME)
_ADDRESS = Column("address", "现居住地址", 12)
_NOTE = Column("note", "备注", 10, cover=Cover.TEXT)

CASES = SourceKind(
    Source.CASES,
    "案件",
    _columns(
        _UNIT,
        _TOWNSHIP,
        Column("number", "案件编号", 8),
        Column("title", "案件名称", 14, cover=Cover.TEXT),
        Column("brief", "简要情况", 20, cover=Cover.TEXT),
        Column("answerable", "责任单位责任人", 9, say=str.strip),
        Column("handling_unit", "责任单位", 7),
        Column("handler", "责任人", 5),
        _day("due_on", "化解时限"),
        Column(
            "progress",
            "化解情况",
            18,
            cover=Cover.TEXT,
            say=partial(_named, wording.STATES),
        ),
        Column("pressed", "交办督办情况", 14, say=wording.pressed),
        Column("struck_off", "销号情况", 6, say=wording.struck_off),
        _PARTIES,
        Column("category", "纠纷类型", 10, say=category_name),
        _choice("source", "来源", 6, SOURCES),
        _choice("scale", "规模", 6, SCALE),
        _number("people", "涉及人数"),
        Column("claimed", "涉及金额（元）", 7, Sort.MONEY),
        Column("agreed", "协议金额（元）", 7, Sort.MONEY),
        _choice("field", "领域", 7, POLICY_FIELDS),
        _choice("state", "状态", 5, wording.STATES),
        _choice("level", "办理层级", 6, LEVELS),
        Column("leader", "包案领导", 5),
        _day("leader_due_on", "包案期限"),
        Column("agent", "代办员", 5),
        Column("first_receiver", "首接人", 5),
        Column("registered_by", "登记人", 5),
        _day("occurred_on", "发生日期"),
        _day("registered_on", "登记日期"),
        _day("accepted_on", "受理日期"),
        _day("answered_on", "答复日期"),
        _day("concluded_on", "办结日期"),
        _choice("conclusion", "办结方式", 6, CONCLUSIONS),
        _day("struck_off_on", "销号日期"),
        _choice("rating", "满意度", 5, RATINGS),
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

VISITS = SourceKind(
    Source.VISITS,
    "入户排查",
    _columns(
        _day("visited_on", "排查日期"),
        _VILLAGE,
        Column("grid", "微网格", 6),
        _TOWNSHIP,
        Column("group", "村民组", 4),
        Column("number", "户号", 4),
        _HEAD,
        Column("address", "住址", 10),
        _choice("outcome", "排查结果", 5, wording.OUTCOMES),
        Column("visitor", "排查人", 5),
        _NOTE,
        Column("round", "排查轮次", 9),
        _choice("kind", "排查方式", 5, wording.ROUNDS),
    ),
    names="people",
    shelves={"quiet": "无纠纷", "dispute": "有纠纷", "absent": "不在家", "other": "其他"},
    categories=wording.ROUNDS,
)

RECEPTIONS = SourceKind(
    Source.RECEPTIONS,
    "领导接访",
    _columns(
        _day("day", "日期"),
        Column("leader", "领导", 5),
        Column("place", "地点", 9),
        _number("groups", "批次"),
        _number("people", "人次"),
        _choice("field", "领域", 7, POLICY_FIELDS),
        Column("result", "结果", 16, cover=Cover.TEXT),
        _UNIT,
        _TOWNSHIP,
        Column("post", "职务", 7),
        Column("hours", "时间", 6),
        _number("cases", "转为案件"),
    ),
    shelves={"held": "已接访", "to_come": "未接访"},
    categories=POLICY_FIELDS,
)

MEMBERS = SourceKind(
    Source.MEMBERS,
    "住户和成员",
    _columns(
        Column("group", "村民组", 4),
        Column("number", "户号", 4),
        _number("size", "人口数"),
        _HEAD,
        Column("name", "姓名", 5, cover=Cover.NAME),
        _choice("relation", "与户主关系", 6, RELATIONS),
        _choice("sex", "性别", 3, SEX),
        Column("citizen_number", "身份证号码", 10, cover=Cover.CITIZEN),
        _number("age", "年龄"),
        Column("born_on", "出生日期", 6, Sort.DAY, Cover.BIRTHDAY),
        _PHONE,
        _ADDRESS,
        _choice("residence", "状态", 4, wording.RESIDENCES),
        _NOTE,
        _VILLAGE,
        Column("grid", "微网格", 6),
        _TOWNSHIP,
    ),
    names="people",
    shelves={"living": "不含死亡", "here": "在家", "heads": "只列户主"},
    categories=wording.RESIDENCES,
)

GRIDS = SourceKind(
    Source.GRIDS,
    "微网格",
    _columns(
        Column("unit", "村", 6),
        Column("above", "网格", 6),
        Column("code", "微网格编号", 8),
        Column("name", "微网格名称", 8),
        Column("range", "范围", 8),
        _number("households", "户数"),
        _number("members", "人口"),
        Column("leader", "微网格长", 5),
        Column("identity", "身份类别", 6, say=partial(wording.each, wording.IDENTITIES)),
        Column("phone", "电话", 7, cover=Cover.PHONE),
        Column("grid_leader", "网格长", 5),
        Column("since", "任职时间", 6),
        Column("contact", "备注", 8, cover=Cover.TEXT),
        _TOWNSHIP,
        _choice("kind", "类别", 5, wording.GRID_KINDS),
    ),
    shelves={"led": "有微网格长", "vacant": "空缺"},
    categories=wording.GRID_KINDS,
)

POSTS = SourceKind(
    Source.POSTS,
    "任职人员",
    _columns(
        _UNIT,
        _TOWNSHIP,
        Column("village", "村（社区）", 6),
        _choice("kind", "岗位", 6, wording.POSTS),
        Column("holder", "姓名", 5),
        _choice("identity", "身份类别", 6, wording.IDENTITIES),
        _PHONE,
        _day("since", "任职时间"),
        _day("until", "离任时间"),
        Column("skills", "特长", 8),
    ),
    shelves={"now": "在任", "ended": "已离任"},
    categories=wording.POSTS,
)

TASKS = SourceKind(
    Source.TASKS,
    "交办督办",
    _columns(
        _UNIT,
        _TOWNSHIP,
        Column("case_number", "案件编号", 8),
        Column("case_title", "案件名称", 14, cover=Cover.TEXT),
        _PARTIES,
        _choice("kind", "类别", 6, wording.TASKS),
        Column("number", "文号", 9),
        Column("title", "事项", 12, cover=Cover.TEXT),
        Column("text", "内容", 16, cover=Cover.TEXT),
        Column("owner", "责任人", 6, cover=Cover.TEXT),
        Column("asked_by", "交办人", 5),
        _day("asked_on", "交办日期"),
        _day("due_on", "期限"),
        _day("signed_on", "签收日期"),
        _day("done_on", "完成日期"),
        Column("answer", "完成情况", 14, cover=Cover.TEXT),
        Column("amount", "金额（元）", 7, Sort.MONEY),
    ),
    names="parties",
    shelves={"open": "未完成", "overdue": "超期未完成", "done": "已完成", "letters": "三函一约谈"},
    categories=wording.TASKS,
)

KINDS = {one.source: one for one in (CASES, VISITS, RECEPTIONS, MEMBERS, GRIDS, POSTS, TASKS)}
"""Every source."""
