"""The periodic report: drawn up from local data for a unit and a period, and written to files."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from gridapp.contract.grids import Level
from gridapp.domain.masking import mask_names, mask_text
from gridapp.domain.reports import periods
from gridapp.domain.reports.late import Closing
from gridapp.domain.reports.periods import Period
from gridapp.domain.reports.weeks import Week
from gridapp.reports import files, wording
from gridapp.reports.documents.making import Stamp
from gridapp.reports.documents.paper import Paper, lay_out
from gridapp.reports.frozen import cases_behind
from gridapp.reports.periodic import excel, word
from gridapp.reports.periodic.door_list import DUE_COLUMN, Households, ListedHousehold
from gridapp.reports.periodic.draft import draft
from gridapp.reports.periodic.model import FrozenCase, Part, PeriodReport
from gridapp.reports.periodic.sections import sections
from gridapp.reports.periodic.texts import clean
from gridapp.store import drafts, rules
from gridapp.store.grids import grids
from gridapp.store.reports import report_cases
from gridapp.usecases import exporting
from gridapp.usecases.desk import Desk
from gridapp.usecases.exporting import Export, Way
from gridapp.usecases.reports import behind, report_templates
from gridapp.usecases.reports.behind import Reach
from gridapp.usecases.reports.report_area import area
from gridapp.usecases.reports.report_inputs import Gathering


@dataclass(frozen=True)
class ReportUnit:
    """A unit for which a report can be drawn up."""

    id: UUID
    name: str
    level: str
    code: str


def units(desk: Desk) -> list[ReportUnit]:
    """The person's unit and the villages and townships below it, in tree order."""
    reporting = {Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE}
    with desk.store.session() as session:
        mine = set(grids.subtree(session, desk.person.unit_id))
        return [
            ReportUnit(unit.id, unit.name, unit.level, unit.code)
            for unit in grids.units(session)
            if unit.id in mine and unit.level in reporting
        ]


def first_weekday(desk: Desk) -> int:
    """The day with which a week of the county begins, 0 for Monday."""
    with desk.store.session() as session:
        standing = rules.standing(session, periods.FIRST_WEEKDAY_RULE)
    return periods.first_weekday(standing.get(periods.FIRST_WEEKDAY_RULE))


def draw_up(
    desk: Desk,
    unit_id: UUID,
    period: Period | Week,
    closing: Closing | None = None,
    signed: Mapping[UUID, PeriodReport] = MappingProxyType({}),
) -> PeriodReport:
    """Draft the report of a unit for a period from what this laptop holds.

    ``closing``: what the signed reports before have told (``domain.reports.late.chained`` of their
    ``PeriodReport.closing``); the report then begins with it, and what they did not know is 补报.
    ``signed``: by unit, what the units right below have signed for this period; their lines then
    stand as they were signed. A report on made-up data says so in its name, on the screen and in
    the files.
    """
    if isinstance(period, Week):
        period = Period.of_week(period)
    with desk.store.session() as session:
        at = area(session, unit_id)
        name = wording.DEMO + at.unit.name if desk.person.demo else at.unit.name
        kept = drafts.find(session, _key(unit_id, period)) or {}
        texts = clean({part: str(kept[part]) for part in Part if kept.get(part)})
        return draft(Gathering(desk, session, at, period, closing).inputs(name, texts, signed))


def keep_texts(desk: Desk, unit_id: UUID, period: Period, texts: Mapping[Part, str]) -> None:
    """Keep what the person writes under the parts of a draft; the next draft has it."""
    key = _key(unit_id, period)
    written = {part.value: text.strip() for part, text in texts.items() if text.strip()}
    with desk.store.session() as session:
        if written:
            drafts.keep(session, key, written, desk.now())
        else:
            drafts.drop(session, key)


def _key(unit_id: UUID, period: Period) -> str:
    return f"report:{unit_id}:{period}"


def cases_of(desk: Desk, report: PeriodReport) -> tuple[FrozenCase, ...]:
    """The cases behind the numbers of a draft, as they stand, with what was written of them masked;
    never a sealed one.
    """
    with desk.store.session() as session:
        found = report_cases.facts(session, cases_behind(report))
    return tuple(
        FrozenCase(
            one.id, one.number, mask_text(mask_names(one.title, one.names)), one.state, one.due_on
        )
        for one in found
    )


def write_excel(
    desk: Desk,
    report: PeriodReport,
    path: Path,
    cases: tuple[FrozenCase, ...] | None = None,
    *,
    by_template: bool = True,
) -> Path:
    """Write the report as .xlsx with lists of the ``cases`` behind its numbers: those that were
    kept with a signed report, None for those of a draft. ``by_template``: fill the county's own
    template where there is one. Raises ``reports.files.ReportError``. The export is written down.
    """
    listed = cases_of(desk, report) if cases is None else cases
    doors = _doors(desk, report) if cases is None else ()
    stamp = _permit(desk, report, path.suffix, len(listed) + sum(map(len, doors)))
    own = report_templates.of_report(desk, report, path.suffix) if by_template else None
    if own is None:
        excel.write(report, {case.id: case for case in listed}, path, doors)
    else:
        report_templates.fill_report(own, report, stamp, path)
    return path


def _doors(desk: Desk, report: PeriodReport) -> Households:
    """Of a village or a township; a county's households fill no list that anybody reads."""
    if report.level not in (Level.VILLAGE, Level.TOWNSHIP):
        return ()
    return tuple(
        tuple(
            ListedHousehold(
                one.unit_name,
                one.number,
                one.address,
                one.reach != Reach.NOT_CALLED,
                one.reach == Reach.REACHED,
            )
            for one in behind.households(desk, report, row, DUE_COLUMN)
        )
        for row in range(len(report.coverage) - 1)
    )


def lay(desk: Desk, report: PeriodReport, way: Way) -> Paper:
    """The pages of the report, for the preview or a PDF. It is written down."""
    _permit(desk, report, "paper", len(report.prominent) + len(report.supervised), way)
    charts = [one.chart for one in sections(report) if one.chart is not None]
    return lay_out(word.document(report), report.head.title, charts)


def write_word(desk: Desk, report: PeriodReport, path: Path, *, by_template: bool = True) -> Path:
    """Write the report as .docx; ``by_template`` and faults as of ``write_excel``."""
    count = len(report.prominent) + len(report.supervised)
    stamp = _permit(desk, report, path.suffix, count)
    own = report_templates.of_report(desk, report, path.suffix) if by_template else None
    if own is None:
        word.write(report, path)
    else:
        report_templates.fill_report(own, report, stamp, path)
    return path


def _permit(desk: Desk, report: PeriodReport, form: str, count: int, way: Way = "export") -> Stamp:
    detail = {"period": str(report.period)}
    what = Export("report", count, report.unit_id, form, detail=detail)
    with desk.store.session() as session:
        return exporting.permit(desk, session, what, way=way)


def file_name(report: PeriodReport, suffix: str) -> str:
    """``永福镇矛盾纠纷排查化解工作周报-2026-W47.xlsx``."""
    return files.safe_name(f"{report.head.title}-{report.period}{suffix}")
