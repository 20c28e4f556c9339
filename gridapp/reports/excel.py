"""Workbooks: one A4 sheet per table."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import xlsxwriter

from gridapp.reports import files
from gridapp.reports.charts import Chart
from gridapp.reports.excel_charts import DATA_SHEET, ChartBook, rows
from gridapp.reports.excel_sheets import Links, PaperSheet, Top
from gridapp.reports.excel_styles import Styles
from gridapp.reports.tables import Table


@dataclass(frozen=True)
class Leaf:
    """One sheet: its name, its table, the paragraph above, the lines and the chart below it, and
    what its numbers open.
    """

    name: str
    table: Table
    paragraph: str = ""
    below: tuple[str, ...] = ()
    chart: Chart | None = None
    links: Links = field(default_factory=dict)


def write(top: Top, leaves: Iterable[Leaf], made_on: date, path: Path) -> None:
    """Write a workbook of these sheets under one head; the same leaves give the same bytes.

    Raises ReportError.
    """
    content = BytesIO()
    # In memory, so that no temporary file in clear is left on the disk. Cells are written by
    # type, never by the general ``write``, which would make formulas and links out of names.
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": top.title, "created": datetime.combine(made_on, time())})
        styles = Styles(book)
        drawn: list[tuple[PaperSheet, Chart]] = []
        sheets = []
        for leaf in leaves:
            sheet = PaperSheet(book.add_worksheet(leaf.name), styles, top, leaf.table, leaf.links)
            sheet.fill(leaf.paragraph, leaf.below, rows(leaf.chart) if leaf.chart else 0)
            sheets.append(sheet)
            if leaf.chart is not None:
                drawn.append((sheet, leaf.chart))
        _draw(book, drawn)
        for sheet in sheets:
            sheet.finish()
    files.put(content.getvalue(), path)


def _draw(book: xlsxwriter.Workbook, drawn: list[tuple[PaperSheet, Chart]]) -> None:
    """What charts show stands on the last sheet."""
    if drawn:
        charts = ChartBook(book, book.add_worksheet(DATA_SHEET))
        for sheet, chart in drawn:
            sheet.put_chart(charts.made(chart))
