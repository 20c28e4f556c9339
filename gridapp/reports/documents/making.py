"""Makes one document: opens the template, fills it, marks what is made up or shown in full."""

from dataclasses import dataclass
from datetime import datetime

from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

from gridapp.reports.documents import filling, scanning
from gridapp.reports.documents.facts import CaseFacts
from gridapp.reports.word_parts import NOTE, fill
from gridapp.reports.wording import DEMO, printable


@dataclass(frozen=True)
class Stamp:
    """Who made a document and when, in China's time. ``purpose`` and ``export`` (an id) are set
    when numbers of people stand in it in full.
    """

    who: str
    unit: str
    device: str
    at: datetime
    purpose: str = ""
    export: str = ""
    demo: bool = False

    @property
    def mark(self) -> str:
        """What each page of a full print carries; "" for a masked one."""
        if not self.purpose:
            return ""
        parts = (
            "完整信息，妥善保管",
            f"{self.who}（{self.unit}）",
            f"设备{self.device}",
            f"{self.at:%Y-%m-%d %H:%M}",
            f"用途：{self.purpose}",
            f"编号{self.export}",
        )
        return printable("　".join(parts))


def make(template: bytes, title: str, facts: CaseFacts, stamp: Stamp) -> Docx:
    """The document as it is to be saved or printed. Raises ``scanning.DamagedTemplate``."""
    document = scanning.open_docx(template)
    filling.fill(document, facts)
    _mark(document, stamp)
    properties = document.core_properties
    properties.title = title
    properties.author = properties.last_modified_by = printable(stamp.who)
    properties.comments = stamp.mark
    properties.created = properties.modified = stamp.at.replace(tzinfo=None)
    return document


def _mark(document: Docx, stamp: Stamp) -> None:
    """At the foot of every page, below what the template has there."""
    lines = [stamp.mark] if stamp.mark else []
    lines += [f"{DEMO}本文书中的人和事都是编造的"] if stamp.demo else []
    for section in document.sections:
        if section.footer.is_linked_to_previous and section is not document.sections[0]:
            continue
        for line in lines:
            fill(section.footer.add_paragraph(), line, NOTE, WD_ALIGN_PARAGRAPH.CENTER)
