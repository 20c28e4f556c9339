"""The report part by part, as screen, Excel, Word and plain text go through it. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from gridapp.reports.charts import Chart, ChartKind, Series
from gridapp.reports.periodic import sentences, tables, wording
from gridapp.reports.periodic.model import Part, PeriodReport
from gridapp.reports.tables import Table


@dataclass(frozen=True)
class Section:
    """A part under its heading: paragraphs, a table, a picture of it, the lines below the table,
    and what the person has written (``text``). A quiet part has its sentence and no table.
    """

    part: Part
    heading: str
    paragraphs: tuple[str, ...] = ()
    table: Table | None = None
    chart: Chart | None = None
    below: tuple[str, ...] = ()
    text: str = ""


def sections(report: PeriodReport) -> tuple[Section, ...]:
    """The nine parts in their order."""
    return tuple(_sections(report))


def _sections(report: PeriodReport) -> Iterator[Section]:
    headings = wording.headings(report.period)

    def section(
        part: Part,
        paragraph: str = "",
        table: Table | None = None,
        chart: Chart | None = None,
        below: tuple[str, ...] = (),
    ) -> Section:
        paragraphs = (paragraph,) if paragraph else ()
        text = "" if part == Part.OVERVIEW else report.texts.get(part, "")
        return Section(part, headings[part], paragraphs, table, chart, below, text)

    total, period = report.flow[-1], report.period
    told = report.texts.get(Part.OVERVIEW) or report.summary
    yield section(Part.OVERVIEW, told, tables.indicator_table(report), _trend(report))
    yield section(
        Part.FLOW, "", tables.flow_table(report), below=(sentences.check_line(report.check),)
    )
    if report.categories:
        yield section(Part.CATEGORIES, "", tables.category_table(report), _categories(report))
    else:
        yield section(Part.CATEGORIES, sentences.no_categories(period))
    yield section(Part.COVERAGE, "", tables.coverage_table(report))
    proxied = sentences.proxies(period, report.proxies[-1], report.leaders)
    yield section(Part.PROXIES, proxied, tables.proxy_table(report))
    held = tables.reception_table(report) if report.receptions else None
    yield section(Part.RECEPTIONS, report.turnout, held)
    prominent = tables.prominent_table(report) if report.prominent else None
    listed = sentences.prominent(period, report.prominent_count, len(report.prominent))
    yield section(Part.PROMINENT, listed, prominent)
    pressed = tables.supervised_table(report) if report.supervised else None
    told = sentences.supervised(report.supervised, total.overdue.value)
    yield section(Part.SUPERVISED, told, pressed)
    planned = "" if report.texts.get(Part.NEXT) else sentences.nothing_planned(period)
    yield section(Part.NEXT, planned)


def _trend(report: PeriodReport) -> Chart | None:
    """What came in and went out, period by period; one alone says nothing."""
    points = report.trend
    if len(points) < 2:
        return None
    return Chart(
        wording.TREND,
        ChartKind.COLUMNS,
        tuple(point.name for point in points),
        (
            Series("新增", tuple(point.arrived for point in points)),
            Series("办结", tuple(point.concluded for point in points)),
        ),
    )


def _categories(report: PeriodReport) -> Chart | None:
    """What came in by category, the most first; two at least, or there is nothing to compare."""
    cells = report.matrix[-1].cells
    found = [
        (cell.screened.value, name)
        for (_, name), cell in zip(report.categories, cells, strict=True)
        if cell.screened.value
    ]
    if len(found) < 2:
        return None
    found.sort(key=lambda one: -one[0])
    names = tuple(name for _, name in found)
    values = tuple(value for value, _ in found)
    screened = Series(wording.SCREENED_AND_RESOLVED[0], values)
    return Chart(wording.BY_CATEGORY, ChartKind.BARS, names, (screened,))
