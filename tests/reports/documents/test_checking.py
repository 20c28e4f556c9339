"""A county's own template is told every fault with its place and the right name."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE

from gridapp.reports.documents.catalogue import DOCUMENTS, Document, of_file
from gridapp.reports.documents.checking import FaultCode, TemplateFault, check
from gridapp.reports.documents.scanning import Place, Where
from gridapp.ui import template_words

TEMPLATES = Path(__file__).resolve().parents[3] / "resources" / "templates"
FREE = Document("free", "任意")
"""A document that needs no placeholder."""


def saved(made: Docx) -> bytes:
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def faults(*lines: str) -> list[TemplateFault]:
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    return check(saved(made), FREE)


@pytest.mark.parametrize("code", DOCUMENTS)
def test_the_shipped_templates_have_no_fault(code: str) -> None:
    assert check((TEMPLATES / f"{code}.docx").read_bytes(), DOCUMENTS[code]) == []


def test_a_misspelt_name_is_told_with_its_paragraph_and_the_right_one() -> None:
    assert faults("标题", "", "由{{登记员}}登记，{{当事人姓名}}") == [
        TemplateFault(FaultCode.UNKNOWN, "登记员", Place(Where.BODY, 2), "登记人"),
        TemplateFault(FaultCode.UNKNOWN, "当事人姓名", Place(Where.BODY, 2), "当事人.姓名"),
    ]
    assert faults("{{当事人.电话号码}}")[0].nearest == "当事人.电话"
    assert faults("{{xyz}}")[0].nearest == ""


def test_a_fault_in_a_table_is_told_with_row_and_cell_as_one_counts() -> None:
    made = docx.Document()
    made.add_table(1, 1)
    table = made.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(0, 2).text = "{{案由来}}"
    table.cell(1, 2).text = "{{案号}}"
    made.sections[0].header.paragraphs[0].text = "{{单位名称}}"
    made.sections[0].footer.paragraphs[0].text = "{{今日}}"
    assert [(fault.name, fault.place) for fault in check(saved(made), FREE)] == [
        ("案由来", Place(Where.BODY, 2, 1, 2)),
        ("单位名称", Place(Where.HEADER, 1)),
        ("今日", Place(Where.FOOTER, 1)),
    ]


def test_a_missing_placeholder_of_article_29_is_named() -> None:
    made = docx.Document()
    made.add_paragraph("{{当事人.姓名}}{{主要事实}}{{协议内容}}{{履行方式}}")
    assert check(saved(made), DOCUMENTS["agreement"]) == [
        TemplateFault(FaultCode.MISSING, "履行期限")
    ]


def test_braces_that_close_nothing_and_other_languages_commands_are_faults() -> None:
    assert [fault.code for fault in faults("{{案号}", "{% for x in y %}", "{{案号}}")] == [
        FaultCode.OPEN,
        FaultCode.OPEN,
    ]


def test_two_lists_in_one_row_are_a_fault_told_once() -> None:
    made = docx.Document()
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "{{当事人.姓名}}", "{{分期.金额}}"
    found = check(saved(made), FREE)
    assert [(fault.code, fault.name) for fault in found] == [(FaultCode.TWO_LISTS, "分期、当事人")]


def test_a_template_that_fetches_from_elsewhere_is_told() -> None:
    made = docx.Document()
    url = "http://example.org/logo.png"
    made.part.relate_to(url, RELATIONSHIP_TYPE.IMAGE, is_external=True)
    made.part.relate_to("http://example.org", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    assert check(saved(made), FREE) == [TemplateFault(FaultCode.REMOTE, url)]


def bomb() -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for number in range(501):
            archive.writestr(str(number), b"")
    return content.getvalue()


def broken() -> bytes:
    """A container in order, with a document that is none."""
    content = BytesIO()
    with ZipFile(BytesIO(saved(docx.Document()))) as sound, ZipFile(content, "w") as archive:
        for name in sound.namelist():
            text = b"<w:document" if name == "word/document.xml" else sound.read(name)
            archive.writestr(name, text)
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b"not a zip", saved(docx.Document())[:3000], bomb(), broken()],
    ids=["empty", "no zip", "cut off", "too many members", "broken inside"],
)
def test_a_damaged_file_is_one_fault(content: bytes) -> None:
    assert check(content, FREE) == [TemplateFault(FaultCode.DAMAGED)]


def test_a_template_that_would_read_a_file_of_the_laptop_is_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密")
    made = docx.Document()
    made.add_paragraph("ENTITY")
    entity = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    content = BytesIO()
    with ZipFile(BytesIO(saved(made))) as sound, ZipFile(content, "w") as archive:
        for name in sound.namelist():
            text = sound.read(name)
            if name == "word/document.xml":
                head, body = text.split(b"?>", 1)
                text = head + b"?>" + entity.encode() + body.replace(b"ENTITY", b"&x;")
            archive.writestr(name, text)
    assert check(content.getvalue(), FREE) == [TemplateFault(FaultCode.DAMAGED)]


def test_the_name_of_the_file_says_which_document_it_is_for() -> None:
    assert of_file("人民调解协议书") is of_file("agreement") is DOCUMENTS["agreement"]
    assert check(saved(docx.Document()), of_file("协议")) == [TemplateFault(FaultCode.NOT_KNOWN)]


def test_each_fault_has_a_sentence_with_place_and_name() -> None:
    for code in FaultCode:
        fault = TemplateFault(code, "登记员{0}", Place(Where.BODY, 1, 2, 3), "登记人")
        said = template_words.template_fault(fault)
        assert "2" in said
        assert "3" in said
        assert "{{登记人}}" in said
        named = code not in {FaultCode.DAMAGED, FaultCode.NOT_KNOWN}
        assert ("登记员{0}" in said) == named
