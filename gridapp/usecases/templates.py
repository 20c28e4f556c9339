"""The templates of documents: ours, and a county's own, which stand in a folder of its choice."""

from dataclasses import dataclass, replace
from pathlib import Path

from gridapp.host import settings
from gridapp.host.resources import resource
from gridapp.reports import files
from gridapp.reports.documents import checking
from gridapp.reports.documents.catalogue import DOCUMENTS, Document, of_file
from gridapp.reports.documents.checking import FaultCode, TemplateFault
from gridapp.usecases import people
from gridapp.usecases.desk import Desk

MOST_BYTES = 10 << 20
"""A template with a seal or two is far smaller."""


@dataclass(frozen=True)
class TemplateLine:
    """A template. ``own``: the county's; ``faults`` are what is wrong with it."""

    code: str
    title: str
    own: bool
    faults: tuple[TemplateFault, ...] = ()

    @property
    def is_used(self) -> bool:
        """Whether an own template is filled: one that cannot be opened never is."""
        return self.own and all(fault.code != FaultCode.DAMAGED for fault in self.faults)


@dataclass(frozen=True)
class Template:
    """A template to fill. ``damaged``: the county's own could not be opened; this one is ours."""

    document: Document
    content: bytes
    damaged: bool = False


def folder(desk: Desk) -> Path | None:
    """Where the county's own templates are; None when it uses ours."""
    data, _ = people.place(desk)
    chosen = settings.load(data).templates_folder
    return Path(chosen) if chosen else None


def choose_folder(desk: Desk, chosen: Path | None) -> None:
    """Use the templates in this folder from now on, for everyone of the laptop."""
    data, _ = people.place(desk)
    kept = settings.load(data)
    settings.save(data, replace(kept, templates_folder=str(chosen) if chosen else ""))


def templates(desk: Desk) -> tuple[TemplateLine, ...]:
    """Every template, in the order of the documents."""
    own = folder(desk)
    return tuple(_line(document, own) for document in DOCUMENTS.values())


def _line(document: Document, own: Path | None) -> TemplateLine:
    path = _own_file(document, own)
    faults = tuple(check(path)) if path else ()
    return TemplateLine(document.code, document.title, path is not None, faults)


def check(path: Path) -> list[TemplateFault]:
    """Everything wrong with a template; which document it is for, its file name says."""
    try:
        content = _read(path)
    except OSError:
        return [TemplateFault(FaultCode.DAMAGED)]
    return checking.check(content, of_file(path.stem))


def template_of(desk: Desk, code: str) -> Template:
    """The template to fill: the county's own if there is one that can be opened, else ours."""
    document = DOCUMENTS[code]
    path = _own_file(document, folder(desk))
    if path is not None:
        if all(fault.code != FaultCode.DAMAGED for fault in check(path)):
            return Template(document, _read(path))
        return Template(document, _shipped(document), damaged=True)
    return Template(document, _shipped(document))


def write_out(folder: Path) -> int:
    """Put our templates into a folder to be changed there; what is there already stays. How many
    were written. Raises ``files.ReportError``.
    """
    written = 0
    for document in DOCUMENTS.values():
        path = folder / f"{document.title}.docx"
        if not path.exists():
            files.put(_shipped(document), path)
            written += 1
    return written


def _own_file(document: Document, own: Path | None) -> Path | None:
    path = own / f"{document.title}.docx" if own else None
    return path if path is not None and path.is_file() else None


def _shipped(document: Document) -> bytes:
    return resource("templates", f"{document.code}.docx").read_bytes()


def _read(path: Path) -> bytes:
    """The file; too large a one is not read. Raises OSError."""
    if path.stat().st_size > MOST_BYTES:
        raise OSError(path)
    return path.read_bytes()
