"""A report is handed in by one person, signed by another, and opened years later as it was."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import select

from gridapp.domain.masking import mask_name
from gridapp.domain.reports.periods import Period
from gridapp.domain.reports.reports import BodyError, SigningFault
from gridapp.reports.periodic.model import Part
from gridapp.store.tables import Dispute, Report
from gridapp.store.undo import UndoError
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.disputes import disputes, templates
from gridapp.usecases.disputes.disputes import NewDispute
from gridapp.usecases.reports import frozen_reports, template_files, weekly
from tests.desks import VILLAGE_ID, MakeDesk

WEEK = Period.parse("2026-W47")


def other(desk: Desk, name: str = "莫审核") -> Desk:
    """Somebody else at the same store, as a county's laptops come to hold the same."""
    return replace(desk, person=replace(desk.person, name=name))


def handed_in(desk: Desk, period: Period = WEEK) -> UUID:
    report = frozen_reports.draw_up(desk, VILLAGE_ID, period)
    id_ = frozen_reports.hand_in(desk, report).record_id
    assert id_ is not None
    return id_


def signed(desk: Desk, period: Period = WEEK) -> UUID:
    id_ = handed_in(desk, period)
    frozen_reports.sign(other(desk), id_)
    return id_


def opened(desk: Desk, id_: UUID) -> frozen_reports.Opened:
    found = frozen_reports.open_report(desk, id_)
    assert found is not None
    return found


def faults(error: pytest.ExceptionInfo[RejectedError]) -> tuple[object, ...]:
    return error.value.faults


def test_who_handed_it_in_cannot_sign_it_and_another_person_gives_it_its_number(
    desk: Desk,
) -> None:
    id_ = handed_in(desk)
    assert not opened(desk, id_).may_sign
    for act in (frozen_reports.sign, lambda d, i: frozen_reports.send_back(d, i, "错")):
        with pytest.raises(RejectedError) as refused:
            act(desk, id_)
        assert faults(refused) == (SigningFault.SAME_PERSON,)
    assert opened(other(desk), id_).may_sign
    frozen_reports.sign(other(desk), id_)
    found = opened(desk, id_)
    line, head = found.line, found.report.head
    assert (line.number, line.submitted_by, line.signed_by) == ("2026-47", "韦国平", "莫审核")
    assert (head.number, head.reviewer) == ("2026-47", "莫审核"), "as it is printed"


def test_a_report_is_sent_back_with_a_reason_and_handed_in_again(desk: Desk) -> None:
    id_ = handed_in(desk)
    with pytest.raises(RejectedError) as refused:
        frozen_reports.send_back(other(desk), id_, " ")
    assert faults(refused) == (SigningFault.REASON_MISSING,)
    with pytest.raises(RejectedError) as refused:
        handed_in(desk)
    assert faults(refused) == (SigningFault.WAITING,)
    frozen_reports.send_back(other(desk), id_, "表3漏报两户")
    with pytest.raises(RejectedError) as refused:
        frozen_reports.sign(other(desk), id_)
    assert faults(refused) == (SigningFault.RETURNED,)
    assert opened(desk, signed(desk)).line.number == "2026-47"


def test_a_signed_report_opens_and_exports_to_the_byte_whatever_has_changed_since(
    desk: Desk, tmp_path: Path
) -> None:
    id_ = signed(desk)

    def written(at: Desk, folder: str) -> list[bytes]:
        found = opened(at, id_)
        into = tmp_path / folder
        into.mkdir()
        frozen_reports.write_word(at, found, into / "a.docx")
        frozen_reports.write_excel(at, found, into / "a.xlsx")
        return [(into / name).read_bytes() for name in ("a.docx", "a.xlsx")]

    before, shown = written(desk, "now"), opened(desk, id_)
    with desk.store.session() as session:
        for case in session.exec(select(Dispute)).all():
            case.title, case.state, case.due_on = "面目全非", "struck_off", date(2030, 1, 1)
            session.add(case)
    years_later = datetime(2031, 5, 4, 3, 2, 1, tzinfo=UTC)
    later = replace(other(desk, "后来人"), now=lambda: years_later)
    assert written(later, "later") == before
    assert opened(later, id_) == replace(shown, may_sign=False)
    (tmp_path / "own").mkdir()
    templates.write_out(tmp_path / "own")
    template_files.choose_folder(desk, tmp_path / "own")
    assert opened(later, id_).templates == {".docx", ".xlsx"}
    assert written(later, "template") == before
    by_template = tmp_path / "b.docx"
    frozen_reports.write_word(later, opened(later, id_), by_template, by_template=True)
    assert by_template.read_bytes() != before[0]
    template_files.choose_folder(desk, None)


