"""The county's own templates of ledgers and reports: found by their names, checked, filled."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from gridapp.contract.reports import ReportPeriod
from gridapp.reports import files
from gridapp.reports.documents import checking, making, scanning
from gridapp.reports.documents.catalogue import Document
from gridapp.reports.documents.checking import FaultCode, TemplateFault
from gridapp.reports.documents.making import Stamp
from gridapp.reports.documents.vocabulary import Values, Vocabulary
from gridapp.reports.ledgers import cells
from gridapp.reports.ledgers.cells import Row
from gridapp.reports.ledgers.definitions import Definition
from gridapp.reports.ledgers.model import Ledger, Tell
from gridapp.reports.own_templates import checking as book_checking
from gridapp.reports.own_templates import filling, ledger_values, report_names, report_values
from gridapp.reports.own_templates.book import Book
from gridapp.reports.own_templates.ledger_values import LedgerValues
from gridapp.reports.own_templates.report_values import ReportValues
from gridapp.reports.periodic.model import PeriodReport
from gridapp.reports.word_parts import packed
from gridapp.usecases.desk import Desk
from gridapp.usecases.reports import ledger_definitions, template_files

FORMS = (".xlsx", ".docx")
SAMPLES = {
    "矛盾纠纷排查化解工作周报.xlsx": "weekly.xlsx",
    "矛盾纠纷排查化解工作周报.docx": "weekly.docx",
    "突出矛盾纠纷台账.xlsx": "ledger_prominent.xlsx",
    "接访台账.xlsx": "ledger_receptions.xlsx",
    "代办台账.docx": "ledger_agents.docx",
}
"""Templates to begin with: how the county's file is called, and ours."""


@dataclass(frozen=True)
class OwnTemplate:
    """A template of the county's own for a ledger; ``definition`` has the columns it names."""

    content: bytes
    form: str
    definition: Definition


def forms(desk: Desk, name: str) -> frozenset[str]:
    """In which forms the county has a template of this name."""
    return frozenset(form for form in FORMS if template_files.find(desk, f"{name}{form}"))


def of_ledger(desk: Desk, definition: Definition, form: str) -> OwnTemplate | None:
    """The county's own template for a ledger in a form; None when it has none that is sound."""
    path = template_files.find(desk, f"{definition.name}{form}")
    if path is None or form not in FORMS:
        return None
    if any(fault.code in _UNUSABLE for fault in check_ledger(path, definition)):
        return None
    content = template_files.read(path)
    wanted = ledger_values.wanted(_names(content, form), definition)
    columns = tuple((one.column.key, one.name) for one in wanted)
    return OwnTemplate(content, form, replace(definition, columns=columns))


def is_refused(desk: Desk, definition: Definition, form: str) -> bool:
    """Whether the county has a template for this ledger that cannot be used as it stands."""
    there = form in forms(desk, definition.name)
    return there and of_ledger(desk, definition, form) is None


_UNUSABLE = frozenset({FaultCode.DAMAGED, FaultCode.MISSING})
_REPORTS = frozenset(report_values.file_stem(kind) for kind in ReportPeriod)


def _names(content: bytes, form: str) -> list[str]:
    if form == ".xlsx":
        return book_checking.names(Book(content))
    stories = scanning.stories(scanning.open_docx(content))
    return [name for story in stories for name in scanning.names(story.root)]


def check_ledger(path: Path, definition: Definition) -> list[TemplateFault]:
    """Everything wrong with a template of a ledger; without a single column it lists nothing."""
    vocabulary = ledger_values.vocabulary(definition)
    found = check(path, (), vocabulary)
    if any(fault.code == FaultCode.DAMAGED for fault in found):
        return found
    names = _names(template_files.read(path), path.suffix)
    if not ledger_values.wanted(names, definition):
        first = f"{ledger_values.ROWS}.{definition.headings[0]}"
        found.append(TemplateFault(FaultCode.MISSING, first))
    return found


def check(path: Path, needs: Iterable[str], vocabulary: Vocabulary) -> list[TemplateFault]:
    """Everything wrong with a template of either form."""
    try:
        content = template_files.read(path)
    except OSError:
        return [TemplateFault(FaultCode.DAMAGED)]
    if path.suffix == ".xlsx":
        return book_checking.check(content, needs, vocabulary)
    return checking.check(content, Document("own", path.stem, needs=tuple(needs)), vocabulary)


def all_faults(desk: Desk) -> dict[str, list[TemplateFault]]:
    """Every template of a ledger or report in the county's folder by its file name, with what is
    wrong with it.
    """
    folder = template_files.folder(desk)
    known = {one.name: one for one in ledger_definitions.all_of(desk)}
    found: dict[str, list[TemplateFault]] = {}
    for path in sorted(folder.iterdir()) if folder and folder.is_dir() else ():
        if path.suffix not in FORMS or path.name.startswith(("~$", ".")):
            continue
        if path.stem in known:
            found[path.name] = check_ledger(path, known[path.stem])
        elif path.stem in _REPORTS:
            found[path.name] = check(path, report_names.NEEDS, report_names.REPORT)
        elif path.suffix == ".xlsx":
            found[path.name] = [TemplateFault(FaultCode.NOT_KNOWN)]
    return found


def of_report(desk: Desk, report: PeriodReport, form: str) -> bytes | None:
    """The county's own template for a report of such a period, if there is one that is sound."""
    path = template_files.find(desk, f"{report_values.file_stem(report.period.kind)}{form}")
    if path is None:
        return None
    found = check(path, report_names.NEEDS, report_names.REPORT)
    unusable = any(fault.code in _UNUSABLE for fault in found)
    return None if unusable else template_files.read(path)


def fill_report(template: bytes, report: PeriodReport, stamp: Stamp, path: Path) -> None:
    """Fill a template with a report. Raises ReportError."""
    put(template, ReportValues(report), report.head.title, stamp, path)


def fill_ledger(template: OwnTemplate, ledger: Ledger, path: Path, tell: Tell) -> None:
    """Fill a template with a ledger. Raises ReportError; nothing is left when ``tell`` raises."""
    rows: list[Row] = []
    tell(0, ledger.count)
    for portion in ledger.portions:
        rows += cells.rows(portion)
        tell(len(rows), ledger.count)
    values = LedgerValues(ledger, rows, ledger.stamp.who)
    put(template.content, values, ledger.title, ledger.stamp, path)


def put(content: bytes, values: Values, title: str, stamp: Stamp, path: Path) -> None:
    """Write a filled template. Raises ReportError."""
    if path.suffix == ".xlsx":
        book = Book(content)
        filling.fill(book, values, stamp.foot)
        files.put(book.packed(), path)
    else:
        files.put(packed(making.make(content, title, values, stamp)), path)
