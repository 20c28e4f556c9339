"""Charts of a workbook, native ones; their values stand on a sheet of their own."""

from io import BytesIO
from zipfile import ZipFile

import xlsxwriter
from xlsxwriter.chart import Chart as NativeChart
from xlsxwriter.worksheet import Worksheet

from gridapp.reports.charts import Chart, ChartKind

DATA_SHEET = "图表数据"
COLORS = ("#2F5D9B", "#C98A1B", "#6B7A8C")
"""Told apart in grey as well: dark, light, between."""
_INK, _LINE = "#333333", "#D9D9D9"
_FONT = "宋体"
_NAMES = 24
_ONLY_VALUES = b"".join(
    b'<c:show%s val="%d"/>' % (name, name == b"Val")
    for name in (b"LegendKey", b"Val", b"CatName", b"SerName", b"Percent", b"BubbleSize")
)
"""Outside a workbook what is not said counts as yes."""
_TYPES = {ChartKind.COLUMNS: "column", ChartKind.BARS: "bar"}


class ChartBook:
    """Makes charts in a workbook; ``data``: the sheet that holds what they show."""

    def __init__(self, book: xlsxwriter.Workbook, data: Worksheet) -> None:
        self._book = book
        self._data = data
        self._row = 0
        self._text = book.add_format({"font_name": _FONT, "quote_prefix": True})
        data.set_column(0, 0, _NAMES)

    def made(self, chart: Chart) -> NativeChart:
        """The chart, to be put on a sheet."""
        first = self._write(chart)
        last = first + len(chart.names) - 1
        native = self._book.add_chart({"type": _TYPES[chart.kind]})
        for column, color in enumerate(COLORS[: len(chart.series)], 1):
            native.add_series(
                {
                    "name": [DATA_SHEET, first - 1, column],
                    "categories": [DATA_SHEET, first, 0, last, 0],
                    "values": [DATA_SHEET, first, column, last, column],
                    "fill": {"color": color},
                    "gap": 60,
                    "data_labels": {"value": True, "font": _font(9)},
                }
            )
        _dress(native, chart)
        return native

    def _write(self, chart: Chart) -> int:
        """The values below those of earlier charts; returns the first row of them."""
        sheet, row = self._data, self._row
        sheet.write_string(row, 0, chart.title, self._text)
        for column, series in enumerate(chart.series, 1):
            sheet.write_string(row, column, series.name, self._text)
            for place, value in enumerate(series.values, 1):
                sheet.write_number(row + place, column, value)
        for place, name in enumerate(chart.names, 1):
            sheet.write_string(row + place, 0, name, self._text)
        self._row += len(chart.names) + 2
        return row + 1


def _dress(native: NativeChart, chart: Chart) -> None:
    bars = chart.kind == ChartKind.BARS
    native.set_title({"name": chart.title, "name_font": {**_font(11), "bold": True}})
    names = {"num_font": _font(9), "line": {"color": _LINE}, "reverse": bars}
    values = {"visible": False, "major_gridlines": {"visible": False}, "min": 0}
    native.set_x_axis(values if bars else names)
    native.set_y_axis(names if bars else values)
    native.set_chartarea({"border": {"none": True}})
    if len(chart.series) > 1:
        native.set_legend({"position": "bottom", "font": _font(9)})
    else:
        native.set_legend({"none": True})


def rows(chart: Chart) -> int:
    """Rows of 20 px that it takes."""
    return 11 if chart.kind == ChartKind.COLUMNS else 3 + len(chart.names)


def _font(size: float) -> dict[str, object]:
    return {"name": _FONT, "size": size, "bold": False, "color": _INK}


def chart_xml(chart: Chart) -> bytes:
    """The chart alone with its values, as any office document can hold it."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        data = book.add_worksheet(DATA_SHEET)
        data.insert_chart(0, 5, ChartBook(book, data).made(chart))
    with ZipFile(content) as parts:
        drawn = parts.read("xl/charts/chart1.xml")
    return drawn.replace(b'<c:showVal val="1"/>', _ONLY_VALUES)
