"""Charts in Word: drawn by Word itself from their values, sharp at every size."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm

from gridapp.reports.charts import Chart, ChartKind
from gridapp.reports.excel_charts import chart_xml

_WIDTH = Cm(15)
_HIGH = Cm(6.5)
_BAR = Cm(0.8)
"""Of a bar that lies, with its gap."""
_NAME = "chart"
_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_NAMES = """xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" """


def add_chart(document: Document, chart: Chart) -> None:
    """Set the chart on a line of its own; who cannot see it is told its title."""
    package = document.part.package
    number = sum("/charts/" in str(part.partname) for part in package.iter_parts()) + 1
    name = PackURI(f"/word/charts/chart{number}.xml")
    part = Part(name, _TYPE, chart_xml(chart), package)
    link = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    run._element.append(_drawing(link, number, _height(chart), chart.title))


def chart_number(drawing: BaseOxmlElement) -> int:
    """Which chart of the document it is, counted from 1; 0 for any other picture."""
    frame = next(drawing.iter("{*}docPr"), None)
    name = "" if frame is None else str(frame.get("name"))
    number = name.removeprefix(_NAME)
    return int(number) if name.startswith(_NAME) and number.isdecimal() else 0


def _height(chart: Chart) -> int:
    if chart.kind == ChartKind.COLUMNS:
        return _HIGH
    return Cm(2) + _BAR * len(chart.names)


def _drawing(link: str, number: int, height: int, title: str) -> object:
    frame = parse_xml(f"""<w:drawing {_NAMES}><wp:inline distT="0" distB="0" distL="0" distR="0">
<wp:extent cx="{_WIDTH}" cy="{height}"/><wp:docPr id="{1000 + number}" name="{_NAME}{number}"/>
<wp:cNvGraphicFramePr/><a:graphic>
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
<c:chart r:id="{link}"/></a:graphicData></a:graphic></wp:inline></w:drawing>""")
    next(frame.iter("{*}docPr")).set("descr", title)
    return frame
