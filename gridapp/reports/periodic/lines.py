"""The lines of tables 1 and 2: the balance and the categories of each unit. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import NamedTuple
from uuid import UUID

from gridapp.contract.codes import CATEGORIES
from gridapp.domain.reports.indicators import Counted, figures
from gridapp.domain.reports.metrics import Figure, Flow
from gridapp.reports.periodic import wording
from gridapp.reports.periodic.model import CategoryCell, CategoryRow, FlowRow, PeriodReport
from gridapp.reports.periodic.summing import Taken
from gridapp.reports.wording import printable


class Line(NamedTuple):
    """A line: its balance by the names of ``Flow``, its categories by their keys. ``line_id`` is
    None for the unit's own cases and for the total.
    """

    line_id: UUID | None
    name: str
    sums: Mapping[str, Figure]
    cells: Mapping[str, CategoryCell]


def lines(
    names: Iterable[tuple[UUID, str]], counted: Iterable[Counted], signed: Taken
) -> list[Line]:
    """The cases by line, without those that have no part in the period, and what was signed where
    it was; those of no line come before the total, so that it loses no case.
    """
    units = list(names)
    by_line: dict[UUID, list[Counted]] = {line_id: [] for line_id, _ in units}
    own: list[Counted] = []
    for one in counted:
        if one.flow.told:
            by_line.get(one.case.line_id, own).append(one)
    found = [
        _signed(line_id, printable(name), signed[line_id])
        if line_id in signed
        else _line(line_id, printable(name), by_line[line_id])
        for line_id, name in units
    ]
    if own:
        found.append(_line(None, wording.OWN_LEVEL, own))
    return [*found, _total(found)]


def _line(line_id: UUID | None, name: str, counted: Sequence[Counted]) -> Line:
    by_key: dict[str, list[Counted]] = {}
    for one in counted:
        if one.flow.arrived or one.flow.resolved:
            by_key.setdefault(one.case.category[:2], []).append(one)
    cells = {key: _cell(figures(some)) for key, some in by_key.items()}
    return Line(line_id, name, figures(counted), cells)


def _signed(line_id: UUID, name: str, report: PeriodReport) -> Line:
    total = report.flow[-1]
    sums = {field.name: getattr(total, field.name) for field in fields(Flow)}
    keys = (key for key, _ in report.categories)
    return Line(line_id, name, sums, dict(zip(keys, report.matrix[-1].cells, strict=True)))


def _total(found: Sequence[Line]) -> Line:
    sums = {
        field.name: Figure.total(_number(line, field.name) for line in found)
        for field in fields(Flow)
    }
    keys = dict.fromkeys(key for line in found for key in line.cells)
    cells = {key: _together(_category(line, key) for line in found) for key in keys}
    return Line(None, wording.TOTAL, sums, cells)


def _number(line: Line, name: str) -> Figure:
    return line.sums.get(name, Figure())


def _category(line: Line, key: str) -> CategoryCell:
    return line.cells.get(key, CategoryCell(Figure(), Figure()))


def balance(line: Line) -> Flow:
    """The numbers of a line."""
    return Flow(**{name: one.value for name, one in line.sums.items()})


def flow_rows(found: Iterable[Line]) -> tuple[FlowRow, ...]:
    """Table 1."""
    return tuple(map(_flow_row, found))


def _flow_row(line: Line) -> FlowRow:
    every = {field.name: _number(line, field.name) for field in fields(Flow)}
    return FlowRow(line.line_id, line.name, resolution=balance(line).resolution, **every)


def categories(found: Sequence[Line]) -> tuple[tuple[str, str], ...]:
    """The top-level categories in which something came in or was resolved: (key, name)."""
    return tuple((key, _category_name(key)) for key in sorted(found[-1].cells))


def _category_name(key: str) -> str:
    return CATEGORIES[key][0] if key in CATEGORIES else printable(key)


def category_rows(found: Sequence[Line]) -> tuple[CategoryRow, ...]:
    """Table 2."""
    keys = [key for key, _ in categories(found)]
    return tuple(
        CategoryRow(
            line.line_id,
            line.name,
            tuple(_category(line, key) for key in keys),
            CategoryCell(_number(line, "arrived"), _number(line, "resolved")),
        )
        for line in found
    )


def _cell(sums: Mapping[str, Figure]) -> CategoryCell:
    return CategoryCell(sums.get("arrived", Figure()), sums.get("resolved", Figure()))


def _together(cells: Iterable[CategoryCell]) -> CategoryCell:
    found = list(cells)
    screened = Figure.total(cell.screened for cell in found)
    return CategoryCell(screened, Figure.total(cell.resolved for cell in found))
