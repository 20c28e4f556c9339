"""What was frozen by an older program opens for ever, and the same report is always the same text.

``golden/frozen.1.json`` is as the first program wrote it; no later program may ask for another.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from gridapp.reports import frozen
from gridapp.reports.frozen import Frozen, FrozenError, FrozenFault
from gridapp.reports.periodic import excel, word
from gridapp.reports.periodic.model import FrozenCase, Part, PeriodReport
from gridapp.reports.periodic.sections import sections

GOLDEN = Path(__file__).parent / "golden" / "frozen.1.json"


def kept(report: PeriodReport) -> Frozen:
    cases = tuple(
        FrozenCase(id_, f"2026-001-{number:04}", "王*家水沟", "handled", report.period.last)
        for number, id_ in enumerate(frozen.cases_behind(report), 1)
    )
    return Frozen(replace(report, texts={Part.NEXT: "走访剩余17户。"}), cases)


def test_the_same_report_is_the_same_text_and_comes_back_whole(report: PeriodReport) -> None:
    text = frozen.written(kept(report))
    assert frozen.written(kept(report)) == text
    assert frozen.read(text) == kept(report)
    assert frozen.closing(text) == report.closing


def test_a_report_of_the_first_program_opens_and_is_printed(tmp_path: Path) -> None:
    found = frozen.read(GOLDEN.read_bytes())
    told = {section.part: section for section in sections(found.report)}
    assert found.report.head.title == "青山镇矛盾纠纷排查化解工作周报"
    assert told[Part.NEXT].text == "走访剩余17户。"
    assert found.report.balances and len(found.report.flow) > 3
    assert {case.id for case in found.cases} == set(frozen.cases_behind(found.report))
    word.write(found.report, tmp_path / "a.docx")
    excel.write(found.report, {case.id: case for case in found.cases}, tmp_path / "a.xlsx")
    assert frozen.closing(GOLDEN.read_bytes()) == found.report.closing


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (b'{"format": 99}', FrozenFault.NEWER_PROGRAM),
        (b'{"format": 1, "report": {}}', FrozenFault.UNREADABLE),
        (b"", FrozenFault.UNREADABLE),
    ],
)
def test_what_cannot_be_read_is_told_apart(text: bytes, fault: FrozenFault) -> None:
    with pytest.raises(FrozenError) as told:
        frozen.read(text)
    assert told.value.code == fault
