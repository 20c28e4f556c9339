"""Sentences about templates of documents: what is wrong with one, and where."""

from PySide6.QtCore import QCoreApplication

from gridapp.reports.documents.checking import CellPlace, FaultCode, Placed, TemplateFault
from gridapp.reports.documents.scanning import Where

translate = QCoreApplication.translate


def template_fault(fault: TemplateFault) -> str:
    """One line: where, what, and what it should probably be."""
    known = {
        FaultCode.DAMAGED: translate("templates", "This is no document that can be opened."),
        FaultCode.NOT_KNOWN: translate(
            "templates", "No document has this name. Name the file as the document, in Chinese."
        ),
        FaultCode.MISSING: translate("templates", "{name} is missing."),
        FaultCode.UNKNOWN: translate("templates", "{name} is no placeholder."),
        FaultCode.OPEN: translate("templates", "The braces {name} open or close nothing."),
        FaultCode.TWO_LISTS: translate("templates", "Two lists in one row: {name}."),
        FaultCode.REMOTE: translate("templates", "It fetches something from elsewhere: {name}"),
        FaultCode.STAYS: translate("templates", "{name} stays where it is when rows are added."),
    }
    braced = fault.code in {FaultCode.MISSING, FaultCode.UNKNOWN}
    name = f"{{{{{fault.name}}}}}" if braced else fault.name
    said = known[fault.code].replace("{name}", name)
    if fault.nearest:
        near = translate("templates", "Did you mean {name}?")
        said += " " + near.replace("{name}", f"{{{{{fault.nearest}}}}}")
    return f"{_place(fault.place)}{said}" if fault.place else said


def _place(place: Placed) -> str:
    if isinstance(place, CellPlace):
        text = "{sheet}!{cell}: " if place.cell else _in_page()
        return text.format(sheet=place.sheet, cell=place.cell)
    if place.row:
        text = translate("templates", "Table {number}, row {row}, cell {cell}: ")
    else:
        text = {
            Where.BODY: translate("templates", "Paragraph {number}: "),
            Where.HEADER: translate("templates", "Header, paragraph {number}: "),
            Where.FOOTER: translate("templates", "Footer, paragraph {number}: "),
        }[place.where]
    return text.format(number=place.number, row=place.row, cell=place.cell)


def _in_page() -> str:
    return translate("templates", "{sheet}, header or footer of the page: ")
