"""Reports are handed in (提交审核), signed by another person (定稿) or sent back; kept for good."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.reports import ReportPeriod, ReportRecord
from gridapp.domain.reports import late
from gridapp.domain.reports import reports as rules
from gridapp.domain.reports.late import Closing
from gridapp.domain.reports.periods import Period
from gridapp.domain.reports.reports import BodyError, SigningFault
from gridapp.reports import frozen
from gridapp.reports.frozen import Frozen, FrozenError
from gridapp.reports.own_templates.report_values import file_stem
from gridapp.reports.periodic.model import FrozenCase, PeriodReport
from gridapp.store import journal
from gridapp.store.grids import grids
from gridapp.store.reports import reports
from gridapp.store.reports.reports import ReportLine
from gridapp.store.tables import Report
from gridapp.usecases.desk import Changed, Desk, RejectedError, refuse, save
from gridapp.usecases.reports import report_templates, weekly

LOOKED_BACK = 60
"""Signed reports of a unit that are looked through for what they told: a year of weeks."""


@dataclass(frozen=True)
class Opened:
    """A report that was handed in, as it was then. ``may_sign``: this person may sign it, or send
    it back. ``templates``: in which forms the county has a template of its own for it.
    """

    line: ReportLine
    report: PeriodReport
    cases: tuple[FrozenCase, ...]
    may_sign: bool
    templates: frozenset[str]


def all_reports(desk: Desk) -> list[ReportLine]:
    """What was handed in by the person's unit and those below it, newest period first."""
    with desk.store.session() as session:
        return reports.lines(session, grids.subtree(session, desk.person.unit_id))


def of_period(desk: Desk, unit_id: UUID, period: Period) -> list[ReportLine]:
    """What a unit has handed in for a period, the latest first."""
    with desk.store.session() as session:
        return reports.of_period(session, [unit_id], period.kind, period.first, period.last)


def _closing(session: Session, unit_id: UUID, period: Period) -> Closing | None:
    """What the signed reports before this period have told (for 补报); None without any.

    A damaged one tells nothing, nor do those before it.
    """
    told: list[Closing] = []
    for body, sha in reports.signed_before(
        session, unit_id, period.kind, period.first, LOOKED_BACK
    ):
        try:
            told.append(frozen.closing(rules.unpack(body, sha)))
        except (BodyError, FrozenError):
            told.clear()
    return late.chained(told)


def draw_up(desk: Desk, unit_id: UUID, period: Period) -> PeriodReport:
    """Draft a report that begins with what the unit's signed reports have told; the lines of units
    right below that have signed theirs stand as they were signed.
    """
    with desk.store.session() as session:
        told = _closing(session, unit_id, period)
        below = _signed_below(session, unit_id, period)
    return weekly.draw_up(desk, unit_id, period, told, below)


def _signed_below(session: Session, unit_id: UUID, period: Period) -> dict[UUID, PeriodReport]:
    """By unit, the report of these days that was signed last; a damaged one is as if there were
    none.
    """
    units = grids.right_below(session, unit_id)
    latest: dict[UUID, ReportLine] = {}
    for line in reports.of_period(session, units, period.kind, period.first, period.last):
        known = latest.get(line.unit_id)
        if line.signed_at and (
            known is None or line.signed_at > (known.signed_at or line.signed_at)
        ):
            latest[line.unit_id] = line
    found = {}
    for unit, line in latest.items():
        with suppress(BodyError, FrozenError):
            text = rules.unpack(*reports.body(session, line.id))
            found[unit] = frozen.read(text).report
    return found


def hand_in(desk: Desk, report: PeriodReport) -> Changed:
    """Hand a draft in, with the data behind it. A signed one of the same days is replaced.

    Raises RejectedError when the period lies ahead, another one waits, or it is too large.
    """
    period, cases = report.period, weekly.cases_of(desk, report)
    with desk.store.session() as session:
        there = reports.of_period(session, [report.unit_id], period.kind, period.first, period.last)
        refuse(
            [
                *([SigningFault.IN_FUTURE] if period.first > desk.today() else []),
                *([SigningFault.WAITING] if any(one.waits for one in there) else []),
            ]
        )
        body, sha = _packed(report, cases)
        made = ReportRecord(
            id=desk.new_id(),
            unit_id=report.unit_id,
            period=period.kind.value,
            first=period.first,
            last=period.last,
            title=report.head.title,
            submitted_by=desk.person.name,
            submitted_at=desk.now(),
            replaces=_replaced(there),
            nil=report.is_nil,
            body=body,
            sha256=sha,
        )
        edit = journal.create(desk.new_id(), "report", made)
        return save(desk, session, "report.handed_in", report.head.title, [edit], made.id)


