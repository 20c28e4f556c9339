"""A spreadsheet template as the XML that it is: its sheets, its texts, its styles."""

from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml

from gridapp.reports.documents.scanning import DamagedTemplate, Element, read_members
from gridapp.reports.formulas import may_be_formula

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BOOK, _STYLES, _STRINGS = "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, its part, its XML."""

    name: str
    part: str
    root: Element

    @property
    def rows(self) -> list[Element]:
        """The rows from the top down."""
        return list(self.root.iterfind(f"{MAIN}sheetData/{MAIN}row"))


class Book:
    """An opened template; ``packed`` is the file again. Raises DamagedTemplate."""

    def __init__(self, content: bytes) -> None:
        self.members = read_members(content)
        self._opened: dict[str, Element] = {}
        try:
            self.root = self.part(_BOOK)
            linked = {link.get("Id"): link for link in self.links(_BOOK)}
            self.sheets = tuple(
                Sheet(found.get("name"), part, self.part(part))
                for found in self.root.iterfind(f"{MAIN}sheets/{MAIN}sheet")
                if (part := self._target(_BOOK, linked[found.get(f"{_LINK}id")])) in self.members
            )
            self._strings = [_said(one) for one in self._string_parts()]
            for sheet in self.sheets:
                _number(sheet)
        except (KeyError, ValueError, SyntaxError, TypeError) as broken:
            raise DamagedTemplate from broken
        self._quoted: dict[str, str] = {}

    def part(self, name: str) -> Element:
        """The XML of a part; what is changed in it is packed. Raises KeyError, SyntaxError."""
        if name not in self._opened:
            self._opened[name] = parse_xml(self.members[name])
        return self._opened[name]

    def links(self, part: str) -> list[Element]:
        """The relations of a part to others."""
        folder, _, name = part.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels"
        return list(self.part(rels)) if rels in self.members else []

    def linked(self, part: str, kind: str) -> list[str]:
        """The parts of a kind (the end of the relation's type) that belong to a part."""
        return [
            self._target(part, link)
            for link in self.links(part)
            if link.get("Type").endswith(f"/{kind}") and link.get("TargetMode") != "External"
        ]

    @staticmethod
    def _target(part: str, link: Element) -> str:
        target = str(link.get("Target"))
        return target[1:] if target.startswith("/") else normpath(join(dirname(part), target))

    def _string_parts(self) -> list[Element]:
        return list(self.part(_STRINGS)) if _STRINGS in self.members else []

    def text(self, cell: Element) -> str:
        """What somebody wrote into a cell; "" for a number or a formula."""
        kind = cell.get("t")
        if kind == "s":
            found = cell.find(f"{MAIN}v")
            return self._strings[int(found.text)] if found is not None else ""
        return _said(cell.find(f"{MAIN}is")) if kind == "inlineStr" else ""

    def put_text(self, cell: Element, text: str) -> None:
        """Write a text into a cell, in the cell's own style; it stays text if it is edited."""
        _empty(cell)
        if not text:
            return
        cell.set("t", "inlineStr")
        piece = _child(_child(cell, "is"), "t")
        piece.text = text
        piece.set(_SPACE, "preserve")
        if may_be_formula(text):
            cell.set("s", self._quoting(cell.get("s", "0")))

    def put_number(self, cell: Element, number: float) -> None:
        """Write a number into a cell."""
        _empty(cell)
        _child(cell, "v").text = repr(number)

    def _quoting(self, style: str) -> str:
        """The same style with the prefix that keeps text from becoming a formula."""
        if style not in self._quoted:
            formats = self.part(_STYLES).find(f"{MAIN}cellXfs")
            quoted = deepcopy(formats[int(style)])
            quoted.set("quotePrefix", "1")
            formats.append(quoted)
            formats.set("count", str(len(formats)))
            self._quoted[style] = str(len(formats) - 1)
        return self._quoted[style]

    def drop(self, name: str) -> None:
        """Leave a part out, and what says that it is there."""
        del self.members[name]
        for rels in [one for one in self.members if one.endswith(".rels")]:
            for link in self.part(rels):
                if str(link.get("Target")).endswith(name.rpartition("/")[2]):
                    self.part(rels).remove(link)
        types = self.part("[Content_Types].xml")
        for one in list(types):
            if one.get("PartName") == f"/{name}":
                types.remove(one)

    def packed(self) -> bytes:
        """The file, with no time in it."""
        content = BytesIO()
        with ZipFile(content, "w", ZIP_DEFLATED) as archive:
            for name, kept in self.members.items():
                opened = self._opened.get(name)
                made = kept if opened is None else serialize_part_xml(opened)
                archive.writestr(ZipInfo(name), made, ZIP_DEFLATED)
        return content.getvalue()


def _said(element: Any) -> str:
    """The text of a string, however it was cut; not its reading aids."""
    if element is None:
        return ""
    return "".join(
        piece.text or ""
        for piece in element.iter(f"{MAIN}t")
        if piece.getparent().tag != f"{MAIN}rPh"
    )


def _number(sheet: Sheet) -> None:
    """Rows and cells may leave out where they are; then they follow each other."""
    row = 0
    for found in sheet.rows:
        row = int(found.get("r", row + 1))
        found.set("r", str(row))


def _empty(cell: Element) -> None:
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)


def _child(element: Element, name: str) -> Element:
    made = element.makeelement(f"{MAIN}{name}")
    element.append(made)
    return made
