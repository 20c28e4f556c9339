"""The documents of a case: which are due, drawing one up as Word, as paper, or to be kept."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from docx.document import Document as Docx
from sqlmodel import Session

from gridapp.reports import files
from gridapp.reports.documents import calling, making
from gridapp.reports.documents import paper as papers
from gridapp.reports.documents.case_values import CaseValues
from gridapp.reports.documents.catalogue import DOCUMENTS, Document
from gridapp.reports.documents.facts import CaseFacts
from gridapp.reports.documents.paper import Paper
from gridapp.reports.word_parts import packed
from gridapp.usecases import exporting
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.disputes import attachments
from gridapp.usecases.disputes.case_facts import facts_of
from gridapp.usecases.disputes.templates import template_of
from gridapp.usecases.exporting import Export, Way


class DocumentFault(StrEnum):
    """Why a document is not drawn up."""

    GONE = "document.gone"


class DocumentError(Exception):
    """The document cannot be drawn up, whatever the person enters."""

    def __init__(self, code: DocumentFault) -> None:
        super().__init__(code.value)
        self.code = code


@dataclass(frozen=True)
class DocumentLine:
    """A document that can be drawn up. ``due``: the case calls for it now; ``drawn_on``: when the
    last one was kept.
    """

    code: str
    title: str
    due: bool
    drawn_on: date | None


@dataclass(frozen=True)
class Drawn:
    """A document that was drawn up. ``damaged``: the county's own template could not be opened, so
    ours was filled.
    """

    title: str
    paper: Paper
    damaged: bool


def documents(desk: Desk, dispute_id: UUID) -> tuple[DocumentLine, ...]:
    """Every document of a case, first those that it calls for now. Raises DocumentError."""
    with desk.store.session() as session:
        facts = _facts(desk, session, dispute_id)
    due = calling.due(facts)
    rest = [one for one in DOCUMENTS.values() if one not in due]
    return tuple(_line(one, facts, one in due) for one in (*due, *rest))


def _line(document: Document, facts: CaseFacts, due: bool) -> DocumentLine:
    kept = [file.kept_on for file in facts.kept if file.template == document.code]
    return DocumentLine(document.code, document.title, due, max(kept, default=None))


def draw_up(
    desk: Desk, dispute_id: UUID, template: str, path: Path, purpose: str | None = None
) -> Path:
    """Write a document as .docx. Numbers of people are masked; with a ``purpose``, which is written
    down first, they stand in full and each page says so.

    Raises DocumentError, what ``exporting.permit`` raises, and ``files.ReportError``.
    """
    made = _make(desk, dispute_id, template, "export", purpose)
    files.put(packed(made.document), path)
    return path


def print_out(desk: Desk, dispute_id: UUID, template: str, purpose: str | None = None) -> Drawn:
    """A document as pages for preview, printer or PDF; raises as ``draw_up`` does."""
    made = _make(desk, dispute_id, template, "print", purpose)
    paper = papers.lay_out(made.document, made.title)
    return Drawn(made.title, paper, made.damaged)


def keep(desk: Desk, dispute_id: UUID, template: str, purpose: str | None = None) -> Changed:
    """Keep a document with the files of the case, encrypted; raises as ``draw_up`` does."""
    made = _make(desk, dispute_id, template, "keep", purpose)
    name = f"{made.title}-{desk.today()}.docx"
    return attachments.keep(desk, dispute_id, name, packed(made.document), template)


def file_name(case_number: str, title: str, suffix: str) -> str:
    """``2026-017-0003人民调解协议书.docx``."""
    return f"{case_number}{title}{suffix}"


@dataclass(frozen=True)
class _Made:
    title: str
    document: Docx
    damaged: bool


def _make(desk: Desk, dispute_id: UUID, template: str, way: Way, purpose: str | None) -> _Made:
    """Fill the template and write down that it was done."""
    chosen = template_of(desk, template)
    with desk.store.session() as session:
        facts = _facts(desk, session, dispute_id, whole=purpose is not None)
        detail = {"document": template, "dispute": str(dispute_id)}
        case = facts.dispute
        what = Export("document", 1, case.unit_id, ".docx", case.sealed, detail)
        stamp = exporting.permit(desk, session, what, purpose, way)
    own = calling.prepared(chosen.document, facts)
    document = making.make(chosen.content, chosen.document.title, CaseValues(own), stamp)
    return _Made(chosen.document.title, document, chosen.damaged)


def _facts(desk: Desk, session: Session, dispute_id: UUID, *, whole: bool = False) -> CaseFacts:
    """The facts of a case; a sealed one is nobody's but its handlers'."""
    facts = facts_of(desk, session, dispute_id, whole=whole)
    me = f"{desk.person.name}@{desk.person.unit_id}"
    if facts is None or (facts.dispute.sealed and me not in facts.dispute.handlers):
        raise DocumentError(DocumentFault.GONE)
    return facts