def _replaced(there: Sequence[ReportLine]) -> UUID | None:
    """The signed report of these days that a new one replaces: one with a number that stands twice
    first.
    """
    signed = [one for one in there if one.signed]
    return max(signed, key=lambda one: (one.doubled, one.signed_at)).id if signed else None


def sign(desk: Desk, report_id: UUID) -> Changed:
    """Sign a report that somebody else has handed in: it gets its number and never changes again.

    Raises RejectedError, and ``domain.reports.reports.BodyError`` when the report is damaged.
    """
    with desk.store.session() as session:
        report = session.get_one(Report, report_id)
        rules.unpack(report.body, report.sha256)
        period = Period(ReportPeriod(report.period), report.first, report.last)
        there = reports.of_period(
            session, [report.unit_id], report.period, report.first, report.last
        )
        fields = {
            "number": rules.number(period, {one.number for one in there if one.signed}),
            "signed_by": desk.person.name,
            "signed_at": desk.now(),
        }
        return _answer(desk, session, "report.signed", report, fields)


def send_back(desk: Desk, report_id: UUID, reason: str) -> Changed:
    """Send a report back for a reason; the unit hands in another. Raises RejectedError."""
    refuse([] if reason.strip() else [SigningFault.REASON_MISSING])
    with desk.store.session() as session:
        report = session.get_one(Report, report_id)
        return _answer(desk, session, "report.returned", report, {"returned_for": reason.strip()})


def open_report(desk: Desk, report_id: UUID) -> Opened | None:
    """A report to the byte as it was handed in; None when it is no longer on this laptop.

    Raises ``domain.reports.reports.BodyError`` when a byte has changed,
    ``reports.frozen.FrozenError`` when a newer program has written it.
    """
    with desk.store.session() as session:
        line = reports.line(session, report_id)
        if line is None:
            return None
        text = rules.unpack(*reports.body(session, report_id))
    kept = frozen.read(text)
    mine = line.submitted_by == desk.person.name
    head = replace(kept.report.head, number=line.number, reviewer=line.signed_by)
    report = replace(kept.report, head=head)  # what is added by the signature never changes either
    own = report_templates.forms(desk, file_stem(report.period.kind))
    return Opened(line, report, kept.cases, line.waits and not mine, own)


def write_word(desk: Desk, opened: Opened, path: Path, *, by_template: bool = False) -> Path:
    """Write it as .docx: the same bytes each time, or filled into the county's own template.

    Raises ``reports.files.ReportError``. The export is written down.
    """
    return weekly.write_word(desk, opened.report, path, by_template=by_template)


def write_excel(desk: Desk, opened: Opened, path: Path, *, by_template: bool = False) -> Path:
    """Write it as .xlsx, likewise, with lists of the cases as they were."""
    return weekly.write_excel(desk, opened.report, path, opened.cases, by_template=by_template)


def _answer(
    desk: Desk, session: Session, what: str, report: Report, fields: dict[str, Any]
) -> Changed:
    before = report.model_dump(mode="json")
    told = {name: str(value) for name, value in fields.items()}
    fault = rules.change_fault(before, told, desk.person.name)
    refuse([] if fault is None else [fault])
    edit = journal.change(desk.new_id(), "report", report, **fields)
    return save(desk, session, what, report.title, [edit], report.id)


def _packed(report: PeriodReport, cases: tuple[FrozenCase, ...]) -> tuple[str, str]:
    """Body and sha256; a report that is too large is refused."""
    try:
        return rules.pack(frozen.written(Frozen(report, cases)))
    except BodyError as error:
        raise RejectedError([error.code]) from error