def test_a_changed_byte_is_noticed(desk: Desk) -> None:
    id_ = signed(desk)
    with desk.store.session() as session:
        row = session.get_one(Report, id_)
        row.body = row.body[:-40] + ("A" if row.body[-40] != "A" else "B") + row.body[-39:]
        session.add(row)
    with pytest.raises(BodyError) as noticed:
        frozen_reports.open_report(desk, id_)
    assert noticed.value.code == SigningFault.DAMAGED
    frozen_reports.draw_up(desk, VILLAGE_ID, WEEK.next())  # the next one is drawn up all the same


def test_a_re_issue_has_its_own_number_and_both_say_which_replaces_which(desk: Desk) -> None:
    first = signed(desk)
    second = signed(desk)
    old, new = opened(desk, first).line, opened(desk, second).line
    assert (old.number, old.replaced_by) == ("2026-47", "2026-47-2")
    assert (new.number, new.replaces, new.replaces_number) == ("2026-47-2", first, "2026-47")
    third = signed(desk)
    assert opened(desk, third).line.replaces == second


def test_what_becomes_known_after_signing_stands_as_late_in_the_next_report(desk: Desk) -> None:
    before = opened(desk, signed(desk, WEEK.previous())).report.flow[-1]
    late_one = NewDispute("秋收分水纠纷", "0201", "补录。", WEEK.previous().first)
    disputes.register(desk, VILLAGE_ID, late_one)
    total = frozen_reports.draw_up(desk, VILLAGE_ID, WEEK).flow[-1]
    assert total.carried.cases == before.open.cases, "the last closing is this opening"
    assert (total.late_arrived.value, total.arrived.value) == (1, 1)
    # issued anew, the old week tells of it itself, and nothing of it is late any more
    signed(desk, WEEK.previous())
    assert frozen_reports.draw_up(desk, VILLAGE_ID, WEEK).flow[-1].late_arrived.value == 0


def test_a_quiet_week_is_a_nil_report_by_itself(desk: Desk, make_desk: MakeDesk) -> None:
    assert opened(desk, handed_in(desk)).line.nil
    disputes.register(desk, VILLAGE_ID, NewDispute("新的纠纷", "0201", "积水", WEEK.first))
    assert not frozen_reports.draw_up(desk, VILLAGE_ID, WEEK).is_nil


def test_cases_behind_the_numbers_are_kept_masked_and_a_sealed_one_never(desk: Desk) -> None:
    sealed = disputes.register(desk, VILLAGE_ID, NewDispute("密封的事", "0201", "密", WEEK.first))
    with desk.store.session() as session:
        row = session.get_one(Dispute, sealed.record_id)
        row.sealed = True
        session.add(row)
    found = opened(desk, handed_in(desk))
    titles = " ".join(case.title for case in found.cases)
    assert len(found.cases) >= found.report.flow[-1].open.value > 0
    assert mask_name("秦玉珍") in titles and "秦玉珍" not in titles
    assert sealed.record_id not in {case.id for case in found.cases}


def test_what_was_written_under_the_parts_goes_into_the_report_fit_to_print(
    desk: Desk, tmp_path: Path
) -> None:
    typed = " 一、清理水沟。\n二、电话13812345678\x01回访。\n"
    weekly.keep_texts(desk, VILLAGE_ID, WEEK, {Part.NEXT: typed, Part.FLOW: " "})
    found = opened(desk, handed_in(desk)).report
    assert found.texts == {Part.NEXT: "一、清理水沟。\n二、电话138****5678回访。"}
    weekly.write_word(desk, found, tmp_path / "a.docx")
    weekly.write_excel(desk, found, tmp_path / "a.xlsx")


def test_handing_in_is_taken_back_before_it_was_sent_but_never_a_signature(desk: Desk) -> None:
    report = frozen_reports.draw_up(desk, VILLAGE_ID, WEEK)
    handed = frozen_reports.hand_in(desk, report)
    assert handed.operation_id is not None
    undoing.undo(desk, handed.operation_id)
    assert frozen_reports.of_period(desk, VILLAGE_ID, WEEK) == []
    signature = frozen_reports.sign(other(desk), handed_in(desk))
    assert signature.operation_id is not None
    with pytest.raises(UndoError):
        undoing.undo(desk, signature.operation_id)


def test_a_period_that_has_not_begun_is_not_reported(desk: Desk) -> None:
    with pytest.raises(RejectedError) as refused:
        handed_in(desk, WEEK.next())
    assert faults(refused) == (SigningFault.IN_FUTURE,)
