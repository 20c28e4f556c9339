"""The lines of tables 1 and 2: the balance and the categories of each unit. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import NamedTuple
from uuid import UUID

from gridapp.contract.codes import CATEGORIES
from gridapp.domain.indicators import Counted, figures
from gridapp.domain.metrics import Figure, Flow
from gridapp.reports.periodic import wording
from gridapp.reports.periodic.model import CategoryCell, CategoryRow, FlowRow
from gridapp.reports.wording import printable


class Line(NamedTuple):
    """A line with its cases; ``line_id`` is None for the unit's own cases."""

    line_id: UUID | None
    name: str
    counted: Sequence[Counted]


def lines(names: Iterable[tuple[UUID, str]], counted: Iterable[Counted]) -> list[Line]:
    """The cases by line, without those that have no part in the period; those of no line come
    last, so that no total loses a case.
    """
    units = list(names)
    by_line: dict[UUID, list[Counted]] = {line_id: [] for line_id, _ in units}
    own: list[Counted] = []
    for one in counted:
        if one.flow.told:
            by_line.get(one.case.line_id, own).append(one)
    found = [Line(line_id, printable(name), by_line[line_id]) for line_id, name in units]
    return [*found, Line(None, wording.OWN_LEVEL, own)] if own else found


def flow_rows(rows: Iterable[Line]) -> tuple[FlowRow, ...]:
    """Table 1, the total last."""
    found = [(line, figures(line.counted)) for line in rows]
    total = {
        field.name: Figure.total(sums[field.name] for _, sums in found if field.name in sums)
        for field in fields(Flow)
    }
    return (
        *(_flow_row(line.line_id, line.name, sums) for line, sums in found),
        _flow_row(None, wording.TOTAL, total),
    )


def _flow_row(line_id: UUID | None, name: str, sums: Mapping[str, Figure]) -> FlowRow:
    every = {field.name: sums.get(field.name, Figure()) for field in fields(Flow)}
    flow = Flow(**{name: one.value for name, one in every.items()})
    return FlowRow(line_id, name, resolution=flow.resolution, **every)


def categories(rows: Iterable[Line]) -> tuple[tuple[str, str], ...]:
    """The top-level categories in which something came in or was resolved: (key, name)."""
    keys = {
        _key(one) for line in rows for one in line.counted if one.flow.arrived or one.flow.resolved
    }
    return tuple((key, _category_name(key)) for key in sorted(keys))


def _key(one: Counted) -> str:
    return one.case.category[:2]


def _category_name(key: str) -> str:
    return CATEGORIES[key][0] if key in CATEGORIES else printable(key)


def category_rows(rows: Sequence[Line]) -> tuple[CategoryRow, ...]:
    """Table 2, the total last."""
    keys = [key for key, _ in categories(rows)]
    found = [_category_row(line, keys) for line in rows]
    cells = tuple(_together(row.cells[place] for row in found) for place in range(len(keys)))
    total = _together(row.total for row in found)
    return (*found, CategoryRow(None, wording.TOTAL, cells, total))


def _category_row(line: Line, keys: Sequence[str]) -> CategoryRow:
    by_key: dict[str, list[Counted]] = {key: [] for key in keys}
    for one in line.counted:
        if one.flow.arrived or one.flow.resolved:
            by_key[_key(one)].append(one)
    cells = tuple(_cell(figures(by_key[key])) for key in keys)
    return CategoryRow(line.line_id, line.name, cells, _cell(figures(line.counted)))


def _cell(sums: Mapping[str, Figure]) -> CategoryCell:
    return CategoryCell(sums.get("arrived", Figure()), sums.get("resolved", Figure()))


def _together(cells: Iterable[CategoryCell]) -> CategoryCell:
    found = list(cells)
    screened = Figure.total(cell.screened for cell in found)
    return CategoryCell(screened, Figure.total(cell.resolved for cell in found))
