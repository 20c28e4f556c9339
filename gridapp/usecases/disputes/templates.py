"""The templates of documents: ours, and a county's own, which stand in a folder of its choice."""

from dataclasses import dataclass
from pathlib import Path

from gridapp.host.resources import resource
from gridapp.reports import files
from gridapp.reports.documents import checking
from gridapp.reports.documents.catalogue import DOCUMENTS, Document, of_file
from gridapp.reports.documents.checking import FaultCode, TemplateFault
from gridapp.usecases.desk import Desk
from gridapp.usecases.reports import report_templates
from gridapp.usecases.reports.template_files import folder, read


@dataclass(frozen=True)
class TemplateLine:
    """A template. ``own``: the county's; ``faults`` are what is wrong with it."""

    code: str
    title: str
    own: bool
    faults: tuple[TemplateFault, ...] = ()


@dataclass(frozen=True)
class Template:
    """A template to fill. ``damaged``: the county's own could not be opened; this one is ours."""

    document: Document
    content: bytes
    damaged: bool = False


def templates(desk: Desk) -> tuple[TemplateLine, ...]:
    """Every template in the order of the documents, then the county's own of ledgers and reports;
    a spreadsheet that has the name of none is told, for no document of a case is one.
    """
    own = folder(desk)
    documents = tuple(_line(document, own) for document in DOCUMENTS.values())
    reports = report_templates.all_faults(desk)
    lines = (TemplateLine(name, name, True, tuple(found)) for name, found in reports.items())
    return (*documents, *lines)


def _line(document: Document, own: Path | None) -> TemplateLine:
    path = _own_file(document, own)
    faults = tuple(check(path)) if path else ()
    return TemplateLine(document.code, document.title, path is not None, faults)


def check(path: Path) -> list[TemplateFault]:
    """Everything wrong with a template; which document it is for, its file name says."""
    try:
        content = read(path)
    except OSError:
        return [TemplateFault(FaultCode.DAMAGED)]
    return checking.check(content, of_file(path.stem))


def template_of(desk: Desk, code: str) -> Template:
    """The template to fill: the county's own if there is one that can be opened, else ours."""
    document = DOCUMENTS[code]
    path = _own_file(document, folder(desk))
    if path is not None:
        if all(fault.code != FaultCode.DAMAGED for fault in check(path)):
            return Template(document, read(path))
        return Template(document, _shipped(document), damaged=True)
    return Template(document, _shipped(document))


def write_out(folder: Path) -> int:
    """Put our templates into a folder to be changed there; what is there already stays. How many
    were written. Raises ``files.ReportError``.
    """
    written = 0
    for name, ours in shipped().items():
        path = folder / name
        if not path.exists():
            files.put(ours.read_bytes(), path)
            written += 1
    return written


def shipped() -> dict[str, Path]:
    """Our templates by the names that a county's own have."""
    documents = {
        f"{one.title}.docx": resource("templates", f"{one.code}.docx") for one in DOCUMENTS.values()
    }
    samples = report_templates.SAMPLES.items()
    return documents | {name: resource("templates", "reports", file) for name, file in samples}


def _own_file(document: Document, own: Path | None) -> Path | None:
    path = own / f"{document.title}.docx" if own else None
    return path if path is not None and path.is_file() else None


def _shipped(document: Document) -> bytes:
    return resource("templates", f"{document.code}.docx").read_bytes()
