"""What ledgers of homes offer: their members, and the visits to them."""

from gridapp.contract.codes import RELATIONS, SEX
from gridapp.reports.ledgers import wording
from gridapp.reports.ledgers.columns import Column, Cover, Sort
from gridapp.reports.ledgers.source_kind import (
    PHONE,
    TOWNSHIP,
    VILLAGE,
    SourceKind,
    choice,
    columns,
    day,
    number,
)
from gridapp.store.reports.ledgers import Source

_HEAD = Column("head", "户主姓名", 5, cover=Cover.NAME)
_NOTE = Column("note", "备注", 10, cover=Cover.TEXT)

MEMBERS = SourceKind(
    Source.MEMBERS,
    "住户和成员",
    columns(
        Column("group", "村民组", 4),
        Column("number", "户号", 4),
        number("size", "人口数"),
        _HEAD,
        Column("name", "姓名", 5, cover=Cover.NAME),
        choice("relation", "与户主关系", 6, RELATIONS),
        choice("sex", "性别", 3, SEX),
        Column("citizen_number", "身份证号码", 10, cover=Cover.CITIZEN),
        number("age", "年龄"),
        Column("born_on", "出生日期", 6, Sort.DAY, Cover.BIRTHDAY),
        PHONE,
        Column("address", "现居住地址", 12),
        choice("residence", "状态", 4, wording.RESIDENCES),
        _NOTE,
        VILLAGE,
        Column("grid", "微网格", 6),
        TOWNSHIP,
    ),
    names="people",
    shelves={"living": "不含死亡", "here": "在家", "heads": "只列户主"},
    categories=wording.RESIDENCES,
)

VISITS = SourceKind(
    Source.VISITS,
    "入户排查",
    columns(
        day("visited_on", "排查日期"),
        VILLAGE,
        Column("grid", "微网格", 6),
        TOWNSHIP,
        Column("group", "村民组", 4),
        Column("number", "户号", 4),
        _HEAD,
        Column("address", "住址", 10),
        choice("outcome", "排查结果", 5, wording.OUTCOMES),
        Column("visitor", "排查人", 5),
        _NOTE,
        Column("round", "排查轮次", 9),
        choice("kind", "排查方式", 5, wording.ROUNDS),
    ),
    names="people",
    shelves={"quiet": "无纠纷", "dispute": "有纠纷", "absent": "不在家", "other": "其他"},
    categories=wording.ROUNDS,
)
