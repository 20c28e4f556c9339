"""What ledgers of the grid tree offer: micro-grids, and who holds a post."""

from functools import partial

from gridapp.reports.ledgers import wording
from gridapp.reports.ledgers.columns import Column, Cover
from gridapp.reports.ledgers.source_kind import (
    PHONE,
    TOWNSHIP,
    UNIT,
    SourceKind,
    choice,
    columns,
    day,
    number,
)
from gridapp.store.reports.ledgers import Source

GRIDS = SourceKind(
    Source.GRIDS,
    "微网格",
    columns(
        Column("unit", "村", 6),
        Column("above", "网格", 6),
        Column("code", "微网格编号", 8),
        Column("name", "微网格名称", 8),
        Column("range", "范围", 8),
        number("households", "户数"),
        number("members", "人口"),
        Column("leader", "微网格长", 5),
        Column("identity", "身份类别", 6, say=partial(wording.each, wording.IDENTITIES)),
        Column("phone", "电话", 7, cover=Cover.PHONE),
        Column("grid_leader", "网格长", 5),
        Column("since", "任职时间", 6),
        Column("contact", "备注", 8, cover=Cover.TEXT),
        TOWNSHIP,
        choice("kind", "类别", 5, wording.GRID_KINDS),
    ),
    shelves={"led": "有微网格长", "vacant": "空缺"},
    categories=wording.GRID_KINDS,
)

POSTS = SourceKind(
    Source.POSTS,
    "任职人员",
    columns(
        UNIT,
        TOWNSHIP,
        Column("village", "村（社区）", 6),
        choice("kind", "岗位", 6, wording.POSTS),
        Column("holder", "姓名", 5),
        choice("identity", "身份类别", 6, wording.IDENTITIES),
        PHONE,
        day("since", "任职时间"),
        day("until", "离任时间"),
        Column("skills", "特长", 8),
    ),
    shelves={"now": "在任", "ended": "已离任"},
    categories=wording.POSTS,
)
