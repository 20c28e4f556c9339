"""The fonts and lines of an official paper in Word."""

from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run


@dataclass(frozen=True)
class Face:
    """A font with its size and the height of its lines, in points."""

    font: str
    size: float
    line: float
    bold: bool = False


TITLE = Face("方正小标宋简体", 22, 36)
HEADING = Face("黑体", 16, 30)
BODY = Face("仿宋", 16, 30)
NOTE = Face("宋体", 10.5, 18)
_PAGE = Face("宋体", 14, 20)

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive can name."""

_SUBSTITUTES = {"方正小标宋简体": "宋体", "仿宋": "仿宋_GB2312"}
"""What to set where a font is not installed; without it each machine guesses."""


def add_line(
    document: Document,
    text: str,
    face: Face,
    *,
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
    indent: bool = False,
    keep: bool = False,
) -> None:
    """A paragraph, indented by two characters if wished, or kept with what follows."""
    paragraph = document.add_paragraph()
    fill(paragraph, text, face, align)
    paragraph.paragraph_format.keep_with_next = keep
    if indent:
        paragraph.paragraph_format.first_line_indent = Pt(2 * face.size)


def fill(paragraph: Paragraph, text: str, face: Face, align: WD_ALIGN_PARAGRAPH) -> None:
    """Set text into an empty paragraph."""
    layout = paragraph.paragraph_format
    layout.alignment = align
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    layout.line_spacing = Pt(face.line)
    _dress(paragraph.add_run(text), face)


def _dress(run: Run, face: Face) -> None:
    """Chinese text takes the ``eastAsia`` font, which ``font.name`` leaves alone."""
    run.font.name = face.font
    run.font.size = Pt(face.size)
    run.font.bold = face.bold
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face.font)


def add_page_number(section: Section) -> None:
    """``— 1 —`` at the foot of each page."""
    paragraph = section.footer.paragraphs[0]
    fill(paragraph, "— ", _PAGE, WD_ALIGN_PARAGRAPH.CENTER)
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"/>')
    number = paragraph.add_run("1")
    _dress(number, _PAGE)
    field.append(number._r)
    paragraph._p.append(field)
    _dress(paragraph.add_run(" —"), _PAGE)


def speak_chinese(document: Document) -> None:
    """The template is in English: punctuation would be drawn as in another country's Chinese."""
    for element in (document.styles.element, document.settings.element):
        for mark in element.iter(qn("w:lang"), qn("w:themeFontLang")):
            mark.set(qn("w:eastAsia"), "zh-CN")


def add_substitutes(document: Document) -> None:
    """Name a substitute for each font that a machine may lack, in the table of fonts."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts = parse_xml(part.blob)
    for font, substitute in _SUBSTITUTES.items():
        fonts.append(
            parse_xml(
                f'<w:font {nsdecls("w")} w:name="{font}"><w:altName w:val="{substitute}"/></w:font>'
            )
        )
    part._blob = serialize_part_xml(fonts)  # python-docx keeps this part as bytes


def packed(document: Document) -> bytes:
    """The file with fixed times, which python-docx takes from the clock: what reads the same has
    the same bytes.
    """
    content, fixed = BytesIO(), BytesIO()
    document.save(content)
    with ZipFile(content) as source, ZipFile(fixed, "w") as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, _EARLIEST), source.read(name), ZIP_DEFLATED)
    return fixed.getvalue()
