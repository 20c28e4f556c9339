"""The lines of tables 1 and 2: the balance and the categories of each unit. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import NamedTuple
from uuid import UUID

from gridapp.contract.codes import CATEGORIES
from gridapp.domain.indicators import Counted, figure
from gridapp.domain.metrics import Figure, Flow
from gridapp.reports.periodic import wording
from gridapp.reports.periodic.model import CategoryCell, CategoryRow, FlowRow
from gridapp.reports.wording import printable


class Line(NamedTuple):
    """A line with its cases; ``line_id`` is None for the total and for the unit's own cases."""

    line_id: UUID | None
    name: str
    counted: Sequence[Counted]


def lines(names: Iterable[tuple[UUID, str]], counted: Sequence[Counted]) -> list[Line]:
    """The cases by line, the total last; those of no line come before it, so that no total loses
    a case.
    """
    units = list(names)
    by_line: dict[UUID, list[Counted]] = {line_id: [] for line_id, _ in units}
    own: list[Counted] = []
    for one in counted:
        by_line.get(one.case.line_id, own).append(one)
    found = [Line(line_id, printable(name), by_line[line_id]) for line_id, name in units]
    if any(one.flow != Flow() for one in own):
        found.append(Line(None, wording.OWN_LEVEL, own))
    whole = [one for line in found for one in line.counted]
    return [*found, Line(None, wording.TOTAL, whole)]


def flow_rows(rows: Sequence[Line]) -> tuple[FlowRow, ...]:
    """Table 1."""
    return tuple(map(_flow_row, rows))


def _flow_row(line: Line) -> FlowRow:
    figures = {field.name: _sum(field.name, line.counted) for field in fields(Flow)}
    resolution = sum((one.flow for one in line.counted), Flow()).resolution
    return FlowRow(line.line_id, line.name, resolution=resolution, **figures)


def _sum(name: str, counted: Iterable[Counted]) -> Figure:
    return figure(counted, lambda one: getattr(one.flow, name))


def categories(rows: Sequence[Line]) -> tuple[tuple[str, str], ...]:
    """The top-level categories in which something came in or was resolved: (key, name)."""
    keys = {_key(one) for one in rows[-1].counted if one.flow.arrived or one.flow.resolved}
    return tuple((key, _category_name(key)) for key in sorted(keys))


def _key(one: Counted) -> str:
    return one.case.category[:2]


def _category_name(key: str) -> str:
    return CATEGORIES[key][0] if key in CATEGORIES else printable(key)


def category_rows(rows: Sequence[Line]) -> tuple[CategoryRow, ...]:
    """Table 2."""
    keys = [key for key, _ in categories(rows)]
    return tuple(
        CategoryRow(
            line.line_id,
            line.name,
            tuple(_cell([one for one in line.counted if _key(one) == key]) for key in keys),
            _cell(line.counted),
        )
        for line in rows
    )


def _cell(counted: Sequence[Counted]) -> CategoryCell:
    return CategoryCell(_sum("arrived", counted), _sum("resolved", counted))
