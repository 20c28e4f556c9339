"""A filled document says what the case says, leaves a line for what nobody knows, and no more."""

from dataclasses import replace
from datetime import datetime
from importlib import import_module
from io import BytesIO
from pathlib import Path
from uuid import UUID

import docx
import pytest
from docx.document import Document as Docx

from gridapp.reports.documents import calling, filling, making, scanning
from gridapp.reports.documents.case_values import CaseValues
from gridapp.reports.documents.catalogue import DOCUMENTS
from gridapp.reports.documents.facts import CaseFacts
from gridapp.reports.documents.making import Stamp
from gridapp.reports.word_parts import packed
from tests.reports.documents.sample import DISPUTE, FACTS, PARTIES
from tests.reports.test_word import dump

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = ROOT / "resources" / "templates"
GOLDEN = Path(__file__).parent / "golden"
MASKED = Stamp("韦国平", "坪岭村", "017", datetime(2026, 11, 22, 10))
BARE = CaseFacts(
    dispute=DISPUTE.model_copy(
        update={
            "summary": "",
            "handler": "",
            "accepted_on": None,
            "extended_to": None,
            "answered_on": None,
            "amount_claimed": None,
            "amount_agreed": None,
            "rating": "",
        }
    ),
    path=("永福县", "永福镇", "坪岭村"),
    writer="韦国平",
    writer_unit="坪岭村",
    today=FACTS.today,
)
"""A case of which next to nothing is known."""


def drawn(code: str, facts: CaseFacts = FACTS, stamp: Stamp = MASKED) -> Docx:
    document = DOCUMENTS[code]
    template = (TEMPLATES / f"{code}.docx").read_bytes()
    values = CaseValues(calling.prepared(document, facts))
    return making.make(template, document.title, values, stamp)


def template(*lines: str) -> Docx:
    """A template with these paragraphs, opened as one from outside is."""
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    content = BytesIO()
    made.save(content)
    return scanning.open_docx(content.getvalue())


def filled(*lines: str, facts: CaseFacts = FACTS) -> list[str]:
    made = template(*lines)
    filling.fill(made, CaseValues(facts))
    return [paragraph.text for paragraph in made.paragraphs]


@pytest.mark.parametrize("code", DOCUMENTS)
def test_each_document_reads_like_the_golden_one(code: str) -> None:
    text = "\n".join(dump(drawn(code))) + "\n"
    assert text == (GOLDEN / f"{code}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", DOCUMENTS)
def test_what_is_unknown_is_a_line_to_write_on(code: str) -> None:
    text = "\n".join(dump(drawn(code, BARE)))
    assert "None" not in text
    assert not set("{}") & set(text)
    assert "__" in text or drawn(code, BARE).tables, "somewhere to write"


def test_a_long_unknown_text_has_lines_and_an_unknown_day_its_signs() -> None:
    assert filled("{{主要事实}}", "{{受理日期}}前", "{{包案领导}}", facts=BARE) == [
        *["_" * 50] * 3,
        "______年____月____日前",
        "____________",
    ]


def test_a_placeholder_that_word_cut_into_pieces_is_found_and_keeps_its_dress() -> None:
    made = template("")
    paragraph = made.paragraphs[0]
    for piece in ("由{", "{登记", " 人}", "}登记"):
        paragraph.add_run(piece).bold = piece == "{登记"
    filling.fill(made, CaseValues(FACTS))
    assert paragraph.text == "由王桂英登记"
    assert [run.text for run in paragraph.runs if run.text] == ["由王桂英", "登记"]


def test_full_width_braces_and_spaces_mean_the_same() -> None:
    assert filled("｛｛ 登记人 ｝｝") == ["王桂英"]


def test_rows_and_paragraphs_are_repeated_for_each_of_a_list_together() -> None:
    lines = ("头", "{{当事人.姓名}}：", "{{当事人.电话}}（{{案号}}）", "尾")
    number = DISPUTE.number
    assert filled(*lines) == [
        "头",
        "黄永福：",
        f"138****2207（{number}）",
        "李春兰：",
        f"150****7719（{number}）",
        "尾",
    ]
    assert filled("头", "{{分期.序号}}", "尾", facts=BARE) == ["头", "尾"], (
        "no instalments, no line"
    )
    assert filled("{{当事人.姓名}}签名", facts=BARE) == ["____________签名"], "to be written in"


def test_instalments_of_an_earlier_agreement_are_not_told() -> None:
    earlier = FACTS.tasks[0].model_copy(update={"agreement_id": UUID(int=77), "amount": 1})
    withdrawn = FACTS.tasks[1].model_copy(update={"withdrawn": True, "amount": 2})
    facts = replace(FACTS, tasks=(earlier, withdrawn, *FACTS.tasks))
    assert filled("{{分期.金额}}", facts=facts) == ["600元", "600.50元"]


