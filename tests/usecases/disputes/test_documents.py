"""Documents are drawn up from the case, masked unless there is a right and a reason, and noted."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from uuid import UUID

import docx
import pytest
from sqlmodel import select

from gridapp.contract.disputes import EventKind, Side
from gridapp.contract.people import Role
from gridapp.reports.documents.catalogue import DOCUMENTS
from gridapp.reports.documents.checking import FaultCode
from gridapp.reports.files import ReportError
from gridapp.store.bookkeeping import AuditRow
from gridapp.store.tables import Household, Member
from gridapp.usecases import exporting
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.disputes import attachments, disputes, documents, templates
from gridapp.usecases.disputes.disputes import NewDispute, NewParty, Step
from gridapp.usecases.disputes.documents import DocumentError, DocumentFault
from gridapp.usecases.exporting import ExportError, ExportFault
from gridapp.usecases.reports import template_files
from tests.desks import TODAY, VILLAGE_ID
from tests.reports.test_word import dump

NUMBER, PHONE = "45032619740301123X", "13800005678"


@pytest.fixture
def case(desk: Desk) -> UUID:
    """A case of somebody whose household stands in the roster, with citizen number and phone."""
    with desk.store.session() as session:
        member = session.exec(select(Member).where(Member.name == "韦国平")).one()
        member.citizen_number, member.phone = NUMBER, PHONE
        session.add(member)
        household = session.get_one(Household, member.household_id).id
    parties = (
        NewParty(Side.FIRST, "韦国平", household_id=household),
        NewParty(Side.SECOND, "外乡人", "13911112222", household_id=household),
    )
    text = f"借款未还，可拨{PHONE}，证件{NUMBER}。"
    new = NewDispute("韦国平与外乡人借款纠纷", "0804", text, TODAY, "visitors", parties)
    id_ = disputes.register(desk, VILLAGE_ID, new).record_id
    assert id_ is not None
    return id_


def read(path: Path) -> str:
    return "\n".join(dump(docx.Document(str(path))))


def noted(desk: Desk, action: str) -> list[dict[str, object]]:
    with desk.store.session() as session:
        rows = session.exec(select(AuditRow).where(AuditRow.action == action)).all()
        return [json.loads(row.detail) for row in rows]


def test_numbers_are_masked_and_in_full_only_for_a_reason_that_is_written_down(
    desk: Desk, case: UUID, tmp_path: Path
) -> None:
    path = documents.draw_up(desk, case, "application", tmp_path / "a.docx")
    text = read(path)
    assert "450***********123X" in text
    assert "138****5678" in text
    assert "139****2222" in text
    assert "坪岭1组1号" in text
    assert NUMBER not in text, "not even where somebody typed it"
    assert PHONE not in text
    assert "可拨138****5678，证件450***********123X" in text
    with pytest.raises(RejectedError) as refused:
        documents.draw_up(desk, case, "application", path, "  ")
    assert refused.value.faults == (ExportFault.REASON_MISSING,)
    whole = docx.Document(str(documents.draw_up(desk, case, "application", path, "送交法院立案")))
    text = "\n".join(dump(whole))
    assert NUMBER in text
    assert PHONE in text
    masked, full = noted(desk, "export")
    assert (masked["full"], full["full"], full["reason"]) == (False, True, "送交法院立案")
    foot = "\n".join(p.text for p in whole.sections[0].footer.paragraphs)
    assert str(full["export"]) in foot
    assert "用途：送交法院立案" in foot


def test_a_person_of_another_name_does_not_get_a_members_number(
    desk: Desk, case: UUID, tmp_path: Path
) -> None:
    path = documents.draw_up(desk, case, "application", tmp_path / "a.docx", "核对")
    row = next(line for line in read(path).splitlines() if line.startswith("被申请人"))
    after = read(path).split(row)[1].splitlines()[1]
    assert "13911112222" in after
    assert "45032" not in after


def test_a_micro_grid_leader_prints_masked_only(desk: Desk, case: UUID, tmp_path: Path) -> None:
    leader = replace(desk, person=replace(desk.person, role=Role.LEADER.value))
    assert not exporting.may_show_whole(leader)
    with pytest.raises(ExportError) as refused:
        documents.print_out(leader, case, "application", "想看")
    assert refused.value.code == ExportFault.NOT_ALLOWED
    drawn = documents.print_out(leader, case, "application")
    assert "138****5678" in drawn.paper.html
    assert PHONE not in drawn.paper.html


def test_a_step_calls_for_its_document_until_it_is_kept_with_the_case(
    desk: Desk, case: UUID
) -> None:
    step = Step(EventKind.ACCEPTED, "属调解范围。", TODAY)
    disputes.take_step(desk, case, step)
    lines = documents.documents(desk, case)
    due = [line.code for line in lines if line.due]
    assert set(due) == {"acceptance", "application", "registration"}
    assert len(lines) == len(DOCUMENTS)
    kept = documents.keep(desk, case, "acceptance")
    (file,) = attachments.files(desk, case)
    assert file.template == "acceptance"
    assert file.name == "受理告知书-2026-11-22.docx"
    content = attachments.open_copy(desk, file.id)
    assert "受〔2026〕" in "\n".join(dump(docx.Document(BytesIO(content))))
    line = next(line for line in documents.documents(desk, case) if line.code == "acceptance")
    assert (line.due, line.drawn_on) == (False, TODAY)
    assert kept.operation_id is not None


def test_what_is_kept_before_eight_in_the_morning_counts_for_the_day_in_china(
    desk: Desk, case: UUID
) -> None:
    early = replace(desk, now=lambda: datetime(2026, 11, 21, 22, tzinfo=UTC))
    assert early.today() == TODAY
    documents.keep(early, case, "application")
    line = next(line for line in documents.documents(desk, case) if line.code == "application")
    assert (line.due, line.drawn_on) == (False, TODAY)


def test_a_case_that_left_this_laptop_has_no_documents(desk: Desk) -> None:
    with pytest.raises(DocumentError) as refused:
        documents.documents(desk, UUID(int=5))
    assert refused.value.code == DocumentFault.GONE


def test_a_county_has_its_own_templates_in_a_folder(desk: Desk, case: UUID, tmp_path: Path) -> None:
    folder = tmp_path / "模板"
    folder.mkdir()
    assert templates.write_out(folder) == len(templates.shipped())
    assert templates.write_out(folder) == 0, "what was changed there is not written over"
    own = docx.Document()
    own.add_paragraph("本县格式：{{案由}}，{{申请人名字}}")
    own.save(str(folder / "人民调解申请书.docx"))
    (folder / "受理告知书.docx").write_bytes(b"not Word")
    (folder / "不予受理告知书.docx").unlink()
    template_files.choose_folder(desk, folder)
    lines = {line.code: line for line in templates.templates(desk)}
    assert not lines["refusal"].own
    assert lines["agreement"].faults == ()
    unknown = lines["application"].faults[0]
    assert (unknown.code, unknown.nearest) == (FaultCode.UNKNOWN, "申请人")
    assert {fault.name for fault in lines["application"].faults[1:]} == {
        "申请人.姓名",
        "被申请人.姓名",
        "纠纷情况",
    }
    path = documents.draw_up(desk, case, "application", tmp_path / "own.docx")
    assert read(path) == "本县格式：韦国平与外乡人借款纠纷，____________"
    damaged = documents.print_out(desk, case, "acceptance")
    assert damaged.damaged
    assert "受理告知书" in damaged.paper.html, "ours was filled"
    template_files.choose_folder(desk, None)
    assert not documents.print_out(desk, case, "acceptance").damaged


def test_a_made_up_case_says_so(desk: Desk, case: UUID) -> None:
    demo = replace(desk, person=replace(desk.person, demo=True))
    assert "（演示）" in documents.print_out(demo, case, "cover").paper.footer[-1]


def test_a_folder_that_is_gone_is_a_sentence_not_a_crash(desk: Desk, case: UUID) -> None:
    with pytest.raises(ReportError):
        documents.draw_up(desk, case, "cover", Path("/no/such/folder/a.docx"))
    template_files.choose_folder(desk, Path("/no/such/folder"))
    assert not any(line.own for line in templates.templates(desk))


def test_a_sealed_case_is_drawn_up_by_its_handlers_only_and_each_page_says_so(
    desk: Desk, case: UUID
) -> None:
    handler = f"{desk.person.name}@{desk.person.unit_id}"
    disputes.seal(desk, case, [handler], "反映干部，防止泄露。")
    assert "密件" in documents.print_out(desk, case, "application").paper.footer[-1]
    other = replace(desk, person=replace(desk.person, name="别人"))
    for draw in (documents.print_out, documents.keep):
        with pytest.raises(DocumentError) as refused:
            draw(other, case, "application")
        assert refused.value.code == DocumentFault.GONE


def test_a_diversion_calls_for_its_notice_which_names_channel_and_receipt(
    desk: Desk, case: UUID
) -> None:
    told = {"channel": "向人民法院起诉", "receipt": "回执3号", "receipt_on": "2026-11-20"}
    disputes.take_step(desk, case, Step(EventKind.DIVERTED, "已判决。", TODAY, data=told))
    due = {line.code for line in documents.documents(desk, case) if line.due}
    assert "diversion" in due
    assert "refusal" not in due
    html = documents.print_out(desk, case, "diversion").paper.html
    assert "法定途径：向人民法院起诉" in html
    assert "签收人（回执编号）：回执3号" in html
    assert "2026年11月20日" in html
