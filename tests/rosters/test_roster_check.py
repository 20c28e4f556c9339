"""The command line's report: exact keys, masked values, one sentence for a bad file."""

import json
from datetime import date
from pathlib import Path

import pytest

from gridapp.contract.households import Residence
from gridapp.rosters import check, sandbox, wire, wording
from gridapp.rosters.proposal import (
    Fault,
    FileFault,
    ProposedMember,
    Roster,
    RosterFault,
    UnreadableFile,
)
from gridapp.rosters.reading import read_roster
from gridapp.rosters.sandbox import read_limited
from tests.rosters.making import ADULT, WIFE, Rows, one_sheet

ROWS: Rows = [
    ["户号", "姓名", "与户主关系", "身份证号", "电话", "宗教信仰"],
    ["1", "张伟民", "户主", ADULT[:-1] + "0", "138123456789", "无"],
    ["", "李秀", "邻舍", WIFE, "", "无"],
    ["", "李小秀", "妻", WIFE, "", "无"],
    ["2", "王强", "户主", 450326197301213123.0, "", "无"],
]


def test_the_report_has_the_agreed_keys_and_masks_every_value(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = check.main_check(one_sheet(tmp_path, ROWS), as_json=True)
    printed = capsys.readouterr()
    assert (status, printed.err) == (0, "")
    assert json.loads(printed.out) == {
        "households": 2,
        "members": 4,
        "flagged": {
            "citizen number fails its check digit": 1,
            "phone number has a wrong number of digits": 1,
            "relation to the head is unknown": 1,
            "citizen number occurs more than once": 1,
            "citizen number lost its last digits in Excel": 1,
        },
        "faults": [
            fault(2, "身份证号", RosterFault.CHECK_DIGIT, "450***********4950"),
            fault(2, "电话", RosterFault.PHONE_DOUBTFUL, "138*****6789"),
            fault(3, "与户主关系", RosterFault.RELATION_UNKNOWN, "邻舍"),
            fault(4, "身份证号", RosterFault.DUPLICATE_NUMBER, "450***********0889"),
            fault(5, "身份证号", RosterFault.LOST_DIGITS, "450***********3000"),
        ],
        "dropped": ["宗教信仰"],
    }


def fault(row: int, column: str, code: RosterFault, value: str) -> dict[str, object]:
    return {"sheet": "花名册", "row": row, "column": column, "code": code.value, "value": value}


def test_the_report_in_words_shows_no_whole_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main_check(one_sheet(tmp_path, ROWS), as_json=False) == 0
    words = capsys.readouterr().out
    assert "户数 2，人数 4" in words
    assert "宗教信仰" in words
    assert WIFE not in words
    assert "138123456789" not in words


@pytest.mark.parametrize("code", RosterFault)
def test_no_code_shows_a_citizen_number_whole(code: RosterFault) -> None:
    roster = Roster((), (), (Fault("表", 2, "栏", code, ADULT),), ())
    assert ADULT not in json.dumps(check.report(roster))


@pytest.mark.parametrize("as_json", [True, False])
def test_a_bad_file_gets_status_2_and_one_chinese_sentence(
    as_json: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main_check(tmp_path / "nowhere.xlsx", as_json) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert printed.err.strip().endswith("。")


def test_every_refusal_has_its_sentence() -> None:
    assert set(wording.SENTENCES) == set(FileFault)
    assert set(wording.WORDS) == set(RosterFault)


def test_the_child_gives_back_exactly_what_the_reading_finds(tmp_path: Path) -> None:
    path = one_sheet(tmp_path, ROWS)
    heard: list[tuple[int, int]] = []
    here = read_roster(path)
    assert read_limited(path, on_progress=lambda done, total: heard.append((done, total))) == here
    assert heard[-1] == (5, 5)
    assert wire.from_json(wire.to_json(here)) == here


def test_a_day_and_an_unknown_day_travel(tmp_path: Path) -> None:
    days = [date(1967, 3, 13), None]
    roster = read_roster(
        one_sheet(tmp_path, [ROWS[0], ["1", "张伟民", "户主", ADULT], ["", "李秀"]])
    )
    people = wire.from_json(wire.to_json(roster)).households[0].members
    assert [member.born_on for member in people] == days
    assert all(isinstance(member, ProposedMember) for member in people)
    assert {member.residence for member in people} == {Residence.PRESENT}


def test_a_listener_that_raises_ends_the_reading(tmp_path: Path) -> None:
    class Cancelled(Exception):
        pass

    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_limited(one_sheet(tmp_path, ROWS), on_progress=cancel)


def test_a_reading_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_limited(one_sheet(tmp_path, ROWS), seconds=0.001)
    assert refused.value.code == FileFault.TOO_SLOW


def test_more_time_is_given_to_a_larger_file(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    large.write_bytes(bytes(2 << 20))
    assert sandbox.allowed_seconds(large) > sandbox.allowed_seconds(tmp_path / "none") + 5
    assert sandbox.allowed_seconds(tmp_path / "none") < 20