def test_a_list_without_rows_leaves_no_table_that_word_refuses() -> None:
    made = template("头")
    made.add_table(1, 1).cell(0, 0).text = "{{分期.金额}}"
    made.sections[0].header.paragraphs[0].text = "{{分期.金额}}"
    filling.fill(made, CaseValues(BARE))
    assert made.tables == []
    assert [p.text for p in made.sections[0].header.paragraphs] == [""]


def test_a_field_of_another_list_than_the_row_repeats_is_a_line_to_write_on() -> None:
    assert filled("{{分期.金额}}{{当事人.姓名}}") == ["600元____________", "600.50元____________"]


def test_what_people_typed_is_never_a_placeholder_a_field_or_markup() -> None:
    sly = '{{身份证号}} {{当事人.电话}} <w:instrText>HYPERLINK</w:instrText> =1+1 & "'
    facts = replace(
        FACTS,
        dispute=DISPUTE.model_copy(update={"title": sly, "summary": f"{sly}\n\x00\ud800第二行"}),
        parties=(replace(PARTIES[0], name=sly),),
        events=(FACTS.events[0].model_copy(update={"text": f"{sly}\n{sly}"}),),
    )
    made = template("{{案由}}", "{{纠纷情况}}", "{{当事人.姓名}}", "{{经过.内容}}")
    filling.fill(made, CaseValues(facts))
    assert [p.text for p in made.paragraphs] == [sly, sly, "第二行", sly, sly, sly]
    written = packed(made)
    assert b"<w:instrText" not in written
    again = docx.Document(BytesIO(written))
    assert [p.text for p in again.paragraphs] == [p.text for p in made.paragraphs]


def test_a_second_notice_of_its_kind_has_a_number_of_its_own() -> None:
    assert "受〔2026〕017-0003号" in dump(drawn("acceptance"))
    again = replace(FACTS, events=(*FACTS.events, *FACTS.events))
    assert "受〔2026〕017-0003-2号" in dump(drawn("acceptance", again))


def test_each_letter_carries_its_own_number() -> None:
    found = {
        code: next(line for line in dump(drawn(code)) if "永工〔2026〕" in line)
        for code in ("reminder_letter", "supervision_letter", "accountability_letter", "talk")
    }
    assert [line[-2] for line in found.values()] == ["4", "5", "6", "7"]


def test_a_full_print_says_on_each_page_who_when_what_for_and_its_id() -> None:
    stamp = replace(MASKED, purpose="送交法院", export="0a1b2c3d4e5f")
    made = drawn("agreement", stamp=stamp)
    foot = "\n".join(p.text for p in made.sections[0].footer.paragraphs)
    for part in ("送交法院", "韦国平（坪岭村）", "设备017", "2026-11-22 10:00", "编号0a1b2c3d4e5f"):
        assert part in foot
        assert part in made.core_properties.comments
    masked = drawn("agreement")
    assert [p.text for p in masked.sections[0].footer.paragraphs] == ["—  —"], (
        "the number is a field"
    )
    assert masked.core_properties.comments == ""


def test_a_made_up_case_says_so_on_paper() -> None:
    foot = drawn("acceptance", stamp=replace(MASKED, demo=True)).sections[0].footer
    assert "（演示）" in foot.paragraphs[-1].text


def test_the_same_case_gives_the_same_bytes() -> None:
    assert packed(drawn("agreement")) == packed(drawn("agreement"))


def test_what_a_case_calls_for_comes_first_and_goes_once_it_is_kept() -> None:
    due = [one.code for one in calling.due(FACTS)]
    assert due[0] == "follow_up", "the latest step"
    assert "oral_agreement" not in due, "they agreed in writing"
    assert "application" not in due, "it was drawn up on the day"
    assert due[1:] == [
        "answer",
        "agreement",
        "confirmation",
        "reminder_letter",
        "supervision_letter",
    ]
    assert calling.due(BARE) == ()


def test_the_shipped_templates_are_what_the_script_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "installer"))
    texts = import_module("template_texts").TEXTS
    make = import_module("template_layout").make
    assert set(texts) == set(DOCUMENTS) == {path.stem for path in TEMPLATES.glob("*.docx")}
    for code, blocks in texts.items():
        fresh, shipped = (
            make(DOCUMENTS[code].title, blocks),
            (TEMPLATES / f"{code}.docx").read_bytes(),
        )
        assert body(fresh) == body(shipped), f"run installer/templates.py: {code}"


def body(content: bytes) -> str:
    return str(docx.Document(BytesIO(content)).element.body.xml)
