"""The lists behind the numbers of a report, one a table, and which row each number opens. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from gridapp.domain.reports.metrics import Figure
from gridapp.reports.excel_sheets import Links, first_row
from gridapp.reports.ledgers.wording import STATES
from gridapp.reports.periodic import wording
from gridapp.reports.periodic.door_list import Households, door_list
from gridapp.reports.periodic.model import FrozenCase, Part, PeriodReport
from gridapp.reports.periodic.tables import TURNOUT, reception_list
from gridapp.reports.tables import Cell, Heading, Table
from gridapp.reports.wording import long_day

MARK = "●"
_HEADS = (("编号", 8), ("简要情况", 14), ("状态", 5), ("办理期限", 7))

Place = tuple[int, int]
"""Row and column of the table whose number it is."""


class Block(NamedTuple):
    """Rows that stand together: the cases of one line, or of one category on a line. ``figures``:
    for each mark the number that it is of, and the places in the table that show it.
    """

    names: tuple[str, ...]
    figures: tuple[tuple[Figure, Sequence[Place]], ...]


class Listing(NamedTuple):
    """A list with its sheet; ``links``: which of its cells a place of the table opens."""

    sheet: str
    table: Table
    links: Links


def listings(
    report: PeriodReport, cases: Mapping[UUID, FrozenCase], households: Households
) -> dict[Part, Listing]:
    """The list of each table that has cases, households or receptions behind its numbers."""
    made = {
        Part.OVERVIEW: _listing(Part.OVERVIEW, ("指标",), ("分子", "分母"), _shares(report), cases),
        Part.FLOW: _listing(Part.FLOW, _line(report), _marks(report), _flow(report), cases),
        Part.CATEGORIES: _listing(
            Part.CATEGORIES,
            ("类型", *_line(report)),
            wording.SCREENED_AND_RESOLVED,
            _categories(report),
            cases,
        ),
        Part.COVERAGE: Listing(wording.LIST_SHEETS[Part.COVERAGE], *door_list(report, households)),
        Part.PROXIES: _listing(
            Part.PROXIES, wording.PROXY_HEADS[:1], ("代办", "办结"), _proxies(report), cases
        ),
        Part.RECEPTIONS: _receptions(report),
    }
    return {part: listing for part, listing in made.items() if listing.table.rows}


def _receptions(report: PeriodReport) -> Listing:
    """A line opens its reception, the total the first of all; a number that is 0 opens nothing."""
    sheet, table = wording.LIST_SHEETS[Part.RECEPTIONS], reception_list(report)
    above, total = first_row(table) + 1, len(table.rows)
    links = {
        (row, column): f"internal:'{sheet}'!A{above + row % total}"
        for row, line in enumerate(report.receptions)
        for column, number in zip(TURNOUT, (line.turnout.groups, line.turnout.people), strict=True)
        if number
    }
    return Listing(sheet, table, links)


def _listing(
    part: Part,
    names: tuple[str, ...],
    marks: tuple[str, ...],
    blocks: Iterator[Block],
    cases: Mapping[UUID, FrozenCase],
) -> Listing:
    headings = (
        *(Heading(name, wide=6) for name in names),
        *(Heading(name, wide=wide) for name, wide in _HEADS),
        *(Heading(mark, wide=4) for mark in marks),
    )
    sheet = wording.LIST_SHEETS[part]
    rows: list[tuple[Cell, ...]] = []
    starts: dict[Place, int] = {}
    for block in blocks:
        ids = {case for figure, _ in block.figures for case in figure.cases}
        for figure, places in block.figures:
            starts |= {place: len(rows) for place in places if figure.cases}
        rows += sorted(_row(case, block, cases.get(case)) for case in ids)
    table = Table(wording.LIST_CAPTION, headings, tuple(rows), total=False)
    above = first_row(table) + 1
    links = {place: f"internal:'{sheet}'!A{above + row}" for place, row in starts.items()}
    return Listing(sheet, table, links)


def _row(case: UUID, block: Block, told: FrozenCase | None) -> tuple[str, ...]:
    """A case that this laptop does not hold is still counted, and listed without a word."""
    words = ("—", "", "", "")
    if told is not None:
        state = STATES.get(told.state, told.state)
        words = (told.number, told.title, state, long_day(told.due_on))
    marks = (MARK if case in figure.cases else "" for figure, _ in block.figures)
    return (*block.names, *words, *marks)


def _line(report: PeriodReport) -> tuple[str, ...]:
    return (wording.line_heading(report.level),)


def _marks(report: PeriodReport) -> tuple[str, ...]:
    late = ("补报新增", "补报办结") if report.has_late else ()
    return ("上期结转", "新增", "重启", "办结", "实质化解", "在办", "超期", *late)


def _flow(report: PeriodReport) -> Iterator[Block]:
    """By line; the total opens the list where it begins."""
    last = len(report.flow) - 1
    columns = _columns(late=report.has_late)
    opened: set[str] = set()
    for number, row in enumerate(report.flow[:-1]):
        found = []
        for name, column in columns.items():
            figure = getattr(row, name)
            places = [(number, column)]
            if figure.cases and name not in opened:
                opened.add(name)
                places.append((last, column))
            found.append((figure, places))
        yield Block((row.name,), tuple(found))


def _columns(*, late: bool) -> dict[str, int]:
    """The field of ``FlowRow`` that each mark is of, with its column in table 1."""
    names = ["carried", "arrived", "reopened", "concluded", "resolved", "open", "overdue"]
    if not late:
        return {name: column for column, name in enumerate(names, 1)}
    order = [*names[:3], "late_arrived", *names[3:5], "late_concluded", *names[5:]]
    return {name: order.index(name) + 1 for name in [*names, "late_arrived", "late_concluded"]}


def _categories(report: PeriodReport) -> Iterator[Block]:
    """By category and line; a total opens its category, or its line's first case."""
    last, sums = len(report.matrix) - 1, 2 * len(report.categories) + 1
    opened: set[Place] = set()

    def places(figure: Figure, *wanted: Place) -> list[Place]:
        found = [place for place in wanted if figure.cases and place not in opened]
        opened.update(found)
        return found

    for number, (_, name) in enumerate(report.categories):
        column = 2 * number + 1
        for line, row in enumerate(report.matrix[:-1]):
            cell = row.cells[number]
            figures = []
            for side, figure in enumerate((cell.screened, cell.resolved)):
                wanted = ((line, column), (last, column), (line, sums), (last, sums))
                at = [(one, place + side) for one, place in wanted]
                figures.append((figure, places(figure, *at)))
            yield Block((name, row.name), tuple(figures))


def _proxies(report: PeriodReport) -> Iterator[Block]:
    last = len(report.proxies) - 1
    opened: set[int] = set()
    for number, row in enumerate(report.proxies[:-1]):
        figures = []
        for column, figure in ((2, row.cases), (3, row.done)):
            places = [(number, column)]
            if figure.cases and column not in opened:
                opened.add(column)
                places.append((last, column))
            figures.append((figure, places))
        yield Block((row.name,), tuple(figures))


def _shares(report: PeriodReport) -> Iterator[Block]:
    for number, row in enumerate(report.indicators):
        figures = ((row.numerator, [(number, 1)]), (row.denominator, [(number, 2)]))
        yield Block((wording.SHARES[row.code],), figures)
