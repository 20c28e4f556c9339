"""What the template of a periodic report is filled with, and how it is called."""

from gridapp.contract.reports import ReportPeriod
from gridapp.domain.reports.metrics import Figure, Ratio
from gridapp.reports.documents.placeholder import Blank
from gridapp.reports.documents.vocabulary import EMPTY, Filled
from gridapp.reports.own_templates.report_names import LISTS, NAMES, REPORT, TOTALS
from gridapp.reports.periodic import wording
from gridapp.reports.periodic.model import PeriodReport
from gridapp.reports.tables import Cell


def file_stem(kind: ReportPeriod) -> str:
    """How a county's template for a kind of period is called."""
    return f"矛盾纠纷排查化解工作{wording.WORDS[kind].report}"


class ReportValues:
    """A report; the lists are without their totals."""

    vocabulary = REPORT

    def __init__(self, report: PeriodReport) -> None:
        self._report = report
        self._lists = {one.name: one for one in LISTS}
        self._rows = {
            one.name: list(one.rows(report))[: -1 if one.total else None] for one in LISTS
        }

    def copies(self, name: str) -> int:
        """One for each row."""
        return len(self._rows[name])

    def value(self, name: str, within: str, row: int) -> Filled:
        """A number stays one where a spreadsheet can reckon with it."""
        if name in NAMES:
            return _filled(NAMES[name][1](self._report))
        if name in TOTALS:
            one, field = TOTALS[name]
            rows = one.rows(self._report)
            return _filled(field(rows[-1])) if rows else EMPTY
        head, _, field_name = name.partition(".")
        if head != within or not within or row >= len(self._rows[within]):
            return EMPTY
        if field_name == "序号":
            return _filled(row + 1)
        known = self._lists[within].fields.get(field_name)
        return EMPTY if known is None else _filled(known(self._rows[within][row]))


def _filled(cell: Cell) -> Filled:
    if isinstance(cell, Ratio):
        return Filled(cell.percent)
    number = cell.value if isinstance(cell, Figure) else cell
    if isinstance(number, str):
        return Filled(number, Blank.NOTHING)
    return Filled(str(number), number=number)
