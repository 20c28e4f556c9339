"""A meeting on paper: an agenda before it was held, what was said and decided after."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx

from gridapp.reports import meetings
from gridapp.reports.documents.paper import lay_out
from gridapp.reports.meetings import Action, Matter, Minutes
from tests.reports.test_word import dump

MATTERS = (
    Matter(
        "2026-000-0001", "宅基地边界纠纷", "办理中", date(2026, 11, 9), ("司法所牵头。", "周五前")
    ),
    Matter("2026-000-0002", "借款纠纷", "已登记", date(2026, 11, 26), ()),
)
ACTIONS = (
    Action("约双方现场丈量", "韦国平", date(2026, 11, 27), ""),
    Action("报送小结", "覃秀英", date(2026, 11, 25), "已报。"),
)
HELD = Minutes(
    unit="坪岭村",
    title="周研判会",
    day=date(2026, 11, 20),
    held=True,
    chair="韦国平",
    place="村委会",
    matters=MATTERS,
    minutes="逐案研判。\x0b联系13812345678。",
    actions=ACTIONS,
    made_on=date(2026, 11, 22),
)


def test_minutes_tell_what_was_said_of_each_case_and_what_was_decided() -> None:
    assert list(dump(meetings.document(HELD))) == [
        "坪岭村周研判会纪要",
        "时间：2026年11月20日",
        "地点：村委会",
        "主持人：韦国平",
        "一、会商议题",
        "序号 | 案件编号 | 案件 | 状态 | 办理期限",
        "1 | 2026-000-0001 | 宅基地边界纠纷 | 办理中 | 2026-11-09",
        "2 | 2026-000-0002 | 借款纠纷 | 已登记 | 2026-11-26",
        "",
        "二、会商意见",
        "逐案研判。",
        "联系138****5678。",
        "1. 宅基地边界纠纷：司法所牵头。 周五前",
        "三、议定事项",
        "序号 | 事项 | 责任人 | 完成时限 | 完成情况",
        "1 | 约双方现场丈量 | 韦国平 | 2026-11-27 | ",
        "2 | 报送小结 | 覃秀英 | 2026-11-25 | 已报。",
        "",
    ]


def test_an_agenda_has_no_part_for_what_was_not_said_yet() -> None:
    bare = tuple(replace(matter, notes=()) for matter in MATTERS)
    coming = replace(HELD, held=False, matters=bare, minutes="", actions=())
    lines = list(dump(meetings.document(coming)))
    assert lines[0] == "坪岭村周研判会议程"
    assert "二、会商意见" not in lines
    assert "三、议定事项" not in lines


def test_a_meeting_without_cases_says_so() -> None:
    lines = list(dump(meetings.document(replace(HELD, matters=(), actions=(), minutes=""))))
    assert lines[4:] == ["一、会商议题", "无。", "二、会商意见", "无。", "三、议定事项", "无。"]


def test_the_same_minutes_give_the_same_bytes_and_can_be_previewed(tmp_path: Path) -> None:
    first, second = tmp_path / "1.docx", tmp_path / "2.docx"
    meetings.write(HELD, first)
    meetings.write(HELD, second)
    assert first.read_bytes() == second.read_bytes()
    paper = lay_out(docx.Document(str(first)), HELD.name)
    assert paper.whole
    assert "约双方现场丈量" in paper.html
    assert paper.html.count("<thead>") == 2, "headings stand on every page"
