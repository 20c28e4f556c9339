"""A ledger: a look at it, and its way out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from gridapp.domain.reports import prominent
from gridapp.reports import wording
from gridapp.reports.documents.making import Stamp
from gridapp.reports.documents.paper import Paper
from gridapp.reports.ledgers import cells, delimited, pages, workbook
from gridapp.reports.ledgers.cells import Portion, Row
from gridapp.reports.ledgers.columns import Cover
from gridapp.reports.ledgers.definitions import Definition
from gridapp.reports.ledgers.model import Ledger, Tell
from gridapp.store import rules
from gridapp.store.reports import ledgers as store
from gridapp.store.reports.ledgers import Narrowing
from gridapp.store.tables import Unit
from gridapp.usecases import exporting
from gridapp.usecases.desk import Desk
from gridapp.usecases.exporting import Export, ExportError, ExportFault, Way
from gridapp.usecases.reports import report_templates

SHOWN = 40
"""Rows of the look."""
MOST_ROWS, MOST_FILLED, MOST_PRINTED = 1_000_000, 20_000, 3_000
"""What a sheet takes, what a template is repeated for, and what anybody prints."""


@dataclass(frozen=True)
class Wanted:
    """A ledger of a unit and all below it; days are included, None is open."""

    definition: Definition
    unit_id: UUID
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Look:
    """The first rows of a ledger, covered, and how many there are in all."""

    wanted: Wanted
    rows: tuple[Row, ...]
    count: int


def look(desk: Desk, wanted: Wanted) -> Look:
    """The first rows, as they would be exported without a reason."""
    with desk.store.session() as session:
        narrowing = _narrowing(desk, session, wanted)
        count = store.count(session, wanted.definition.source, narrowing)
        portions = _portions(session, wanted, narrowing, whole=False, limit=SHOWN)
        rows = tuple(row for portion in portions for row in cells.rows(portion))
    return Look(wanted, rows, count)


def export(desk: Desk, wanted: Wanted, path: Path, purpose: str | None, tell: Tell) -> Path:
    """Write a ledger as .xlsx, .csv or .docx; the county's own template is filled where there is
    one. Nothing is left when ``tell`` raises.

    Raises what ``exporting.permit`` raises, and ``ReportError``.
    """
    template = report_templates.of_ledger(desk, wanted.definition, path.suffix)
    if template is None and path.suffix == ".docx":
        raise ExportError(ExportFault.NO_TEMPLATE)
    most = MOST_ROWS
    if template is not None:
        wanted, most = replace(wanted, definition=template.definition), MOST_FILLED
    allowed = _permit(desk, wanted, path.suffix, purpose, most)
    with desk.store.session() as session:
        ledger = _ledger(desk, session, wanted, allowed)
        if template is not None:
            report_templates.fill_ledger(template, ledger, path, tell)
        elif path.suffix == ".csv":
            delimited.write(ledger, path, tell)
        else:
            workbook.write(ledger, path, tell)
    return path


def print_out(desk: Desk, wanted: Wanted, purpose: str | None = None) -> Paper:
    """The pages of a ledger for preview, printer or PDF; raises what ``exporting.permit`` does."""
    allowed = _permit(desk, wanted, "paper", purpose, MOST_PRINTED, "print")
    with desk.store.session() as session:
        return pages.lay_out(_ledger(desk, session, wanted, allowed))


def file_name(wanted: Wanted, unit_name: str, suffix: str) -> str:
    """``坪岭村突出矛盾纠纷台账.xlsx``."""
    return f"{unit_name}{wanted.definition.name}{suffix}"


@dataclass(frozen=True)
class _Allowed:
    """What stands on each page, and how many rows there are."""

    stamp: Stamp
    count: int


def _permit(
    desk: Desk, wanted: Wanted, form: str, purpose: str | None, most: int, way: Way = "export"
) -> _Allowed:
    """Allow it and write it down for good, before anything of it is read."""
    definition = wanted.definition
    kind = "ledger.own" if definition.own else f"ledger.{definition.code}"
    with desk.store.session() as session:
        count = store.count(session, definition.source, _narrowing(desk, session, wanted))
        if count > most:
            raise ExportError(ExportFault.TOO_MANY)
        what = Export(kind, count, wanted.unit_id, form, detail={"source": definition.source})
        return _Allowed(exporting.permit(desk, session, what, purpose, way), count)


def _ledger(desk: Desk, session: Session, wanted: Wanted, allowed: _Allowed) -> Ledger:
    """About to be read."""
    definition, narrowing = wanted.definition, _narrowing(desk, session, wanted)
    unit = session.get_one(Unit, wanted.unit_id).name
    unit = wording.printable(f"{wording.DEMO}{unit}" if desk.person.demo else unit)
    whole = bool(allowed.stamp.purpose)
    return Ledger(
        title=f"{unit}{definition.name}",
        unit=unit,
        period=_period(desk, wanted),
        made_on=desk.today(),
        columns=definition.chosen,
        headings=definition.headings,
        portions=_portions(session, wanted, narrowing, whole=whole),
        count=allowed.count,
        stamp=allowed.stamp,
    )


def _portions(
    session: Session,
    wanted: Wanted,
    narrowing: Narrowing,
    *,
    whole: bool,
    limit: int | None = None,
) -> Iterator[Portion]:
    definition = wanted.definition
    written = any(column.cover is Cover.TEXT for column in definition.chosen)
    names = definition.kind.names if written and not whole else ""
    asked = cells.fields(definition.chosen, names)
    by, descending = definition.sort
    field = definition.kind.columns[by].asked if by else ""
    found = store.rows(session, definition.source, asked, narrowing, (field, descending), limit)
    return cells.cells(definition.chosen, found, whole=whole, names=names)


def _narrowing(desk: Desk, session: Session, wanted: Wanted) -> Narrowing:
    definition = wanted.definition
    rule = rules.standing(session, prominent.PEOPLE_RULE).get(prominent.PEOPLE_RULE)
    return Narrowing(
        wanted.unit_id,
        desk.today(),
        f"\x1f{desk.new_id().hex[-8:]}",
        wanted.first,
        wanted.last,
        definition.shelf,
        definition.category,
        prominent.people(rule),
    )


def _period(desk: Desk, wanted: Wanted) -> str:
    """``2026年1月1日至11月22日``, or the day of a list without a period."""
    first, last = wanted.first, wanted.last
    if first is None or not store.has_period(wanted.definition.source):
        return f"截至{wording.long_day(last or desk.today())}"
    return wording.period(first, last or desk.today())
