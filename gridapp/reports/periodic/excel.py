"""A periodic report as a workbook: a sheet for each table, and lists of what its numbers count."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from uuid import UUID

from gridapp.reports import excel, wording
from gridapp.reports.excel import Leaf
from gridapp.reports.excel_sheets import Top
from gridapp.reports.periodic import tables
from gridapp.reports.periodic.door_list import Households
from gridapp.reports.periodic.lists import Listing, listings
from gridapp.reports.periodic.model import FrozenCase, Part, PeriodReport
from gridapp.reports.periodic.sections import Section, sections
from gridapp.reports.periodic.wording import SHEETS

_TABLES = {
    Part.CATEGORIES: tables.category_table,
    Part.RECEPTIONS: tables.reception_table,
    Part.PROMINENT: tables.prominent_table,
    Part.SUPERVISED: tables.supervised_table,
}
"""Set even when there is nothing in them: every week has the same sheets."""


def write(
    report: PeriodReport,
    cases: Mapping[UUID, FrozenCase],
    path: Path,
    households: Households = (),
) -> None:
    """Write the workbook; the same report gives the same bytes. Raises ReportError.

    ``cases``: what is listed of the cases behind the numbers, masked; ``households``: those behind
    table 3, empty when they are not listed.
    """
    head = report.head
    unit = wording.reporting_unit(head.unit)
    top = Top(
        head.title,
        wording.issue_and_period(head.issue, head.period, head.number),
        f"{unit}　　　　{wording.signatures(head.reporter, head.reviewer)}",
        head.issue,
    )
    excel.write(top, _leaves(report, listings(report, cases, households)), head.drafted_on, path)


def _leaves(report: PeriodReport, lists: Mapping[Part, Listing]) -> Iterator[Leaf]:
    parts = sections(report)
    for part in parts:
        if part.part not in SHEETS:
            continue
        table = part.table or _TABLES[part.part](report)
        listing = lists.get(part.part)
        quiet = part.paragraphs if part.table is None else ()
        yield Leaf(
            SHEETS[part.part],
            table,
            "" if quiet else "".join(part.paragraphs),
            (*quiet, *part.below, *_lines(part), *_closing_lines(part, parts, report)),
            part.chart,
            {} if listing is None else listing.links,
        )
    for listing in lists.values():
        yield Leaf(listing.sheet, listing.table)


def _lines(part: Section) -> tuple[str, ...]:
    return tuple(part.text.splitlines())


def _closing_lines(
    part: Section, parts: tuple[Section, ...], report: PeriodReport
) -> tuple[str, ...]:
    """What belongs to the whole report stands on the first sheet: what is planned, the notes."""
    if part.part != Part.OVERVIEW:
        return ()
    planned = next(one for one in parts if one.part == Part.NEXT)
    plan = (planned.heading, *_lines(planned)) if planned.text else ()
    return (*plan, wording.NOTES_LABEL, *report.notes)
