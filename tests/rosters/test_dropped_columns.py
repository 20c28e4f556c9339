"""What may never be imported is named, and not one value of it leaves the reader."""

from pathlib import Path

import pytest

from gridapp.rosters import wire
from gridapp.rosters.check import report
from gridapp.rosters.headings import meaning_of
from gridapp.rosters.proposal import DropReason
from gridapp.rosters.reading import read_roster
from tests.rosters.making import ADULT, Rows, one_sheet

NEVER = {
    "宗教信仰": DropReason.RELIGION,
    "重点标识": DropReason.LABEL,
    "关注程度": DropReason.LABEL,
    "人口类型标签": DropReason.LABEL,
    "涉稳类别": DropReason.LABEL,
    "是否上访": DropReason.PETITION,
    "信访记录": DropReason.PETITION,
    "残疾类别": DropReason.HEALTH,
    "是否精神障碍患者": DropReason.HEALTH,
    "健康状况": DropReason.HEALTH,
    "刑满释放人员": DropReason.CRIMINAL,
    "是否社区矫正": DropReason.CRIMINAL,
    "吸毒": DropReason.CRIMINAL,
    "风险等级": DropReason.RISK,
    "备注（是否信访人员）": DropReason.PETITION,
    "主要诉求": DropReason.PETITION,
    "信用情况": DropReason.RISK,
    "稳定等级": DropReason.LABEL,
    "性格特点": DropReason.LABEL,
}
NEEDLESS = (
    "信用社账号",
    "民族",
    "文化程度",
    "婚姻状况",
    "政治面貌",
    "血型",
    "务工类型",
    "务工地址",
    "户口性质",
)


@pytest.mark.parametrize("heading", NEVER)
def test_a_forbidden_heading_is_known_with_its_reason(heading: str) -> None:
    spaced = " ".join(heading) + "\n"
    assert meaning_of(spaced).drop == NEVER[heading]
    assert meaning_of(spaced).field is None


@pytest.mark.parametrize("heading", NEEDLESS)
def test_a_needless_heading_is_left_out_without_alarm(heading: str) -> None:
    assert meaning_of(heading).drop == DropReason.NEEDLESS


def test_no_value_of_a_column_that_is_not_read_leaves_the_reader(tmp_path: Path) -> None:
    unread = [*NEVER, *NEEDLESS, "自编栏目"]
    canaries = [f"金丝雀{number}" for number in range(len(unread))]
    rows: Rows = [["户号", *unread, "姓名", "与户主关系"], ["1", *canaries, "张伟民", "户主"]]
    roster = read_roster(one_sheet(tmp_path, rows))
    assert len(roster.households[0].members) == 1
    assert "金丝雀" not in wire.to_json(roster).decode()
    assert "金丝雀" not in repr(roster)


def test_dropped_and_needless_columns_are_listed_apart_and_once(tmp_path: Path) -> None:
    rows: Rows = [
        ["户号", "姓名", "民族", "宗教\n信仰", "重点标识", "与户主关系"],
        ["1", "张伟民", "壮", "无", "", "户主"],
        ["户号", "姓名", "宗教\n信仰", "民族", "重点标识", "与户主关系"],
        ["2", "王强", "无", "壮", "", "户主"],
    ]
    roster = read_roster(one_sheet(tmp_path, rows))
    assert len(roster.households) == 2
    assert report(roster)["dropped"] == ["宗教信仰", "重点标识"]
    assert [column.heading for column in roster.ignored] == ["民族"]


def test_a_forbidden_heading_over_two_lines_drops_its_columns(tmp_path: Path) -> None:
    rows: Rows = [
        ["户号", "姓名", "与户主关系", "特殊情况", "", "重点人员", ""],
        ["", "", "", "残疾", "低保", "类别", "等级"],
        ["1", "张伟民", "户主", "是", "否", "金丝雀", "金丝雀"],
    ]
    merges = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 4), (0, 5, 0, 6)]
    roster = read_roster(one_sheet(tmp_path, rows, merges))
    assert [c.heading for c in roster.dropped] == ["残疾", "重点人员类别", "重点人员等级"]
    assert "金丝雀" not in repr(roster)


def test_a_note_that_labels_a_person_is_left_out(tmp_path: Path) -> None:
    rows: Rows = [
        ["户号", "姓名", "与户主关系", "身份证号", "备注"],
        ["1", "张伟民", "户主", ADULT, "2019年多次上访"],
        ["2", "王强", "户主", "", "常住县城"],
    ]
    roster = read_roster(one_sheet(tmp_path, rows))
    assert [h.members[0].note for h in roster.households] == ["", "常住县城"]
    assert "上访" not in repr(roster)
    assert report(roster)["flagged"] == {}
