"""Makes one document: opens the template, fills it, marks what is made up or shown in full."""

from dataclasses import dataclass
from datetime import datetime

from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

from gridapp.reports.documents import filling, scanning
from gridapp.reports.documents.vocabulary import Values
from gridapp.reports.word_parts import Face, fill
from gridapp.reports.wording import DEMO, printable

_SMALL = Face("宋体", 9, 12)
_LONGEST_MARK = 70
_SEALED = "密件，仅限指定承办人查阅，不得交给被反映人（《信访工作条例》第三十条）"


@dataclass(frozen=True)
class Stamp:
    """Who made a document and when, in China's time. ``purpose`` and ``export`` (an id) are set
    when numbers of people stand in it in full; ``sealed`` as the case is.
    """

    who: str
    unit: str
    device: str
    at: datetime
    purpose: str = ""
    export: str = ""
    sealed: bool = False
    demo: bool = False

    @property
    def marks(self) -> tuple[str, ...]:
        """The lines at the foot of each page; most prints, masked ones of open cases, have none."""
        found = [_SEALED] if self.sealed else []
        if self.purpose:
            found.append(f"含敏感信息，妥善保管　用途：{self.purpose}")
            found.append(
                f"{self.who}（{self.unit}）　设备{self.device}　{self.at:%Y-%m-%d %H:%M}"
                f"　编号{self.export}"
            )
        if self.demo:
            found.append(f"{DEMO}本文书中的人和事都是编造的")
        return tuple(map(printable, found))

    @property
    def foot(self) -> str:
        """The marks for the foot of a spreadsheet, which takes 255 signs in all: a long purpose is
        cut there, who and when never. ``&`` is a command, unless doubled.
        """
        return "　".join(mark[:_LONGEST_MARK] for mark in self.marks).replace("&", "&&")


def make(template: bytes, title: str, values: Values, stamp: Stamp) -> Docx:
    """The document as it is to be saved or printed. Raises ``scanning.DamagedTemplate``."""
    document = scanning.open_docx(template)
    filling.fill(document, values)
    _mark(document, stamp)
    properties = document.core_properties
    properties.title = title
    properties.author = properties.last_modified_by = printable(stamp.who)
    properties.comments = "　".join(stamp.marks)
    properties.created = properties.modified = stamp.at.replace(tzinfo=None)
    return document


def _mark(document: Docx, stamp: Stamp) -> None:
    """At the foot of every page, below what the template has there."""
    for section in document.sections:
        feet = [section.footer]
        if section.different_first_page_header_footer:
            feet.append(section.first_page_footer)
        if document.settings.odd_and_even_pages_header_footer:
            feet.append(section.even_page_footer)
        for foot in feet:
            if foot.is_linked_to_previous and section is not document.sections[0]:
                continue
            for line in stamp.marks:
                fill(foot.add_paragraph(), line, _SMALL, WD_ALIGN_PARAGRAPH.CENTER)
