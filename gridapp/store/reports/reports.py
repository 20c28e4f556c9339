"""Questions about reports that were handed in."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from gridapp.store import plain
from gridapp.store.tables import Report, Unit


@dataclass(frozen=True)
class ReportLine:
    """A report without its body."""

    id: UUID
    unit_id: UUID
    unit_name: str
    period: str
    first: date
    last: date
    number: str
    title: str
    submitted_by: str
    submitted_at: datetime
    returned_for: str
    signed_by: str
    signed_at: datetime | None
    replaces: UUID | None
    nil: bool
    replaces_number: str = ""
    replaced_by: str = ""
    """Number of the signed report that replaces it."""
    doubled: bool = False
    """An earlier signed report of the unit bears its number: two laptops drew it without a line."""

    @property
    def signed(self) -> bool:
        """Whether it is signed."""
        return self.signed_at is not None

    @property
    def waits(self) -> bool:
        """Whether nobody has signed it or sent it back yet."""
        return not self.signed and not self.returned_for


def lines(session: Session, unit_ids: Collection[UUID]) -> list[ReportLine]:
    """All reports of these units, the newest period first, in it the latest handed in first."""
    return _lines(session, col(Report.unit_id).in_(tuple(unit_ids)))


def of_period(
    session: Session, unit_ids: Collection[UUID], period: str, first: date, last: date
) -> list[ReportLine]:
    """The reports of these units about one period, the latest handed in first."""
    return _lines(
        session,
        col(Report.first) == first,
        col(Report.last) == last,
        col(Report.period) == period,
        col(Report.unit_id).in_(tuple(unit_ids)),
    )


def line(session: Session, report_id: UUID) -> ReportLine | None:
    """One report; None when it is not, or no longer, on this laptop."""
    found = _lines(session, col(Report.id) == report_id)
    return found[0] if found else None


def body(session: Session, report_id: UUID) -> tuple[str, str]:
    """The packed body of a report, and its sha256."""
    query = select(col(Report.body), col(Report.sha256)).where(col(Report.id) == report_id)
    packed, sha = session.execute(query).one()
    return packed, sha


def signed_before(
    session: Session, unit_id: UUID, period: str, first: date, most: int
) -> list[tuple[str, str]]:
    """Bodies with their sha256 of a unit's signed reports of earlier periods, oldest first.

    Of each period the one that was signed last, of at most so many periods.
    """
    latest: dict[tuple[date, date], UUID] = {}
    query = (
        select(col(Report.id), col(Report.first), col(Report.last))
        .where(col(Report.unit_id) == unit_id, col(Report.period) == period)
        .where(col(Report.signed_at).is_not(None), col(Report.last) < first)
        .order_by(col(Report.last), col(Report.signed_at))
    )
    for id_, began, ended in session.execute(query):
        latest[began, ended] = id_
    return [body(session, id_) for id_ in list(latest.values())[-most:]]


def _lines(session: Session, *conditions: Any) -> list[ReportLine]:
    """Read without the bodies, which take a hundred times as long as all the rest."""
    names = [name for name in ReportLine.__dataclass_fields__ if name in Report.model_fields]
    query = (
        select(col(Unit.name), *(getattr(Report, name) for name in names))
        .outerjoin(Unit, col(Unit.id) == col(Report.unit_id))
        .where(*conditions)
        .order_by(
            col(Report.last).desc(), col(Report.first).desc(), col(Report.submitted_at).desc()
        )
    )
    rows = session.execute(query).all()
    replaced, replacing = _replacements(session, [row.id for row in rows])
    doubled = {UUID(bytes=id_) for (id_,) in plain.ask(session, _DOUBLED)}
    return [
        ReportLine(
            unit_name=unit_name or "",
            **dict(zip(names, values, strict=True)),
            replaces_number=replaced.get(row.id, ""),
            replaced_by=replacing.get(row.id, ""),
            doubled=row.id in doubled,
        )
        for row in rows
        for unit_name, *values in [row]
    ]


_DOUBLED = """
    SELECT later.id FROM report later JOIN report earlier
        ON earlier.unit_id = later.unit_id AND earlier.number = later.number
        AND (earlier.signed_at, earlier.id) < (later.signed_at, later.id)
    WHERE later.signed_at IS NOT NULL AND earlier.signed_at IS NOT NULL
        AND NOT EXISTS (
            SELECT 1 FROM report anew
            WHERE anew.unit_id = later.unit_id AND anew.replaces = later.id
                AND anew.returned_for = '')
"""
"""The later ones, until somebody has handed in another that replaces them."""


def doubled(session: Session, unit_id: UUID) -> list[ReportLine]:
    """The signed reports of a unit that bear the number of an earlier one."""
    found = plain.ask(session, f"{_DOUBLED} AND later.unit_id = ?", unit_id.bytes)
    ids = {UUID(bytes=id_) for (id_,) in found}
    return _lines(session, col(Report.id).in_(ids)) if ids else []


def _replacements(session: Session, ids: Iterable[UUID]) -> tuple[dict[UUID, str], dict[UUID, str]]:
    """For each of these reports the number of the one it replaces, and of the one that does it."""
    older = plain.ask(
        session,
        "SELECT newer.id, older.number FROM report newer"
        " JOIN report older ON older.id = newer.replaces",
    )
    newer = plain.ask(
        session,
        "SELECT replaces, number FROM report WHERE replaces IS NOT NULL AND signed_at IS NOT NULL"
        " ORDER BY signed_at",
    )
    wanted = {id_.bytes for id_ in ids}
    return (
        {UUID(bytes=id_): number for id_, number in older if id_ in wanted},
        {UUID(bytes=id_): number for id_, number in newer if id_ in wanted},
    )


@dataclass(frozen=True)
class Freshness:
    """How fresh the data of a unit itself is, as far as this laptop knows: when somebody last wrote
    down a visit or something about a case there.
    """

    unit_id: UUID
    visit: datetime | None
    case: datetime | None


def freshness(session: Session) -> list[Freshness]:
    """Of each unit the newest visit and the newest entry of a case; the ids are in time's order."""
    return [
        Freshness(UUID(bytes=unit), _moment(visit), _moment(event))
        for unit, visit, event in plain.ask(session, _NEWEST)
    ]


_NEWEST = """
    SELECT id,
           (SELECT recorded_at FROM visit WHERE unit_id = unit.id ORDER BY id DESC LIMIT 1),
           (SELECT recorded_at FROM case_event WHERE unit_id = unit.id ORDER BY id DESC LIMIT 1)
    FROM unit
"""


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
